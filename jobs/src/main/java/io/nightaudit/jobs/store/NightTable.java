package io.nightaudit.jobs.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;

/**
 * One table of the store, partitioned by night. Writing nights replaces exactly these nights; an
 * empty result clears them. Nights are days since 1970-01-01.
 */
public final class NightTable<T> {
  /** The column of the night. */
  public static final String NIGHT = "night";

  /** Rows of a list that are written as one file. */
  private static final int ONE_FILE = 100_000;

  private final RowFormat<T> format;
  private final DeltaFolder folder;

  NightTable(RowFormat<T> format, DeltaFolder folder) {
    this.format = format;
    this.folder = folder;
  }

  /** Replaces nights by records, one file for each night. */
  public void overwrite(Collection<Long> nights, List<T> records) {
    List<Row> rows = records.stream().sorted(format.order()).map(format::row).toList();
    Dataset<Row> data = folder.spark().createDataFrame(rows, format.schema());
    replace(nights, rows.size() <= ONE_FILE ? data.coalesce(1) : data);
  }

  /** Replaces nights by records, a file for each night and partition. */
  public void overwrite(Collection<Long> nights, JavaRDD<T> records) {
    RowFormat<T> rows = format;
    replace(nights, folder.spark().createDataFrame(records.map(rows::row), format.schema()));
  }

  /** Replaces nights by rows that have the columns of the table, in any order. */
  public void overwrite(Collection<Long> nights, Dataset<Row> rows) {
    replace(nights, rows.to(format.schema()));
  }

  /** Adds the columns that a table of an older version lacks. */
  void addColumns() {
    folder.addColumns(NIGHT, format.schema());
  }

  /** Whether anything was written yet. */
  public boolean exists() {
    return folder.exists();
  }

  private void replace(Collection<Long> nights, Dataset<Row> rows) {
    if (nights.isEmpty()) {
      throw new IllegalArgumentException("no night to replace in " + format.table());
    }
    Set<LocalDate> dates = new TreeSet<>();
    nights.forEach(night -> dates.add(LocalDate.ofEpochDay(night)));
    folder.replace(NIGHT, dates, rows.withColumn(NIGHT, checked(dates).as(NIGHT, comment())));
  }

  /** The night of each row, which must be one of those that are replaced. */
  private Column checked(Set<LocalDate> dates) {
    Column night = functions.col(NIGHT);
    Column error =
        functions.concat(
            functions.lit("a row of another night than those replaced in " + format.table() + ": "),
            functions.coalesce(night.cast("string"), functions.lit("NULL")));
    return functions
        .when(night.isInCollection(dates), night)
        .otherwise(functions.raise_error(error).cast("date"));
  }

  private Metadata comment() {
    return format.schema().apply(NIGHT).metadata();
  }

  /** The rows of a range of nights, both ends included; only their files are read. */
  public Dataset<Row> read(long from, long to) {
    return folder.read(format.schema()).where(functions.col(NIGHT).between(date(from), date(to)));
  }

  /** The records of a range of nights, in the order of night, slice and metric. */
  public List<T> list(long from, long to) {
    return list(read(from, to));
  }

  /** The records of some of the table's rows, in the same order. */
  public List<T> list(Dataset<Row> rows) {
    return columns(rows).collectAsList().stream()
        .map(row -> format.record(new RowFields(row)))
        .sorted(format.order())
        .toList();
  }

  /** The records of a range of nights, in no order. */
  public JavaRDD<T> rdd(long from, long to) {
    RowFormat<T> rows = format;
    return columns(read(from, to)).toJavaRDD().map(row -> rows.record(new RowFields(row)));
  }

  private Dataset<Row> columns(Dataset<Row> rows) {
    return rows.select(format.reads().stream().map(functions::col).toArray(Column[]::new));
  }

  private static Column date(long epochDay) {
    return functions.lit(LocalDate.ofEpochDay(epochDay));
  }
}
