package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.report.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes one line for each night of a period, audited or not. */
final class PeriodNights {
  static final String RELIABLE = "RELIABLE";
  static final String INCONCLUSIVE = "INCONCLUSIVE";
  static final String MISSED = "MISSED";
  static final String NOT_AUDITED = "NOT_AUDITED";
  static final String NOT_YET = "NOT_YET";

  private static final String SIGN_OFF = "SIGN_OFF";
  private static final String LEARNING = "every figure is still learning what is usual";

  private final PeriodRecord record;

  PeriodNights(PeriodRecord record) {
    this.record = record;
  }

  List<PeriodReport.NightEntry> compose() {
    List<PeriodReport.NightEntry> nights = new ArrayList<>();
    for (long night = record.first(); night <= record.last(); night++) {
      nights.add(entry(night, Optional.ofNullable(record.nights().get(night))));
    }
    return nights;
  }

  private PeriodReport.NightEntry entry(long night, Optional<PeriodRecord.Night> audited) {
    List<Finding> open =
        record.findings().stream().filter(finding -> finding.epochDay() == night).toList();
    return new PeriodReport.NightEntry(
        Identifiers.date(night),
        audited.map(PeriodNights::state).orElseGet(() -> unaudited(night)),
        audited.map(PeriodNights::reasons).orElse(List.of()),
        audited.map(known -> known.coverage().rowsRead()).orElse(0L),
        audited.map(known -> known.coverage().rowsKept()).orElse(0L),
        open.size(),
        open.stream().map(Finding::verdict).min(Comparator.naturalOrder()).map(Verdict::name),
        audited.map(PeriodRecord.Night::configuration).orElse(""),
        audited.map(PeriodRecord.Night::version).orElse(""),
        signOffs(Identifiers.date(night)));
  }

  private static String state(PeriodRecord.Night night) {
    if (!night.measured()) {
      return MISSED;
    }
    return night.reliable() ? RELIABLE : INCONCLUSIVE;
  }

  private static List<String> reasons(PeriodRecord.Night night) {
    List<String> reasons = new ArrayList<>(night.judged().reasons());
    if (!night.removed().isEmpty()) {
      reasons.add("its rows were " + night.removed());
    } else if (night.measured() && night.learning()) {
      reasons.add(LEARNING);
    }
    return reasons;
  }

  private String unaudited(long night) {
    boolean later = record.lastAudited().map(last -> night > last.toEpochDay()).orElse(true);
    return later ? NOT_YET : NOT_AUDITED;
  }

  /** The subject of a sign-off is the night whose report was read. */
  private List<PeriodReport.SignOff> signOffs(String night) {
    return record.decisions().stream()
        .filter(decision -> decision.kind().equals(SIGN_OFF) && decision.subject().equals(night))
        .map(PeriodNights::signOff)
        .toList();
  }

  private static PeriodReport.SignOff signOff(DecisionLine decision) {
    return new PeriodReport.SignOff(
        decision.id(),
        decision.by(),
        decision.role(),
        decision.decidedOn().toString(),
        decision.reason());
  }
}
