package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.RowsDigest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** What rows say of each night, in one pass and whatever their order. */
final class NightDigests implements Serializable {
  private static final long serialVersionUID = 1;

  /** The key of rows that name no night. */
  static final long NONE = Long.MIN_VALUE;

  private final RowEncoding encoding;
  private final int night;

  NightDigests(StructType schema) {
    this.encoding = new RowEncoding(schema);
    this.night = schema.fieldIndex(NightTable.NIGHT);
  }

  SortedMap<Long, RowsDigest> of(List<Row> rows) {
    return new TreeMap<>(sums(rows.iterator()));
  }

  SortedMap<Long, RowsDigest> of(JavaRDD<Row> rows) {
    SortedMap<Long, RowsDigest> digests = new TreeMap<>();
    rows.mapPartitions(partition -> List.of(sums(partition)).iterator())
        .collect()
        .forEach(sums -> sums.forEach((day, sum) -> digests.merge(day, sum, RowsDigest::plus)));
    return digests;
  }

  private HashMap<Long, RowsDigest> sums(Iterator<Row> rows) {
    Map<Long, RowsDigest.Sum> sums = new HashMap<>();
    rows.forEachRemaining(
        row ->
            sums.computeIfAbsent(day(row), key -> new RowsDigest.Sum()).add(encoding.bytes(row)));
    HashMap<Long, RowsDigest> digests = new HashMap<>();
    sums.forEach((day, sum) -> digests.put(day, sum.digest()));
    return digests;
  }

  private long day(Row row) {
    return row.isNullAt(night) ? NONE : RowEncoding.day(row.get(night)).toEpochDay();
  }
}
