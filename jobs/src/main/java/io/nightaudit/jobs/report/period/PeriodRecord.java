package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the report of a period is made from.
 *
 * @param configuration what the user decided
 * @param configurationHash its hash
 * @param version of the program
 * @param from first night
 * @param to last night
 * @param lastAudited the last night that the store knows
 * @param nights every audited night of the period
 * @param slices the slices to show, all traffic first
 * @param withheld what is not shown
 * @param findings every row of the findings of the period
 * @param recommendations every row of the recommendations of the period
 * @param decisions every decision of the store
 * @param releases every row of the releases of the period
 * @param costs the cost ledger of both periods, by night
 */
public record PeriodRecord(
    AuditConfiguration configuration,
    String configurationHash,
    String version,
    LocalDate from,
    LocalDate to,
    Optional<LocalDate> lastAudited,
    SortedMap<Long, Night> nights,
    List<SliceFigures> slices,
    PeriodReport.Withheld withheld,
    List<Finding> findings,
    List<Recommendation> recommendations,
    List<DecisionLine> decisions,
    List<ReleaseNight> releases,
    SortedMap<Long, List<CostLine>> costs) {
  public PeriodRecord {
    nights = Collections.unmodifiableSortedMap(new TreeMap<>(nights));
    slices = List.copyOf(slices);
    findings = List.copyOf(findings);
    recommendations = List.copyOf(recommendations);
    decisions = List.copyOf(decisions);
    releases = List.copyOf(releases);
    costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
  }

  /**
   * One audited night.
   *
   * @param learning whether not one stream of it could be judged yet
   * @param configuration hash of the configuration of its last run; empty if not known
   * @param version version of the program of its last run; empty if not known
   * @param removed when and by which decision retention removed its rows; empty if it did not
   */
  public record Night(
      Coverage coverage,
      CoverageJudgement judged,
      boolean learning,
      String configuration,
      String version,
      String removed) {
    /** A night that has its rows. */
    public Night(
        Coverage coverage,
        CoverageJudgement judged,
        boolean learning,
        String configuration,
        String version) {
      this(coverage, judged, learning, configuration, version, "");
    }

    boolean measured() {
      return coverage.rowsKept() > 0;
    }

    boolean reliable() {
      return judged.reliable() && !learning;
    }
  }

  /** One slice over the period. */
  public record SliceFigures(Slice slice, List<PeriodEvidence> figures) {
    public SliceFigures {
      figures = List.copyOf(figures);
    }
  }

  long first() {
    return from.toEpochDay();
  }

  long last() {
    return to.toEpochDay();
  }

  int length() {
    return Math.toIntExact(last() - first() + 1);
  }

  boolean holds(long night) {
    return first() <= night && night <= last();
  }

  /** The nights of the period that have values, in order. */
  List<Long> measured() {
    return nights.entrySet().stream()
        .filter(night -> night.getValue().measured())
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** All traffic; empty where no night of the period was measured. */
  Optional<SliceFigures> all() {
    return slices.stream().filter(figures -> figures.slice().isAll()).findFirst();
  }
}
