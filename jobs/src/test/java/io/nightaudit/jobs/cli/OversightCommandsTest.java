package io.nightaudit.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.decision.Answer;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands decide, sign-off and hold. */
class OversightCommandsTest {
  private static final String VALID =
      "system: shop\narchive: {path: data, columns: {start_time: at, prompt: q}}\n";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<DecisionRequest> taken = new ArrayList<>();

  @TempDir private Path folder;
  private String config;

  @BeforeEach
  void writeConfiguration() throws Exception {
    config = Files.writeString(folder.resolve("nightaudit.yaml"), VALID).toString();
  }

  private int execute(String... arguments) {
    return new NightauditCommand(
            new NoJobs() {
              @Override
              public DecisionRun decisions() {
                return (configuration, request, o) -> taken.add(request) ? 0 : 1;
              }
            })
        .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private DecisionRequest taken(String... arguments) {
    String[] more =
        Stream.concat(Stream.of(arguments), Stream.of("--config", config)).toArray(String[]::new);
    assertThat(execute(more)).as(err.toString()).isZero();
    return taken.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decide | Missing required
          decide R-1 --by ops --reason r | Missing required option: '--answer
          decide R-1 --answer perhaps --by ops --reason r | expected one of [APPROVE, REJECT, DEFER, EXPIRED]
          decide R-1 --answer approve --by ops --reason r --executed-at yesterday | 'yesterday' is not a time; write it with its offset, such as 2026-11-24T08:30:00+01:00
          decide R-1 --answer approve --by ops --reason r --executed-at 2026-11-24T08:30 | is not a time; write it with its offset
          decide R-1 --answer reject --by ops --reason r --executed-at 2026-11-24T08:30Z | --executed-at goes with --answer approve alone: what was answered with reject is not carried out.
          decide R-1 --answer reject --by ops --reason r --serious-incident-suspected maybe | expected one of [YES, NO, UNKNOWN]
          sign-off --by ops --role r | Missing required option: '--night
          sign-off --night 2026-11-22 --by ops | Missing required option: '--role
          sign-off --night soon --by ops --role r | is not a date
          hold | Which command? One of add, release and list.
          hold ad | Did you mean add?
          hold add --by ops | Missing required option: '--reason
          hold add --by ops --reason r --from 2026-11-22 --to 2026-11-21 | --from 2026-11-22 is after --to 2026-11-21; give the earlier night first.
          hold release --by ops --reason r | Missing required parameter: 'HOLD'
          """)
  void execute_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "sign-off", "hold", "hold add", "hold release", "hold list"})
  void help_ofEveryCommand_hasExamples(String command) {
    assertThat(execute((command + " --help").split(" "))).isZero();
    assertThat(out.toString()).contains("Examples:", "nightaudit " + command.split(" ")[0]);
  }

  @Test
  void decide_allOptions_handsOverTheRequest() {
    DecisionRequest request =
        taken(
            "decide",
            " R-1 ",
            "--answer=approve",
            "--by= ops ",
            "--reason=as proposed",
            "--night=2026-11-22",
            "--executed-at=2026-11-24T08:30:00+01:00",
            "--authority-informed-at=2026-11-24T07:00:00Z",
            "--serious-incident-suspected=yes",
            "--target-pre-assessed=no");
    assertThat(request)
        .isEqualTo(
            new DecisionRequest.Decide(
                "R-1",
                Answer.APPROVE,
                "ops",
                "as proposed",
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of(Instant.parse("2026-11-24T07:30:00Z")),
                new Circumstances(
                    Told.YES,
                    Told.NO,
                    Told.UNKNOWN,
                    Optional.of(Instant.parse("2026-11-24T07:00:00Z"))),
                Optional.empty()));
  }

  @Test
  void decide_nothingTold_isUnknown() {
    DecisionRequest request =
        taken("decide", "R-1", "--answer", "expired", "--by", "airflow", "--reason", "no answer");
    assertThat(request)
        .isEqualTo(
            new DecisionRequest.Decide(
                "R-1",
                Answer.EXPIRED,
                "airflow",
                "no answer",
                Optional.empty(),
                Optional.empty(),
                Circumstances.UNKNOWN,
                Optional.empty()));
  }

  @Test
  void signOff_withoutComment_handsOverTheRequest() {
    assertThat(taken("sign-off", "--night=2026-11-22", "--by=ops", "--role=on call"))
        .isEqualTo(
            new DecisionRequest.SignOff(
                LocalDate.of(2026, 11, 22), "ops", "on call", "", Optional.empty()));
  }

  @Test
  void hold_addAndReleaseAndList_handOverTheirRequests() {
    taken("hold", "add", "--by=legal", "--reason=request", "--from=2026-11-22");
    taken("hold", "release", "H-1", "--by=legal", "--reason=closed");
    taken("hold", "list", "--master=local[1]");
    assertThat(taken)
        .containsExactly(
            new DecisionRequest.AddHold(
                "legal",
                "request",
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.empty(),
                Optional.empty()),
            new DecisionRequest.ReleaseHold("H-1", "legal", "closed", Optional.empty()),
            new DecisionRequest.ListHolds(Optional.of("local[1]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--by", "--reason", "--role", "--comment"})
  void texts_ofEveryKind_holdNothingThatNobodySees(String option) {
    boolean signs = option.equals("--role") || option.equals("--comment");
    List<String> arguments =
        new ArrayList<>(
            signs
                ? List.of("sign-off", "--night=2026-11-22")
                : List.of("decide", "R-1", "--answer=reject"));
    for (String each :
        signs ? List.of("--by", "--role", "--comment") : List.of("--by", "--reason")) {
      arguments.add(each + "=" + (each.equals(option) ? "a\u202Eb" : "plain"));
    }
    assertThat(execute(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .contains(option + " holds the character U+202E, which nobody sees")
        .doesNotContain("\u202E");
    assertThat(taken).isEmpty();
  }
}
