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
import org.junit.jupiter.params.provider.ValueSource;

class NightauditCommandTest {
  private static final String VALID =
      "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<AuditConfiguration> audited = new ArrayList<>();
  private final List<RunRequest> requests = new ArrayList<>();
  private final List<DemoRequest> demos = new ArrayList<>();
  private final List<ReviewRequest> reviews = new ArrayList<>();
  private int status;
  private Throwable failure;

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void writeConfiguration() throws Exception {
    config = Files.writeString(folder.resolve("nightaudit.yaml"), VALID).toString();
  }

  @Test
  void run_night_handsOverTheRequest() {
    assertThat(
            execute(
                "run",
                "--night",
                "2026-11-22",
                "--config",
                config,
                "--store",
                "s",
                "--master",
                "local[2]",
                "--verbose",
                "--set",
                "system=other"))
        .isZero();

    LocalDate night = LocalDate.of(2026, 11, 22);
    assertThat(requests)
        .containsExactly(
            new RunRequest(
                night, night, Optional.of("s"), Optional.of("local[2]"), true, Progress.watched()));
    assertThat(audited.get(0).system()).isEqualTo("other");
    assertThat(audited.get(0).store()).isEqualTo("s");
  }

  @Test
  void run_range_handsOverEveryNight() {
    assertThat(execute("run", "--from", "2026-11-29", "--to", "2026-12-02", "--config", config))
        .isZero();

    assertThat(requests.get(0).nights())
        .containsExactly(
            LocalDate.of(2026, 11, 29),
            LocalDate.of(2026, 11, 30),
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2026, 12, 2));
    assertThat(requests.get(0).store()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4})
  void run_statusOfTheNight_isTheStatus(int code) {
    status = code;

    assertThat(execute("run", "--night", "2026-11-22", "--config", config)).isEqualTo(code);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void run_brokenConfiguration_statusTwoAndNothingRun() {
    int code =
        execute(
            "run",
            "--night",
            "2026-11-22",
            "--config",
            config,
            "--set",
            "sytem=x",
            "--set",
            "slices.cap=0");

    assertThat(code).isEqualTo(2);
    assertThat(requests).isEmpty();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("the configuration has 2 problems; nothing was written")
        .contains("did you mean system?")
        .contains("slices.cap is 0")
        .doesNotContain("\tat ");
  }

  @Test
  void run_failure_statusOneAndOneBlock() {
    failure = new IllegalStateException("the disk is full\nmore", new RuntimeException("no space"));

    assertThat(execute("run", "--night", "2026-11-22", "--config", config)).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "nightaudit: the disk is full",
            "  because: no space",
            "  (--verbose shows where in the program)");
  }

  @Test
  void run_failureVerbose_showsWhere() {
    failure = new IllegalStateException("the disk is full");

    assertThat(execute("run", "--night", "2026-11-22", "--config", config, "--verbose"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("\tat io.nightaudit");
  }

  @Test
  void run_outOfMemory_statusOneAndRemedy() {
    failure = new OutOfMemoryError("Java heap space");

    assertThat(execute("run", "--night", "2026-11-22", "--config", config)).isEqualTo(1);
    assertThat(err.toString()).contains("out of memory: Java heap space", "NIGHTAUDIT_MEMORY=4g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | Which command? One of run, check-config, review and demo.
          rnu | Did you mean run?
          run | Which night? Name one with --night
          run --night 2026-11-22 --from 2026-11-01 | exclude each other
          run --from 2026-11-01 | A range needs both --from and --to
          run --to 2026-11-01 | A range needs both --from and --to
          run --from 2026-11-02 --to 2026-11-01 | --from 2026-11-02 is after --to 2026-11-01; swap them
          run --night 22.11.2026 | '22.11.2026' is not a date; write it as yyyy-MM-dd
          run --night 2026-02-30 | '2026-02-30' is not a date
          run --nigth 2026-11-22 | Did you mean --night?
          run --night | Missing required parameter
          check-config --confg x | Did you mean --config?
          demo --flder x | Did you mean --folder?
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
  void execute_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(requests).isEmpty();
    assertThat(demos).isEmpty();
    assertThat(reviews).isEmpty();
  }

  @Test
  void checkConfig_valid_saysWhatItMeans() {
    assertThat(execute("check-config", "--config", config)).isZero();
    assertThat(out.toString())
        .startsWith("OK\n")
        .contains("columns:      prompt, start_time")
        .contains("slices:       all traffic")
        .contains("without:      tenant: tenants")
        .contains("without:      reported_cost: cost_per_interaction, cost_total, unpriced")
        .contains("rules:        7 rules")
        .containsPattern("hash: +[0-9a-f]{64}\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void checkConfig_scoresAndPrices_areComputable() {
    execute(
        "check-config",
        "--config",
        config,
        "--set",
        "archive.columns.scores.good=g",
        "--set",
        "archive.columns.input_tokens=i",
        "--set",
        "archive.columns.output_tokens=o",
        "--set",
        "archive.columns.request_model=m",
        "--set",
        "prices.book=[{model: m, meter: input, usd-per-million: 1, from: 2024-01-01}]");

    assertThat(out.toString())
        .contains("1 in the price book")
        .doesNotContain("reported_cost:")
        .doesNotContain("scores: scores");
  }

  @Test
  void checkConfig_broken_statusTwo() {
    assertThat(execute("check-config", "--config", config + ".none")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no such file");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void demo_folder_isHandedOver() {
    assertThat(execute("demo", "--folder", "here")).isZero();
    assertThat(execute("demo")).isZero();

    assertThat(demos)
        .extracting(request -> request.folder().toString())
        .containsExactly("here", "nightaudit-demo");
  }

  @Test
  void demo_failure_statusOne() {
    failure = new IllegalStateException("no room");

    assertThat(execute("demo")).isEqualTo(1);
    assertThat(err.toString()).startsWith("nightaudit: no room");
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
  @ValueSource(
      strings = {
        "",
        "run",
        "check-config",
        "demo",
        "review",
        "review list",
        "review export",
        "accept",
        "labels",
        "labels import"
      })
  void help_everyCommand_hasExamples(String command) {
    String[] arguments = (command + " --help").strip().split(" ");

    assertThat(execute(arguments)).isZero();
    assertThat(out.toString()).contains("Examples:", "nightaudit " + command).contains("Usage: ");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 96);
  }

  @Test
  void version_asked_isPrinted() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString()).startsWith("nightaudit ");
  }

  private int execute(String... arguments) {
    NightauditCommand command =
        new NightauditCommand(
            this::audit,
            this::demonstrate,
            request -> 0,
            this::review,
            (configuration, request, o) -> outcome(),
            (configuration, request, o) -> outcome());
    return command.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int audit(AuditConfiguration configuration, RunRequest request) {
    audited.add(configuration);
    requests.add(request);
    return outcome();
  }

  private int review(
      AuditConfiguration configuration, ReviewRequest request, PrintWriter out, PrintWriter err) {
    audited.add(configuration);
    reviews.add(request);
    out.print("asked for");
    out.flush();
    err.print("missing");
    err.flush();
    return outcome();
  }

  private int demonstrate(DemoRequest request) {
    demos.add(request);
    return outcome();
  }

  private int outcome() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return status;
  }
}
