package io.nightaudit.metrics.attribution;

import io.nightaudit.metrics.significance.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The slices of a partition that a change of a rate or mean comes from, with chance told apart.
 *
 * <p>Slices are ordered by the size of Within_s of {@link Kitagawa}, with z = Within_s/√Var, Var =
 * ((w_s0 + w_s1)/2)² (v_s1/n_s1 + v_s0/n_s0), the weights taken as given; the two-sided p-values
 * are adjusted by {@link BenjaminiHochberg}. Going down the order, slices are picked that are
 * significant and moved as the whole did, until together they are the wanted share of within.
 * Total, mix and within are in the unit of the values.
 *
 * <ul>
 *   <li>No slices, or a side without values: total, mix and within NaN, none picked.
 *   <li>A slice with fewer than two values on a side is not tested: z, p and adjusted p NaN.
 *   <li>No variance on either side: z 0 and p 1 if the means agree, else z infinite and p 0.
 *   <li>Ties in size are ordered by name; the order of the input changes nothing.
 *   <li>z knows sampling only. Where days differ by more, add n times the variance between days to
 *       the variances.
 * </ul>
 *
 * Source: E. M. Kitagawa, J. Amer. Statist. Assoc. 50, 1955; the greedy share follows R. Bhagwan et
 * al., NSDI 2014.
 *
 * @param total change of the whole
 * @param mix what came from other shares of the slices
 * @param within what came from other values in the same slices
 * @param ranked all slices, the largest size of within first
 */
public record SliceRanking(double total, double mix, double within, List<Ranked> ranked) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Size, mean and variance (divisor n−1) of a slice before (0) and now (1); what a size is too
   * small to have is not looked at.
   */
  public record Slice(
      String name,
      long n0,
      double mean0,
      double variance0,
      long n1,
      double mean1,
      double variance1) {
    public Slice {
      check(name, n0, mean0, variance0);
      check(name, n1, mean1, variance1);
    }

    private static void check(String name, long n, double mean, double variance) {
      boolean usable =
          n >= 0
              && (n < 1 || Double.isFinite(mean))
              && (n < 2 || (variance >= 0 && variance < Double.POSITIVE_INFINITY));
      if (!usable) {
        throw new IllegalArgumentException(
            "slice %s: n %s, mean %s, variance %s: give n >= 0, a finite mean, a finite variance >= 0"
                .formatted(name, n, mean, variance));
      }
    }

    private double z() {
      if (n0 < 2 || n1 < 2) {
        return Double.NaN;
      }
      double change = mean1 - mean0;
      // The weight of the slice is in Within_s and in its error, so it cancels.
      return change == 0 ? 0 : change / Math.sqrt(variance1 / n1 + variance0 / n0);
    }
  }

  /**
   * A slice with its place.
   *
   * @param mix its part in mix
   * @param within its part in within
   * @param share within over that of all slices; NaN if that is 0
   * @param z of within
   * @param pValue two-sided
   * @param adjusted p-value adjusted for the number of slices
   * @param picked whether it is one of the few that explain the change
   */
  public record Ranked(
      String name,
      double mix,
      double within,
      double share,
      double z,
      double pValue,
      double adjusted,
      boolean picked) {}

  public SliceRanking {
    ranked = List.copyOf(ranked);
  }

  /** The picked slices, the largest first. */
  public List<Ranked> picked() {
    return ranked.stream().filter(Ranked::picked).toList();
  }

  /**
   * Ranks the slices of a partition.
   *
   * @param slices with different names; together they are the whole on both sides
   * @param falseDiscoveries share of picked slices that may be chance, in (0, 1), such as 0.1
   * @param explained share of within at which picking ends, in (0, 1], such as 0.67
   */
  public static SliceRanking of(List<Slice> slices, double falseDiscoveries, double explained) {
    check(falseDiscoveries, explained);
    List<Slice> sorted = slices.stream().sorted(Comparator.comparing(Slice::name)).toList();
    checkNames(sorted);
    Kitagawa split =
        Kitagawa.of(
            sorted.stream().mapToDouble(Slice::n0).toArray(),
            sorted.stream().mapToDouble(s -> s.n0() == 0 ? Double.NaN : s.mean0()).toArray(),
            sorted.stream().mapToDouble(Slice::n1).toArray(),
            sorted.stream().mapToDouble(s -> s.n1() == 0 ? Double.NaN : s.mean1()).toArray());
    List<Ranked> ranked = ranked(sorted, split);
    return new SliceRanking(
        split.total(), split.mix(), split.within(), pick(ranked, falseDiscoveries, explained));
  }

  private static List<Ranked> ranked(List<Slice> slices, Kitagawa split) {
    double[] z = slices.stream().mapToDouble(Slice::z).toArray();
    double[] p = new double[z.length];
    for (int s = 0; s < z.length; s++) {
      p[s] = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z[s])));
    }
    double[] adjusted = adjusted(p);
    double[] mixes = split.mixes();
    double[] withins = split.withins();
    List<Ranked> ranked = new ArrayList<>();
    for (int s = 0; s < z.length; s++) {
      double share = split.within() == 0 ? Double.NaN : withins[s] / split.within();
      ranked.add(
          new Ranked(
              slices.get(s).name(), mixes[s], withins[s], share, z[s], p[s], adjusted[s], false));
    }
    // Stable, so that the order of names decides ties.
    ranked.sort(Comparator.comparingDouble(slice -> -Math.abs(slice.within())));
    return ranked;
  }

  /** Adjusts the p-values that are numbers. */
  private static double[] adjusted(double[] pValues) {
    double[] tested =
        BenjaminiHochberg.adjusted(Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).toArray());
    double[] adjusted = new double[pValues.length];
    int next = 0;
    for (int s = 0; s < adjusted.length; s++) {
      adjusted[s] = Double.isNaN(pValues[s]) ? Double.NaN : tested[next++];
    }
    return adjusted;
  }

  private static List<Ranked> pick(List<Ranked> ranked, double q, double explained) {
    List<Ranked> result = new ArrayList<>();
    double sum = 0;
    for (Ranked slice : ranked) {
      boolean picked = sum < explained && slice.adjusted() <= q && slice.share() > 0;
      sum += picked ? slice.share() : 0;
      result.add(
          new Ranked(
              slice.name(),
              slice.mix(),
              slice.within(),
              slice.share(),
              slice.z(),
              slice.pValue(),
              slice.adjusted(),
              picked));
    }
    return result;
  }

  private static void check(double falseDiscoveries, double explained) {
    if (!(falseDiscoveries > 0 && falseDiscoveries < 1)) {
      throw new IllegalArgumentException(
          "share of false discoveries " + falseDiscoveries + " is not between 0 and 1: give 0.1");
    }
    if (!(explained > 0 && explained <= 1)) {
      throw new IllegalArgumentException(
          "explained share " + explained + " is not above 0 and at most 1: give 0.67");
    }
  }

  private static void checkNames(List<Slice> sorted) {
    for (int s = 1; s < sorted.size(); s++) {
      if (sorted.get(s).name().equals(sorted.get(s - 1).name())) {
        throw new IllegalArgumentException(
            "slice " + sorted.get(s).name() + " is given twice: merge its values first");
      }
    }
  }
}
