package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Exact sums of integer units with the smallest and the largest; both are 0 without values. */
record UnitMoments(BigInteger sum, BigInteger squares, long minimum, long maximum) {
  static final UnitMoments EMPTY = new UnitMoments(BigInteger.ZERO, BigInteger.ZERO, 0, 0);

  /** n Σu² − (Σu)², which is never negative for the sums of real values. */
  BigInteger spread(long count) {
    return BigInteger.valueOf(count).multiply(squares).subtract(sum.multiply(sum));
  }

  boolean possible(long count) {
    return count == 0 ? equals(EMPTY) : spread(count).signum() >= 0 && minimum <= maximum;
  }

  UnitMoments plus(UnitMoments other) {
    return new UnitMoments(
        sum.add(other.sum),
        squares.add(other.squares),
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum));
  }

  /** The sums that remain, with the bounds of the outermost buckets left as extremes. */
  UnitMoments minus(UnitMoments other, SparseCounts rest) {
    boolean empty = rest.size() == 0;
    return new UnitMoments(
        sum.subtract(other.sum),
        squares.subtract(other.squares),
        empty ? 0 : LogBuckets.first(rest.key(0)),
        empty ? 0 : LogBuckets.last(rest.key(rest.size() - 1)));
  }

  double mean(long count, int scale) {
    return quotient(sum, BigInteger.valueOf(count), scale);
  }

  double variance(long count, int scale) {
    BigInteger number = BigInteger.valueOf(count);
    return quotient(
        spread(count),
        number.multiply(number.subtract(BigInteger.ONE)),
        Math.multiplyExact(2, scale));
  }

  /** Correctly rounded but for ties beyond 34 digits, so the mean of equal values is that value. */
  private static double quotient(BigInteger numerator, BigInteger denominator, int scale) {
    if (denominator.signum() == 0) {
      return Double.NaN;
    }
    return new BigDecimal(numerator, scale)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }

  BigDecimal decimalSum(int scale) {
    return new BigDecimal(sum, scale);
  }

  ByteWriter write(ByteWriter writer) {
    return writer.signed(minimum).signed(maximum).bigInteger(sum).bigInteger(squares);
  }

  static UnitMoments read(ByteReader reader) {
    long minimum = reader.signed("the minimum");
    long maximum = reader.signed("the maximum");
    return new UnitMoments(
        reader.bigInteger("the sum"), reader.bigInteger("the sum of squares"), minimum, maximum);
  }
}
