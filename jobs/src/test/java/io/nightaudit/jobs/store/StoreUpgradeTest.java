package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.ReleaseState;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.recommendation.Objection;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the format before opens, and has the columns of this one from then on. */
class StoreUpgradeTest {
  private static final long NIGHT = Samples.NIGHT;
  private static final String[] NEW = {"distance", "distance_variance", "distance_floor"};

  private static final Held HELD = new Held(Optional.of(NIGHT), Optional.empty());

  @TempDir private Path folder;
  @TempDir private Path other;

  private AuditStore open() {
    return AuditStore.open(TestSpark.session(), folder.toString(), "run 2");
  }

  /** As the version before left it: two nights without the columns, marked as format 1. */
  private void writeFormatOne() throws Exception {
    MeasurementFormat format = new MeasurementFormat();
    Dataset<Row> rows =
        TestSpark.session()
            .createDataFrame(
                List.of(
                    format.row(Samples.measurement(NIGHT, Slice.ALL)),
                    format.row(Samples.measurement(NIGHT + 1, Samples.SLICE))),
                format.schema());
    write("measurements", rows.drop(NEW));
    ReleaseFormat releases = new ReleaseFormat();
    Dataset<Row> ledger =
        TestSpark.session()
            .createDataFrame(List.of(releases.row(Samples.release(NIGHT))), releases.schema());
    write("releases", ledger.drop("last_night", "nights", "state", "last_known_good"));
    RecommendationFormat recommendations = new RecommendationFormat();
    Dataset<Row> advice =
        TestSpark.session()
            .createDataFrame(
                List.of(recommendations.row(Samples.recommendation(NIGHT, false))),
                recommendations.schema());
    write(
        "recommendations",
        advice.drop("objections", "expected_loss", "decision", "evidence_freeze_id"));
    Files.writeString(folder.resolve("store.json"), "{\"format\":1}\n");
  }

  private void write(String table, Dataset<Row> rows) {
    rows.write()
        .format("delta")
        .option("delta.columnMapping.mode", "none")
        .partitionBy(NightTable.NIGHT)
        .save(folder.resolve("tables").resolve(table).toString());
  }

  @Test
  void open_ofTheFormatBefore_readsItsReleasesAndRecommendations() throws Exception {
    writeFormatOne();
    try (AuditStore store = open()) {
      ReleaseNight old = store.releases().list(NIGHT, NIGHT).get(0);
      assertThat(old.interactions()).isEqualTo(5);
      assertThat(old.state()).isEqualTo(ReleaseState.SERVING);
      assertThat(old.lastNight()).isEqualTo(NIGHT);
      assertThat(old.lastKnownGood()).isEmpty();
      ReleaseNight next = Samples.release(NIGHT + 1);
      store.releases().overwrite(List.of(NIGHT + 1), List.of(next));
      assertThat(store.releases().list(NIGHT, NIGHT + 1)).containsExactly(old, next);
      Recommendation advice = store.recommendations().list(NIGHT, NIGHT).get(0);
      assertThat(advice.objections())
          .containsExactly(new Objection(Objection.Kind.UNNAMED, "against"));
      assertThat(advice.loss()).isEmpty();
      assertThat(advice.decision()).isEmpty();
      assertThat(advice.evidenceFreeze()).isEmpty();
    }
  }

  @Test
  void open_ofTheFormatBefore_keepsItsRowsAndTakesNewOnes() throws Exception {
    writeFormatOne();
    try (AuditStore store = open()) {
      List<MeasurementRow> old = store.measurements().list(NIGHT, NIGHT + 1);
      assertThat(old).extracting(MeasurementRow::distance).containsOnly(DailyDistance.NONE);
      assertThat(old.get(0).value()).isEqualTo(Samples.measurement(NIGHT, Slice.ALL).value());
      MeasurementRow again = Samples.measurement(NIGHT + 1, Samples.SLICE);
      MeasurementRow next = Samples.measurement(NIGHT + 2, Slice.ALL);
      store.measurements().overwrite(List.of(NIGHT + 1, NIGHT + 2), List.of(again, next));
      assertThat(store.measurements().list(NIGHT, NIGHT + 2))
          .containsExactly(old.get(0), again, next);
    }
    assertThat(folder.resolve("store.json")).hasContent("{\"format\":3}");
  }

  /** A decision of format 2 had the columns of an accepted finding alone. */
  @Test
  void open_ofTheFormatBefore_readsItsDecisionsAndTakesNewOnes() throws Exception {
    Decision old =
        Decision.accept(
                Samples.finding(NIGHT, Optional.empty()), "ops", "why", NIGHT + 1, List.of())
            .taken(1, Instant.EPOCH);
    try (AuditStore store = AuditStore.open(TestSpark.session(), other.toString(), "run 1")) {
      store.decisions().append(old);
    }
    Dataset<Row> rows =
        TestSpark.session().read().format("delta").load(other + "/tables/decisions");
    String[] added =
        Stream.of(rows.columns())
            .dropWhile(name -> !name.equals("streams"))
            .skip(1)
            .toArray(String[]::new);
    assertThat(added).hasSize(22);
    rows.drop(added).write().format("delta").save(folder + "/tables/decisions");
    Files.writeString(folder.resolve("store.json"), "{\"format\":2}\n");
    Decision next =
        Decision.taken("H-1", "hold", new Words("ops", "why"), NIGHT, HELD).taken(2, Instant.EPOCH);
    try (AuditStore store = open()) {
      assertThat(store.decisions().list()).containsExactly(old);
      store.decisions().append(next);
      assertThat(store.decisions().list()).containsExactly(old, next);
    }
  }

  @Test
  void open_ofTheFormatBefore_commentsTheNewColumns() throws Exception {
    writeFormatOne();
    open().close();
    StructType schema =
        TestSpark.session()
            .read()
            .format("delta")
            .load(folder.resolve("tables/measurements").toString())
            .schema();
    for (String column : NEW) {
      assertThat(schema.apply(column).getComment().get()).as(column).isNotBlank();
    }
    assertThat(commits()).as("one commit adds the columns, opening again none").isEqualTo(2);
    open().close();
    assertThat(commits()).isEqualTo(2);
  }

  private long commits() throws Exception {
    try (var files = Files.list(folder.resolve("tables/measurements/_delta_log"))) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
