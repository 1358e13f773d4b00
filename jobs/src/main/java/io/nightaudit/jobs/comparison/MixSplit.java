package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.attribution.Kitagawa;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param since the first night of the change that is split
 * @param standardised the change at the shares that the parts had before
 * @param shift the change that the other shares alone would have made, at the values of before
 */
public record MixSplit(
    Measure measure,
    Slice slice,
    List<String> by,
    double total,
    double mix,
    double behaviour,
    List<Part> parts,
    long since,
    Effect standardised,
    Effect shift) {
  /**
   * One part: its values before and since, and what of the change is its own.
   *
   * @param dayVariance variance between nights beyond sampling, of the nights before
   * @param nightsBefore nights with a value before
   * @param nightsSince nights with a value since
   */
  public record Part(
      Slice slice,
      StratumMoments before,
      StratumMoments since,
      double weightBefore,
      double weightTonight,
      double mix,
      double behaviour,
      double dayVariance,
      int nightsBefore,
      int nightsSince) {
    /** Value before; NaN where it was absent. */
    public double valueBefore() {
      return value(before);
    }

    /** Value since; NaN where it was absent. */
    public double valueTonight() {
      return value(since);
    }
  }

  public MixSplit {
    by = List.copyOf(by);
    parts = List.copyOf(parts);
  }

  /** The dimensions that tell the parts apart within the slice. */
  public List<String> apart() {
    return by.stream().filter(name -> !slice.dimensions().containsKey(name)).toList();
  }

  /** Mix over total; NaN where nothing changed. */
  public double mixShare() {
    return total == 0 ? Double.NaN : mix / total;
  }

  /**
   * Whether it is the mix that changed the value: at the shares of before less than half of the
   * change is left, or the exact split gives the mix more than the behaviour.
   */
  public boolean mostlyMix() {
    return Math.abs(mix) > Math.abs(behaviour)
        || Math.abs(standardised.value()) < Math.abs(total) / 2;
  }

  /**
   * Splits a change.
   *
   * @param parts nightly moments of slices that together are all of the slice
   */
  static Optional<MixSplit> of(
      Measure measure,
      Slice slice,
      SortedMap<Slice, SortedMap<Long, StratumMoments>> parts,
      ChangeNights nights) {
    List<Sides> sides = new ArrayList<>();
    parts.forEach((part, moments) -> Sides.of(part, moments, nights).ifPresent(sides::add));
    long before = sides.stream().mapToLong(side -> side.before().n()).sum();
    long after = sides.stream().mapToLong(side -> side.after().n()).sum();
    return before == 0 || after == 0
        ? Optional.empty()
        : Optional.of(split(measure, slice, sides, nights));
  }

  /** One part on both sides. */
  private record Sides(
      Slice slice,
      SortedMap<Long, StratumMoments> moments,
      StratumMoments before,
      StratumMoments after) {
    static Optional<Sides> of(
        Slice slice, SortedMap<Long, StratumMoments> moments, ChangeNights nights) {
      StratumMoments before = pooled(moments, nights.before());
      StratumMoments after = pooled(moments, nights.after());
      return before.n() + after.n() == 0
          ? Optional.empty()
          : Optional.of(new Sides(slice, moments, before, after));
    }

    /** What a value of the part is before anything but the shares changes. */
    double usual() {
      return before.n() > 0 ? before.mean() : after.mean();
    }
  }

  static StratumMoments pooled(SortedMap<Long, StratumMoments> moments, List<Long> nights) {
    return nights.stream()
        .map(night -> moments.getOrDefault(night, StratumMoments.absent()))
        .reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  private static double value(StratumMoments moments) {
    return moments.n() == 0 ? Double.NaN : moments.mean();
  }

  private static MixSplit split(
      Measure measure, Slice slice, List<Sides> sides, ChangeNights nights) {
    Kitagawa split =
        Kitagawa.of(
            sides.stream().mapToDouble(side -> side.before().n()).toArray(),
            sides.stream().mapToDouble(side -> value(side.before())).toArray(),
            sides.stream().mapToDouble(side -> side.after().n()).toArray(),
            sides.stream().mapToDouble(side -> value(side.after())).toArray());
    return new MixSplit(
        measure,
        slice,
        sides.get(0).slice().level(),
        split.total(),
        split.mix(),
        split.within(),
        parts(sides, split, nights),
        nights.after().get(0),
        Effect.standardised(sides.stream().map(Sides::moments).toList(), nights),
        Effect.of(shifted(sides, nights), nights));
  }

  private static List<Part> parts(List<Sides> sides, Kitagawa split, ChangeNights nights) {
    double before = sides.stream().mapToLong(side -> side.before().n()).sum();
    double after = sides.stream().mapToLong(side -> side.after().n()).sum();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      Sides side = sides.get(i);
      parts.add(
          new Part(
              side.slice(),
              side.before(),
              side.after(),
              side.before().n() / before,
              side.after().n() / after,
              split.mixes()[i],
              split.withins()[i],
              DayVariance.of(side.moments(), nights.before()),
              known(side.moments(), nights.before()),
              known(side.moments(), nights.after())));
    }
    return parts;
  }

  private static int known(SortedMap<Long, StratumMoments> moments, List<Long> nights) {
    return (int) nights.stream().filter(moments::containsKey).count();
  }

  /** Every night as if each value were that of its part before: what is left is the shares. */
  private static SortedMap<Long, StratumMoments> shifted(List<Sides> sides, ChangeNights nights) {
    SortedMap<Long, StratumMoments> shifted = new TreeMap<>();
    for (long night : nights.all()) {
      StratumMoments sum = StratumMoments.absent();
      for (Sides side : sides) {
        long n = side.moments().getOrDefault(night, StratumMoments.absent()).n();
        sum = sum.plus(new StratumMoments(n, side.usual(), 0));
      }
      shifted.put(night, sum);
    }
    return shifted;
  }
}
