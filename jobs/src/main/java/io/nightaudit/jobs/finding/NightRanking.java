package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.significance.Alternative;
import io.nightaudit.metrics.significance.BenjaminiHochberg;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Decision;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Family;
import io.nightaudit.metrics.significance.StandardScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ranks the scores of one night: each measure on all traffic first, then the slices of those
 * measures that stand out. A measure without a score on all traffic is not ranked.
 */
public final class NightRanking {
  private static final double FALSE_SHARE = 0.1;

  private static final Comparator<Ranking.Unusual> LEAST_LIKELY_FIRST =
      Comparator.comparingDouble(Ranking.Unusual::adjusted)
          .thenComparingDouble(Ranking.Unusual::p)
          .thenComparing(Ranking.Unusual::measure)
          .thenComparing(Ranking.Unusual::slice);

  private NightRanking() {}

  /** One score of tonight and how likely it is by chance. */
  private record Score(Slice slice, Measure measure, double z, double p) {}

  /** The ranking of a night over the slices that its report shows. */
  public static Ranking of(long night, List<JudgedSlice> slices) {
    SortedMap<Measure, List<Score>> parts = new TreeMap<>();
    SortedMap<Measure, Score> whole = new TreeMap<>();
    for (JudgedSlice slice : slices) {
      for (Measure measure : slice.judgements().keySet()) {
        score(slice, measure, night).ifPresent(score -> sort(score, whole, parts));
      }
    }
    return rank(List.copyOf(whole.values()), parts);
  }

  private static void sort(
      Score score, Map<Measure, Score> whole, Map<Measure, List<Score>> parts) {
    if (score.slice().isAll()) {
      whole.put(score.measure(), score);
    } else {
      parts.computeIfAbsent(score.measure(), measure -> new ArrayList<>()).add(score);
    }
  }

  private static Optional<Score> score(JudgedSlice slice, Measure measure, long night) {
    return slice
        .judgement(measure, night)
        .filter(Judgement::isScored)
        .map(
            judgement -> {
              boolean rising =
                  slice.compared().streams().get(measure).evidence().get(night).rising();
              double p =
                  StandardScore.pValue(
                      rising ? Alternative.GREATER : Alternative.TWO_SIDED, judgement.z());
              return new Score(slice.slice(), measure, judgement.z(), p);
            });
  }

  private static Ranking rank(List<Score> whole, Map<Measure, List<Score>> parts) {
    List<Family> families = new ArrayList<>();
    int tests = whole.size();
    for (Score score : whole) {
      List<Score> slices = parts.getOrDefault(score.measure(), List.of());
      families.add(new Family(score.p(), slices.stream().map(Score::p).toList()));
      tests += slices.size();
    }
    List<Decision> decisions = HierarchicalBenjaminiHochberg.decide(families, FALSE_SHARE);
    List<Ranking.Unusual> unusual = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      Score score = whole.get(i);
      if (decisions.get(i).rejected()) {
        unusual.add(unusual(score, decisions.get(i).adjusted()));
        addSlices(parts.getOrDefault(score.measure(), List.of()), decisions.get(i), unusual);
      }
    }
    unusual.sort(LEAST_LIKELY_FIRST);
    return new Ranking(FALSE_SHARE, tests, unusual);
  }

  /** Slices are tested at a lower level; scaled to q, their values compare with all others. */
  private static void addSlices(
      List<Score> slices, Decision decision, List<Ranking.Unusual> unusual) {
    double[] adjusted = BenjaminiHochberg.adjusted(slices.stream().mapToDouble(Score::p).toArray());
    double scale = FALSE_SHARE / decision.sliceLevel();
    for (int index : decision.rejectedSlices()) {
      unusual.add(unusual(slices.get(index), Math.min(1, adjusted[index] * scale)));
    }
  }

  private static Ranking.Unusual unusual(Score score, double adjusted) {
    return new Ranking.Unusual(score.slice(), score.measure(), score.z(), score.p(), adjusted);
  }
}
