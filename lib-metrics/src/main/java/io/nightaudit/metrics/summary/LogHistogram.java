package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The distribution of numbers: counts in logarithmic buckets (γ = 1.02), exact sums, extremes.
 *
 * <p>A value x is kept as {@code rint(x · 10^scale)} integer units. A quantile is off by at most
 * √1.02 − 1, 1 % of its value; mean and variance are exact in units.
 *
 * <p>Extremes, mean, sum and quantiles are in the unit of the values, the variance in its square.
 *
 * <ul>
 *   <li>No values: sum and counts 0, all else NaN. One value: variance NaN, quantiles its value as
 *       kept, within the extremes.
 *   <li>Zeros, and values that round to 0 units, have a bucket of their own. Equal values are one
 *       bucket.
 *   <li>NaN and infinite values count as missing.
 *   <li>Values beyond ±(2^63 − 1) units saturate there.
 *   <li>After {@link #minus} the extremes are those of the outermost buckets left.
 * </ul>
 *
 * <p>Source: C. Masson, J. E. Rim and H. K. Lee, DDSketch, Proc. VLDB Endowment 12(12), 2019, doi
 * 10.14778/3352063.3352135.
 */
public final class LogHistogram implements Summary {
  private final int scale;
  private final SparseCounts counts;
  private final UnitMoments moments;
  private final long count;
  private final long missing;

  private LogHistogram(int scale, SparseCounts counts, UnitMoments moments, long missing) {
    this.scale = scale;
    this.counts = counts;
    this.moments = moments;
    this.count = counts.total();
    this.missing = missing;
  }

  /** The histogram of no values; the scale is the number of decimal digits kept, 0 to 12. */
  public static LogHistogram empty(int scale) {
    return new LogHistogram(Units.checkScale(scale), SparseCounts.EMPTY, UnitMoments.EMPTY, 0);
  }

  /**
   * Bucket of a number of units: 0 for 0, else the largest i with 1.02^i ≤ |units|, plus 1, with
   * the sign of the units; −2206 to 2206.
   */
  public static int bucketOf(long units) {
    return LogBuckets.of(units);
  }

  /** The smallest and the largest number of units of a bucket that {@link #bucketOf} gives. */
  public static long[] unitsOfBucket(int bucket) {
    return new long[] {LogBuckets.first(bucket), LogBuckets.last(bucket)};
  }

  /**
   * {@code rint(value · 10^scale)}, saturated at ±(2^63 − 1).
   *
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  public static long unitsOf(double value, int scale) {
    return Units.of(value, scale);
  }

  /** Number of decimal digits kept. */
  public int scale() {
    return scale;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "log histogram of scale " + scale;
  }

  /** Smallest value; NaN if empty; a lower bound after {@link #minus}. */
  public double min() {
    return count == 0 ? Double.NaN : moments.minimum() / Units.perOne(scale);
  }

  /** Largest value; NaN if empty; an upper bound after {@link #minus}. */
  public double max() {
    return count == 0 ? Double.NaN : moments.maximum() / Units.perOne(scale);
  }

  /** Exact sum of the values as kept; 0 if empty. */
  public BigDecimal sum() {
    return moments.decimalSum(scale);
  }

  /** Exact sum of the squares of the values as kept; 0 if empty. */
  public BigDecimal sumOfSquares() {
    return new BigDecimal(moments.squares(), Math.multiplyExact(2, scale));
  }

  /** Σx / n; NaN if empty. */
  public double mean() {
    return moments.mean(count, scale);
  }

  /** (n Σx² − (Σx)²) / (n (n − 1)), at least 0; NaN for fewer than two values. */
  public double variance() {
    return moments.variance(count, scale);
  }

  /**
   * The value at rank ⌈q n⌉, q from 0 to 1; NaN if empty. It is the geometric middle of its bucket,
   * within the extremes: off by less than √1.02 − 1 = 0.995 % of the value kept, which is the true
   * one to half a unit, and by nothing up to 50 units.
   */
  public double quantile(double q) {
    int bucket = LogQuantile.bucket(counts, count, q);
    return count == 0 ? Double.NaN : LogQuantile.middle(bucket, moments) / Units.perOne(scale);
  }

  /**
   * Lower and upper bound of the value kept at rank ⌈q n⌉, less than 2 % apart; both NaN if empty.
   * A value rounded to the scale lies within another half unit of them, a saturated one beyond.
   */
  public double[] quantileBounds(double q) {
    int bucket = LogQuantile.bucket(counts, count, q);
    return count == 0
        ? new double[] {Double.NaN, Double.NaN}
        : LogQuantile.bounds(bucket, moments, Units.perOne(scale));
  }

  /**
   * Number of values in buckets that begin at x or above; values of the bucket that x falls into
   * count only if x is its first number. NaN and infinite x are refused.
   */
  public long countAbove(double x) {
    long limit = unitsOf(x, scale);
    long above = 0;
    for (int i = counts.size() - 1; i >= 0 && LogBuckets.first(counts.key(i)) >= limit; i--) {
      above += counts.count(i);
    }
    return above;
  }

  /** {@link #countAbove} / n, 0 to 1; NaN if empty. */
  public double shareAbove(double x) {
    return (double) countAbove(x) / count;
  }

  /** The buckets that hold values, ascending. */
  public int[] buckets() {
    return counts.keys();
  }

  /** The positive counts of {@link #buckets()}. */
  public long[] counts() {
    return counts.counts();
  }

  SparseCounts sparseCounts() {
    return counts;
  }

  /** Counts of both over the buckets that either holds, ascending. */
  public static long[][] align(LogHistogram a, LogHistogram b) {
    Require.sameDefinition(a, b);
    return a.counts.align(b.counts);
  }

  /** The representative value of each aligned bucket: its middle, within the common extremes. */
  public static double[] alignedValues(LogHistogram a, LogHistogram b) {
    Require.sameDefinition(a, b);
    UnitMoments extremes = a.union(b);
    return Arrays.stream(a.counts.union(b.counts))
        .mapToDouble(bucket -> LogQuantile.middle(bucket, extremes) / Units.perOne(a.scale))
        .toArray();
  }

  private UnitMoments union(LogHistogram that) {
    if (count == 0) {
      return that.moments;
    }
    return that.count == 0 ? moments : moments.plus(that.moments);
  }

  @Override
  public LogHistogram plus(Summary other) {
    Require.sameDefinition(this, other);
    LogHistogram that = (LogHistogram) other;
    return new LogHistogram(
        scale,
        counts.plus(that.counts),
        union(that),
        Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public LogHistogram minus(Summary other) {
    Require.sameDefinition(this, other);
    LogHistogram that = (LogHistogram) other;
    SparseCounts rest = counts.minus(that.counts);
    UnitMoments remaining = that.count == 0 ? moments : moments.minus(that.moments, rest);
    Require.contained(remaining.possible(rest.total()), "sums");
    return new LogHistogram(
        scale, rest, remaining, Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer = Kind.LOG_HISTOGRAM.writer().octet(scale).number(missing);
    counts.write(writer);
    return (count == 0 ? writer : moments.write(writer)).toBytes();
  }

  static LogHistogram read(ByteReader reader) {
    int scale = reader.octet("the scale");
    reader.require(scale <= Units.LARGEST_SCALE, "the scale");
    long missing = reader.count("missing");
    SparseCounts counts = SparseCounts.read(reader, -LogBuckets.LARGEST, LogBuckets.LARGEST);
    if (counts.size() == 0) {
      return new LogHistogram(scale, counts, UnitMoments.EMPTY, missing);
    }
    UnitMoments moments = UnitMoments.read(reader);
    reader.require(moments.possible(counts.total()), "a sum");
    reader.require(bucketOf(moments.minimum()) == counts.key(0), "the minimum");
    reader.require(bucketOf(moments.maximum()) == counts.key(counts.size() - 1), "the maximum");
    return new LogHistogram(scale, counts, moments, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogHistogram that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "%s: %s values, %s missing".formatted(definition(), count, missing);
  }

  /** Collects numbers. */
  public static final class Accumulator extends UnitSums
      implements io.nightaudit.metrics.summary.Accumulator {
    private final int scale;
    private final BucketCounter counter = new BucketCounter();
    private long missing;

    /** Collects with the given number of decimal digits, 0 to 12. */
    public Accumulator(int scale) {
      this.scale = Units.checkScale(scale);
    }

    /** Adds one value; NaN and infinite count as missing. */
    public void add(double value) {
      if (Double.isFinite(value)) {
        long units = unitsOf(value, scale);
        add(bucketOf(units), units);
      } else {
        addMissing();
      }
    }

    /**
     * Adds one value whose units and bucket are known already.
     *
     * @param bucket must be {@code bucketOf(units)}; not checked, for speed
     * @param units must come from {@link #unitsOf} with the scale of this accumulator
     */
    public void add(int bucket, long units) {
      counter.add(bucket, 1);
      addUnits(units);
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      Require.sameDefinition(empty(scale), summary);
      LogHistogram that = (LogHistogram) summary;
      for (int i = 0; i < that.counts.size(); i++) {
        counter.add(that.counts.key(i), that.counts.count(i));
      }
      if (that.count > 0) {
        addMoments(that.moments);
      }
      missing = Require.sum(missing, that.missing, "missing values");
    }

    @Override
    public LogHistogram build() {
      SparseCounts counts = counter.signedCounts();
      return new LogHistogram(
          scale, counts, counts.size() == 0 ? UnitMoments.EMPTY : moments(), missing);
    }

    @Override
    public long retainedBytes() {
      return 96 + counter.retainedBytes();
    }
  }
}
