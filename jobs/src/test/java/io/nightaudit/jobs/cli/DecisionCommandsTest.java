package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.archive.label.LabelColumns;
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

/** The commands by which people answer: accept and labels import. */
class DecisionCommandsTest {
  private static final String VALID =
      "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<AcceptRequest> accepted = new ArrayList<>();
  private final List<LabelImportRequest> imported = new ArrayList<>();
  private RuntimeException refusal;

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void writeConfiguration() throws Exception {
    config = Files.writeString(folder.resolve("nightaudit.yaml"), VALID).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accept | Missing required
          accept N-1 --by ops | Missing required option: '--reason
          accept N-1 --by ops --reason r --effective-night soon | is not a date
          accept N-1 --by ops --reason r --store= | --store is empty; name a folder
          labels | Which one? nightaudit labels import FILE
          labels imprt | Did you mean import?
          labels import | Missing required
          labels import x.csv | Missing required option: '--for
          """)
  void execute_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(accepted).isEmpty();
    assertThat(imported).isEmpty();
  }

  @Test
  void accept_finding_handsOverTheRequest() {
    assertThat(
            execute(
                "accept",
                " N-1 ",
                "--by= ops ",
                "--reason=as planned",
                "--effective-night=2026-12-01",
                "--config",
                config))
        .isZero();
    assertThat(accepted)
        .containsExactly(
            new AcceptRequest(
                "N-1",
                "ops",
                "as planned",
                Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ' ' | r | --by is empty; say who accepts the finding.
          ops | ' ' | --reason is empty; say why the new level is right.
          a<202E>b | r | --by holds the character U+202E, which nobody sees
          ops | a<0007>b | --reason holds the character U+0007
          ops | a<000A>b | --reason holds the character U+000A
          """)
  void accept_textThatMisleads_isRefused(String by, String reason, String said) {
    int code =
        execute(
            "accept",
            "N-1",
            "--by=" + unescaped(by),
            "--reason=" + unescaped(reason),
            "--config",
            config);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(said).doesNotContain("\u202E").doesNotContain("\u0007");
    assertThat(accepted).isEmpty();
  }

  /** Puts a character in place of its number. */
  private static String unescaped(String text) {
    int at = text.indexOf('<');
    return at < 0
        ? text
        : text.substring(0, at)
            + (char) Integer.parseInt(text.substring(at + 1, at + 5), 16)
            + text.substring(at + 6);
  }

  @Test
  void accept_reasonTooLong_isRefused() {
    assertThat(
            execute(
                "accept", "N-1", "--by=ops", "--reason=" + "x".repeat(1001), "--config", config))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--reason has 1001 characters, at most 1000 are kept");
  }

  @Test
  void accept_refusal_statusTwoAndNothingWritten() {
    refusal = new Refusal("there is no finding N-1");
    assertThat(execute("accept", "N-1", "--by=ops", "--reason=r", "--config", config)).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("nightaudit: there is no finding N-1", "  Nothing was written.");
  }

  @Test
  void labels_import_handsOverTheRequest() {
    assertThat(
            execute(
                "labels",
                "import",
                "a.csv",
                "--for=scores.good",
                "--who-column=person",
                "--yes-value=ja",
                "--no-value=nein",
                "--config",
                config))
        .isZero();
    assertThat(imported)
        .containsExactly(
            new LabelImportRequest(
                "a.csv",
                "scores.good",
                new LabelColumns("id", "label", "person", "when"),
                List.of("ja"),
                List.of("nein"),
                Optional.empty()));
  }

  private int execute(String... arguments) {
    return new NightauditCommand(
            new NoJobs() {
              @Override
              public AcceptRun accept() {
                return (configuration, request, o) -> answer(accepted.add(request));
              }

              @Override
              public LabelImportRun labels() {
                return (configuration, request, o) -> answer(imported.add(request));
              }
            })
        .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int answer(boolean heard) {
    if (refusal != null) {
      throw refusal;
    }
    return heard ? 0 : 1;
  }
}
