package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.ScoreOrigin;
import io.nightaudit.jobs.explanation.StoredFigure.Judged;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.StreamLimits;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.Policy;
import java.util.List;
import java.util.Optional;

/** The daily score of a figure: what it rests on, and the limits of its share of the budget. */
final class ScoreOrigins {
  private final NightContext context;
  private final FigureFacts facts;

  ScoreOrigins(NightContext context, FigureFacts facts) {
    this.context = context;
    this.facts = facts;
  }

  ScoreOrigin origin() {
    Policy policy = context.configuration().policy();
    StreamLimits limits =
        AlarmBudget.of(context.configuration()).limits(facts.slice(), facts.measure());
    Optional<StoredFigure> stored = facts.stored();
    Optional<Judgement> judgement = facts.recomputed().map(FigureFacts.Recomputed::judgement);
    return new ScoreOrigin(
        state(stored),
        stored.map(figure -> figure.judged().history()).orElse(0),
        policy.score().learningNights(),
        stored.flatMap(figure -> Exact.present(figure.y())),
        stored.flatMap(figure -> Exact.present(figure.variance())),
        judgement.flatMap(j -> Exact.present(j.center())),
        judgement.flatMap(j -> Exact.present(j.spread())),
        stored.flatMap(figure -> Exact.present(figure.judged().z())),
        stored
            .filter(figure -> Double.isFinite(figure.judged().z()))
            .flatMap(figure -> Exact.present(figure.judged().ewma())),
        limits.options(policy.score(), false, List.of()).ewmaBound(),
        limits.spikeLimit().stream().boxed().findFirst(),
        limits.falsePerMonth(),
        limits.falsePerMonth() / policy.alarms().falsePerMonth(),
        limits.runLength(),
        expected(stored.map(StoredFigure::judged)));
  }

  private String state(Optional<StoredFigure> stored) {
    if (stored.isEmpty()) {
      return "no score: there is no value";
    }
    Judged judged = stored.get().judged();
    if (!Double.isFinite(judged.z())) {
      return "no score: " + judged.verdict().name() + ", " + judged.reason();
    }
    return Judgement.isAlarmed(judged.reason())
        ? "scored; an alarm is open, and nothing is learnt until it has gone or is accepted"
        : "scored against " + judged.history() + " nights before";
  }

  private String expected(Optional<Judged> judged) {
    Quantity quantity = Quantity.of(facts.measure().name(), facts.unit());
    return judged
        .filter(j -> Double.isFinite(j.expected()))
        .map(
            j ->
                Double.isFinite(j.low()) && Double.isFinite(j.high())
                    ? "%s; 19 of 20 nights in %s"
                        .formatted(
                            quantity.value(j.expected()), quantity.interval(j.low(), j.high()))
                    : quantity.value(j.expected()))
        .orElse("none");
  }
}
