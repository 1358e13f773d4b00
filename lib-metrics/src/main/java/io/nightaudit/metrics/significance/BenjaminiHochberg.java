package io.nightaudit.metrics.significance;

import java.util.Arrays;

/**
 * Benjamini–Hochberg adjustment of p-values, to control the share of false discoveries.
 *
 * <p>Adjusted p₍ᵢ₎ = min over j ≥ i of m p₍ⱼ₎ / j, at most 1.
 *
 * <p>From 0 to 1, at least p; small for a discovery. Rejecting those at or below q keeps the
 * expected share of false rejections at or below q for independent or positively dependent tests.
 *
 * <ul>
 *   <li>No p-values: none, and no rejections.
 *   <li>One p-value: unchanged.
 *   <li>p = 0 stays 0, p = 1 stays 1.
 *   <li>Ties get equal results.
 *   <li>NaN or outside 0 to 1: refused; leave out tests without a result.
 *   <li>q outside (0, 1) or NaN: refused.
 * </ul>
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57(1), 1995, doi
 * 10.1111/j.2517-6161.1995.tb02031.x; statsmodels {@code multipletests(method='fdr_bh')}.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** Adjusted p-values in the order of the input. */
  public static double[] adjusted(double[] pValues) {
    Checks.pValues(pValues);
    int[] order = Ascending.order(pValues);
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      // Divided by a share, so that rounding takes nothing below p: the largest is p itself.
      smallest = Math.min(smallest, pValues[order[rank - 1]] / ((double) rank / order.length));
      adjusted[order[rank - 1]] = smallest;
    }
    return adjusted;
  }

  /** Number of tests that are rejected when false discoveries may be a share {@code q}. */
  public static int rejections(double[] pValues, double q) {
    Checks.share("q", q);
    return (int) Arrays.stream(adjusted(pValues)).filter(p -> p <= q).count();
  }
}
