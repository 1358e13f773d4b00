package io.nightaudit.metrics.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Laney's p′ chart: a chart of daily rates whose limits hold also when the rate itself varies from
 * day to day.
 *
 * <p>p̄ = Σx/Σn, σ_i = √(p̄(1−p̄)/n_i), z_i = (x_i/n_i − p̄)/σ_i, σ_z = mean |z_i − z_{i−1}| /
 * 1.128, limits p̄ ± 3 σ_i σ_z, kept within [0, 1]. A chart to look at; its limits know the whole
 * series.
 *
 * <ul>
 *   <li>No days: center and σ_z NaN.
 *   <li>One day, or only successes or only failures: σ_z NaN, limits 0 and 1, no day beyond them.
 *   <li>The same rate on all days: σ_z = 0, limits p̄.
 *   <li>A day without trials: refused.
 * </ul>
 *
 * Source: D. B. Laney, Quality Engineering 14(4), 2002, doi 10.1081/QEN-120003555.
 *
 * @param center p̄
 * @param sigma σ_z; 1 for purely binomial days, above 1 if the rate varies by itself
 * @param days rate and limits of each day
 */
public record LaneyChart(double center, double sigma, List<Day> days) {
  private static final double MEAN_RANGE_OF_TWO = 1.128;
  private static final double REACH = 3;

  public LaneyChart {
    days = List.copyOf(days);
  }

  /** Chart of days in time order. */
  public static LaneyChart of(long[] successes, long[] trials) {
    double center = checkedCenter(successes, trials);
    double[] scores = new double[trials.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ((double) successes[i] / trials[i] - center) / deviation(center, trials[i]);
    }
    double sigma = meanRange(scores) / MEAN_RANGE_OF_TWO;
    List<Day> days = new ArrayList<>(trials.length);
    for (int i = 0; i < trials.length; i++) {
      double reach = REACH * deviation(center, trials[i]) * sigma;
      days.add(Day.of((double) successes[i] / trials[i], center, reach));
    }
    return new LaneyChart(center, sigma, days);
  }

  private static double checkedCenter(long[] successes, long[] trials) {
    if (successes.length != trials.length) {
      throw new IllegalArgumentException(
          successes.length + " counts for " + trials.length + " days: give one per day");
    }
    long hits = 0;
    long total = 0;
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] < 1 || successes[i] < 0 || successes[i] > trials[i]) {
        throw new IllegalArgumentException(
            successes[i]
                + " successes in "
                + trials[i]
                + " trials at "
                + i
                + ": give 0 <= successes <= trials, and leave out days without trials");
      }
      hits = Math.addExact(hits, successes[i]);
      total = Math.addExact(total, trials[i]);
    }
    return (double) hits / total;
  }

  private static double deviation(double center, long trials) {
    return Math.sqrt(center * (1 - center) / trials);
  }

  private static double meanRange(double[] scores) {
    double sum = 0;
    for (int i = 1; i < scores.length; i++) {
      sum += Math.abs(scores[i] - scores[i - 1]);
    }
    return scores.length < 2 ? Double.NaN : sum / (scores.length - 1);
  }

  /**
   * One day of the chart.
   *
   * @param rate x/n
   * @param low lower limit
   * @param high upper limit
   */
  public record Day(double rate, double low, double high) {
    private static Day of(double rate, double center, double reach) {
      return Double.isNaN(reach)
          ? new Day(rate, 0, 1)
          : new Day(rate, Math.max(0, center - reach), Math.min(1, center + reach));
    }

    /** Whether the rate is outside its limits. */
    public boolean beyond() {
      return rate < low || rate > high;
    }
  }
}
