package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.attribution.Kitagawa;
import io.nightaudit.metrics.decision.StratumMoments;
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
   * Splits the change of a measure in a slice on a night against the nights before.
   *
   * @param parts slices of one level within the slice that together are all of it
   * @param baselineNights how many nights before are the baseline
   */
  public static Optional<MixSplit> of(
      Measure measure, Slice slice, long night, List<ComparedSlice> parts, int baselineNights) {
    List<Sides> sides =
        parts.stream()
            .filter(part -> part.streams().containsKey(measure))
            .map(part -> Sides.of(part, measure, night, baselineNights))
            .filter(side -> side.before().n() + side.tonight().n() > 0)
            .toList();
    long before = sides.stream().mapToLong(side -> side.before().n()).sum();
    long tonight = sides.stream().mapToLong(side -> side.tonight().n()).sum();
    return sides.size() < 2 || before == 0 || tonight == 0
        ? Optional.empty()
        : Optional.of(split(measure, slice, sides, before, tonight));
  }

  /** One part before and tonight. */
  private record Sides(Slice slice, StratumMoments before, StratumMoments tonight) {
    /** A part that is absent tonight is what it was over all nights before. */
    static Sides of(ComparedSlice part, Measure measure, long night, int baselineNights) {
      ComparedStream stream = part.streams().get(measure);
      Evidence evidence = stream.evidence().get(night);
      StratumMoments before =
          evidence != null && evidence.baseline().n() > 0
              ? new StratumMoments(evidence.baseline().n(), evidence.baseline().value(), 0)
              : stream.moments().subMap(night - baselineNights, night).values().stream()
                  .reduce(StratumMoments.absent(), StratumMoments::plus);
      return new Sides(
          part.slice(), before, stream.moments().getOrDefault(night, StratumMoments.absent()));
    }

    static double value(StratumMoments moments) {
      return moments.n() == 0 ? Double.NaN : moments.mean();
    }
  }

  private static MixSplit split(
      Measure measure, Slice slice, List<Sides> sides, long before, long tonight) {
    Kitagawa split =
        Kitagawa.of(
            sides.stream().mapToDouble(side -> side.before().n()).toArray(),
            sides.stream().mapToDouble(side -> Sides.value(side.before())).toArray(),
            sides.stream().mapToDouble(side -> side.tonight().n()).toArray(),
            sides.stream().mapToDouble(side -> Sides.value(side.tonight())).toArray());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      Sides side = sides.get(i);
      parts.add(
          new Part(
              side.slice(),
              (double) side.before().n() / before,
              (double) side.tonight().n() / tonight,
              Sides.value(side.before()),
              Sides.value(side.tonight()),
              split.mixes()[i],
              split.withins()[i]));
    }
    return new MixSplit(
        measure,
        slice,
        sides.get(0).slice().level(),
        split.total(),
        split.mix(),
        split.within(),
        parts);
  }
}
