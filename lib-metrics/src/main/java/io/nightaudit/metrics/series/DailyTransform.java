package io.nightaudit.metrics.series;

import io.nightaudit.metrics.interval.PairMoments;
import io.nightaudit.metrics.interval.RatioOfSums;
import java.util.Optional;

/**
 * Turns a day's sums into one value with its sampling variance, on a scale where the variance does
 * not depend on the level.
 *
 * <p>Each method gives y and v = Var(y); all y rise with the figure. The way back is {@link
 * DailyScale}. v is in the square of the unit of y.
 *
 * <ul>
 *   <li>A day that cannot be transformed gives an empty result, never 0: too few values, NaN, an
 *       infinite figure, a y or v that is not finite, a v that is not above 0.
 *   <li>A step or a count that makes no sense (not above 0, more successes than trials) is refused,
 *       as it is a mistake of the caller and not a property of the day.
 * </ul>
 *
 * <p>Source: the delta method, G. W. Oehlert, The American Statistician 46(1), 1992, doi
 * 10.1080/00031305.1992.10475842; what a method takes from elsewhere is named there.
 */
public final class DailyTransform {
  private static final double NORMAL_975 = 1.959963984540054;

  private DailyTransform() {}

  /**
   * Rate: y = asin √((x + 3/8)/(n + 3/4)), v = 1/(4n + 2).
   *
   * <p>y in radians, in [0, π/2]; it stays calibrated down to about two successes a day, which the
   * logit does not.
   *
   * <ul>
   *   <li>No trials: empty. None or all successful: the counts added keep y off the ends.
   *   <li>Negative counts or more successes than trials: refused.
   * </ul>
   *
   * <p>Source: F. J. Anscombe, Biometrika 35, 1948, doi 10.1093/biomet/35.3-4.246.
   */
  public static Optional<DailyValue> rate(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          successes + " successes in " + trials + " trials: give 0 <= successes <= trials");
    }
    if (trials == 0) {
      return Optional.empty();
    }
    double y = StrictMath.asin(Math.sqrt((successes + 0.375) / (trials + 0.75)));
    return Optional.of(new DailyValue(y, 1 / (4.0 * trials + 2)));
  }

  /**
   * Mean of a positive quantity: y = ln mean, v = max(s², u²/12) / (n mean²).
   *
   * <p>y is the logarithm of the mean in its unit, without bounds: 0.01 more is 1 % more. u is the
   * step in which the values are recorded (1 for counts); its variance is the floor, so that equal
   * values do not claim to be without error.
   *
   * <ul>
   *   <li>n below 2, or a mean that is not above 0 and finite (also NaN): empty. Follow quantities
   *       that can be 0 or negative by {@link #identityMean}.
   *   <li>Equal values (s² = 0), also a negative s²: the floor. NaN or infinite s²: empty.
   *   <li>A step that is not above 0 and finite: refused.
   * </ul>
   *
   * <p>Source: the delta method; u²/12 is the variance of the rounding to a step u, W. F. Sheppard,
   * Proc. London Math. Soc. 29, 1898.
   */
  public static Optional<DailyValue> mean(
      long n, double mean, double variance, double recordingStep) {
    Checks.positive("recording step", recordingStep);
    if (n < 2 || !(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
      return Optional.empty();
    }
    double error = floored(variance, recordingStep) / n / (mean * mean);
    return usable(StrictMath.log(mean), error);
  }

  /**
   * Mean of a quantity that can be 0 or negative: y = mean, v = max(s², u²/12) / n.
   *
   * <p>y in the unit of the values, without bounds.
   *
   * <ul>
   *   <li>n below 2 or a mean not within ±10⁵⁰: empty. A mean of 0 is a value like any other.
   *   <li>Variance and step as in {@link #mean}.
   * </ul>
   *
   * <p>Source: the variance of a mean; floor as in {@link #mean}.
   */
  public static Optional<DailyValue> identityMean(
      long n, double mean, double variance, double recordingStep) {
    Checks.positive("recording step", recordingStep);
    return n < 2 ? Optional.empty() : usable(mean, floored(variance, recordingStep) / n);
  }

  /**
   * Term shift: y = ln T₂₀, v = (8/20)/T₂₀².
   *
   * <p>y is the logarithm of a mean of squared scores, without unit and bounds. One-sided: only
   * more shift is a change. The variance is an approximation: the mean of 20 squared scores, whose
   * variance of 2 each is taken as 8 because they are the largest ones, divided by T₂₀² by the
   * delta method. It matters little, as the score takes the day-to-day variation from the days
   * themselves.
   *
   * <ul>
   *   <li>T₂₀ of 0, below 0, NaN or infinite: empty.
   * </ul>
   *
   * <p>Source: the delta method; T₂₀ of the term shift between two document counts.
   */
  public static Optional<DailyValue> termShift(double top20) {
    return top20 > 0 && top20 < Double.POSITIVE_INFINITY
        ? usable(StrictMath.log(top20), 8.0 / 20 / (top20 * top20))
        : Optional.empty();
  }

  /**
   * Drift distance between 0 and 1, such as Jensen–Shannon: y = distance, v = f/(16 ln 2) with f =
   * 1/n + 1/m for the sizes of both sides.
   *
   * <p>y has the range and unit of the distance, without unit for Jensen–Shannon. One-sided: only a
   * larger distance is a change. From 8·JSD/f ~ chi-square with B−1 degrees of freedom (nats),
   * whose root has a variance of about ½ (0.36 for two bins).
   *
   * <ul>
   *   <li>A side without counts, or a distance that is NaN or infinite: empty.
   *   <li>A distance of 0 is a value like any other; the range 0 to 1 is not checked.
   * </ul>
   *
   * <p>Source: I. Grosse et al., Physical Review E 65, 041905, 2002, doi 10.1103/PhysRevE.65.041905
   * (distribution of the divergence).
   */
  public static Optional<DailyValue> distance(
      double distance, long referenceSize, long currentSize) {
    if (referenceSize < 1 || currentSize < 1 || !Double.isFinite(distance)) {
      return Optional.empty();
    }
    double inverseSizes = 1.0 / referenceSize + 1.0 / currentSize;
    return usable(distance, inverseSizes / 16 / StrictMath.log(2));
  }

  /**
   * Ratio of two sums over the same units, such as cost per success: y = ln(ā/b̄), v = (s_a²/ā² +
   * s_b²/b̄² − 2 s_ab/(ā b̄)) / n by the delta method.
   *
   * <p>If rows cluster by user or session, let the units be the clusters with a their sums and b
   * their numbers of rows: y is then the logarithm of the mean of the rows, and v allows for the
   * likeness of rows of one cluster. The variance is at least u²/(12 n ā²) for sums recorded in
   * steps of u. Empty if n is below 2 or a mean is not above 0. Source: W. G. Cochran, Sampling
   * Techniques, 3rd ed., 1977, sections 6.3 and 9A.
   */
  public static Optional<DailyValue> ratio(PairMoments moments, double recordingStep) {
    Checks.positive("recording step", recordingStep);
    if (moments.n() < 2 || !(moments.meanA() > 0 && moments.meanB() > 0)) {
      return Optional.empty();
    }
    double relativeStep = recordingStep / moments.meanA();
    double variance =
        Math.max(RatioOfSums.logVariance(moments), relativeStep * relativeStep / 12 / moments.n());
    return usable(StrictMath.log(moments.meanA()) - StrictMath.log(moments.meanB()), variance);
  }

  /**
   * Rate of rows that cluster by user or session: y as {@link #rate}, v = max(1, D)/(4n + 2) with
   * the design effect D, the variance of the ratio of successes to rows over clusters as a multiple
   * of that of independent rows.
   *
   * <p>D counts as 1 for a rate of 0 or 1, where it cannot be seen. Empty with fewer than two
   * clusters or without rows. Source: J. N. K. Rao and A. J. Scott, Biometrics 48(2), 1992.
   *
   * @param clusters successes (a) and rows (b) of each cluster
   */
  public static Optional<DailyValue> clusteredRate(PairMoments clusters) {
    long rows = Math.round(clusters.meanB() * clusters.n());
    long successes = Math.round(clusters.meanA() * clusters.n());
    if (clusters.n() < 2 || rows < 1) {
      return Optional.empty();
    }
    DailyValue independent = rate(successes, rows).orElseThrow();
    double rate = clusters.meanA() / clusters.meanB();
    // Var(p)/p² over (1 − p)/(p n), its value for independent rows; NaN at 0 and 1.
    double effect = RatioOfSums.logVariance(clusters) * rate * rows / (1 - rate);
    double factor = effect > 1 && effect < Double.POSITIVE_INFINITY ? effect : 1;
    return usable(independent.y(), independent.variance() * factor);
  }

  /**
   * Something that adds up over a night, such as interactions or money: y = ln total, v the
   * relative variance of the total by chance alone (1/n for a Poisson count, E[x²]/(n E[x]²) for a
   * sum of n values x).
   *
   * <p>y is the logarithm of the total in its unit, without bounds: 0.01 more is 1 % more.
   *
   * <ul>
   *   <li>A total of 0, below 0, NaN or infinite: empty.
   *   <li>A variance of 0, below 0, NaN or infinite: empty.
   * </ul>
   *
   * <p>Source: the delta method for the variance of a compound Poisson sum.
   */
  public static Optional<DailyValue> total(double total, double relativeVariance) {
    return total > 0 && total < Double.POSITIVE_INFINITY
        ? usable(StrictMath.log(total), relativeVariance)
        : Optional.empty();
  }

  /**
   * Quantile of a positive quantity: y = ln quantile, v = ((ln high − ln low)/(2·1.96))² from its
   * 95 % interval, and at least r²/12 of values recorded in relative steps r.
   *
   * <p>y is the logarithm of the quantile in its unit, without bounds: 0.01 more is 1 % more.
   *
   * <ul>
   *   <li>A quantile or a limit that is not above 0, NaN or infinite limits, low above high: empty.
   *   <li>An interval of width 0, as many ties give it: the floor r²/12.
   *   <li>That the quantile lies within its interval is not checked.
   *   <li>A relative step that is not above 0 and finite: refused.
   * </ul>
   *
   * <p>Source: D. G. Altman and J. M. Bland, BMJ 343, d2304, 2011, doi 10.1136/bmj.d2304 (error
   * from an interval of a logarithm).
   */
  public static Optional<DailyValue> quantile(
      double quantile, double low, double high, double relativeStep) {
    Checks.positive("relative step", relativeStep);
    if (!(low > 0) || !(high >= low)) {
      return Optional.empty();
    }
    double deviation = (StrictMath.log(high) - StrictMath.log(low)) / (2 * NORMAL_975);
    double floor = relativeStep * relativeStep / 12;
    return usable(StrictMath.log(quantile), Math.max(floor, deviation * deviation));
  }

  private static double floored(double variance, double step) {
    return Math.max(variance, step * step / 12);
  }

  private static Optional<DailyValue> usable(double y, double variance) {
    return Checks.usable(y, variance) ? Optional.of(new DailyValue(y, variance)) : Optional.empty();
  }
}
