package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.suppression.Reason;
import io.nightaudit.jobs.suppression.Withheld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  private static final long NIGHT = Samples.NIGHT;

  private static AuditStore store;

  @BeforeAll
  static void open(@TempDir Path folder) {
    store = AuditStore.open(TestSpark.session(), folder.resolve("store").toString(), "run 1");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static <T> void assertRoundTrip(NightTable<T> table, List<T> ordered) {
    table.overwrite(List.of(NIGHT, NIGHT + 1), ordered);
    assertThat(table.list(NIGHT, NIGHT + 1)).isEqualTo(ordered);
    assertThat(table.rdd(NIGHT, NIGHT + 1).map(Object::toString).collect())
        .containsExactlyInAnyOrderElementsOf(ordered.stream().map(Object::toString).toList());
  }

  @Test
  void profiles_ofHostileSlices_comeBackEqual() {
    List<ProfileRow> rows =
        List.of(
            Samples.profile(NIGHT, Slice.ALL, 9),
            Samples.profile(NIGHT, Samples.SLICE, 4),
            Samples.profile(NIGHT + 1, Slice.ALL, 1));
    store.profiles().overwrite(List.of(NIGHT, NIGHT + 1), rows);
    assertThat(store.profiles().list(NIGHT, NIGHT + 1))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(rows);
    assertThat(store.profiles().rdd(NIGHT, NIGHT + 1).collect())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(store.profiles().read(NIGHT, NIGHT).select("kind").distinct().first().getString(0))
        .isEqualTo("rate");
  }

  @Test
  void measurements_withoutNumbers_comeBackEqual() {
    assertRoundTrip(
        store.measurements(),
        List.of(
            Samples.measurement(NIGHT, Slice.ALL),
            Samples.withoutNumbers(NIGHT),
            Samples.measurement(NIGHT, Samples.SLICE),
            Samples.withoutNumbers(NIGHT + 1)));
  }

  @Test
  void comparisons_withoutBaseline_comeBackEqual() {
    assertRoundTrip(
        store.comparisons(),
        List.of(Samples.comparison(NIGHT, Double.NaN), Samples.comparison(NIGHT + 1, 0.5)));
  }

  @Test
  void findings_withAndWithoutAlarm_comeBackEqual() {
    assertRoundTrip(
        store.findings(),
        List.of(
            Samples.finding(NIGHT, Optional.empty()),
            Samples.finding(NIGHT + 1, Optional.of(NIGHT))));
  }

  @Test
  void findings_explainedAndBare_comeBackEqual() {
    assertRoundTrip(
        store.findings(),
        List.of(Samples.explained(NIGHT, false), Samples.explained(NIGHT + 1, true)));
  }

  @Test
  void recommendations_fullAndBare_comeBackEqual() {
    assertRoundTrip(
        store.recommendations(),
        List.of(Samples.recommendation(NIGHT, false), Samples.recommendation(NIGHT + 1, true)));
  }

  @Test
  void releases_comeBackEqual() {
    assertRoundTrip(store.releases(), List.of(Samples.release(NIGHT), Samples.release(NIGHT + 1)));
  }

  @Test
  void costLedger_ofExtremeAmounts_comesBackExact() {
    assertRoundTrip(
        store.costLedger(),
        List.of(
            Samples.cost(NIGHT, Long.MAX_VALUE, true),
            Samples.cost(NIGHT, 0, false),
            Samples.cost(NIGHT + 1, 1, true)));
  }

  @Test
  void coverage_withAndWithoutInput_comesBackEqual() {
    assertRoundTrip(
        store.coverage(), List.of(Samples.coverage(NIGHT), Samples.withoutInput(NIGHT + 1)));
    assertThat(store.nights()).containsExactly(NIGHT, NIGHT + 1);
  }

  @Test
  void quarantine_withAndWithoutId_comesBackEqual() {
    assertRoundTrip(
        store.quarantine(),
        List.of(
            Samples.quarantined(NIGHT, Samples.HOSTILE, 2),
            Samples.quarantined(NIGHT, "", 3),
            Samples.quarantined(NIGHT + 1, "id", 1)));
  }

  @Test
  void reviewQueue_drawnAndNot_comesBackEqual() {
    assertRoundTrip(
        store.reviewQueue(),
        List.of(
            Samples.reviewed(NIGHT, ""),
            Samples.reviewed(NIGHT, Samples.HOSTILE),
            Samples.reviewed(NIGHT + 1, "id")));
  }

  @Test
  void runs_areKeptInOrder() {
    RunRow later = Samples.run("b", Instant.parse("2026-03-30T03:00:00.123456Z"));
    RunRow earlier = Samples.run("a", Instant.parse("2026-03-29T03:00:00Z"));
    store.runs().append(later);
    store.runs().append(earlier);
    assertThat(store.runs().list()).containsExactly(earlier, later);
  }

  @Test
  void profiles_fromPartitions_equalThoseFromAList() {
    List<ProfileRow> rows =
        List.of(
            Samples.profile(NIGHT + 7, Slice.ALL, 9),
            Samples.profile(NIGHT + 7, Samples.SLICE, 4),
            Samples.profile(NIGHT + 8, Slice.ALL, 1));
    JavaSparkContext spark = new JavaSparkContext(TestSpark.session().sparkContext());
    store.profiles().overwrite(List.of(NIGHT + 7, NIGHT + 8), spark.parallelize(rows, 3));
    assertThat(store.profiles().list(NIGHT + 7, NIGHT + 8))
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(rows);
  }

  @Test
  void withheld_cellAndValue_comeBackEqual() {
    Withheld cell = new Withheld(NIGHT, Samples.SLICE, Reason.PERSISTENT, NIGHT - 3);
    WithheldRow.Value value = WithheldRow.Value.of(Samples.measurement(NIGHT, Samples.SLICE));
    assertRoundTrip(store.withheld(), List.of(WithheldRow.of(cell), new WithheldRow(cell, value)));
  }

  @Test
  void costCells_ofHostileKeys_comeBackEqual() {
    assertRoundTrip(
        store.costCells(),
        List.of(
            new CostCellRow(NIGHT, Samples.cost(NIGHT, 5, true).line(), 2, 7),
            new CostCellRow(NIGHT, Samples.cost(NIGHT, 0, false).line(), 2, 7)));
  }
}
