package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.MixSplit;
import io.nightaudit.jobs.finding.Explanation.Carrier;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.attribution.SliceRanking;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The few slices that a change comes from. Of behaviour: ranked by what they add to the change at
 * the same mix, chance told apart, until two thirds of it are explained; of all splits over one or
 * two more dimensions the one that needs the fewest slices. Of mix: those of the first split whose
 * share moved so that it made the change.
 */
final class Carriers {
  private static final double FALSE_DISCOVERIES = 0.1;
  private static final double EXPLAINED = 0.67;
  private static final int MOST_DIMENSIONS = 2;

  private Carriers() {}

  static List<Carrier> ofBehaviour(List<MixSplit> splits) {
    return splits.stream()
        .filter(split -> split.apart().size() <= MOST_DIMENSIONS)
        .map(Carriers::picked)
        .filter(picked -> !picked.isEmpty())
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  private static List<Carrier> picked(MixSplit split) {
    var byKey =
        split.parts().stream()
            .collect(Collectors.toMap(part -> part.slice().key(), Function.identity()));
    SliceRanking ranking =
        SliceRanking.of(
            split.parts().stream().map(Carriers::ranked).toList(), FALSE_DISCOVERIES, EXPLAINED);
    List<Carrier> picked =
        ranking.picked().stream()
            .map(r -> new Carrier(byKey.get(r.name()).slice(), r.within(), r.share()))
            .toList();
    double explained = picked.stream().mapToDouble(Carrier::share).sum();
    boolean some = picked.size() < split.parts().size() || picked.size() == 1;
    return some && explained >= EXPLAINED ? picked : List.of();
  }

  private static SliceRanking.Slice ranked(MixSplit.Part part) {
    return new SliceRanking.Slice(
        part.slice().key(),
        part.before().n(),
        part.before().mean(),
        variance(part.before(), part.dayVariance(), part.nightsBefore()),
        part.since().n(),
        part.since().mean(),
        variance(part.since(), part.dayVariance(), part.nightsSince()));
  }

  /** Of single values, such that the error of the mean holds the variation of nights too. */
  private static double variance(StratumMoments moments, double dayVariance, int nights) {
    return moments.variance() + dayVariance * moments.n() / Math.max(1, nights);
  }

  static List<Carrier> ofMix(MixSplit split) {
    ToDoubleFunction<MixSplit.Part> share = part -> part.mix() / split.mix();
    List<MixSplit.Part> largest =
        split.parts().stream()
            .filter(part -> share.applyAsDouble(part) > 0)
            .sorted(
                Comparator.comparingDouble(share).reversed().thenComparing(MixSplit.Part::slice))
            .toList();
    List<Carrier> carriers = new ArrayList<>();
    double explained = 0;
    for (MixSplit.Part part : largest) {
      if (explained < EXPLAINED) {
        carriers.add(new Carrier(part.slice(), part.mix(), share.applyAsDouble(part)));
        explained += share.applyAsDouble(part);
      }
    }
    return carriers;
  }

  /** The values of the dimensions that a slice has beyond those of another. */
  static String title(Slice part, Slice whole) {
    List<String> more =
        part.level().stream().filter(name -> !whole.dimensions().containsKey(name)).toList();
    return part.over(more).title();
  }
}
