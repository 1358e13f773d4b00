package io.nightaudit.metrics.attribution;

import java.util.List;

/**
 * Splits the change of a sum of products, such as a cost, among its factors: additive logarithmic
 * mean Divisia index, LMDI-I.
 *
 * <p>With C = Σ_s C_s and C_s = Π_x x_s, such as volume · share · tokens · price, the effect of a
 * factor is Σ_s L(C_s1, C_s0) ln(x_s1/x_s0), where L(a, b) = (a−b)/(ln a − ln b) and L(a, a) = a is
 * the logarithmic mean. In the unit of C; positive raised it. Nothing is left over, the order of
 * before and now only changes the sign, and the effects of a segment do not depend on the others:
 * those of one alone are the split of that segment.
 *
 * <ul>
 *   <li>No segments: all terms 0.
 *   <li>A segment with a factor 0 on one side is entry or exit, and nothing of it an effect; its
 *       other factors on that side may be NaN.
 *   <li>A segment with a factor 0 on both sides has terms 0.
 *   <li>Factors below 0, infinite or NaN otherwise: IllegalArgumentException; a product that
 *       overflows: ArithmeticException.
 * </ul>
 *
 * Source: B. W. Ang, F. Q. Zhang and K.-H. Choi, Energy 23(6), 1998, doi
 * 10.1016/S0360-5442(98)00016-4; B. W. Ang and N. Liu, Energy Policy 35(1), 2007 (zeros).
 */
public final class LogMeanDivisia {
  // Within a factor of two the ratio is better taken from the difference.
  private static final double NEAR = 1.0 / 3;

  private LogMeanDivisia() {}

  /**
   * Splits the change from before to now.
   *
   * @param factors names of the factors
   * @param before a row for each segment, with its factors in the order of the names
   * @param now the same segments and factors now
   */
  public static CostBridge of(List<String> factors, double[][] before, double[][] now) {
    return new Segments(factors, before, now).bridge(LogMeanDivisia::effects);
  }

  /**
   * Logarithmic mean of two numbers from 0 up: between their geometric and their arithmetic mean,
   * and 0 if one of them is 0.
   */
  public static double logMean(double a, double b) {
    boolean usable = a >= 0 && b >= 0 && Math.max(a, b) < Double.POSITIVE_INFINITY;
    if (!usable) {
      throw new IllegalArgumentException(
          "logarithmic mean of %s and %s: give finite numbers from 0 up".formatted(a, b));
    }
    if (a == b || a == 0 || b == 0) {
      return Math.min(a, b);
    }
    return (a - b) / logRatio(b, a);
  }

  private static double[] effects(double[] before, double[] now) {
    double mean = logMean(product(before), product(now));
    double[] effects = new double[before.length];
    for (int f = 0; f < effects.length; f++) {
      effects[f] = mean * logRatio(before[f], now[f]);
    }
    return effects;
  }

  private static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }

  /** ln(to/from), exactly the negative of ln(from/to), and exact to the last digits near 0. */
  private static double logRatio(double from, double to) {
    double z = (to / 2 - from / 2) / (to / 2 + from / 2);
    return Math.abs(z) < NEAR
        ? StrictMath.log1p(z) - StrictMath.log1p(-z)
        : StrictMath.log(to) - StrictMath.log(from);
  }
}
