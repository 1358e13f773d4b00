package io.nightaudit.metrics.attribution;

/**
 * Splits the change of a weighted mean into a change of mix and a change within strata.
 *
 * <p>With shares w and values m of the strata before (0) and now (1), M = Σ w m and M̄ = (M₀ +
 * M₁)/2: mix_s = (w_s1 − w_s0)((m_s0 + m_s1)/2 − M̄), within_s = (m_s1 − m_s0)(w_s0 + w_s1)/2. The
 * sum of all parts is M₁ − M₀; the order of before and now only changes the sign, and there is no
 * interaction left over.
 *
 * <p>All parts are in the unit of the values, without bounds; positive for a part that raised the
 * mean.
 *
 * <ul>
 *   <li>No strata, or a side without weight: NaN for all. One stratum: within alone.
 *   <li>A stratum absent on one side (weight 0, value NaN or infinite) is mix alone, with the value
 *       it has; with a number for a value it is compared with that number.
 *   <li>A stratum absent on both sides has parts 0.
 *   <li>Weights are divided by their sum on each side; a sum that overflows: ArithmeticException.
 *   <li>Negative, NaN or infinite weight, NaN or infinite value with weight: refused.
 *   <li>Sides or arrays of different length: refused.
 * </ul>
 *
 * <p>Source: E. M. Kitagawa, J. Amer. Statist. Assoc. 50, 1955, pp. 1168–1194; as Oaxaca–Blinder
 * with pooled weights of one half.
 *
 * @param total change of the weighted mean, in the unit of the values: mix + within
 * @param mix what came from other shares
 * @param within what came from other values in the same strata
 * @param mixes part of each stratum in {@code mix}
 * @param withins part of each stratum in {@code within}
 */
public record Kitagawa(double total, double mix, double within, double[] mixes, double[] withins) {
  public Kitagawa {
    mixes = mixes.clone();
    withins = withins.clone();
  }

  @Override
  public double[] mixes() {
    return mixes.clone();
  }

  @Override
  public double[] withins() {
    return withins.clone();
  }

  /** Splits the change from the weights and values before to those now. */
  public static Kitagawa of(
      double[] weights0, double[] values0, double[] weights1, double[] values1) {
    double[] before = Weights.shares(weights0, values0);
    double[] now = Weights.shares(weights1, values1);
    if (before.length != now.length) {
      throw new IllegalArgumentException(
          before.length
              + " strata before and "
              + now.length
              + " now: align them, weight 0 if absent");
    }
    double middle = (Weights.mean(before, values0) + Weights.mean(now, values1)) / 2;
    double[] mixes = new double[before.length];
    double[] withins = new double[before.length];
    double mix = before.length == 0 ? Double.NaN : 0;
    double within = mix;
    for (int s = 0; s < mixes.length; s++) {
      double m0 = before[s] == 0 && !Double.isFinite(values0[s]) ? values1[s] : values0[s];
      double m1 = now[s] == 0 && !Double.isFinite(values1[s]) ? values0[s] : values1[s];
      if (before[s] != 0 || now[s] != 0) {
        mixes[s] = (now[s] - before[s]) * ((m0 + m1) / 2 - middle);
        withins[s] = (m1 - m0) * (before[s] + now[s]) / 2;
      }
      mix += mixes[s];
      within += withins[s];
    }
    return new Kitagawa(mix + within, mix, within, mixes, withins);
  }
}
