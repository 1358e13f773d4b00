package io.nightaudit.metrics.series;

/**
 * Laney's p′ chart: limits of daily rates that allow for days differing by more than chance.
 *
 * <p>With p̄ = Σx/Σn, σ_i = √(p̄(1−p̄)/n_i) and z_i = (x_i/n_i − p̄)/σ_i the limits are p̄ ± 3σ_i
 * σ_z, σ_z the mean moving range of z divided by 1.128. σ_z near 1 says that chance alone is at
 * work; above 1 the days differ beyond it. For showing: it decides nothing.
 *
 * <ul>
 *   <li>Fewer than two days with trials: σ_z NaN, no limits.
 *   <li>p̄ of 0 or 1: every day is at the centre, σ_z 0.
 *   <li>A day without trials has no limits (NaN) and is passed over by the moving range.
 * </ul>
 *
 * <p>Source: D. B. Laney, Quality Engineering 14(4), 2002, doi 10.1081/QEN-120003555.
 *
 * @param center p̄, 0 to 1
 * @param sigmaZ σ_z
 * @param lower lower limit of each day, at least 0
 * @param upper upper limit of each day, at most 1
 */
public record LaneyChart(double center, double sigmaZ, double[] lower, double[] upper) {
  /** Mean of the range of two standard normal values. */
  private static final double D2 = 1.128;

  private static final double DEVIATIONS = 3;

  public LaneyChart {
    lower = lower.clone();
    upper = upper.clone();
  }

  @Override
  public double[] lower() {
    return lower.clone();
  }

  @Override
  public double[] upper() {
    return upper.clone();
  }

  /** The chart of successes and trials by day. */
  public static LaneyChart of(long[] successes, long[] trials) {
    double center = center(successes, trials);
    double sigmaZ = sigmaZ(successes, trials, center);
    double[] lower = new double[trials.length];
    double[] upper = new double[trials.length];
    for (int i = 0; i < trials.length; i++) {
      double reach = DEVIATIONS * sigma(center, trials[i]) * sigmaZ;
      lower[i] = Math.max(0, center - reach);
      upper[i] = Math.min(1, center + reach);
    }
    return new LaneyChart(center, sigmaZ, lower, upper);
  }

  private static double center(long[] successes, long[] trials) {
    if (successes.length != trials.length) {
      throw new IllegalArgumentException(
          successes.length + " successes for " + trials.length + " trials: give one per day");
    }
    double good = 0;
    double all = 0;
    for (int i = 0; i < trials.length; i++) {
      if (successes[i] < 0 || successes[i] > trials[i]) {
        throw new IllegalArgumentException(
            successes[i] + " successes in " + trials[i] + " trials: give 0 <= successes <= trials");
      }
      good += successes[i];
      all += trials[i];
    }
    return good / all;
  }

  private static double sigmaZ(long[] successes, long[] trials, double center) {
    double ranges = 0;
    int count = 0;
    double last = Double.NaN;
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] > 0) {
        double sigma = sigma(center, trials[i]);
        double z = sigma == 0 ? 0 : ((double) successes[i] / trials[i] - center) / sigma;
        if (!Double.isNaN(last)) {
          ranges += Math.abs(z - last);
          count++;
        }
        last = z;
      }
    }
    return count == 0 ? Double.NaN : ranges / count / D2;
  }

  private static double sigma(double center, long trials) {
    return trials == 0 ? Double.NaN : Math.sqrt(center * (1 - center) / trials);
  }
}
