package io.nightaudit.metrics.summary;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Mean and covariance of text embeddings from exact sums: n, Σφ and Σφφᵀ.
 *
 * <p>A component x, −1 to 1, is kept as {@code rint(x · 2^15)}: off by at most 1.5e−5, which is
 * little beside the sampling error of a mean over any number of texts that 64 bits can sum. A
 * product is at most 2^30, so no sum can overflow before the number of vectors does, which is at
 * most 2^33 − 1. The state is d (d + 3) / 2 longs, 2,144 for 64 dimensions.
 *
 * <ul>
 *   <li>Without vectors the mean is NaN; with fewer than two the covariance is NaN.
 *   <li>A vector of zeros counts as a vector; a text without an embedding is missing.
 *   <li>NaN, infinity and components beyond ±1 are refused, not rounded.
 * </ul>
 *
 * <p>Heusel et al. (2017), arXiv:1706.08500, compares embeddings by mean and covariance; {@code
 * numpy.cov}.
 */
public final class EmbeddingMoments implements Summary {
  /** Largest absolute component, the units of 1. */
  public static final int LARGEST_COMPONENT = 1 << 15;

  private static final int LARGEST_DIMENSIONS = 512;
  private static final long LARGEST_SQUARE = (long) LARGEST_COMPONENT * LARGEST_COMPONENT;
  private static final long LARGEST_COUNT = Long.MAX_VALUE / LARGEST_SQUARE;

  private final VectorSums sums;
  private final long missing;

  private EmbeddingMoments(VectorSums sums, long missing) {
    this.sums = sums;
    this.missing = missing;
  }

  /** The moments of no vectors, of 1 to 512 components each. */
  public static EmbeddingMoments empty(int dimensions) {
    return new EmbeddingMoments(VectorSums.zero(checkDimensions(dimensions)), 0);
  }

  /**
   * The components in units: {@code rint(x · 2^15)}, halves to even.
   *
   * @throws IllegalArgumentException if one is NaN or beyond ±1
   */
  public static int[] unitsOf(double... vector) {
    int[] units = new int[vector.length];
    for (int i = 0; i < units.length; i++) {
      double rounded = Math.rint(vector[i] * LARGEST_COMPONENT);
      // Written so that NaN fails too.
      if (!(Math.abs(rounded) <= LARGEST_COMPONENT)) {
        throw new IllegalArgumentException(
            "components must be -1 to 1, but one is %s; scale the vector to length 1"
                .formatted(vector[i]));
      }
      units[i] = (int) rounded;
    }
    return units;
  }

  private static int checkDimensions(int dimensions) {
    if (dimensions < 1 || dimensions > LARGEST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions must be 1 to %s, but are %s; project the vectors to fewer"
              .formatted(LARGEST_DIMENSIONS, dimensions));
    }
    return dimensions;
  }

  private static long checkedCount(long count, long more) {
    if (more > LARGEST_COUNT - count) {
      throw new ArithmeticException(
          "%s vectors and %s more are beyond the limit of %s: summarize fewer texts together"
              .formatted(count, more, LARGEST_COUNT));
    }
    return count + more;
  }

  /** Number of vectors, at most 2^33 − 1. */
  @Override
  public long count() {
    return sums.count();
  }

  @Override
  public long missing() {
    return missing;
  }

  /** Number of components of a vector. */
  public int dimensions() {
    return sums.dimensions();
  }

  @Override
  public String definition() {
    return "embedding moments of %s dimensions".formatted(dimensions());
  }

  /** Σφ, exact; zeros if empty. */
  public double[] sums() {
    double[] values = new double[dimensions()];
    Arrays.setAll(values, i -> (double) sums.sum(i) / LARGEST_COMPONENT);
    return values;
  }

  /** Σ‖φ‖², the sum of squared lengths, rounded once; 0 if empty. */
  public double squaredLengths() {
    BigInteger total = BigInteger.ZERO;
    for (int i = 0; i < dimensions(); i++) {
      total = total.add(BigInteger.valueOf(sums.square(i)));
    }
    return total.doubleValue() / LARGEST_SQUARE;
  }

  /** Σφ / n, correctly rounded; NaN if empty. */
  public double[] mean() {
    double[] mean = new double[dimensions()];
    Arrays.setAll(mean, i -> sums.sum(i) / ((double) count() * LARGEST_COMPONENT));
    return mean;
  }

  /** (n Σφφᵀ − Σφ Σφᵀ) / (n (n − 1)), symmetric, from exact numerators; NaN below two vectors. */
  public double[][] covariance() {
    double divisor = count() < 2 ? Double.NaN : (double) count() * (count() - 1) * LARGEST_SQUARE;
    double[][] covariance = new double[dimensions()][dimensions()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = i; j < covariance.length; j++) {
        covariance[i][j] = sums.spread(i, j).doubleValue() / divisor;
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  @Override
  public EmbeddingMoments plus(Summary other) {
    Require.sameDefinition(this, other);
    EmbeddingMoments that = (EmbeddingMoments) other;
    long count = checkedCount(count(), that.count());
    return new EmbeddingMoments(
        new VectorSums(dimensions(), count, sums.sums().plus(that.sums.sums())),
        Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public EmbeddingMoments minus(Summary other) {
    Require.sameDefinition(this, other);
    EmbeddingMoments that = (EmbeddingMoments) other;
    long count = Require.remainder(count(), that.count(), "vectors");
    VectorSums rest = new VectorSums(dimensions(), count, sums.sums().minus(that.sums.sums()));
    Require.contained(rest.possible(LARGEST_SQUARE), "sums");
    return new EmbeddingMoments(rest, Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.EMBEDDING_MOMENTS.writer().number(dimensions()).number(missing).number(count());
    return sums.sums().write(writer).toBytes();
  }

  static EmbeddingMoments read(ByteReader reader) {
    long dimensions = reader.number("the number of dimensions");
    boolean known = dimensions >= 1 && dimensions <= LARGEST_DIMENSIONS;
    reader.require(known, "the number of dimensions");
    long missing = reader.count("missing");
    long count = reader.count("the number of vectors");
    reader.require(count <= LARGEST_COUNT, "the number of vectors");
    int size = VectorSums.size((int) dimensions);
    VectorSums sums = new VectorSums((int) dimensions, count, LongSums.read(reader, size, "a sum"));
    reader.require(sums.possible(LARGEST_SQUARE), "a sum");
    return new EmbeddingMoments(sums, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmbeddingMoments that
        && missing == that.missing
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(missing) + sums.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %s vectors, %s missing".formatted(definition(), count(), missing);
  }

  /** Collects vectors. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private final int dimensions;
    private final long[] sums;
    private long count;
    private long missing;

    /** Collects vectors of 1 to 512 components. */
    public Accumulator(int dimensions) {
      this.dimensions = checkDimensions(dimensions);
      this.sums = new long[VectorSums.size(dimensions)];
    }

    /**
     * Adds one vector.
     *
     * @param components in units of 2^−15, −32,768 to 32,768, as {@link #unitsOf} makes them
     * @throws IllegalArgumentException if it has another number of components or one is too large
     */
    public void add(int... components) {
      check(components);
      count = checkedCount(count, 1);
      int next = dimensions;
      for (int i = 0; i < dimensions; i++) {
        long component = components[i];
        sums[i] += component;
        for (int j = i; j < dimensions; j++) {
          sums[next++] += component * components[j];
        }
      }
    }

    private void check(int[] components) {
      if (components.length != dimensions) {
        throw new IllegalArgumentException(
            "a vector must have %s components, but has %s"
                .formatted(dimensions, components.length));
      }
      for (int component : components) {
        if (component < -LARGEST_COMPONENT || component > LARGEST_COMPONENT) {
          throw new IllegalArgumentException(
              "components must be ±%s at most, but one is %s; scale the vector to length 1"
                  .formatted(LARGEST_COMPONENT, component));
        }
      }
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      EmbeddingMoments sum = build().plus(summary);
      count = sum.count();
      missing = sum.missing;
      System.arraycopy(sum.sums.sums().toArray(), 0, sums, 0, sums.length);
    }

    @Override
    public EmbeddingMoments build() {
      return new EmbeddingMoments(new VectorSums(dimensions, count, LongSums.of(sums)), missing);
    }

    @Override
    public long retainedBytes() {
      return 56 + 8L * sums.length;
    }
  }
}
