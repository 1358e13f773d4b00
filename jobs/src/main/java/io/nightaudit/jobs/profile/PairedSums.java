package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.interval.PairMoments;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Exact sums of one measure over the questions that two cohorts answered both: of the mean value of
 * a question in either, in units of 10^-scale. The first is the candidate, the second the baseline.
 *
 * @param scale decimal digits of a unit
 * @param n questions that both answered with a value
 * @param changed questions whose mean value differs
 * @param a sum of the first
 * @param b sum of the second
 * @param squaresA sum of the squares of the first
 * @param squaresB sum of the squares of the second
 * @param products sum of the products
 */
public record PairedSums(
    int scale,
    long n,
    long changed,
    BigInteger a,
    BigInteger b,
    BigInteger squaresA,
    BigInteger squaresB,
    BigInteger products)
    implements Serializable {

  /** The sums of no question. */
  public static PairedSums none(int scale) {
    BigInteger zero = BigInteger.ZERO;
    return new PairedSums(scale, 0, 0, zero, zero, zero, zero, zero);
  }

  /** The sums of one question. */
  static PairedSums of(int scale, BigInteger a, BigInteger b, boolean differs) {
    return new PairedSums(
        scale, 1, differs ? 1 : 0, a, b, a.multiply(a), b.multiply(b), a.multiply(b));
  }

  /** The sums of both. */
  public PairedSums plus(PairedSums other) {
    return new PairedSums(
        scale,
        Math.addExact(n, other.n),
        Math.addExact(changed, other.changed),
        a.add(other.a),
        b.add(other.b),
        squaresA.add(other.squaresA),
        squaresB.add(other.squaresB),
        products.add(other.products));
  }

  /** What an interval needs, in the unit of the measure. */
  public PairMoments moments() {
    return PairMoments.ofSums(
        n,
        value(a, scale),
        value(b, scale),
        value(squaresA, 2 * scale),
        value(squaresB, 2 * scale),
        value(products, 2 * scale));
  }

  private static double value(BigInteger units, int digits) {
    return new BigDecimal(units, digits).doubleValue();
  }
}
