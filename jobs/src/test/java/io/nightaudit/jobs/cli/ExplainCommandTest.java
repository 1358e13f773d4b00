package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The command that explains a figure. */
class ExplainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<ExplainRequest> requests = new ArrayList<>();
  private RuntimeException refusal;

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void writeConfiguration() throws Exception {
    config =
        Files.writeString(
                folder.resolve("nightaudit.yaml"),
                "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n")
            .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explain F-1 | Missing required option: '--night
          explain --night 2026-11-22 | Which figure? Name its id, or list them all with --list.
          explain F-1 --list --night 2026-11-22 | --list needs no FIGURE_ID
          explain F-1 --metric errors --night 2026-11-22 | --metric is for --list
          explain F-1 --night soon | is not a date
          """)
  void execute_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help");
    assertThat(requests).isEmpty();
  }

  @Test
  void execute_figure_handsOverTheRequestWithTheKeysOfTheFile() {
    assertThat(
            execute(
                "explain",
                " F-1 ",
                "--night=2026-11-22",
                "--json",
                "--config=" + config,
                "--set=policy.minimum-rows=5"))
        .isEqualTo(6);
    ExplainRequest request = requests.get(0);
    assertThat(request.id()).contains("F-1");
    assertThat(request.night()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(request.json()).isTrue();
    assertThat(request.metric()).isEqualTo(Optional.empty());
    assertThat(request.ownKeys())
        .contains("system", "archive.columns.prompt", "policy.minimum-rows")
        .doesNotContain("policy.baseline-nights");
  }

  @Test
  void execute_unknownFigure_isRefusedWithStatusTwo() {
    refusal = new Refusal("nothing has the id F-1");
    assertThat(execute("explain", "F-1", "--night=2026-11-22", "--config=" + config)).isEqualTo(2);
    assertThat(err.toString()).isEqualToIgnoringNewLines("nightaudit: nothing has the id F-1");
  }

  private int execute(String... arguments) {
    return new NightauditCommand(
            new NoJobs() {
              @Override
              public ExplainRun explain() {
                return (configuration, request, o, e) -> ExplainCommandTest.this.explain(request);
              }
            })
        .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int explain(ExplainRequest request) {
    if (refusal != null) {
      throw refusal;
    }
    requests.add(request);
    return ExitStatus.DIFFERS.code();
  }
}
