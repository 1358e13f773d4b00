package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.attribution.Kitagawa;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change of one share or mean, split exactly into another mix of its parts and another
 * behaviour within them.
 *
 * @param measure what changed
 * @param slice where
 * @param by the dimensions of the parts
 * @param total change, in the unit
 * @param mix what came from other shares of the parts
 * @param behaviour what came from other values in the same parts
 * @param parts the parts
 */
public record MixSplit(
    Measure measure,
    Slice slice,
    List<String> by,
    double total,
    double mix,
    double behaviour,
    List<Part> parts) {
  /** One part: weights and values before and tonight; values are NaN where it was absent. */
  public record Part(
      Slice slice,
      double weightBefore,
      double weightTonight,
      double valueBefore,
      double valueTonight,
      double mix,
      double behaviour) {}

  public MixSplit {
    by = List.copyOf(by);
    parts = List.copyOf(parts);
  }

  /** Whether more than half of the change is another mix. */
  public boolean mostlyMix() {
    return Math.abs(mix) > Math.abs(behaviour);
  }

  /**
   * Splits the change of a measure in a slice on a night.
   *
   * @param parts slices of one level within the slice that together are all of it
   */
  public static Optional<MixSplit> of(
      Measure measure, Slice slice, long night, List<ComparedSlice> parts) {
    List<ComparedSlice> known =
        parts.stream().filter(p -> p.streams().containsKey(measure)).toList();
    int size = known.size();
    double[] weightBefore = new double[size];
    double[] weightTonight = new double[size];
    double[] valueBefore = new double[size];
    double[] valueTonight = new double[size];
    for (int i = 0; i < size; i++) {
      Evidence evidence = known.get(i).streams().get(measure).evidence().get(night);
      weightBefore[i] = evidence == null ? 0 : evidence.baseline().n();
      valueBefore[i] = evidence == null ? Double.NaN : evidence.baseline().value();
      weightTonight[i] = evidence == null ? 0 : evidence.n();
      valueTonight[i] = evidence == null ? Double.NaN : evidence.value();
    }
    if (size < 2 || sum(weightBefore) == 0 || sum(weightTonight) == 0) {
      return Optional.empty();
    }
    Kitagawa split = Kitagawa.of(weightBefore, valueBefore, weightTonight, valueTonight);
    List<Part> named = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      named.add(
          new Part(
              known.get(i).slice(),
              weightBefore[i] / sum(weightBefore),
              weightTonight[i] / sum(weightTonight),
              valueBefore[i],
              valueTonight[i],
              split.mixes()[i],
              split.withins()[i]));
    }
    return Double.isFinite(split.total())
        ? Optional.of(
            new MixSplit(
                measure,
                slice,
                known.get(0).slice().level(),
                split.total(),
                split.mix(),
                split.within(),
                named))
        : Optional.empty();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
