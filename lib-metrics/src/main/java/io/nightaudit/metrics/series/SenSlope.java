package io.nightaudit.metrics.series;

import io.nightaudit.metrics.interval.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Median slope of a series: the change per step that outliers do not move.
 *
 * <p>Median of (x_j − x_i)/(t_j − t_i) over all N pairs; interval from the sorted slopes at the
 * ranks (N ∓ z√Var)/2 with the variance of {@link MannKendall}. In units of the series per unit of
 * time; positive for a rise.
 *
 * <ul>
 *   <li>Fewer than two values: NaN, interval (−∞, ∞).
 *   <li>Ranks beyond the slopes: that limit is infinite.
 *   <li>More than 10,000 values, or differences that overflow: refused.
 *   <li>A confidence outside (0, 1) or NaN: refused.
 * </ul>
 *
 * <p>Source: P. K. Sen, J. Amer. Statist. Assoc. 63, 1968; R {@code trend::sens.slope}; {@code
 * scipy.stats.theilslopes}.
 *
 * @param slope change per step
 * @param interval of the slope
 */
public record SenSlope(double slope, Interval interval) {
  private static final int MOST_VALUES = 10_000;

  /** Slope of a series of equally spaced values, per step. */
  public static SenSlope of(double[] series, double confidence) {
    return of(steps(series.length), series, confidence);
  }

  /** Slope of values at ascending times, such as nights some of which are missing. */
  public static SenSlope of(double[] times, double[] series, double confidence) {
    Interval.checkConfidence(confidence);
    double[] slopes = slopes(times, series);
    double variance = MannKendall.of(series).variance();
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double reach = z * Math.sqrt(variance);
    long lowRank = Math.round((slopes.length - reach) / 2);
    long highRank = Math.round((slopes.length + reach) / 2 + 1);
    double low = lowRank < 1 ? Double.NEGATIVE_INFINITY : slopes[(int) lowRank - 1];
    double high = highRank > slopes.length ? Double.POSITIVE_INFINITY : slopes[(int) highRank - 1];
    return new SenSlope(Median.of(slopes), new Interval(low, high, confidence));
  }

  /** The slope of equally spaced values without its interval. */
  static double median(double[] series) {
    return Median.of(slopes(steps(series.length), series));
  }

  private static double[] steps(int size) {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = i;
    }
    return times;
  }

  private static double[] slopes(double[] times, double[] series) {
    check(times, series);
    double[] slopes = new double[series.length * (series.length - 1) / 2];
    int next = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        slopes[next++] = (series[j] - series[i]) / (times[j] - times[i]);
      }
    }
    Arrays.sort(slopes);
    return slopes;
  }

  private static void check(double[] times, double[] series) {
    if (times.length != series.length) {
      throw new IllegalArgumentException(
          times.length + " times for " + series.length + " values: give one per value");
    }
    if (series.length > MOST_VALUES) {
      throw new IllegalArgumentException(
          series.length + " values, above " + MOST_VALUES + ": take the last ones or weekly means");
    }
    Checks.comparable(times);
    Checks.comparable(series);
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(
            "time " + times[i] + " follows " + times[i - 1] + ": sort the values by time");
      }
    }
  }
}
