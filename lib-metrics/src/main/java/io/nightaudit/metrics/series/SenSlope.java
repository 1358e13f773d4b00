package io.nightaudit.metrics.series;

import io.nightaudit.metrics.interval.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Median slope of a series: the change per step that outliers do not move.
 *
 * <p>Median of (x_j − x_i)/(j − i) over all N pairs; interval from the sorted slopes at the ranks
 * (N ∓ z√Var)/2 with the variance of {@link MannKendall}.
 *
 * <p>In the unit of x per step (per night for a nightly series), without bounds; positive for a
 * rise.
 *
 * <ul>
 *   <li>None or one value: NaN, interval (−∞, ∞).
 *   <li>Two values: their difference, interval (−∞, ∞) at every confidence.
 *   <li>All values equal: 0, interval [0, 0].
 *   <li>Ranks beyond the slopes: that limit is infinite.
 *   <li>NaN or infinite values, a confidence outside (0, 1): refused. A difference beyond the
 *       largest double makes an infinite slope.
 * </ul>
 *
 * <p>Source: P. K. Sen, J. Amer. Statist. Assoc. 63, 1968; R {@code trend::sens.slope}.
 *
 * @param slope change per step, in the unit of the series
 * @param interval of the slope
 */
public record SenSlope(double slope, Interval interval) {

  /** Slope of a series of equally spaced values. */
  public static SenSlope of(double[] series, double confidence) {
    MannKendall trend = MannKendall.of(series);
    double[] slopes = slopes(series);
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double reach = z * Math.sqrt(trend.variance());
    long lowRank = Math.round((slopes.length - reach) / 2);
    long highRank = Math.round((slopes.length + reach) / 2 + 1);
    double low = lowRank < 1 ? Double.NEGATIVE_INFINITY : slopes[(int) lowRank - 1];
    double high = highRank > slopes.length ? Double.POSITIVE_INFINITY : slopes[(int) highRank - 1];
    return new SenSlope(Median.of(slopes), new Interval(low, high, confidence));
  }

  private static double[] slopes(double[] series) {
    double[] slopes = new double[series.length * (series.length - 1) / 2];
    int next = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        slopes[next++] = (series[j] - series[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }
}
