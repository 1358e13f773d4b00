package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.ReasonCount;
import java.util.List;
import java.util.Optional;

/** The parts of a {@link Report} that say whether the logs are there, whole and well formed. */
public final class IntegrityReport {
  private IntegrityReport() {}

  /**
   * Whether the logs are complete.
   *
   * @param expectedRows the usual volume: median of the nights before, absent where not known
   * @param receivedRows rows of the night that could be read
   * @param nightsDue nights from the first known one to tonight
   * @param nightsReceived those with an archive
   * @param gaps what is missing, in order
   * @param gapMinutes minutes of all gaps
   * @param badRows rows that were not measured, by reason: late, duplicate, malformed
   * @param conformance each mapped column and the rows that broke its contract
   * @param retention how far back logs are known
   */
  public record Integrity(
      Optional<Double> expectedRows,
      long receivedRows,
      int nightsDue,
      int nightsReceived,
      List<Gap> gaps,
      long gapMinutes,
      List<ReasonCount> badRows,
      List<ColumnConformance> conformance,
      Retention retention) {}

  /**
   * A time without logs.
   *
   * @param kind NIGHT or HOUR
   * @param from begin, in UTC
   * @param to end, in UTC
   * @param span such as "2 nights" or "hours 03 and 04 of 24 June"
   */
  public record Gap(String kind, String from, String to, long minutes, String span) {}

  /**
   * One mapped column.
   *
   * @param present whether the night has it
   * @param broken rows of which it is the first column that breaks the contract
   */
  public record ColumnConformance(
      String column, String type, boolean present, long broken, List<ReasonCount> reasons) {}

  /**
   * How far back logs are known.
   *
   * @param oldestNight the oldest night whose archive was read, by the store's own records
   * @param nightsHeld nights whose archive was read, up to tonight
   * @param daysHeld days from the oldest of them to tonight
   * @param floorFrom six months before tonight
   * @param reachesFloor whether the oldest is as old
   * @param floorApplies from when the floor of Art. 19 and 26(6) applies; empty where this report
   *     has no calendar
   * @param archiveLooked whether it was looked whether the archive still holds them
   */
  public record Retention(
      String oldestNight,
      int nightsHeld,
      long daysHeld,
      String floorFrom,
      boolean reachesFloor,
      String floorApplies,
      boolean archiveLooked) {}
}
