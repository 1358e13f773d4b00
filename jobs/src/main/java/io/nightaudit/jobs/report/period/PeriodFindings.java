package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Explanation;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.report.CauseReport;
import io.nightaudit.jobs.report.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the findings of a period, one for each id: its rows are the nights on which it was open. A
 * night that was not measured closes nothing.
 */
final class PeriodFindings {
  static final String OPENED = "OPENED";
  static final String OPENED_AND_CLOSED = "OPENED_AND_CLOSED";
  static final String CLOSED = "CLOSED";
  static final String OPEN = "OPEN";

  private static final String ACCEPT = "ACCEPT";

  private final PeriodRecord record;

  PeriodFindings(PeriodRecord record) {
    this.record = record;
  }

  /** Those still open first, then the worst, then the longest. */
  List<PeriodReport.FindingEntry> compose() {
    SortedMap<String, List<Finding>> byId = new TreeMap<>();
    record
        .findings()
        .forEach(row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
    return byId.values().stream()
        .map(this::entry)
        .sorted(
            Comparator.comparing((PeriodReport.FindingEntry entry) -> entry.closedOn().isPresent())
                .thenComparing(entry -> Verdict.valueOf(entry.worst()))
                .thenComparing(Comparator.comparing(PeriodReport.FindingEntry::nights).reversed())
                .thenComparing(PeriodReport.FindingEntry::began)
                .thenComparing(PeriodReport.FindingEntry::id))
        .toList();
  }

  private PeriodReport.FindingEntry entry(List<Finding> rows) {
    List<Finding> nights =
        rows.stream().sorted(Comparator.comparingLong(Finding::epochDay)).toList();
    Finding first = nights.get(0);
    Finding last = nights.get(nights.size() - 1);
    Optional<Long> closed = closedOn(last.epochDay());
    Verdict worst =
        nights.stream().map(Finding::verdict).min(Comparator.naturalOrder()).orElseThrow();
    Finding told =
        nights.stream().filter(row -> row.verdict() == worst).reduce((a, b) -> b).orElseThrow();
    return new PeriodReport.FindingEntry(
        last.id(),
        last.measure().name(),
        last.isOfRelease() ? "New release" : last.measure().title(),
        last.slice().asMap(),
        last.slice().title(),
        Identifiers.figure(last.measure(), last.slice()),
        last.verdict().name(),
        worst.name(),
        told.cause().name(),
        last.kind(),
        told.sentence(),
        told.evidence(),
        Identifiers.date(last.began()),
        Identifiers.date(last.found()),
        standing(last.found() >= record.first(), closed.isPresent()),
        Identifiers.date(first.epochDay()),
        Identifiers.date(last.epochDay()),
        nights.size(),
        closed.map(Identifiers::date),
        told.explanation().unit(),
        size(told.explanation()),
        accepted(last.id()));
  }

  private static String standing(boolean opened, boolean closed) {
    if (opened) {
      return closed ? OPENED_AND_CLOSED : OPENED;
    }
    return closed ? CLOSED : OPEN;
  }

  /** The first measured night after the last one that showed it. */
  private Optional<Long> closedOn(long last) {
    return record.measured().stream().filter(night -> night > last).findFirst();
  }

  /** At the mix of before, where that is known. */
  private static Optional<CauseReport.Size> size(Explanation explanation) {
    Effect fixed = explanation.standardised();
    Effect effect = Double.isFinite(fixed.value()) ? fixed : explanation.raw();
    return PeriodFigures.finite(effect.value())
        .map(
            value ->
                new CauseReport.Size(
                    value,
                    PeriodFigures.finite(effect.low()),
                    PeriodFigures.finite(effect.high())));
  }

  private Optional<String> accepted(String finding) {
    return record.decisions().stream()
        .filter(decision -> decision.kind().equals(ACCEPT) && decision.subject().equals(finding))
        .map(DecisionLine::id)
        .findFirst();
  }
}
