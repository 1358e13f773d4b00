package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.finding.CoverageJudge;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The coverage of every night that a judgement may look at, each judged against those before. */
final class CoverageHistory {
  private final int baselineNights;
  private final SortedMap<Long, Coverage> nights = new TreeMap<>();
  private final SortedMap<Long, CoverageJudgement> judgements = new TreeMap<>();

  CoverageHistory(AuditConfiguration configuration, List<Coverage> coverages) {
    this.baselineNights = configuration.policy().baselineNights();
    coverages.forEach(coverage -> nights.put(coverage.night().toEpochDay(), coverage));
    CoverageJudge judge =
        new CoverageJudge(configuration.archive(), configuration.policy().coverage());
    nights.forEach((day, coverage) -> judgements.put(day, judge.judge(coverage, before(day))));
  }

  Coverage of(long night) {
    return nights.get(night);
  }

  /** The first night that had an archive, or the first that was asked for. */
  long first() {
    return nights.keySet().stream().filter(this::hasArchive).findFirst().orElse(nights.firstKey());
  }

  CoverageJudgement judgement(long night) {
    return judgements.get(night);
  }

  /** The nights of the baseline of a night that had an archive. */
  List<Coverage> before(long night) {
    return nights.subMap(night - baselineNights, night).values().stream()
        .filter(coverage -> coverage.input() == Coverage.Input.READ)
        .toList();
  }

  /** The last night of the baseline of a night that has rows. */
  Optional<LocalDate> lastWithRows(long night) {
    return before(night).stream()
        .filter(coverage -> coverage.rowsKept() > 0)
        .map(Coverage::night)
        .reduce((earlier, later) -> later);
  }

  /** Hours without rows that usually have some, of a night and of those of its baseline. */
  SortedMap<Long, List<Integer>> missingHours(long night) {
    SortedMap<Long, List<Integer>> missing = new TreeMap<>();
    judgements
        .subMap(night - baselineNights, night + 1)
        .forEach(
            (day, judgement) -> {
              if (!judgement.missingHours().isEmpty()) {
                missing.put(day, judgement.missingHours());
              }
            });
    return missing;
  }

  /** Nights whose verdicts do not stand. */
  Set<Long> unreliable() {
    Set<Long> unreliable = new TreeSet<>();
    judgements.forEach(
        (day, judgement) -> {
          if (!judgement.reliable()) {
            unreliable.add(day);
          }
        });
    return unreliable;
  }

  /** Dates of a range that have no archive. */
  List<LocalDate> missed(long from, long to) {
    return LocalDate.ofEpochDay(from)
        .datesUntil(LocalDate.ofEpochDay(to + 1))
        .filter(date -> !hasArchive(date.toEpochDay()))
        .toList();
  }

  /** How many nights before a night had an archive. */
  int known(long night) {
    return (int) nights.headMap(night).keySet().stream().filter(this::hasArchive).count();
  }

  private boolean hasArchive(long night) {
    Coverage coverage = nights.get(night);
    return coverage != null && coverage.input() == Coverage.Input.READ;
  }
}
