package io.nightaudit.metrics.summary;

/**
 * A quantile of a {@link LogHistogram} and how far it may be off.
 *
 * <p>The value at rank ⌈q n⌉ lies in the bucket [low, high], whose ends differ by less than 2 %;
 * {@code value} is their geometric middle √(low · high), which is off by less than √1.02 − 1 =
 * 0.995 % of the true value. In the unit of the values.
 *
 * <ul>
 *   <li>Exact, with low = high, where the bucket holds a single number: up to 50 units, and where
 *       the extremes leave one.
 *   <li>The bounds are for values as kept: one that was rounded to 10^−scale lies within half of
 *       that beyond them, one that saturated lies further out.
 *   <li>All three are NaN without values.
 * </ul>
 *
 * <p>Masson, Rim, Lee (2019), DDSketch, VLDB 12(12), proposition 3.
 *
 * @param value the estimate, low to high
 * @param low smallest possible value
 * @param high largest possible value
 */
public record Quantile(double value, double low, double high) {

  Quantile perOne(double units) {
    return new Quantile(value / units, low / units, high / units);
  }
}
