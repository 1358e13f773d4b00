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
  private final List<GateRequest> gates = new ArrayList<>();
  private final List<DemoRequest> demos = new ArrayList<>();
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
          '' | Which command? One of run, gate, check-config, review and demo.
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
          gate --candidate b | Missing required option: '--baseline=RELEASE'
          gate --baseline a | Missing required option: '--candidate
          gate --baseline a --candidate b b | A candidate is named twice; name each once.
          gate --baseline a --candidate b --night 2026-11-22 --to 2026-11-22 | exclude each other
          gate --baseline a --candidate b --from 2026-11-02 --to 2026-11-01 | swap them
          check-config --confg x | Did you mean --config?
          demo --flder x | Did you mean --folder?
          """)
  void execute_wrongUsage_statusTwoAndHint(String arguments, String said) {
    assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said).contains("--help").doesNotContain("\tat ");
    assertThat(requests).isEmpty();
    assertThat(demos).isEmpty();
  }

  @Test
  void gate_candidates_handsOverTheRequest() {
    status = 5;
    String[] arguments = {
      "gate",
      "--config",
      config,
      "--baseline",
      "a",
      "--candidate",
      "b",
      "c",
      "--candidate",
      "d",
      "--from",
      "2026-11-02",
      "--output",
      "there",
      "--json",
      "x.json",
      "--json",
      "y.json"
    };

    assertThat(execute(arguments)).isEqualTo(5);
    assertThat(gates)
        .containsExactly(
            new GateRequest(
                "a",
                List.of("b", "c", "d"),
                Optional.of(LocalDate.of(2026, 11, 2)),
                Optional.empty(),
                Path.of("there"),
                List.of(Path.of("x.json"), Path.of("y.json")),
                Optional.empty(),
                false,
                Progress.watched()));
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
  void checkConfig_applicability_isPartOfTheSummary() {
    execute("check-config", "--config", config);
    assertThat(out.toString()).contains("AI Act:       the operator has not said\n");

    execute(
        "check-config",
        "--config",
        config,
        "--set",
        "applicability={operator-role: provider, risk-class: high-risk, annex-iii-point: 4(a),"
            + " member-states: [DE], asserted-by: counsel, asserted-on: 2026-11-02}",
        "--set",
        "regulation.art72-73-effective-from=2027-12-02");
    assertThat(out.toString())
        .contains("provider, high-risk, Annex III 4(a), DE, asserted by counsel on 2026-11-02")
        .contains("Art. 72 and 73 from 2027-12-02");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "gate",
        "check-config",
        "demo",
        "report",
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
            new NoJobs() {
              @Override
              public AuditRun run() {
                return NightauditCommandTest.this::audit;
              }

              @Override
              public DemoRun demo() {
                return NightauditCommandTest.this::demonstrate;
              }

              @Override
              public ReviewRun review() {
                return (configuration, request, o, e) -> outcome();
              }

              @Override
              public AcceptRun accept() {
                return (configuration, request, o) -> outcome();
              }

              @Override
              public LabelImportRun labels() {
                return (configuration, request, o) -> outcome();
              }

              @Override
              public DecisionRun decisions() {
                return (configuration, request, o) -> outcome();
              }

              @Override
              public GateRun gate() {
                return NightauditCommandTest.this::gate;
              }
            });
    return command.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int audit(AuditConfiguration configuration, RunRequest request) {
    audited.add(configuration);
    requests.add(request);
    return outcome();
  }

  private int gate(AuditConfiguration configuration, GateRequest request, PrintWriter printed) {
    audited.add(configuration);
    gates.add(request);
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
