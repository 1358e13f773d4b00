package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.nightaudit.jobs.metric.Column;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the rows that give way to a later row of the same key: by time, then by the hash of all
 * that the archive holds of the row; of rows that are equal to the last byte any one stays. A first
 * look at the keys alone finds those that occur more than once, usually none; only their rows are
 * read in full.
 */
final class Duplicates {
  /** A row that gives way. */
  record Loser(String path, long index, int hour) {}

  private static final String KEY_HASH = "__key_hash";
  private static final String RANK = "__rank";
  private static final StructType PLACE =
      new StructType()
          .add(CanonicalRows.PATH, DataTypes.StringType)
          .add(CanonicalRows.INDEX, DataTypes.LongType);

  private final SparkSession spark;
  private final org.apache.spark.sql.Column[] key;

  Duplicates(SparkSession spark, List<String> key) {
    this.spark = spark;
    this.key = key.stream().map(Target::quoted).toArray(org.apache.spark.sql.Column[]::new);
  }

  /**
   * The rows that give way.
   *
   * @param kept rows that keep all rules, with their hour
   * @param hashed the same rows with a hash of all they hold
   */
  List<Loser> losers(Dataset<Row> kept, Supplier<Dataset<Row>> hashed) {
    if (key.length == 0) {
      return List.of();
    }
    List<Long> repeated = repeated(kept);
    return repeated.isEmpty() ? List.of() : ranked(hashed.get(), repeated);
  }

  private List<Long> repeated(Dataset<Row> kept) {
    return withKey(kept)
        .groupBy(KEY_HASH)
        .count()
        .filter(col("count").gt(1))
        .select(KEY_HASH)
        .as(Encoders.LONG())
        .collectAsList();
  }

  /** A row without any value of the key has no key, and is like no other. */
  private Dataset<Row> withKey(Dataset<Row> rows) {
    return rows.filter(functions.coalesce(texts()).isNotNull()).withColumn(KEY_HASH, xxhash64(key));
  }

  private org.apache.spark.sql.Column[] texts() {
    return java.util.Arrays.stream(key)
        .map(column -> functions.when(column.isNotNull(), functions.lit(1)))
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  private List<Loser> ranked(Dataset<Row> hashed, List<Long> repeated) {
    Dataset<Row> keys = spark.createDataset(repeated, Encoders.LONG()).toDF(KEY_HASH);
    org.apache.spark.sql.Column rank =
        functions
            .row_number()
            .over(
                Window.partitionBy(key)
                    .orderBy(
                        col(Column.START_TIME.id()).desc(),
                        col(CanonicalRows.HASH).desc(),
                        col(CanonicalRows.PATH),
                        col(CanonicalRows.INDEX)));
    return withKey(hashed)
        .join(
            functions.broadcast(keys),
            withKey(hashed).col(KEY_HASH).equalTo(keys.col(KEY_HASH)),
            "left_semi")
        .withColumn(RANK, rank)
        .filter(col(RANK).gt(1))
        .select(CanonicalRows.PATH, CanonicalRows.INDEX, NightCount.HOUR)
        .collectAsList()
        .stream()
        .map(row -> new Loser(row.getString(0), row.getLong(1), row.getInt(2)))
        .toList();
  }

  /** The rows without those that give way. */
  Dataset<Row> without(Dataset<Row> rows, List<Loser> losers) {
    if (losers.isEmpty()) {
      return rows;
    }
    List<Row> places =
        losers.stream().map(loser -> RowFactory.create(loser.path(), loser.index())).toList();
    Dataset<Row> gone = spark.createDataFrame(places, PLACE);
    return rows.join(
        functions.broadcast(gone),
        rows.col(CanonicalRows.PATH)
            .equalTo(gone.col(CanonicalRows.PATH))
            .and(rows.col(CanonicalRows.INDEX).equalTo(gone.col(CanonicalRows.INDEX))),
        "left_anti");
  }
}
