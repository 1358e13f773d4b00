package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact sums of integer units with the smallest and the largest; both are 0 without values. */
record UnitMoments(BigInteger sum, BigInteger squares, long minimum, long maximum) {
  static final UnitMoments EMPTY = new UnitMoments(BigInteger.ZERO, BigInteger.ZERO, 0, 0);

  /** n Σu² − (Σu)², which is never negative for the sums of real values. */
  BigInteger spread(long count) {
    return Units.spread(count, sum, sum, squares);
  }

  /** Whether so many values between the extremes can have these sums. */
  boolean possible(long count) {
    return count == 0
        ? equals(EMPTY)
        : minimum <= maximum && possibleSum(count) && spread(count).signum() >= 0;
  }

  private boolean possibleSum(long count) {
    BigInteger number = BigInteger.valueOf(count);
    BigInteger largest = BigInteger.valueOf(Math.max(Math.abs(minimum), Math.abs(maximum)));
    return sum.compareTo(number.multiply(BigInteger.valueOf(minimum))) >= 0
        && sum.compareTo(number.multiply(BigInteger.valueOf(maximum))) <= 0
        && squares.compareTo(number.multiply(largest.multiply(largest))) <= 0;
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
    return Units.quotient(sum, BigInteger.valueOf(count), scale);
  }

  double variance(long count, int scale) {
    BigInteger number = BigInteger.valueOf(count);
    return Units.quotient(
        spread(count),
        number.multiply(number.subtract(BigInteger.ONE)),
        Math.multiplyExact(2, scale));
  }

  BigDecimal decimalSum(int scale) {
    return new BigDecimal(sum, scale);
  }

  ByteWriter write(ByteWriter writer) {
    return writer.signed(minimum).signed(maximum).bigInteger(sum).bigInteger(squares);
  }

  static UnitMoments read(ByteReader reader) {
    long minimum = reader.units("the minimum");
    long maximum = reader.units("the maximum");
    return new UnitMoments(
        reader.bigInteger("the sum"), reader.bigInteger("the sum of squares"), minimum, maximum);
  }
}
