package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.col;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts the rows of a night by the rule they break and by the hour they fall in. */
final class NightCount {
  /** Hours since the night began. */
  static final String HOUR = "__hour";

  /** The number of the first rule that a row breaks, 0 for none. */
  static final String BROKEN = "__broken";

  private static final long MICROSECONDS_PER_HOUR = 3_600_000_000L;

  private final SortedMap<String, Long> quarantine = new TreeMap<>();
  private final List<Long> hours;
  private long read;
  private long late;

  NightCount(Layout layout, LocalDate night, List<RowChecks.Broken> rules, Dataset<Row> rows) {
    hours = new ArrayList<>(Collections.nCopies(hours(layout, night), 0L));
    Dataset<Row> counts = rows.groupBy(BROKEN, HOUR, CanonicalRows.LATER).count();
    for (Row row : counts.collectAsList()) {
      add(rules, row.getInt(0), row.isNullAt(1) ? 0 : row.getInt(1), row.getLong(3));
      late += row.getBoolean(2) ? row.getLong(3) : 0;
    }
  }

  private void add(List<RowChecks.Broken> rules, int broken, int hour, long count) {
    read += count;
    if (broken == 0) {
      hours.set(hour, hours.get(hour) + count);
    } else {
      quarantine.merge(rules.get(broken - 1).reason(), count, Long::sum);
    }
  }

  /** Hours of a night, one that is cut short included. */
  static int hours(Layout layout, LocalDate night) {
    long minutes = Duration.between(layout.begin(night), layout.end(night)).toMinutes();
    return (int) ((minutes + 59) / 60);
  }

  /** The rows with the rule they break, and with their hour where they keep all rules. */
  static Dataset<Row> numbered(
      Dataset<Row> rows, RowChecks checks, Column time, Layout layout, LocalDate night) {
    long begin = Math.multiplyExact(layout.begin(night).getEpochSecond(), 1_000_000L);
    Column since = functions.unix_micros(time).minus(functions.lit(begin));
    Column hour =
        functions.call_function("div", since, functions.lit(MICROSECONDS_PER_HOUR)).cast("int");
    Dataset<Row> numbered = rows.withColumn(BROKEN, checks.number());
    return numbered.withColumn(HOUR, functions.when(col(BROKEN).equalTo(0), hour));
  }

  /** The facts of the night, without the rows that give way to others. */
  Coverage coverage(
      LocalDate night,
      List<Duplicates.Loser> losers,
      List<Coverage.ArchiveFile> files,
      SortedMap<String, String> missing,
      List<String> present) {
    List<Long> kept = new ArrayList<>(hours);
    losers.forEach(loser -> kept.set(loser.hour(), kept.get(loser.hour()) - 1));
    long quarantined = quarantine.values().stream().mapToLong(Long::longValue).sum();
    return new Coverage(
        night,
        Coverage.Input.READ,
        read,
        read - quarantined - losers.size(),
        quarantined,
        losers.size(),
        late,
        quarantine,
        files,
        kept,
        missing,
        present);
  }
}
