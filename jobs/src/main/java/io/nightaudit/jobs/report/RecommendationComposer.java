package io.nightaudit.jobs.report;

import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Objection;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.List;
import java.util.Optional;

/** Makes the recommendations section. */
final class RecommendationComposer {
  private final NightRecord record;

  RecommendationComposer(NightRecord record) {
    this.record = record;
  }

  List<Report.RecommendationEntry> compose() {
    return record.recommendations().stream().map(this::entry).toList();
  }

  private Report.RecommendationEntry entry(Recommendation advice) {
    boolean rollBack = advice.action() == Action.ROLL_BACK;
    return new Report.RecommendationEntry(
        advice.id(),
        advice.route().asMap(),
        advice.route().title(),
        advice.slice().asMap(),
        advice.action().name(),
        advice.fromRelease(),
        advice.toRelease(),
        advice.grade() == Recommendation.Grade.NONE ? "" : advice.grade().name(),
        advice.title(),
        effect(advice),
        advice.reasons(),
        advice.conditions().stream()
            .map(c -> new Report.Condition(c.name(), c.holds(), c.text()))
            .toList(),
        advice.placebos().stream()
            .map(p -> new Report.Placebo(Identifiers.date(p.epochDay()), p.effect()))
            .toList(),
        advice.objections().stream().map(Objection::text).toList(),
        advice.alternatives(),
        rollBack ? new EvidenceToFreeze(record, advice).list() : List.of(),
        rollBack ? questions() : List.of(),
        advice.findings(),
        advice.objections().stream()
            .map(o -> new Report.ObjectionEntry(o.kind().name(), o.text()))
            .toList(),
        advice.loss().map(RecommendationComposer::loss),
        advice.decision().map(RecommendationComposer::decision),
        record.oversight().records().stream()
            .filter(each -> each.id().equals(advice.id()))
            .findFirst()
            .map(new StandingComposer(record)::compose));
  }

  private static Report.ExpectedLoss loss(Recommendation.Loss loss) {
    return new Report.ExpectedLoss(
        loss.keep(), loss.rollback(), loss.nightly(), loss.days(), Recommendation.Loss.UNIT);
  }

  private static Report.DecisionRule decision(Recommendation.Decision decision) {
    return new Report.DecisionRule(
        decision.later(),
        decision.earlier(),
        decision.nights(),
        decision.laterRows(),
        decision.earlierRows(),
        Double.isNaN(decision.sampleRatio())
            ? Optional.empty()
            : Optional.of(decision.sampleRatio()),
        decision.gates().stream()
            .map(
                g ->
                    new Report.DecisionGate(
                        g.metric(),
                        g.difference(),
                        g.low(),
                        g.high(),
                        g.unit(),
                        g.material(),
                        g.loss()))
            .toList());
  }

  private static Optional<Report.Effect> effect(Recommendation advice) {
    return advice
        .effect()
        .filter(effect -> Double.isFinite(effect.low()) && Double.isFinite(effect.high()))
        .map(RecommendationComposer::effect);
  }

  static Report.Effect effect(Recommendation.Effect effect) {
    return new Report.Effect(
        effect.metric(),
        effect.value(),
        effect.low(),
        effect.high(),
        effect.unit(),
        effect.after(),
        effect.before(),
        Identifiers.date(effect.since()),
        effect.material());
  }

  private static List<String> questions() {
    return List.of(
        "Is the earlier release assessed in advance, and does the provider still offer it?",
        "Could the change be a substantial modification of the system?",
        "Is a serious incident suspected? Then inform the authority before changing the system (Art. 73(6)).");
  }
}
