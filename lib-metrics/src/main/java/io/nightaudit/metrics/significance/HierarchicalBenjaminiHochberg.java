package io.nightaudit.metrics.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * False discoveries in two levels: metrics first, then the slices of the rejected metrics.
 *
 * <p>Benjamini–Hochberg at q over the metrics rejects R of m; then Benjamini–Hochberg within the
 * slices of each rejected metric at q R/m, lower because the metric was selected. Among the metrics
 * the share of false discoveries is at most q, and so is the expected average of the shares within
 * the rejected metrics, for independent or positively dependent tests. (Yekutieli 2008 uses q at
 * both levels and bounds the share over all levels by about 2q only.)
 *
 * <ul>
 *   <li>No families: none. No slices: none rejected.
 *   <li>Slices of a metric that is not rejected are not tested, however small their p-values.
 *   <li>All metrics rejected: the slices are tested at q itself.
 *   <li>NaN or outside 0 to 1: refused; leave out tests without a result.
 * </ul>
 *
 * <p>Source: Y. Benjamini and M. Bogomolov, J. R. Statist. Soc. B 76(1), 2014, doi
 * 10.1111/rssb.12028.
 */
public final class HierarchicalBenjaminiHochberg {
  private HierarchicalBenjaminiHochberg() {}

  /**
   * A metric and its slices.
   *
   * @param pValue of the metric on all traffic
   * @param slices p-values of the metric in each slice
   */
  public record Family(double pValue, List<Double> slices) {
    public Family {
      slices = List.copyOf(slices);
      Checks.pValues(new double[] {pValue});
      Checks.pValues(doubles(slices));
    }
  }

  /**
   * What became of a family.
   *
   * @param adjusted Benjamini–Hochberg value of the metric among all metrics
   * @param rejected whether it is at most q
   * @param sliceLevel level at which the slices were tested, q R/m; 0 if they were not
   * @param rejectedSlices positions of the rejected slices, ascending
   */
  public record Decision(
      double adjusted, boolean rejected, double sliceLevel, List<Integer> rejectedSlices) {
    public Decision {
      rejectedSlices = List.copyOf(rejectedSlices);
    }
  }

  /** Decisions in the order of the families, with a share q of false discoveries. */
  public static List<Decision> decide(List<Family> families, double q) {
    Checks.share("q", q);
    double[] adjusted =
        BenjaminiHochberg.adjusted(families.stream().mapToDouble(Family::pValue).toArray());
    long rejected = IntStream.range(0, adjusted.length).filter(i -> adjusted[i] <= q).count();
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      double level = adjusted[i] <= q ? q * ((double) rejected / adjusted.length) : 0;
      List<Integer> slices = rejectedSlices(families.get(i), level);
      decisions.add(new Decision(adjusted[i], adjusted[i] <= q, level, slices));
    }
    return List.copyOf(decisions);
  }

  private static List<Integer> rejectedSlices(Family family, double level) {
    if (level == 0) {
      return List.of();
    }
    double[] adjusted = BenjaminiHochberg.adjusted(doubles(family.slices()));
    return IntStream.range(0, adjusted.length).filter(i -> adjusted[i] <= level).boxed().toList();
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
