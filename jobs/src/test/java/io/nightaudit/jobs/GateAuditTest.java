package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release gate from the command line to its files. */
class GateAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Path configuration;

  @BeforeAll
  static void write() {
    configuration = GateArchive.write(folder, 1);
  }

  private static Audit gate(Path of, String output, String... arguments) {
    List<String> all = new ArrayList<>(List.of("gate", "--config=" + of));
    all.add("--output=" + folder.resolve(output));
    all.addAll(List.of(arguments));
    return Audit.run(all.toArray(String[]::new));
  }

  private static JsonNode json(String output) throws IOException {
    return JSON.readTree(folder.resolve(output).resolve("gate.json").toFile());
  }

  private static JsonNode metric(JsonNode gate, int candidate) {
    return gate.path("candidates").path(candidate).path("metrics").path(0);
  }

  @Test
  void gate_equalWorseAndSmall_passesTheEqualOne() throws IOException {
    Audit audit =
        gate(configuration, "three", "--baseline=v1", "--candidate", "equal", "worse", "small");

    assertThat(audit.status()).as(audit.err() + audit.out()).isEqualTo(5);
    JsonNode gate = json("three");
    assertThat(gate.path("outcome").asText()).isEqualTo("FAILS");
    assertThat(gate.path("candidates").findValuesAsText("release"))
        .containsExactly("gpt-x + equal", "gpt-x + worse", "gpt-x + small");
    assertThat(outcomes(gate)).containsExactly("PASSES", "FAILS", "UNDECIDED");
    assertThat(gate.path("recommended").path("release").asText()).isEqualTo("gpt-x + equal");
    assertThat(metric(gate, 2).path("reason").asText())
        .isEqualTo("the candidate has 20 values; the policy asks for 100");
    assertThat(Files.exists(folder.resolve("nightaudit-store"))).isFalse();
  }

  private static List<String> outcomes(JsonNode gate) {
    List<String> outcomes = new ArrayList<>();
    gate.path("candidates").forEach(candidate -> outcomes.add(candidate.path("outcome").asText()));
    return outcomes;
  }

  /** Of 1,000 paired questions 400 are wrong against 100, and 300 or 200 of them differ. */
  @Test
  void gate_sameQuestions_arePaired() throws IOException {
    gate(configuration, "paired", "--baseline=v1", "--candidate", "worse", "equal");

    JsonNode worse = metric(json("paired"), 0);
    assertThat(worse.path("counts").asText()).isEqualTo("PAIRED");
    assertThat(worse.path("paired").path("n").asLong()).isEqualTo(1_000);
    assertThat(worse.path("paired").path("change").path("value").asDouble())
        .isCloseTo(-0.3, within(1e-12));
    assertThat(worse.path("mismatch").path("changed").asLong()).isEqualTo(300);
    JsonNode equal = metric(json("paired"), 1);
    assertThat(equal.path("paired").path("change").path("value").asDouble()).isZero();
    assertThat(equal.path("mismatch").path("changed").asLong()).isEqualTo(200);
    assertThat(worse.path("paired").path("confidence").asDouble()).isEqualTo(0.975);
  }

  @Test
  void gate_onePassing_statusZeroAndTheTableFits() {
    Audit audit = gate(configuration, "one", "--baseline=v1", "--candidate=equal");

    assertThat(audit.status()).as(audit.err()).isZero();
    assertThat(audit.out()).contains("The candidate passes.").contains("Score “good”");
    assertThat(audit.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void gate_tenCandidates_inOneRun() throws IOException {
    Audit audit =
        gate(
            configuration,
            "ten",
            "--baseline=v1",
            "--candidate",
            "equal",
            "worse",
            "small",
            "more-1",
            "more-2",
            "more-3",
            "more-4",
            "more-5",
            "more-6",
            "more-7");

    assertThat(audit.status()).as(audit.err()).isEqualTo(5);
    JsonNode gate = json("ten");
    assertThat(gate.path("candidates")).hasSize(10);
    assertThat(gate.path("reliance").path("nights_without_rows").asInt()).isEqualTo(1);
    assertThat(audit.out()).doesNotContain("\u001b");
    assertThat(Files.readString(folder.resolve("ten/gate.html"))).doesNotContain("7<b>");
    assertThat(gate.path("split").path("each").asDouble()).isCloseTo(0.995, within(1e-9));
    assertThat(audit.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void gate_otherFilesOfTheSameRows_sameBytes() throws IOException {
    Path other = GateArchive.write(Files.createDirectories(folder.resolve("split")), 5);
    gate(configuration, "a", "--baseline=v1", "--candidate", "equal", "worse");
    gate(other, "b", "--baseline=v1", "--candidate", "equal", "worse");

    for (String file : List.of("gate.json", "gate.html")) {
      assertThat(Files.readString(folder.resolve("b").resolve(file)))
          .isEqualTo(Files.readString(folder.resolve("a").resolve(file)));
    }
  }

  @Test
  void gate_files_followTheirFormsAndHoldNoText() throws Exception {
    Path copy = folder.resolve("copy/of.json");
    gate(configuration, "form", "--baseline=v1", "--candidate=worse", "--json=" + copy);

    byte[] json = Files.readAllBytes(folder.resolve("form/gate.json"));
    assertThat(GateSchema.problems(json)).isEmpty();
    assertThat(Files.readAllBytes(copy)).isEqualTo(json);
    String html = Files.readString(folder.resolve("form/gate.html"));
    GateSchema.assertWellFormed(html);
    for (String text : List.of(html, new String(json, StandardCharsets.UTF_8))) {
      assertThat(text).doesNotContain("parcel").doesNotContain(folder.toString());
    }
  }

  @Test
  void gate_unknownRelease_statusTwoAndTheNearest() {
    Audit audit = gate(configuration, "unknown", "--baseline=v1", "--candidate=eqaul");

    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err())
        .contains("no release of the archive is or holds 'eqaul'")
        .contains("the nearest are 'gpt-x + equal' (1,000 rows)");
    assertThat(folder.resolve("unknown")).doesNotExist();
  }

  @Test
  void gate_ambiguousRelease_statusTwoAndItsRows() {
    Audit audit = gate(configuration, "ambiguous", "--baseline=v1", "--candidate=gpt-x");

    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err())
        .contains("'gpt-x' is part of 11 releases")
        .contains("(1,000 rows) and 6 more");
  }

  @Test
  void gate_candidateIsTheBaseline_statusTwo() {
    assertThat(gate(configuration, "same", "--baseline=v1", "--candidate=gpt-x + v1").err())
        .contains("the candidate 'gpt-x + v1' is the baseline");
  }

  @Test
  void gate_noGateMetric_statusTwoAndHowToDeclareOne() {
    Audit audit =
        gate(
            configuration,
            "none",
            "--baseline=v1",
            "--candidate=equal",
            "--set=policy.metrics.scores.good.gate=false");

    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains("no metric of the policy is a gate").contains("gate: true}");
  }

  @Test
  void gate_nightWithoutArchive_statusThree() {
    Audit audit =
        gate(configuration, "late", "--baseline=v1", "--candidate=equal", "--night=2026-11-09");

    assertThat(audit.status()).isEqualTo(3);
    assertThat(folder.resolve("late")).doesNotExist();
  }

  @Test
  void gate_damagedFile_statusFour() throws IOException {
    Path damaged = folder.resolve("damaged");
    Path of = GateArchive.write(Files.createDirectories(damaged), 1);
    Files.writeString(damaged.resolve("archive/dt=2026-11-08/part-9.parquet"), "no Parquet");
    Audit audit = gate(of, "broken", "--baseline=v1", "--candidate=equal");

    assertThat(audit.status()).as(audit.err()).isEqualTo(4);
    assertThat(audit.out()).contains("breaks its contract").contains("1 of 3 files cannot be read");
    assertThat(json("broken").path("outcome").asText()).isEqualTo("FAILS");
  }

  /** The paper's numbers, {@code llmdrift.csv}: GPT-4 from March to June 2023 on 1,000 primes. */
  @Test
  void gate_llmdriftReleases_findsThePapersNumbers() throws IOException {
    Path archives = Path.of(System.getProperty("archives", ""));
    Assumptions.assumeTrue(
        Files.isDirectory(archives.resolve("data/llmdrift/releases")),
        "needs the real archives: -Darchives=FOLDER, found none in '" + archives + "'");
    Path primes = Files.createDirectories(folder.resolve("primes"));
    Files.copy(
        archives.resolve("data/llmdrift/releases/PRIME_FULL.parquet"),
        primes.resolve("PRIME_FULL.parquet"));
    Audit audit =
        gate(
            Path.of("examples/llmdrift-releases.yaml"),
            "llmdrift",
            "--set=archive.path=" + primes,
            "--baseline=gpt-4-0314",
            "--candidate=gpt-4-0613",
            "--candidate=gpt-3.5-turbo-0613");

    assertThat(audit.status()).as(audit.err() + audit.out()).isEqualTo(5);
    JsonNode gate = json("llmdrift");
    JsonNode correct = metric(gate, 0);
    assertThat(correct.path("plain").path("value").asDouble()).isEqualTo(0.511);
    assertThat(correct.path("plain").path("baseline").asDouble()).isEqualTo(0.84);
    assertThat(correct.path("counts").asText()).isEqualTo("PAIRED");
    assertThat(correct.path("mismatch").path("changed").asLong()).isEqualTo(623);
    JsonNode says = other(gate, "scores.says_prime");
    assertThat(says.path("mismatch").path("changed").asLong()).isEqualTo(626);
    assertThat(says.path("mismatch").path("share").asDouble()).isEqualTo(0.626);
    JsonNode characters = other(gate, "answer_characters").path("plain");
    assertThat(characters.path("baseline").asDouble()).isEqualTo(638.311);
    assertThat(characters.path("value").asDouble()).isEqualTo(3.907);
  }

  /** How a metric of the first candidate compares that is no gate. */
  private static JsonNode other(JsonNode gate, String metric) {
    String id = "";
    for (JsonNode figure : gate.path("figures")) {
      boolean first =
          figure.path("slice_title").equals(gate.path("candidates").path(0).path("release"));
      id = first && figure.path("metric").asText().equals(metric) ? figure.path("id").asText() : id;
    }
    for (JsonNode other : gate.path("candidates").path(0).path("others")) {
      if (other.path("figure").asText().equals(id)) {
        return other;
      }
    }
    throw new AssertionError("no figure of " + metric);
  }
}
