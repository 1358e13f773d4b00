package io.nightaudit.metrics.attribution;

/**
 * Splits the change of a sum of products, such as a cost, into what each factor did.
 *
 * <p>With C = Σ_s Π_f x_sf, factor f did Σ_s L(C_s1, C_s0) ln(x_s1f / x_s0f), L(a,b) = (a−b)/(ln a
 * − ln b), L(a,a) = a. The effects and {@code entryAndExit} add up to {@code total}, nothing is
 * left over, and swapping before and now only changes the signs. In the unit of the products.
 *
 * <ul>
 *   <li>A segment whose product is 0 on one side has entered or left: its whole change is in {@code
 *       entryAndExit}, whichever factor is 0. 0 on both sides: nothing.
 *   <li>No segments: all 0.
 *   <li>A factor that is negative, infinite or NaN: refused.
 * </ul>
 *
 * <p>Source: B. W. Ang, Energy Policy 33(7), 2005, doi 10.1016/j.enpol.2003.10.010 (LMDI-I,
 * additive); for zeros, B. W. Ang and N. Liu, Energy Policy 35(1), 2007.
 *
 * @param total change of the sum of products
 * @param entryAndExit what segments did that are on one side only
 * @param effects what each factor did in the segments that are on both sides, in factor order
 */
public record LogMeanDivisia(double total, double entryAndExit, double[] effects) {
  public LogMeanDivisia {
    effects = effects.clone();
  }

  @Override
  public double[] effects() {
    return effects.clone();
  }

  /**
   * Splits the change from {@code before} to {@code now}.
   *
   * @param before a row per segment, a column per factor
   * @param now the same segments and factors
   */
  public static LogMeanDivisia of(double[][] before, double[][] now) {
    int factors = Products.factors(before, now);
    double[] effects = new double[factors];
    double moved = 0;
    double total = 0;
    for (int s = 0; s < before.length; s++) {
      double product0 = Products.of(before[s]);
      double product1 = Products.of(now[s]);
      total += product1 - product0;
      if (product0 == 0 || product1 == 0) {
        moved += product1 - product0;
      } else {
        double mean = logarithmicMean(product1, product0);
        for (int f = 0; f < factors; f++) {
          effects[f] += mean * StrictMath.log(now[s][f] / before[s][f]);
        }
      }
    }
    return new LogMeanDivisia(total, moved, effects);
  }

  /**
   * (a−b)/(ln a − ln b): by log1p of the relative difference near a = b, where the difference of
   * logarithms would have few digits left, and by the logarithms elsewhere, where log1p would.
   */
  static double logarithmicMean(double a, double b) {
    if (a == b) {
      return a;
    }
    double relative = (a - b) / b;
    return Math.abs(relative) < 0.5
        ? (a - b) / StrictMath.log1p(relative)
        : (a - b) / (StrictMath.log(a) - StrictMath.log(b));
  }
}
