package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
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
 * compared in full.
 */
final class Duplicates {
  /** A row that gives way: its file, its position there and its hour. */
  record Loser(String path, Long index, int hour) {}

  private static final String KEY_HASH = "__key_hash";
  private static final String RANK = "__rank";
  private static final StructType PLACE =
      new StructType()
          .add(CanonicalRows.PATH, DataTypes.StringType)
          .add(CanonicalRows.INDEX, DataTypes.LongType);

  private final SparkSession spark;
  private final Column[] key;
  private final Dataset<Row> kept;
  private final Supplier<Dataset<Row>> hashed;
  private final List<Long> repeated;
  private final List<Loser> losers;

  /**
   * Looks for duplicates.
   *
   * @param key the columns that together identify an interaction; none where nothing does
   * @param kept rows that keep all rules, with their hour
   * @param gathered the same rows, partitioned as is best for counting
   * @param hashed the same rows with a hash of all they hold
   */
  Duplicates(
      SparkSession spark,
      List<String> key,
      Dataset<Row> kept,
      Dataset<Row> gathered,
      Supplier<Dataset<Row>> hashed) {
    this.spark = spark;
    this.key = key.stream().map(Target::quoted).toArray(Column[]::new);
    this.kept = kept;
    this.hashed = hashed;
    this.repeated = key.isEmpty() ? List.of() : repeated(gathered);
    this.losers = repeated.isEmpty() ? List.of() : found();
  }

  /** The rows that give way. */
  List<Loser> losers() {
    return losers;
  }

  private List<Long> repeated(Dataset<Row> gathered) {
    return withKey(gathered.filter(hasKey()))
        .groupBy(KEY_HASH)
        .count()
        .filter(col("count").gt(1))
        .select(KEY_HASH)
        .as(Encoders.LONG())
        .collectAsList();
  }

  /** A row without any value of the key has no key, and is like no other. */
  private Column hasKey() {
    return Arrays.stream(key).map(Column::isNotNull).reduce(Column::or).orElseThrow();
  }

  private Dataset<Row> withKey(Dataset<Row> rows) {
    return rows.withColumn(KEY_HASH, xxhash64(key));
  }

  private List<Loser> found() {
    return ranked()
        .filter(col(RANK).gt(1))
        .select(CanonicalRows.PATH, CanonicalRows.INDEX, NightCount.HOUR)
        .collectAsList()
        .stream()
        .map(row -> new Loser(row.getString(0), (Long) row.get(1), row.getInt(2)))
        .toList();
  }

  /** The rows of keys that occur more than once, with their rank. */
  private Dataset<Row> ranked() {
    Dataset<Row> rows = withKey(hashed.get().filter(hasKey()));
    Column rank =
        functions
            .row_number()
            .over(
                Window.partitionBy(key)
                    .orderBy(
                        col(Target.TIME).desc(),
                        col(CanonicalRows.HASH).desc(),
                        col(CanonicalRows.PATH),
                        col(CanonicalRows.INDEX)));
    return joined(rows, "left_semi").withColumn(RANK, rank);
  }

  private Dataset<Row> joined(Dataset<Row> rows, String kind) {
    Dataset<Row> keys = spark.createDataset(repeated, Encoders.LONG()).toDF(KEY_HASH);
    return rows.join(broadcast(keys), rows.col(KEY_HASH).equalTo(keys.col(KEY_HASH)), kind);
  }

  /** Some columns of the rows that stay. */
  Dataset<Row> rest(Column... columns) {
    if (losers.isEmpty()) {
      return kept.select(columns);
    }
    boolean placed = losers.stream().allMatch(loser -> loser.index() != null);
    return placed ? withoutPlaces().select(columns) : withoutKeys(columns);
  }

  private Dataset<Row> withoutPlaces() {
    List<Row> places =
        losers.stream().map(loser -> RowFactory.create(loser.path(), loser.index())).toList();
    Dataset<Row> gone = spark.createDataFrame(places, PLACE);
    return kept.join(
        broadcast(gone),
        kept.col(CanonicalRows.PATH)
            .equalTo(gone.col(CanonicalRows.PATH))
            .and(kept.col(CanonicalRows.INDEX).equalTo(gone.col(CanonicalRows.INDEX))),
        "left_anti");
  }

  /** Where rows have no position, those of repeated keys are ranked again. */
  private Dataset<Row> withoutKeys(Column... columns) {
    Dataset<Row> alone = kept.filter(functions.not(hasKey()));
    Dataset<Row> unique = joined(withKey(kept.filter(hasKey())), "left_anti");
    Dataset<Row> first = ranked().filter(col(RANK).equalTo(1));
    return alone.select(columns).union(unique.select(columns)).union(first.select(columns));
  }
}
