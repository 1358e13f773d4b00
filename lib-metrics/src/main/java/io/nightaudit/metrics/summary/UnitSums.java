package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/**
 * Exact running sum, sum of squares, minimum and maximum of longs.
 *
 * <p>The sum has 128 bits and the sum of squares 192, so 2^63 - 1 values of any size fit: each
 * value is below 2^63 and each square at most 2^126.
 */
abstract sealed class UnitSums permits LogHistogram.Accumulator {
  private static final BigInteger MASK = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private long sumLow;
  private long sumHigh;
  private long squaresLow;
  private long squaresMiddle;
  private long squaresHigh;
  private long minimum = Long.MAX_VALUE;
  private long maximum = Long.MIN_VALUE;

  final void addUnits(long units) {
    sumLow += units;
    sumHigh += (units >> 63) + carry(sumLow, units);
    long low = units * units;
    squaresLow += low;
    long middle = Math.multiplyHigh(units, units) + carry(squaresLow, low);
    squaresMiddle += middle;
    squaresHigh += carry(squaresMiddle, middle);
    minimum = Math.min(minimum, units);
    maximum = Math.max(maximum, units);
  }

  /** 1 if adding the addend wrapped around to this result, seen as unsigned. */
  static int carry(long result, long addend) {
    return Long.compareUnsigned(result, addend) < 0 ? 1 : 0;
  }

  final void addMoments(UnitMoments moments) {
    BigInteger sum = unitSum().add(moments.sum());
    sumLow = sum.longValue();
    sumHigh = sum.shiftRight(64).longValueExact();
    BigInteger squares = unitSquares().add(moments.squares());
    squaresLow = squares.longValue();
    squaresMiddle = squares.shiftRight(64).longValue();
    squaresHigh = squares.shiftRight(128).longValueExact();
    minimum = Math.min(minimum, moments.minimum());
    maximum = Math.max(maximum, moments.maximum());
  }

  /** What was added; at least one value. */
  final UnitMoments moments() {
    return new UnitMoments(unitSum(), unitSquares(), minimum, maximum);
  }

  private BigInteger unitSum() {
    return BigInteger.valueOf(sumHigh).shiftLeft(64).add(unsigned(sumLow));
  }

  private BigInteger unitSquares() {
    return BigInteger.valueOf(squaresHigh)
        .shiftLeft(64)
        .add(unsigned(squaresMiddle))
        .shiftLeft(64)
        .add(unsigned(squaresLow));
  }

  static BigInteger unsigned(long word) {
    return BigInteger.valueOf(word).and(MASK);
  }
}
