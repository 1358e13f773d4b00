package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewCommandTest {
  private static final String VALID =
      "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<AuditConfiguration> audited = new ArrayList<>();
  private final List<ReviewRequest> reviews = new ArrayList<>();
  private int status;
  private RuntimeException failure;

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void writeConfiguration() throws Exception {
    config = Files.writeString(folder.resolve("nightaudit.yaml"), VALID).toString();
  }

  @Test
  void review_list_handsOverTheRequest() {
    int code =
        execute(
            "review", "list", "--night", "2026-11-22", "--config", config, "--stratum", "random");

    assertThat(code).isZero();
    LocalDate night = LocalDate.of(2026, 11, 22);
    assertThat(reviews)
        .containsExactly(
            new ReviewRequest(night, night, Optional.of("RANDOM"), false, Optional.empty()));
    assertThat(out.toString()).isEqualTo("asked for");
    assertThat(err.toString()).isEqualTo("missing");
  }

  @Test
  void review_export_handsOverTheRequest() {
    status = 3;
    Path file = folder.resolve("set.CSV");
    String line =
        "review export --from 2026-11-01 --to 2026-11-30 --low-rated --store s --stratum"
            + " low_score.Good.1 --config "
            + config
            + " --output "
            + file;

    assertThat(execute(line.split(" "))).isEqualTo(3);
    assertThat(reviews)
        .containsExactly(
            new ReviewRequest(
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                Optional.of("LOW_SCORE.Good.1"),
                true,
                Optional.of(file)));
    assertThat(audited.get(0).store()).isEqualTo("s");
  }

  @Test
  void review_failure_statusOneAndOneBlock() {
    failure = new IllegalStateException("the disk is full");

    assertThat(execute("review", "list", "--night", "2026-11-22", "--config", config)).isEqualTo(1);
    assertThat(err.toString()).contains("nightaudit: the disk is full");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          review | Which command? One of list and export.
          review lst | Did you mean list?
          review list | Which night? Name one with --night
          review list --night 2026-11-22 --stratum HIGH_COSTS | There is no stratum HIGH_COSTS; did you mean HIGH_COST?
          review list --night 2026-11-22 --stratum QQQQQQQQ | name one of GUARDRAIL_HIT, HIGH_COST
          review export --night 2026-11-22 | Missing required option: '--output=FILE'
          review export --night 2026-11-22 --output x.xls | --output x.xls: name a file that ends in .csv
          review export --night 2026-11-22 --output no/where.csv | there is no such folder; make it first
          review export --output x.csv | Which night? Name one with --night
          """)
  void review_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(reviews).isEmpty();
  }

  private int execute(String... arguments) {
    return new NightauditCommand(
            new NoJobs() {
              @Override
              public ReviewRun review() {
                return ReviewCommandTest.this::review;
              }
            })
        .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int review(
      AuditConfiguration configuration, ReviewRequest request, PrintWriter out, PrintWriter err) {
    audited.add(configuration);
    reviews.add(request);
    out.print("asked for");
    out.flush();
    err.print("missing");
    err.flush();
    if (failure != null) {
      throw failure;
    }
    return status;
  }
}
