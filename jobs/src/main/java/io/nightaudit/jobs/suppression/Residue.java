package io.nightaudit.jobs.suppression;

/** Whole numbers modulo the prime 2^61 − 1: exact, and small enough for a machine word. */
final class Residue {
  static final long PRIME = (1L << 61) - 1;

  private Residue() {}

  static long of(long value) {
    return Math.floorMod(value, PRIME);
  }

  static long minus(long left, long right) {
    return of(left - right);
  }

  static long times(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    long folded = (low & PRIME) + ((high << 3) | (low >>> 61));
    return folded >= PRIME ? folded - PRIME : folded;
  }

  /** The number that gives 1 when multiplied by a value other than 0. */
  static long inverse(long value) {
    long power = PRIME - 2;
    long base = value;
    long product = 1;
    while (power > 0) {
      if ((power & 1) == 1) {
        product = times(product, base);
      }
      base = times(base, base);
      power >>= 1;
    }
    return product;
  }

  /** A fixed number that looks like any other, 1 or more. */
  static long arbitrary(long index) {
    long mixed = (index + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return 1 + Long.remainderUnsigned(mixed ^ mixed >>> 31, PRIME - 1);
  }
}
