package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import java.util.Comparator;
import java.util.List;

/** Lists what people decided within the last nights, the latest first. */
final class DecisionComposer {
  private static final int NIGHTS = 28;

  private DecisionComposer() {}

  static List<DecisionEntry> compose(NightRecord record) {
    return record.decisions().stream()
        .filter(decision -> decision.effectiveNight() > record.epochDay() - NIGHTS)
        .sorted(
            Comparator.comparingLong(Decision::effectiveNight)
                .reversed()
                .thenComparing(Decision::id))
        .map(DecisionComposer::entry)
        .toList();
  }

  private static DecisionEntry entry(Decision decision) {
    Decision.Subject subject = decision.subject();
    return new DecisionEntry(
        decision.id(),
        decision.kind().name(),
        subject.finding(),
        subject.measure().name(),
        subject.slice().asMap(),
        title(subject),
        decision.answer(),
        decision.by(),
        decision.reason(),
        Identifiers.date(subject.began()),
        decision.streams().size(),
        decision.decidedOn().toString(),
        Identifiers.date(decision.effectiveNight()));
  }

  private static String title(Decision.Subject subject) {
    boolean release = subject.kind().equals(Finding.RELEASE);
    return (release ? "New release" : subject.measure().title()) + ", " + subject.slice().title();
  }
}
