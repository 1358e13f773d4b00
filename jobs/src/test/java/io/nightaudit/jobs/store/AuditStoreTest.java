package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditStoreTest {
  private static final long NIGHT = Samples.NIGHT;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void name() {
    folder = parent.resolve("store of a team");
  }

  private AuditStore open() {
    return AuditStore.open(TestSpark.session(), folder.toString(), "run 1");
  }

  @Test
  void overwrite_ofOneNight_replacesExactlyThatNight() {
    try (AuditStore store = open()) {
      store.profiles().overwrite(List.of(NIGHT, NIGHT + 1, NIGHT + 2), threeNights(1));
      store.profiles().overwrite(List.of(NIGHT + 1), List.of(profile(NIGHT + 1, 7)));
      assertThat(counts(store)).containsExactly(1L, 7L, 1L);
    }
  }

  @Test
  void overwrite_byNothing_clearsTheNight() {
    try (AuditStore store = open()) {
      store.profiles().overwrite(List.of(NIGHT, NIGHT + 1, NIGHT + 2), threeNights(1));
      store.profiles().overwrite(List.of(NIGHT, NIGHT + 2), List.of());
      assertThat(store.profiles().list(NIGHT, NIGHT + 2))
          .extracting(ProfileRow::epochDay)
          .containsExactly(NIGHT + 1);
    }
  }

  private static ProfileRow profile(long night, long count) {
    return Samples.profile(night, Slice.ALL, count);
  }

  private static List<ProfileRow> threeNights(long count) {
    return List.of(profile(NIGHT, count), profile(NIGHT + 1, count), profile(NIGHT + 2, count));
  }

  private static List<Long> counts(AuditStore store) {
    return store.profiles().list(NIGHT, NIGHT + 2).stream().map(ProfileRow::count).toList();
  }

  @Test
  void overwrite_withARowOfAnotherNight_failsAndChangesNothing() {
    try (AuditStore store = open()) {
      store.profiles().overwrite(List.of(NIGHT), List.of(profile(NIGHT, 1)));
      for (long named : List.of(NIGHT, NIGHT + 1)) {
        assertThatThrownBy(
                () -> store.profiles().overwrite(List.of(named), List.of(profile(NIGHT + 2, 9))))
            .hasStackTraceContaining("another night than those replaced in profiles: 2026-03-31");
      }
      assertThat(counts(store)).containsExactly(1L);
    }
  }

  @Test
  void overwrite_ofNoNight_isRefused() {
    try (AuditStore store = open()) {
      assertThatThrownBy(() -> store.findings().overwrite(List.of(), List.of()))
          .hasMessageContaining("no night to replace in findings");
    }
  }

  @Test
  void overwrite_inAnyOrderAndPartitions_readsTheSame() {
    List<ProfileRow> rows = manyRows();
    List<ProfileRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(1));
    JavaSparkContext spark = new JavaSparkContext(TestSpark.session().sparkContext());
    try (AuditStore store = open()) {
      List<Long> nights = List.of(NIGHT, NIGHT + 1, NIGHT + 2);
      store.profiles().overwrite(nights, shuffled);
      List<ProfileRow> once = store.profiles().list(NIGHT, NIGHT + 2);
      store.profiles().overwrite(nights, spark.parallelize(shuffled, 5));
      List<ProfileRow> twice = store.profiles().list(NIGHT, NIGHT + 2);
      assertThat(once).usingRecursiveFieldByFieldElementComparator().isEqualTo(rows);
      assertThat(twice).usingRecursiveFieldByFieldElementComparator().isEqualTo(rows);
    }
  }

  private static List<ProfileRow> manyRows() {
    List<ProfileRow> rows = new ArrayList<>();
    for (long night = NIGHT; night < NIGHT + 3; night++) {
      for (int tenant = 100; tenant < 140; tenant++) {
        rows.add(Samples.profile(night, Slice.of("tenant", "t" + tenant), tenant));
      }
    }
    return rows;
  }

  @Test
  void overwrite_byAList_writesOneFileForEachNight() throws IOException {
    try (AuditStore store = open()) {
      store.profiles().overwrite(List.of(NIGHT, NIGHT + 1, NIGHT + 2), manyRows());
      assertThat(store.profiles().read(NIGHT, NIGHT + 1).inputFiles()).hasSize(2);
    }
  }

  @Test
  void quarantine_fromRowsInAnotherColumnOrder_isWritten() {
    try (AuditStore store = open()) {
      store
          .quarantine()
          .overwrite(
              List.of(NIGHT),
              TestSpark.session()
                  .sql(
                      "SELECT 3L AS row_index, 'ff' AS file_sha256, 'time' AS column, "
                          + "'LATE' AS reason, 'x' AS interaction_id, DATE'2026-03-29' AS night"));
      assertThat(store.quarantine().list(NIGHT, NIGHT))
          .containsExactly(new QuarantineRow(NIGHT, "x", "LATE", "time", "ff", 3));
      assertThat(comments(store.quarantine().read(NIGHT, NIGHT).schema())).doesNotContain("");
    }
  }

  /** The table as the version before wrote it: without the columns that explain a finding. */
  @Test
  void findings_ofAnEarlierVersion_areReadAndGetTheNewColumnsOnTheNextWrite() {
    String table = folder.resolve("tables/findings").toString();
    try (AuditStore store = open()) {
      store.findings().overwrite(List.of(NIGHT), List.of(Samples.explained(NIGHT, false)));
      TestSpark.session()
          .read()
          .format("delta")
          .load(table)
          .select(
              "night",
              "id",
              "slice",
              "dimensions",
              "metric",
              "verdict",
              "cause",
              "began",
              "found",
              "alarm",
              "kind",
              "sentence",
              "evidence")
          .write()
          .format("delta")
          .partitionBy("night")
          .save(parent.resolve("old").toString());
    }
    assertThat(folder.resolve("tables/findings").toFile().renameTo(parent.resolve("new").toFile()))
        .isTrue();
    assertThat(parent.resolve("old").toFile().renameTo(folder.resolve("tables/findings").toFile()))
        .isTrue();
    try (AuditStore store = open()) {
      Finding old = Samples.finding(NIGHT, Optional.of(NIGHT - 1));
      assertThat(store.findings().list(NIGHT, NIGHT)).containsExactly(old);
      Finding next = Samples.explained(NIGHT + 1, false);
      store.findings().overwrite(List.of(NIGHT + 1), List.of(next));
      assertThat(store.findings().list(NIGHT, NIGHT + 1)).containsExactly(old, next);
      store.findings().overwrite(List.of(NIGHT), List.of(Samples.explained(NIGHT, true)));
      assertThat(store.findings().list(NIGHT, NIGHT + 1))
          .containsExactly(Samples.explained(NIGHT, true), next);
      assertThat(comments(store.findings().read(NIGHT, NIGHT).schema())).doesNotContain("");
    }
  }

  @Test
  void reads_beforeAnyWrite_areEmpty() {
    try (AuditStore store = open()) {
      assertThat(store.nights()).isEmpty();
      assertThat(store.profiles().list(0, NIGHT)).isEmpty();
      assertThat(store.measurements().rdd(0, NIGHT).collect()).isEmpty();
      assertThat(store.findings().read(0, NIGHT).schema().fieldNames()).contains("sentence");
      assertThat(store.runs().list()).isEmpty();
    }
  }

  @Test
  void everyTable_hasCommentsAndDefaultFeatures() {
    try (AuditStore store = open()) {
      store.writeAll(allTables(store));
    }
    for (String table : tables()) {
      String path = "delta.`" + folder.resolve("tables").resolve(table) + "`";
      StructType schema = TestSpark.session().table(path).schema();
      assertThat(comments(schema)).as(table).doesNotContain("");
      Row detail = TestSpark.session().sql("DESCRIBE DETAIL " + path).first();
      assertThat((int) detail.getAs("minReaderVersion")).as(table).isEqualTo(1);
      assertThat((int) detail.getAs("minWriterVersion")).as(table).isEqualTo(2);
      Row commit = TestSpark.session().sql("DESCRIBE HISTORY " + path).first();
      assertThat((String) commit.getAs("userMetadata")).as(table).isEqualTo("run 1");
    }
  }

  private List<String> tables() {
    return Stream.of(folder.resolve("tables").toFile().list()).sorted().toList();
  }

  private static List<Runnable> allTables(AuditStore store) {
    List<Long> night = List.of(NIGHT);
    return List.of(
        () -> store.profiles().overwrite(night, List.of(profile(NIGHT, 1))),
        () -> store.measurements().overwrite(night, List.of(Samples.withoutNumbers(NIGHT))),
        () -> store.comparisons().overwrite(night, List.of(Samples.comparison(NIGHT, 1))),
        () -> store.findings().overwrite(night, List.of(Samples.finding(NIGHT, Optional.empty()))),
        () ->
            store.recommendations().overwrite(night, List.of(Samples.recommendation(NIGHT, false))),
        () -> store.releases().overwrite(night, List.of(Samples.release(NIGHT))),
        () -> store.costLedger().overwrite(night, List.of(Samples.cost(NIGHT, 1, true))),
        () -> store.coverage().overwrite(night, List.of(Samples.coverage(NIGHT))),
        () -> store.quarantine().overwrite(night, List.<QuarantineRow>of()),
        () -> store.runs().append(Samples.run("a", Instant.EPOCH)));
  }

  /** The comments of all fields, nested ones too; an empty string where one is missing. */
  private static List<String> comments(DataType type) {
    if (type instanceof ArrayType array) {
      return comments(array.elementType());
    }
    List<String> comments = new ArrayList<>();
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        comments.add(field.getComment().getOrElse(() -> ""));
        comments.addAll(comments(field.dataType()));
      }
    }
    return comments;
  }

  @Test
  void writeAll_withAFailure_endsTheOthersAndThrowsIt() {
    try (AuditStore store = open()) {
      List<Runnable> writes =
          List.of(
              () -> store.profiles().overwrite(List.of(NIGHT), List.of(profile(NIGHT + 1, 1))),
              () -> store.releases().overwrite(List.of(NIGHT), List.of(Samples.release(NIGHT))));
      assertThatThrownBy(() -> store.writeAll(writes))
          .isInstanceOf(StoreException.class)
          .hasStackTraceContaining("another night");
      assertThat(store.releases().list(NIGHT, NIGHT)).hasSize(1);
    }
  }

  @Test
  void runs_areAppendOnly() {
    try (AuditStore store = open()) {
      store.runs().append(Samples.run("a", Instant.EPOCH));
    }
    assertThatThrownBy(
            () ->
                TestSpark.session()
                    .sql("DELETE FROM delta.`" + folder.resolve("tables/runs") + "`"))
        .hasMessageContaining("append");
  }

  @Test
  void table_whoseFirstCommitWasKilled_isEmptyAndWritable() throws IOException {
    Files.createDirectories(folder.resolve("tables/profiles/_delta_log"));
    Path orphan = folder.resolve("tables/profiles/night=2026-03-29");
    Files.createDirectories(orphan);
    Files.writeString(orphan.resolve("part-00000.snappy.parquet"), "half a file");
    try (AuditStore store = open()) {
      assertThat(store.profiles().list(NIGHT, NIGHT)).isEmpty();
      store.profiles().overwrite(List.of(NIGHT), List.of(profile(NIGHT, 5)));
      assertThat(counts(store)).containsExactly(5L);
    }
  }
}
