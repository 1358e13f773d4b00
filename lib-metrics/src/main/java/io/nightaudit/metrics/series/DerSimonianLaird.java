package io.nightaudit.metrics.series;

/**
 * Variance between days beyond the sampling variance within them, τ².
 *
 * <p>τ² = max(0, (Q − (T − p)) / (Σw − Σ_g Σw²/Σw)) with w = 1/v, groups g of days that share a
 * mean, p groups and Q = Σ w (y − weighted mean of the group)².
 *
 * <p>In the square of the unit of y, from 0 (sampling explains the days) up; larger means more
 * varied days.
 *
 * <ul>
 *   <li>None or one value, no more days than groups: 0.
 *   <li>Equal values, or values closer than sampling makes them: 0.
 *   <li>A value that is NaN or infinite, a variance that is not above 0 and finite: refused.
 *   <li>Values and variances of different number: refused.
 *   <li>Squares beyond the largest double: infinite.
 * </ul>
 *
 * <p>Source: R. DerSimonian and N. Laird, Controlled Clinical Trials 7, 1986, doi
 * 10.1016/0197-2456(86)90046-2; with regressors S. G. Thompson and S. J. Sharp, Statistics in
 * Medicine 18, 1999.
 */
public final class DerSimonianLaird {
  private DerSimonianLaird() {}

  /** τ² of values around one mean, with their sampling variances. */
  public static double tauSquared(double[] values, double[] variances) {
    if (values.length != variances.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + variances.length + " variances: give one per value");
    }
    double[] weights = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      Checks.value(values[i], variances[i]);
      weights[i] = 1 / variances[i];
    }
    int[] oneGroup = new int[values.length];
    return tauSquared(values, weights, oneGroup, values.length, new GroupMeans(1));
  }

  /** τ² of the first {@code size} values around the means of their groups, without allocation. */
  static double tauSquared(
      double[] values, double[] weights, int[] groups, int size, GroupMeans means) {
    means.fit(values, weights, groups, size);
    double q = 0;
    for (int i = 0; i < size; i++) {
      double residual = values[i] - means.mean(groups[i]);
      q += weights[i] * residual * residual;
    }
    double divisor = means.totalWeight() - means.squaredWeightShare();
    double excess = q - (size - means.groupsUsed());
    return excess > 0 && divisor > 0 ? excess / divisor : 0;
  }
}
