package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.FindingId;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;

/** Ids and dates as a report prints them: both follow from content. */
public final class Identifiers {
  private static final int LENGTH = 6;

  private Identifiers() {}

  /** The id of a figure: the same on every night. */
  public static String figure(Measure measure, Slice slice) {
    return "F-" + FindingId.hash(measure.name() + "\n" + slice.key()).substring(0, LENGTH);
  }

  /** A night as reports print it. */
  public static String date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
