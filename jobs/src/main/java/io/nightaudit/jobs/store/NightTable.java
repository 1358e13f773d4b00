package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.RowsDigest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.storage.StorageLevel;

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
  private final SealedNights sealed;

  NightTable(RowFormat<T> format, StoreContext store) {
    this.format = format;
    this.folder = new DeltaFolder(store, format.table());
    this.sealed = store.sealed();
  }

  String table() {
    return format.table();
  }

  /** Replaces nights by records, one file for each night. */
  public void overwrite(Collection<Long> nights, List<T> records) {
    List<Row> rows = records.stream().sorted(format.order()).map(format::row).toList();
    Dataset<Row> data = folder.spark().createDataFrame(rows, format.schema());
    replace(nights, rows.size() <= ONE_FILE ? data.coalesce(1) : data, digests().of(rows));
  }

  /** Replaces nights by records, a file for each night and partition. */
  public void overwrite(Collection<Long> nights, JavaRDD<T> records) {
    RowFormat<T> rows = format;
    overwriteRows(nights, records.map(rows::row));
  }

  /**
   * Replaces nights by rows that have the columns of the table, in any order. They are read once,
   * however often they are used.
   */
  public void overwrite(Collection<Long> nights, Dataset<Row> rows) {
    JavaRDD<Row> once =
        rows.to(format.schema()).toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK_SER());
    overwriteRows(nights, once);
    once.unpersist(false);
  }

  private void overwriteRows(Collection<Long> nights, JavaRDD<Row> rows) {
    replace(nights, folder.spark().createDataFrame(rows, format.schema()), digests().of(rows));
  }

  private NightDigests digests() {
    return new NightDigests(format.schema());
  }

  /** What the stored rows of nights say. */
  SortedMap<Long, RowsDigest> digests(Collection<Long> nights) {
    List<LocalDate> dates = nights.stream().map(LocalDate::ofEpochDay).toList();
    JavaRDD<Row> rows =
        folder.read(format.schema()).where(functions.col(NIGHT).isInCollection(dates)).toJavaRDD();
    return all(nights, digests().of(rows));
  }

  /** A night without rows has a digest, too. */
  private static SortedMap<Long, RowsDigest> all(
      Collection<Long> nights, SortedMap<Long, RowsDigest> digests) {
    SortedMap<Long, RowsDigest> all = new TreeMap<>();
    nights.forEach(night -> all.put(night, digests.getOrDefault(night, RowsDigest.NONE)));
    return all;
  }

  /** Takes nights out of the table, in one commit; those that have no rows in it are let be. */
  void remove(Set<LocalDate> dates) throws IOException {
    Set<LocalDate> there = new TreeSet<>(dates);
    Set<String> live = sealed.live(format.table()).keySet();
    there.removeIf(date -> !live.contains(date.toString()));
    if (!there.isEmpty()) {
      folder.replace(NIGHT, there, folder.nothing(format.schema()));
    }
  }

  /** Adds the columns that a table of an older version lacks. */
  void addColumns() {
    folder.addColumns(NIGHT, format.schema());
  }

  /** Whether anything was written yet. */
  public boolean exists() {
    return folder.exists();
  }

  /** Nights whose rows are the same as before, in the files of before, are left alone. */
  private void replace(
      Collection<Long> nights, Dataset<Row> rows, SortedMap<Long, RowsDigest> found) {
    if (nights.isEmpty()) {
      throw new IllegalArgumentException("no night to replace in " + format.table());
    }
    found.keySet().forEach(night -> requireOneOf(nights, night));
    SortedMap<Long, RowsDigest> digests = all(nights, found);
    Set<LocalDate> dates = dates(nights);
    dates.removeAll(dates(sealed.unchanged(format.table(), digests)));
    if (!dates.isEmpty()) {
      Column night = functions.col(NIGHT);
      folder.replace(
          NIGHT,
          dates,
          rows.where(night.isInCollection(dates)).withColumn(NIGHT, night.as(NIGHT, comment())));
    }
    sealed.wrote(format.table(), digests);
  }

  private static Set<LocalDate> dates(Collection<Long> nights) {
    Set<LocalDate> dates = new TreeSet<>();
    nights.forEach(night -> dates.add(LocalDate.ofEpochDay(night)));
    return dates;
  }

  private void requireOneOf(Collection<Long> nights, long night) {
    if (!nights.contains(night)) {
      throw new IllegalArgumentException(
          "a row of another night than those replaced in %s: %s"
              .formatted(
                  format.table(),
                  night == NightDigests.NONE ? "none" : LocalDate.ofEpochDay(night)));
    }
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
