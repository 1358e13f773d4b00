package io.nightaudit.metrics.attribution;

/**
 * A mean at a fixed mix: what the mean would be if the strata had the shares of the base.
 *
 * <p>M* = Σ w_s m_s with variance Σ w_s² v_s, w_s the base weights of the strata with a value
 * divided by their sum.
 *
 * <p>The mean is in the unit of the values and lies between the smallest and the largest of them;
 * the variance is in the square of that unit.
 *
 * <ul>
 *   <li>No strata, or all weights 0: all NaN.
 *   <li>One stratum: its value and variance.
 *   <li>A stratum without a value (NaN) gives its base weight to the others in proportion; no
 *       values at all: NaN with coverage 0.
 *   <li>A stratum of weight 0 does not count; neither its value nor its variance is looked at.
 *   <li>Negative, NaN or infinite weight, infinite value with weight, negative or NaN variance of a
 *       value with weight: refused. An infinite variance makes that of the mean infinite.
 *   <li>Weights, values and variances of different number: refused.
 * </ul>
 *
 * <p>Source: J. L. Fleiss et al., Statistical Methods for Rates and Proportions, 3rd ed., 2003,
 * chapter 19.
 *
 * @param value standardised mean, in the unit of the values
 * @param variance its sampling variance, from 0 up
 * @param coverage share of the base weight in strata with a value, 0 to 1
 */
public record DirectStandardization(double value, double variance, double coverage) {

  /** Standardises values with their sampling variances to the base weights, of any sum. */
  public static DirectStandardization of(
      double[] baseWeights, double[] values, double[] variances) {
    if (baseWeights.length != values.length || values.length != variances.length) {
      throw new IllegalArgumentException(
          "%s weights, %s values, %s variances: give one of each per stratum"
              .formatted(baseWeights.length, values.length, variances.length));
    }
    double all = 0;
    double present = 0;
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < values.length; s++) {
      boolean hasValue = !Double.isNaN(values[s]);
      double weight = baseWeights[s];
      Weights.check(s, weight, hasValue ? values[s] : 0);
      all += weight;
      if (hasValue && weight > 0) {
        checkVariance(s, variances[s]);
        present += weight;
        sum += weight * values[s];
        squares += weight * weight * variances[s];
      }
    }
    if (all * all == Double.POSITIVE_INFINITY) {
      throw new ArithmeticException(
          "the squared sum " + all + " of the weights overflows: divide them by the largest first");
    }
    return new DirectStandardization(sum / present, squares / present / present, present / all);
  }

  private static void checkVariance(int stratum, double variance) {
    if (!(variance >= 0)) {
      throw new IllegalArgumentException(
          "variance " + variance + " of stratum " + stratum + " is not a number from 0 up");
    }
  }
}
