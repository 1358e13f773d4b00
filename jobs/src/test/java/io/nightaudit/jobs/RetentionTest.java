package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.jobs.cli.RetainRequest;
import io.nightaudit.jobs.evidence.Difference;
import io.nightaudit.jobs.evidence.Difference.Kind;
import io.nightaudit.jobs.evidence.Verified;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store of three nights, one of them under a legal hold, and of two nights six weeks later: what
 * is older than a month goes, whatever stops the removal, and the chain still verifies.
 */
class RetentionTest {
  private static final LocalDate LAST = LocalDate.of(2026, 12, 17);
  private static final List<String> REMOVED = List.of("2026-11-02", "2026-11-04");
  private static final String HELD = "2026-11-03";

  @TempDir static Path folder;
  private static Path built;
  private static Path removed;
  private static String said;

  @BeforeAll
  static void build() throws IOException {
    Path archive = folder.resolve("archive");
    SmallArchive.write(archive);
    SmallArchive.write(archive, LAST.minusDays(1));
    SmallArchive.write(archive, LAST);
    Files.writeString(
        folder.resolve("nightaudit.yaml"),
        """
        system: small
        archive:
          path: archive
          columns:
            interaction_id: id
            start_time: served_at
            prompt: prompt
            answer: answer
            request_model: model
        policy:
          baseline-nights: 3
          history-nights: 14
          score: {learning-nights: 5, weekday-nights: 14}
          retention: {tables-months: 1, reports-months: 1}
        """);
    built = folder.resolve("built");
    assertThat(
            on(built, "run", "--from=" + SealedStore.night(2), "--to=" + SealedStore.night(4))
                .status())
        .isZero();
    assertThat(on(built, "run", "--from=" + LAST.minusDays(1), "--to=" + LAST).status()).isZero();
    Path period = Files.createDirectories(built.resolve("periods/2026-11-02_2026-11-02"));
    Files.writeString(period.resolve("period.json"), "{}");
    assertThat(
            on(
                    built,
                    "hold",
                    "add",
                    "--by=legal",
                    "--reason=request",
                    "--from=" + HELD,
                    "--to=" + HELD)
                .status())
        .isZero();
    removed = SealedStore.copy(built, folder.resolve("removed"));
    Audit retained = on(removed, "retain");
    assertThat(retained.status()).as(retained.err()).isZero();
    said = retained.out();
  }

  private static Audit on(Path store, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config=" + folder.resolve("nightaudit.yaml"));
    all.add("--store=" + store);
    return Audit.run(all.toArray(String[]::new));
  }

  private static Path copy(Path of, String name) throws IOException {
    return SealedStore.copy(of, folder.resolve(name));
  }

  private static List<Path> files(Path store, String glob) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> store.relativize(file).toString().matches(glob))
          .sorted()
          .toList();
    }
  }

  private static List<String> partitions(Path store, String night) throws IOException {
    try (Stream<Path> tables = Files.list(store.resolve("tables"))) {
      return tables
          .filter(table -> Files.exists(table.resolve("night=" + night)))
          .map(table -> table.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static long rows(Path store, String table, String night) {
    return TestSpark.session()
        .read()
        .format("delta")
        .load(store.resolve("tables/" + table).toString())
        .where("night = DATE'" + night + "'")
        .count();
  }

  @Test
  void retain_oldNights_removesRowsAndTheFilesThatHeldThem() throws IOException {
    for (String night : REMOVED) {
      assertThat(partitions(built, night)).contains("profiles", "measurements", "review_queue");
      assertThat(partitions(removed, night)).isSubsetOf("coverage", "releases");
      assertThat(rows(removed, "profiles", night)).isZero();
      assertThat(rows(removed, "coverage", night)).isOne();
      assertThat(files(removed, "reports/" + night + "/.*"))
          .containsExactly(removed.resolve("reports/" + night + "/manifest.json"));
    }
    assertThat(removed.resolve("periods/2026-11-02_2026-11-02")).doesNotExist();
    assertThat(built.resolve("periods/2026-11-02_2026-11-02/period.json")).exists();
  }

  @Test
  void retain_nightsHeldOrNeeded_stay() throws IOException {
    for (String night : List.of(HELD, LAST.minusDays(1).toString())) {
      assertThat(partitions(removed, night)).isEqualTo(partitions(built, night));
      assertThat(rows(removed, "profiles", night)).isEqualTo(rows(built, "profiles", night));
      assertThat(files(removed, "reports/" + night + "/report.*")).isNotEmpty();
    }
    assertThat(said)
        .contains("night of 2026-11-02", "night of 2026-11-03: legal hold H-", "decision D-")
        .contains("Art. 19(1) and 26(6)");
  }

  @Test
  void retain_farAheadOfTheLastNight_keepsWhatTheNextOneIsJudgedWith() throws IOException {
    Audit ahead = on(built, "retain", "--dry-run", "--as-of=2028-01-01", "--json");
    assertThat(ahead.status()).as(ahead.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(ahead.out());
    assertThat(json.path("first_needed").asText()).isEqualTo(LAST.minusDays(14).toString());
    assertThat(json.findValuesAsText("reason")).contains("NEEDED", "LEGAL_HOLD");
    for (JsonNode each : json.path("removed")) {
      assertThat(each.path("to").asText()).isLessThan(LAST.minusDays(14).toString());
    }
  }

  @Test
  void dryRun_ofAnyStore_writesNothing() throws IOException {
    SortedMap<String, String> before = SealedStore.bytes(built);
    Audit dry = on(built, "retain", "--dry-run");
    assertThat(dry.status()).isZero();
    assertThat(dry.out()).contains("Would be removed:", "nothing was written");
    assertThat(SealedStore.bytes(built)).isEqualTo(before);
  }

  @Test
  void verify_directlyAfter_holdsAndTellsOfTheRemoval() throws IOException {
    Verified verified = SealedStore.verify(removed);
    assertThat(verified.differences()).isEmpty();
    assertThat(verified.outside()).noneMatch(path -> path.contains("night="));
    assertThat(verified.notes())
        .anyMatch(note -> note.matches("night 2026-11-02: \\d+ table files removed by .*D-.*"))
        .anyMatch(note -> note.matches("night 2026-11-04: \\d+ report files removed by .*D-.*"));
    Audit night = on(removed, "verify", "--night=2026-11-02");
    assertThat(night.status()).isZero();
    assertThat(night.out()).contains("removed by retention on");
  }

  @Test
  void verify_fileGoneWithoutTombstone_isMissing() throws IOException {
    Path store = copy(removed, "without");
    Path report = store.resolve("reports/" + HELD + "/report.json");
    Path rows = files(store, "tables/profiles/night=" + HELD + "/part.*").get(0);
    Path register = files(store, "tables/coverage/night=2026-11-02/part.*").get(0);
    Path last = store.resolve("reports/" + LAST + "/report.html");
    for (Path file : List.of(report, rows, register)) {
      Files.delete(file);
    }
    Files.writeString(last, "changed");
    assertThat(SealedStore.verify(store).differences())
        .extracting(Difference::path)
        .containsExactlyInAnyOrder(
            store.relativize(report).toString(),
            store.relativize(rows).toString(),
            store.relativize(register).toString(),
            store.relativize(last).toString());
  }

  @Test
  void verify_tombstoneGone_isFoundWithAllThatItSpokeFor() throws IOException {
    Path store = copy(removed, "tombstone");
    Path tombstone =
        files(store, "decisions/\\d+\\.json").stream()
            .filter(RetentionTest::isOfRows)
            .findFirst()
            .orElseThrow();
    Files.delete(tombstone);
    Verified verified = SealedStore.verify(store);
    assertThat(verified.differences())
        .anyMatch(d -> d.path().equals(store.relativize(tombstone).toString()))
        .anyMatch(d -> d.kind() == Kind.MISSING && d.path().startsWith("tables/profiles/night="));
  }

  private static boolean isOfRows(Path entry) {
    try {
      String text = Files.readString(entry);
      return text.contains("\"RETENTION\"") && text.contains("\"TABLES\"");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void retain_again_addsNothing() throws IOException {
    SortedMap<String, String> before = SealedStore.bytes(removed);
    Audit again = on(removed, "retain");
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("Nothing is older that may go.");
    assertThat(SealedStore.bytes(removed)).isEqualTo(before);
  }

  /** Killed before each step in turn: what stays is no difference of a file, and is finished. */
  @Test
  void retain_stoppedBeforeAnyStep_isFinishedByTheNext() throws Exception {
    Path store = copy(built, "stopped");
    for (Retention.Step step : Retention.Step.values()) {
      assertThatThrownBy(() -> retain(store, step)).hasMessage("stopped");
      assertThat(SealedStore.verify(store).differences())
          .as("before %s", step)
          .noneMatch(difference -> difference.kind() == Kind.MISSING)
          .allMatch(difference -> difference.path().contains("_delta_log"));
    }
    Audit finished = on(store, "retain");
    assertThat(finished.status()).as(finished.err()).isZero();
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    for (String night : REMOVED) {
      assertThat(partitions(store, night)).isSubsetOf("coverage", "releases");
    }
    assertThat(files(store, "decisions/\\d+\\.json").stream().filter(RetentionTest::isOfRows))
        .as("tombstones are written once")
        .hasSameSizeAs(
            files(removed, "decisions/\\d+\\.json").stream()
                .filter(RetentionTest::isOfRows)
                .toList());
  }

  private static void retain(Path store, Retention.Step at) throws Exception {
    AuditConfiguration configuration =
        ConfigurationFile.read(folder.resolve("nightaudit.yaml"), List.of())
            .withStore(store.toString());
    new Retention(
            step -> {
              if (step == at) {
                throw new IllegalStateException("stopped");
              }
            })
        .retain(
            configuration,
            new RetainRequest(Optional.empty(), "ops", false, false, Optional.empty()),
            new PrintWriter(new StringWriter()));
  }

  /** The window that is kept is all that the last night is judged with. */
  @Test
  void run_ofTheLastNightAgain_writesTheSameReport() throws IOException {
    Path store = copy(removed, "last");
    Path report = store.resolve("reports/" + LAST + "/report.json");
    byte[] before = Files.readAllBytes(report);
    Audit again = on(store, "run", "--night=" + LAST);
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(Files.readAllBytes(report)).isEqualTo(before);
    assertThat(Files.readAllBytes(built.resolve("reports/" + LAST + "/report.json")))
        .isEqualTo(before);
    assertThat(SealedStore.verify(store).differences()).isEmpty();
  }

  @Test
  void run_ofARemovedNight_makesItAnewAndLeavesLaterReports() throws IOException {
    Path store = copy(removed, "anew");
    byte[] later = Files.readAllBytes(store.resolve("reports/" + HELD + "/report.json"));
    assertThat(on(store, "explain", "--list", "--night=2026-11-02").err())
        .contains("removed by retention on", "nightaudit run --night 2026-11-02");
    Audit anew = on(store, "run", "--night=2026-11-02");
    assertThat(anew.status()).as(anew.err()).isZero();
    assertThat(anew.err()).contains("nights after 2026-11-02 keep the reports that they have");
    assertThat(store.resolve("reports/2026-11-02/report.json")).exists();
    assertThat(rows(store, "profiles", "2026-11-02")).isPositive();
    assertThat(Files.readAllBytes(store.resolve("reports/" + HELD + "/report.json")))
        .isEqualTo(later);
    assertThat(SealedStore.verify(store).differences()).isEmpty();
    Files.delete(store.resolve("reports/2026-11-02/report.json"));
    assertThat(SealedStore.verify(store).differences())
        .as("no earlier tombstone speaks for the night made anew")
        .extracting(Difference::kind)
        .containsExactly(Kind.MISSING);
    assertThat(on(store, "retain").status()).isZero();
    assertThat(partitions(store, "2026-11-02")).isSubsetOf("coverage", "releases");
  }
}
