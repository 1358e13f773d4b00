package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.MinimumDetectableChange;
import java.util.Optional;

/** Says how small a change of a stream could have been seen. */
public final class DetectableChanges {
  private static final int NIGHTS_OF_MATERIAL = 14;

  private final Policy policy;
  private final AlarmBudget budget;

  public DetectableChanges(Policy policy, AlarmBudget budget) {
    this.policy = policy;
    this.budget = budget;
  }

  /** Of a stream of a slice, where tonight has a score. */
  public Optional<DetectableChange> of(
      Slice slice, ComparedStream stream, long night, Judgement judgement) {
    if (!judgement.isScored()) {
      return Optional.empty();
    }
    Evidence evidence = stream.evidence().get(night);
    double runLength = budget.limits(slice, stream.measure()).ewmaRunLength();
    Harm harm = evidence.rising() ? Harm.INCREASE : policy.of(stream.measure()).harm();
    Step step = Step.of(evidence.scale(), judgement, harm, runLength);
    return Optional.of(
        new DetectableChange(
            step.harm(),
            step.expected(),
            step.size(7),
            step.size(14),
            step.size(28),
            sees(stream.measure(), step)));
  }

  private Optional<Boolean> sees(Measure measure, Step step) {
    MetricPolicy tolerance = policy.of(measure);
    boolean mix = measure.metric().unit().equals("mix");
    double material = mix ? tolerance.distance() : tolerance.material();
    double room = mix ? material - step.expected() : tolerance.limit(step.expected());
    return material > 0
        ? Optional.of(step.size(NIGHTS_OF_MATERIAL).filter(size -> size <= room).isPresent())
        : Optional.empty();
  }

  /** A lasting step away from what was expected tonight. */
  private record Step(DailyScale scale, Judgement judgement, Harm harm, double runLength) {
    /** A step to either side is one to the side that exists, where the other does not. */
    static Step of(DailyScale scale, Judgement judgement, Harm harm, double runLength) {
      Step rise = new Step(scale, judgement, Harm.INCREASE, runLength);
      Step fall = new Step(scale, judgement, Harm.DECREASE, runLength);
      if (harm == Harm.NEITHER && rise.size(7).isPresent() != fall.size(7).isPresent()) {
        return rise.size(7).isPresent() ? rise : fall;
      }
      return new Step(scale, judgement, harm, runLength);
    }

    double expected() {
      return scale.value(judgement.center());
    }

    /** Its size where it is found within so many nights in four cases of five. */
    Optional<Double> size(int nights) {
      double step = deviations(nights) * judgement.spread();
      Optional<Double> rise = move(judgement.center() + step);
      Optional<Double> fall = move(judgement.center() - step);
      return switch (harm) {
        case INCREASE -> rise;
        case DECREASE -> fall;
        case NEITHER -> rise.flatMap(up -> fall.map(down -> Math.max(up, down)));
      };
    }

    private double deviations(int nights) {
      return MinimumDetectableChange.inDeviations(runLength, nights, judgement.history());
    }

    private Optional<Double> move(double y) {
      return Double.isFinite(y) && scale.reaches(y)
          ? Optional.of(Math.abs(scale.value(y) - expected())).filter(Double::isFinite)
          : Optional.empty();
    }
  }
}
