package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A finding is accepted, and a release after it: what follows. */
class AcceptTest {
  private static final int LAST = SampleNight.NIGHTS;
  private static final LocalDate EFFECTIVE = SampleNight.date(LAST + 1);

  private static DecidedStore decided;
  private static Path store;
  private static String finding;

  @BeforeAll
  static void share() {
    decided = DecidedStore.shared();
    store = decided.store();
    finding = decided.finding();
  }

  private static Audit accept(String id, String... more) {
    return decided.command(
        Stream.concat(Stream.of("accept", id, "--by=ops", "--reason=why not"), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void accept_openFinding_keepsTheDecisionAndSaysWhatFollows() {
    Audit accepted = decided.audit("accepted");
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
    Audit released = decided.audit("released");
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
    assertThat(decided.report(LAST + 1, "report.json"))
        .contains("\"subject\": \"" + finding + "\"", "\"by\": \"ops\"");
    assertThat(decided.report(LAST + 2, "report.html"))
        .contains("Decisions taken", "accepted by ops", "shorter answers, as planned");
  }

  @Test
  void accept_again_isToldAndAppendsNothing() {
    Audit again = decided.audit("again");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.out()).contains("Accepted before: ", "nothing was appended");
    assertThat(StoreContent.table(store, "decisions").where("subject = '" + finding + "'").count())
        .isEqualTo(1);
  }

  @Test
  void accept_fromANightThatWasJudged_isRefused() {
    Audit late = accept(finding, "--effective-night=" + EFFECTIVE);
    assertThat(late.status()).isEqualTo(2);
    assertThat(late.err()).contains("was judged already", "Nothing was written");
  }

  @Test
  void accept_unknownOrGone_isRefused() {
    Audit unknown = accept("N-nothing");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no finding N-nothing", "Nothing was written");
    Audit gone = accept(finding);
    assertThat(gone.status()).isEqualTo(2);
    assertThat(gone.err()).contains("has gone: it was open on " + SampleNight.date(LAST));
  }

  @Test
  void accept_noStore_isRefusedAndMakesNone() {
    Path none = decided.folder().resolve("none");
    Audit audit = accept(finding, "--store=" + none);
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains("there is no audit store at");
    assertThat(none).doesNotExist();
  }
}
