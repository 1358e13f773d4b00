package io.nightaudit.metrics.interval;

/**
 * Pseudorandom numbers that are the same on every machine and Java version.
 *
 * <p>G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA
 * 2014, doi 10.1145/2660193.2660195; the constants are those of S. Vigna's splitmix64.c.
 */
final class SplitMix64 {
  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** Number from 0 to before the bound: ⌊u · bound⌋ with u of 63 bits. */
  int below(int bound) {
    return (int) Math.multiplyHigh(next() >>> 1, (long) bound << 1);
  }
}
