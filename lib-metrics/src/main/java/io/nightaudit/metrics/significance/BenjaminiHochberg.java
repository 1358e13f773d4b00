package io.nightaudit.metrics.significance;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Benjamini–Hochberg adjustment of p-values, to control the share of false discoveries.
 *
 * <p>Adjusted p₍ᵢ₎ = min over j ≥ i of m p₍ⱼ₎ / j, at most 1. Rejecting those at or below q keeps
 * the expected share of false rejections at or below q for independent or positively dependent
 * tests. No p-values: none. Ties get equal results. Source: Y. Benjamini and Y. Hochberg, J. R.
 * Statist. Soc. B 57(1), 1995; statsmodels {@code multipletests(method='fdr_bh')}.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** Adjusted p-values in the order of the input. */
  public static double[] adjusted(double[] pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "p-value " + p + " is not between 0 and 1: leave out tests without a result");
      }
    }
    int[] order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      smallest = Math.min(smallest, pValues[order[rank - 1]] * order.length / rank);
      adjusted[order[rank - 1]] = smallest;
    }
    return adjusted;
  }

  /** Number of tests that are rejected when false discoveries may be a share {@code q}. */
  public static int rejections(double[] pValues, double q) {
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException("q " + q + " is not between 0 and 1: give 0.1, say");
    }
    return (int) Arrays.stream(adjusted(pValues)).filter(p -> p <= q).count();
  }
}
