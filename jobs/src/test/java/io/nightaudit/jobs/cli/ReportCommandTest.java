package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that reports a period: its ways to name one. */
class ReportCommandTest {
  private static final String VALID =
      "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<ReportRequest> requests = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeEach
  void writeConfiguration() throws Exception {
    Files.writeString(folder.resolve("nightaudit.yaml"), VALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report | Which period? Name one with --from and --to
          report --from 2026-11-01 | A period needs both --from and --to
          report --from 2026-11-02 --to 2026-11-01 | --from 2026-11-02 is after --to 2026-11-01; swap them
          report --from 2025-01-01 --to 2026-11-01 | are 670 nights, more than 400; ask for a shorter period
          report --from 2026-11-01 --to 2026-11-02 --month 2026-11 | exclude one another
          report --week 2026-W54 | --week is '2026-W54'; give a week from 01 to 53
          report --week 2025-W53 | a week from 01 to 52
          report --week 47 | give the ISO year and week, such as 2026-W47
          report --month 2026-13 | --month is '2026-13'; give year and month
          report --quarter 2026-Q5 | give year and quarter from Q1 to Q4
          report --month 2026-11 --output= | --output is empty
          """)
  void execute_wrongUsage_statusTwoAndRemedy(String arguments, String said) {
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(requests).isEmpty();
  }

  /** ISO 8601: week 1 holds 4 January; the first week of 2026 begins on 29 December 2025. */
  @ParameterizedTest
  @CsvSource({
    "--week 2026-W47, 2026-11-16, 2026-11-22",
    "--week 2026-W01, 2025-12-29, 2026-01-04",
    "--week 2026-W53, 2026-12-28, 2027-01-03",
    "--month 2024-02, 2024-02-01, 2024-02-29",
    "--quarter 2026-Q4, 2026-10-01, 2026-12-31",
    "--from 2026-11-10 --to 2026-11-10, 2026-11-10, 2026-11-10"
  })
  void execute_namedPeriod_isHandedOver(String period, String from, String to) {
    assertThat(execute("report " + period)).isZero();
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).from()).hasToString(from);
    assertThat(requests.get(0).to()).hasToString(to);
    assertThat(requests.get(0).output()).isEmpty();
  }

  @Test
  void help_ofReport_hasExamples() {
    assertThat(execute("report --help")).isZero();
    assertThat(out.toString()).contains("Examples:", "nightaudit report --week 2026-W47");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 96);
  }

  private int execute(String arguments) {
    List<String> all = new ArrayList<>(List.of(arguments.strip().split(" ")));
    all.add("--config=" + folder.resolve("nightaudit.yaml"));
    NoJobs jobs =
        new NoJobs() {
          @Override
          public ReportRun report() {
            return (configuration, request, printed) -> {
              requests.add(request);
              return 0;
            };
          }
        };
    return new NightauditCommand(jobs)
        .execute(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }
}
