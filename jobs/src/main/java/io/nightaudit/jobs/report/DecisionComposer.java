package io.nightaudit.jobs.report;

import io.nightaudit.jobs.decision.RecommendationRecords;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Accepted;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Removed;
import io.nightaudit.jobs.finding.DecisionDetails.Signed;
import io.nightaudit.jobs.metric.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    Optional<Accepted> accepted = decision.details(Accepted.class);
    return new DecisionEntry(
        decision.id(),
        decision.kind().name(),
        decision.subject(),
        accepted.map(finding -> finding.measure().name()).orElse(""),
        slice(decision).asMap(),
        title(decision),
        decision.answer(),
        decision.by(),
        decision.reason(),
        accepted.map(finding -> Identifiers.date(finding.began())).orElse(""),
        accepted.map(finding -> finding.streams().size()).orElse(0),
        decision.decidedOn().toString(),
        Identifiers.date(decision.effectiveNight()),
        detail(decision));
  }

  private static Slice slice(Decision decision) {
    return decision
        .details(Accepted.class)
        .map(Accepted::slice)
        .or(() -> RecommendationRecords.proposal(decision).map(Proposal::route))
        .orElse(Slice.ALL);
  }

  private static String title(Decision decision) {
    return decision
        .details(Accepted.class)
        .map(DecisionComposer::title)
        .or(() -> RecommendationRecords.proposal(decision).map(Proposal::title))
        .or(() -> decision.details(Signed.class).map(DecisionComposer::title))
        .or(() -> decision.details(Removed.class).map(of -> "Retention: " + of.scope().word()))
        .orElse("Legal hold");
  }

  private static String title(Accepted finding) {
    String what = finding.isOfRelease() ? "New release" : finding.measure().title();
    return what + ", " + finding.slice().title();
  }

  private static String title(Signed signed) {
    return "Report of the night of " + Identifiers.date(signed.night());
  }

  /** What the answer does not say. */
  private static String detail(Decision decision) {
    return decision
        .details(Executed.class)
        .map(executed -> "carried out at " + executed.at())
        .or(() -> decision.details(Signed.class).map(signed -> "as " + signed.role()))
        .or(() -> decision.details(Held.class).map(DecisionComposer::nights))
        .or(() -> decision.details(Removed.class).map(Removed::words))
        .orElse("");
  }

  private static String nights(Held held) {
    String from = held.from().map(night -> " from " + Identifiers.date(night)).orElse("");
    String to = held.to().map(night -> " to " + Identifiers.date(night)).orElse("");
    return from.isEmpty() && to.isEmpty() ? "all nights" : "nights" + from + to;
  }
}
