package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/** Number, exact sum and exact sum of squares of integer units. */
record ValueSums(long count, BigInteger sum, BigInteger squares) {
  static final ValueSums EMPTY = new ValueSums(0, BigInteger.ZERO, BigInteger.ZERO);

  private static final BigInteger LARGEST_SQUARE = BigInteger.valueOf(Long.MAX_VALUE).pow(2);

  /** n Σu² − (Σu)², which is never negative for the sums of real values. */
  BigInteger spread() {
    return Units.spread(count, sum, sum, squares);
  }

  /** Whether so many units can have these sums. */
  boolean possible() {
    BigInteger most = BigInteger.valueOf(count).multiply(LARGEST_SQUARE);
    return spread().signum() >= 0 && squares.signum() >= 0 && squares.compareTo(most) <= 0;
  }

  ValueSums plus(ValueSums other, String name) {
    return new ValueSums(
        Require.sum(count, other.count, name), sum.add(other.sum), squares.add(other.squares));
  }

  ValueSums minus(ValueSums other, String name) {
    return new ValueSums(
        Require.remainder(count, other.count, name),
        sum.subtract(other.sum),
        squares.subtract(other.squares));
  }

  double mean(int scale) {
    return Units.quotient(sum, BigInteger.valueOf(count), scale);
  }

  double variance(int scale) {
    return perPair(spread(), scale);
  }

  /** A spread over n (n − 1); NaN for fewer than two values. */
  double perPair(BigInteger spread, int scale) {
    BigInteger number = BigInteger.valueOf(count);
    return Units.quotient(spread, number.multiply(number.subtract(BigInteger.ONE)), 2 * scale);
  }

  ByteWriter write(ByteWriter writer) {
    return writer.bigInteger(sum).bigInteger(squares);
  }

  static ValueSums read(ByteReader reader, long count, String name) {
    BigInteger sum = reader.bigInteger(name);
    ValueSums sums = new ValueSums(count, sum, reader.bigInteger(name));
    reader.require(sums.possible(), name);
    return sums;
  }
}
