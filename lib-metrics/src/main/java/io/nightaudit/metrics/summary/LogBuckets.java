package io.nightaudit.metrics.summary;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The buckets of {@link LogHistogram}: 0 holds the zeros, bucket i + 1 the magnitudes from 1.02^i
 * up to but not including 1.02^(i+1), bucket -(i + 1) the same magnitudes with minus sign.
 *
 * <p>The edges are exact integers, so no logarithm and no rounding decides where a value belongs.
 */
final class LogBuckets {
  private static final BigInteger NUMERATOR = BigInteger.valueOf(51);
  private static final BigInteger DENOMINATOR = BigInteger.valueOf(50);
  private static final int CELL_BITS = 6;

  /** FIRST[b] is the smallest magnitude of bucket b, LAST[b] the largest. */
  private static final long[] FIRST = firsts();

  private static final long[] LAST = lasts(FIRST);

  /** The largest bucket; it holds {@link Long#MAX_VALUE}. */
  static final int LARGEST = FIRST.length - 1;

  /**
   * Bucket of the smallest magnitude of each cell, where a cell is an octave cut into 64 pieces. A
   * cell spans at most 1.6 %, less than a bucket, so it meets at most one edge.
   */
  private static final short[] CELLS = cells();

  private LogBuckets() {}

  static int of(long units) {
    if (units > 0) {
      return ofMagnitude(units);
    }
    return units == 0 ? 0 : -ofMagnitude(units == Long.MIN_VALUE ? Long.MAX_VALUE : -units);
  }

  private static int ofMagnitude(long magnitude) {
    int zeros = Long.numberOfLeadingZeros(magnitude);
    int octave = 63 - zeros;
    int piece = (int) (magnitude << zeros >>> 63 - CELL_BITS) & (1 << CELL_BITS) - 1;
    int guess = CELLS[octave << CELL_BITS | piece];
    return magnitude > LAST[guess] ? guess + 1 : guess;
  }

  /** The smallest units of a bucket. */
  static long first(int bucket) {
    return bucket >= 0 ? FIRST[bucket] : -LAST[-bucket];
  }

  /** The largest units of a bucket. */
  static long last(int bucket) {
    return bucket >= 0 ? LAST[bucket] : -FIRST[-bucket];
  }

  /** The geometric middle of a bucket in units; exact where the bucket holds one integer. */
  static double middle(int bucket) {
    long first = FIRST[Math.abs(bucket)];
    long last = LAST[Math.abs(bucket)];
    double middle =
        first == last ? first : StrictMath.sqrt((double) first) * StrictMath.sqrt((double) last);
    return bucket < 0 ? -middle : middle;
  }

  private static long[] firsts() {
    BigInteger limit = BigInteger.valueOf(Long.MAX_VALUE);
    long[] edges = new long[4096];
    int size = 1;
    BigInteger power = BigInteger.ONE;
    BigInteger divisor = BigInteger.ONE;
    BigInteger edge = BigInteger.ONE;
    while (edge.compareTo(limit) <= 0) {
      edges[size++] = edge.longValueExact();
      power = power.multiply(NUMERATOR);
      divisor = divisor.multiply(DENOMINATOR);
      edge = power.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }
    return Arrays.copyOf(edges, size);
  }

  /** A bucket without integers has a last magnitude below its first one. */
  private static long[] lasts(long[] firsts) {
    long[] lasts = new long[firsts.length];
    for (int bucket = 1; bucket < firsts.length - 1; bucket++) {
      lasts[bucket] = firsts[bucket + 1] - 1;
    }
    lasts[firsts.length - 1] = Long.MAX_VALUE;
    return lasts;
  }

  private static short[] cells() {
    int pieces = 1 << CELL_BITS;
    short[] cells = new short[63 * pieces];
    int bucket = 1;
    for (int cell = 0; cell < cells.length; cell++) {
      int octave = cell >> CELL_BITS;
      long scaled = pieces + (cell & pieces - 1);
      // Below the seventh octave only the cells that are whole numbers are ever looked up.
      long smallest =
          octave >= CELL_BITS ? scaled << octave - CELL_BITS : scaled >> CELL_BITS - octave;
      while (smallest > LAST[bucket]) {
        bucket++;
      }
      cells[cell] = (short) bucket;
    }
    return cells;
  }
}
