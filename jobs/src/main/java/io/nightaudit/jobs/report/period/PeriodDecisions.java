package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.report.Identifiers;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the decisions of a period: those that were taken in it or act from one of its nights on,
 * and those about its findings, recommendations and nights, whenever they were taken.
 */
final class PeriodDecisions {
  private final PeriodRecord record;
  private final SortedMap<String, String> subjects = new TreeMap<>();

  PeriodDecisions(PeriodRecord record) {
    this.record = record;
    record
        .findings()
        .forEach(
            row ->
                subjects.put(
                    row.id(),
                    (row.isOfRelease() ? "New release" : row.measure().title())
                        + ", "
                        + row.slice().title()));
    record
        .recommendations()
        .forEach(row -> subjects.put(row.id(), row.title() + ", " + row.route().title()));
  }

  /** In the order in which they were taken. */
  List<PeriodReport.DecisionEntry> compose() {
    return record.decisions().stream().filter(this::belongs).map(this::entry).toList();
  }

  private boolean belongs(DecisionLine decision) {
    return record.holds(decision.decidedOn().toEpochDay())
        || record.holds(decision.effectiveNight())
        || subjects.containsKey(decision.subject())
        || night(decision.subject()).filter(record::holds).isPresent();
  }

  private PeriodReport.DecisionEntry entry(DecisionLine decision) {
    return new PeriodReport.DecisionEntry(
        decision.id(),
        decision.kind(),
        decision.subject(),
        subjects.getOrDefault(decision.subject(), ""),
        decision.answer(),
        decision.by(),
        decision.reason(),
        decision.decidedOn().toString(),
        Identifiers.date(decision.effectiveNight()));
  }

  private static Optional<Long> night(String subject) {
    try {
      return Optional.of(LocalDate.parse(subject).toEpochDay());
    } catch (DateTimeParseException notANight) {
      return Optional.empty();
    }
  }
}
