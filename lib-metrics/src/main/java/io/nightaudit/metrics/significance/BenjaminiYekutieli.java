package io.nightaudit.metrics.significance;

/**
 * Benjamini–Yekutieli adjustment of p-values: share of false discoveries under any dependence.
 *
 * <p>The Benjamini–Hochberg value times 1 + 1/2 + … + 1/m, at most 1. From 0 to 1, at least the
 * Benjamini–Hochberg value: for 100 tests five times it. For tests that may depend on each other in
 * any way, as metrics of the same answers do.
 *
 * <ul>
 *   <li>No p-values: none. One: unchanged.
 *   <li>Ties get equal results.
 *   <li>NaN or outside 0 to 1: refused; leave out tests without a result.
 * </ul>
 *
 * <p>Source: Y. Benjamini and D. Yekutieli, Ann. Statist. 29(4), 2001, doi 10.1214/aos/1013699998;
 * statsmodels {@code multipletests(method='fdr_by')}.
 */
public final class BenjaminiYekutieli {
  private BenjaminiYekutieli() {}

  /** Adjusted p-values in the order of the input. */
  public static double[] adjusted(double[] pValues) {
    double[] adjusted = BenjaminiHochberg.adjusted(pValues);
    double factor = Harmonic.number(pValues.length);
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = Math.min(1, adjusted[i] * factor);
    }
    return adjusted;
  }
}
