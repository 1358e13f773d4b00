package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding is accepted: what follows, and that re-runs and other orders tell the same. */
class AcceptTest {
  private static final int LAST = SampleNight.NIGHTS;
  private static final LocalDate EFFECTIVE = SampleNight.date(LAST + 1);

  @TempDir static Path folder;

  private static SampleArchive archive;
  private static Path store;
  private static String finding;
  private static String before;
  private static Audit accepted;
  private static Audit again;
  private static String release;
  private static Audit released;

  /** Nine nights, a finding of the last one accepted; a night, then its release accepted, too. */
  @BeforeAll
  static void acceptAFinding() throws IOException {
    archive = SampleArchive.write(folder.resolve("sample"), LAST + 2, 2);
    store = SampleStore.shared().copy(folder.resolve("store"));
    finding = open(LAST, "metric = 'answer_characters' AND kind LIKE 'score%'");
    before = report(store, LAST, "report.json");
    accepted = accept(finding, "ops", "shorter answers, as planned");
    again = accept(finding, " ops", "shorter answers, as planned ");
    run(store, LAST + 1, LAST + 1);
    release = open(LAST + 1, "kind = 'release'");
    released = accept(release, "ops", "the new release stays");
    run(store, LAST + 2, LAST + 2);
  }

  private static void run(Path store, int from, int to) {
    Audit audit = Audit.nights(archive, store, from, to);
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  private static Audit accept(String id, String by, String reason, String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "accept",
                    id,
                    "--by=" + by,
                    "--reason=" + reason,
                    "--config=" + archive.configuration(),
                    "--store=" + store),
                Stream.of(more))
            .toList();
    return Audit.run(arguments.toArray(String[]::new));
  }

  private static String open(int night, String condition) {
    return StoreContent.table(store, "findings")
        .where("night = '" + SampleNight.date(night) + "' AND " + condition)
        .orderBy("slice", "metric", "id")
        .first()
        .getAs("id");
  }

  private static String report(Path store, int night, String name) throws IOException {
    return Files.readString(
        store.resolve("reports/" + SampleNight.date(night) + "/" + name), StandardCharsets.UTF_8);
  }

  @Test
  void accept_openFinding_keepsTheDecisionAndSaysWhatFollows() {
    assertThat(accepted.status()).as(accepted.err()).isZero();
    assertThat(accepted.out())
        .contains("Accepted: ", finding, "nights from " + EFFECTIVE + " on")
        .contains("to learn anew", "LEARNING until they know 5 nights since then");
    Row row = StoreContent.table(store, "decisions").where("subject = '" + finding + "'").first();
    assertThat(row.<String>getAs("by")).isEqualTo("ops");
    assertThat(row.<String>getAs("reason")).isEqualTo("shorter answers, as planned");
    assertThat(row.<Object>getAs("effective_night").toString()).isEqualTo(EFFECTIVE.toString());
    assertThat(row.<Object>getAs("decided_at")).isNotNull();
    assertThat(row.getList(row.fieldIndex("streams"))).isNotEmpty();
  }

  @Test
  void accept_afterwards_theStreamsLearnAndTheFindingIsGone() {
    List<Row> streams =
        StoreContent.table(store, "decisions")
            .where("subject = '" + finding + "'")
            .selectExpr("explode(streams) stream")
            .selectExpr("stream.slice", "stream.metric")
            .collectAsList();
    for (Row stream : streams) {
      Row judged =
          StoreContent.table(store, "measurements")
              .where("night = '" + EFFECTIVE + "'")
              .where("slice = '" + stream.getString(0) + "'")
              .where("metric = '" + stream.getString(1) + "'")
              .first();
      assertThat(judged.<String>getAs("verdict")).as(stream.toString()).isEqualTo("LEARNING");
      assertThat(judged.<String>getAs("reason")).contains("accepted as the new level from");
    }
    assertThat(StoreContent.table(store, "findings").where("night >= '" + EFFECTIVE + "'"))
        .satisfies(open -> assertThat(open.where("id = '" + finding + "'").count()).isZero());
  }

  @Test
  void accept_release_resetsItsRouteButNotWhatPeopleAsk() {
    assertThat(released.status()).as(released.err()).isZero();
    assertThat(released.out()).contains("every stream of alpha but those of the input");
    String night = SampleNight.date(LAST + 2).toString();
    assertThat(verdicts(night, "request_model=alpha", "answer_characters"))
        .containsExactly("LEARNING");
    assertThat(verdicts(night, "request_model=alpha", "prompt_characters"))
        .doesNotContain("LEARNING");
    assertThat(verdicts(night, "request_model=beta", "answer_characters"))
        .doesNotContain("LEARNING");
    assertThat(
            StoreContent.table(store, "findings")
                .where("night = '" + night + "' AND kind = 'release'")
                .count())
        .isZero();
  }

  private static List<String> verdicts(String night, String slice, String metric) {
    return StoreContent.table(store, "measurements")
        .where("night = '" + night + "' AND slice = '" + slice + "' AND metric = '" + metric + "'")
        .select("verdict")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void accept_reports_listTheDecisionFromItsNightOn() throws IOException {
    assertThat(report(store, LAST, "report.json")).isEqualTo(before);
    assertThat(report(store, LAST + 1, "report.json"))
        .contains("\"subject\": \"" + finding + "\"", "\"by\": \"ops\"");
    assertThat(report(store, LAST + 2, "report.html"))
        .contains("Decisions taken", "accepted by ops", "shorter answers, as planned");
  }

  @Test
  void accept_again_isToldAndAppendsNothing() {
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("Accepted before: ", "nothing was appended");
    assertThat(StoreContent.table(store, "decisions").where("subject = '" + finding + "'").count())
        .isEqualTo(1);
  }

  @Test
  void accept_fromANightThatWasJudged_isRefused() {
    Audit late = accept(finding, "ops", "why not", "--effective-night=" + EFFECTIVE);
    assertThat(late.status()).isEqualTo(2);
    assertThat(late.err()).contains("was judged already", "Nothing was written");
  }

  @Test
  void accept_unknownOrGone_isRefused() {
    Audit unknown = accept("N-nothing", "ops", "why not");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no finding N-nothing", "Nothing was written");
    Audit gone = accept(finding, "ops", "why not");
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("has gone: it was open on " + SampleNight.date(LAST));
  }

  @Test
  void accept_noStore_isRefusedAndMakesNone() {
    Path none = folder.resolve("none");
    Audit audit =
        Audit.run(
            "accept",
            finding,
            "--by=ops",
            "--reason=r",
            "--config=" + archive.configuration(),
            "--store=" + none);
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains("there is no audit store at");
    assertThat(none).doesNotExist();
  }

  /** The law: equal decisions, equal store, in whatever order the nights are run. */
  @Test
  void runs_withEqualDecisions_sameStoreInAnyOrder() throws IOException {
    StoreContent expected = StoreContent.of(store);
    Path other = folder.resolve("other");
    SampleStore.shared().copy(other);
    copy(store.resolve("tables/decisions"), other.resolve("tables/decisions"));
    run(other, LAST + 2, LAST + 2);
    run(other, LAST + 1, LAST + 1);
    run(other, LAST - 1, LAST);
    StoreContent.of(other).assertSameAs(expected);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
