package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.comparison.Evidence.ChangeKind;
import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import java.util.Optional;

/** Reads the figures of a period by the limits of the policy. */
public final class PeriodJudge {
  private final Policy policy;

  public PeriodJudge(Policy policy) {
    this.policy = policy;
  }

  /** A reading, and why. */
  public record Reading(PeriodMove move, String reason) {}

  /** How far a figure moved against the period before. */
  public Reading of(PeriodEvidence evidence) {
    return notCompared(evidence)
        .map(reason -> new Reading(PeriodMove.NOT_COMPARED, reason))
        .orElseGet(() -> compared(evidence));
  }

  private Optional<String> notCompared(PeriodEvidence evidence) {
    if (evidence.before().isEmpty()) {
      return Optional.of("there is no value of the period before that means the same");
    }
    long least = Math.min(evidence.now().n(), evidence.before().get().n());
    if (least < policy.minimumRows()) {
      return Optional.of(
          "%s values are fewer than the %s that the policy asks for"
              .formatted(Digits.whole(least), Digits.whole(policy.minimumRows())));
    }
    Effect change = evidence.change();
    if (Double.isNaN(change.value())) {
      return Optional.of("its nights do not tell how sure a change is");
    }
    return Double.isNaN(change.low())
        ? Optional.of("fewer than three nights of the period before have a value")
        : Optional.empty();
  }

  private Reading compared(PeriodEvidence evidence) {
    MetricPolicy tolerance = policy.of(evidence.measure());
    double change = evidence.change().value();
    if (!evidence.change().excludesZero()) {
      return new Reading(PeriodMove.NOT_SEEN, "nights differ as much without a change");
    }
    double limit = limit(tolerance, evidence);
    if (Math.abs(change) < limit) {
      return new Reading(PeriodMove.NOT_SEEN, "less than the material limit");
    }
    Harm harm = tolerance.harm();
    if (harm.of(change)) {
      return new Reading(PeriodMove.HARMFUL, "beyond the material limit, towards harm");
    }
    return new Reading(
        PeriodMove.MOVED,
        harm == Harm.NEITHER
            ? "beyond the material limit; neither direction is harm"
            : "beyond the material limit, away from harm");
  }

  /** The material limit, expressed as the change is. */
  private static double limit(MetricPolicy tolerance, PeriodEvidence evidence) {
    double before = Math.abs(evidence.before().orElseThrow().value());
    boolean ratio = evidence.kind() == ChangeKind.RATIO;
    if (tolerance.relative()) {
      return ratio ? tolerance.material() : tolerance.material() * before;
    }
    return ratio ? tolerance.material() / before : tolerance.material();
  }
}
