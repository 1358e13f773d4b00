package io.nightaudit.metrics.significance;

/**
 * Holm's adjustment of p-values: the probability of any false rejection, under any dependence.
 *
 * <p>Adjusted p₍ᵢ₎ = max over j ≤ i of (m − j + 1) p₍ⱼ₎, at most 1. From 0 to 1, at least p and at
 * most Bonferroni's m p.
 *
 * <ul>
 *   <li>No p-values: none. One: unchanged.
 *   <li>Ties get equal results.
 *   <li>NaN or outside 0 to 1: refused; leave out tests without a result.
 * </ul>
 *
 * <p>Source: S. Holm, Scand. J. Statist. 6(2), 1979; statsmodels {@code
 * multipletests(method='holm')}.
 */
public final class Holm {
  private Holm() {}

  /** Adjusted p-values in the order of the input. */
  public static double[] adjusted(double[] pValues) {
    Checks.pValues(pValues);
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    int left = pValues.length;
    for (int position : Ascending.order(pValues)) {
      largest = Math.max(largest, Math.min(1, pValues[position] * left));
      adjusted[position] = largest;
      left--;
    }
    return adjusted;
  }
}
