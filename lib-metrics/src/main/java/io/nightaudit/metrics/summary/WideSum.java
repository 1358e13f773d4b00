package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/**
 * An exact running sum of longs or of products of two longs.
 *
 * <p>It has 192 bits, so 2^63 - 1 products of any size fit: each is at most 2^126.
 */
final class WideSum {
  private long low;
  private long middle;
  private long high;

  void add(long value) {
    add(value, value >> 63);
  }

  void addProduct(long a, long b) {
    add(a * b, Math.multiplyHigh(a, b));
  }

  /** Adds a number of 128 bits in two's complement. */
  private void add(long addedLow, long addedHigh) {
    low += addedLow;
    long carry = UnitSums.carry(low, addedLow);
    middle += addedHigh;
    long next = UnitSums.carry(middle, addedHigh);
    middle += carry;
    next += UnitSums.carry(middle, carry);
    high += (addedHigh >> 63) + next;
  }

  void add(BigInteger value) {
    BigInteger sum = value().add(value);
    low = sum.longValue();
    middle = sum.shiftRight(64).longValue();
    high = sum.shiftRight(128).longValueExact();
  }

  BigInteger value() {
    return BigInteger.valueOf(high)
        .shiftLeft(64)
        .add(UnitSums.unsigned(middle))
        .shiftLeft(64)
        .add(UnitSums.unsigned(low));
  }
}
