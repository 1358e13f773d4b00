package io.nightaudit.metrics.summary;

import java.math.BigInteger;

/**
 * Mean and covariance of text embeddings, exact: Σφ and Σφφᵀ of components in fixed point.
 *
 * <p>Components are whole numbers of 2^−15, so that a vector of length 1 has components from
 * −32,768 to 32,768 and every product is exact. A sum of 2^33 (8.6 billion) such products is the
 * most that 64 bits hold; beyond, adding fails. State: dimensions (dimensions + 3)/2 longs.
 *
 * <ul>
 *   <li>No vectors: mean NaN. Fewer than two: covariance NaN.
 *   <li>A text without words has no embedding: count it as missing.
 * </ul>
 *
 * Source: exact sums as in B. P. Welford's problem, Technometrics 4(3), 1962, without its rounding.
 */
public final class EmbeddingMoments implements Summary {
  /** Fractional bits of a component. */
  public static final int FRACTION_BITS = 15;

  /** Largest absolute component. */
  public static final int LARGEST_COMPONENT = 1 << FRACTION_BITS;

  private static final int MOST_DIMENSIONS = 512;
  private static final double UNIT = 1.0 / LARGEST_COMPONENT;

  private final int dimensions;
  private final long count;
  private final long missing;

  /** The sums, then the products of each component with itself and those after it. */
  private final LongSums sums;

  private EmbeddingMoments(int dimensions, long count, long missing, LongSums sums) {
    this.dimensions = dimensions;
    this.count = count;
    this.missing = missing;
    this.sums = sums;
  }

  /** The moments of no texts. */
  public static EmbeddingMoments empty(int dimensions) {
    checkDimensions(dimensions);
    return new EmbeddingMoments(dimensions, 0, 0, LongSums.zero(size(dimensions)));
  }

  private static void checkDimensions(int dimensions) {
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions must be 1 to %s, but are %s".formatted(MOST_DIMENSIONS, dimensions));
    }
  }

  private static int size(int dimensions) {
    return dimensions + dimensions * (dimensions + 1) / 2;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long missing() {
    return missing;
  }

  /** Number of components of a vector. */
  public int dimensions() {
    return dimensions;
  }

  @Override
  public String definition() {
    return "embedding of " + dimensions + " dimensions";
  }

  /** Mean vector; NaN without vectors. */
  public double[] mean() {
    double[] mean = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      mean[i] = sums.at(i) * UNIT / count;
    }
    return mean;
  }

  /** Covariance matrix with divisor n−1; NaN for fewer than two vectors. */
  public double[][] covariance() {
    double[][] covariance = new double[dimensions][dimensions];
    int next = dimensions;
    for (int i = 0; i < dimensions; i++) {
      for (int j = i; j < dimensions; j++) {
        covariance[i][j] = covariance(i, j, sums.at(next++));
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /** (n Σxy − Σx Σy)/(n (n−1)), the numerator exact. */
  private double covariance(int i, int j, long products) {
    if (count < 2) {
      return Double.NaN;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger numerator =
        n.multiply(BigInteger.valueOf(products))
            .subtract(BigInteger.valueOf(sums.at(i)).multiply(BigInteger.valueOf(sums.at(j))));
    return numerator.doubleValue() / ((double) count * (count - 1)) * UNIT * UNIT;
  }

  @Override
  public EmbeddingMoments plus(Summary other) {
    Require.sameDefinition(this, other);
    EmbeddingMoments that = (EmbeddingMoments) other;
    return new EmbeddingMoments(
        dimensions,
        Math.addExact(count, that.count),
        Math.addExact(missing, that.missing),
        sums.plus(that.sums));
  }

  @Override
  public EmbeddingMoments minus(Summary other) {
    Require.sameDefinition(this, other);
    EmbeddingMoments that = (EmbeddingMoments) other;
    EmbeddingMoments rest =
        new EmbeddingMoments(
            dimensions,
            Require.remainder(count, that.count, "vectors"),
            Require.remainder(missing, that.missing, "missing values"),
            sums.minus(that.sums));
    Require.contained(rest.possible(), "sums");
    return rest;
  }

  /** Squares are not negative, and no more than n largest components. */
  private boolean possible() {
    int next = dimensions;
    for (int i = 0; i < dimensions; i++) {
      long squares = sums.at(next);
      if (squares < 0 || (count == 0 && squares != 0)) {
        return false;
      }
      next += dimensions - i;
    }
    return count > 0 || sums.allZero();
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.EMBEDDING_MOMENTS.writer().number(dimensions).number(count).number(missing);
    return sums.write(writer).toBytes();
  }

  static EmbeddingMoments read(ByteReader reader) {
    long dimensions = reader.positive("the dimensions");
    reader.require(dimensions <= MOST_DIMENSIONS, "the dimensions");
    long count = reader.count("the count");
    long missing = reader.count("missing");
    int size = size((int) dimensions);
    EmbeddingMoments moments =
        new EmbeddingMoments(
            (int) dimensions, count, missing, LongSums.read(reader, size, "a sum"));
    reader.require(moments.possible(), "the sums");
    return moments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmbeddingMoments that
        && dimensions == that.dimensions
        && count == that.count
        && missing == that.missing
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(count) + sums.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %s vectors, %s missing".formatted(definition(), count, missing);
  }

  /** Adds vectors. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private final int dimensions;
    private final long[] sums;
    private long count;
    private long missing;

    public Accumulator(int dimensions) {
      checkDimensions(dimensions);
      this.dimensions = dimensions;
      this.sums = new long[size(dimensions)];
    }

    /**
     * Adds one vector.
     *
     * @param components whole numbers of 2^−15 from −32,768 to 32,768
     */
    public void add(int[] components) {
      check(components);
      int next = dimensions;
      for (int i = 0; i < dimensions; i++) {
        long component = components[i];
        sums[i] = Math.addExact(sums[i], component);
        for (int j = i; j < dimensions; j++) {
          sums[next] = Math.addExact(sums[next], component * components[j]);
          next++;
        }
      }
      count++;
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
              "components must be -%s to %s, but one is %s; scale the vector to length 1"
                  .formatted(LARGEST_COMPONENT, LARGEST_COMPONENT, component));
        }
      }
    }

    @Override
    public void addMissing() {
      missing++;
    }

    @Override
    public void add(Summary summary) {
      EmbeddingMoments sum = build().plus(summary);
      count = sum.count;
      missing = sum.missing;
      System.arraycopy(sum.sums.toArray(), 0, sums, 0, sums.length);
    }

    @Override
    public EmbeddingMoments build() {
      return new EmbeddingMoments(dimensions, count, missing, LongSums.of(sums));
    }

    @Override
    public long retainedBytes() {
      return 56 + 8L * sums.length;
    }
  }
}
