package io.nightaudit.metrics.text;

import java.util.Arrays;
import java.util.Objects;

/**
 * Embeds a text, given by its term hashes, as a vector of length about 1 without a model: signed
 * feature hashing, logarithmic weights and a sparse random projection that never changes.
 *
 * <p>x_f = sign(c_f) ln(1 + |c_f|), where c_f adds +1 or −1 for every term that falls on feature f
 * of 2^18; y_j = Σ_f s_fj x_f / (√8 ‖x‖), where s_fj is +1 or −1 for one j of each eighth of the
 * dimensions and 0 elsewhere. {@link TextDescription#termOccurrences} gives every term as often as
 * it occurs, as meant here; with {@link TextDescription#termHashes}, which names each distinct term
 * once, a term weighs the same however often a text repeats it. A baseline keeps to one of them.
 *
 * <p>Components have {@value #FRACTION_BITS} fractional bits, −2^15 to 2^15 (longer ones are
 * clipped). The dot product of two vectors estimates the cosine of their terms without bias, with a
 * standard deviation of at most √(2 / dimension). All arithmetic is in integers, so that equal
 * texts have equal vectors on every machine.
 *
 * <ul>
 *   <li>No term, or terms that cancel each other: no vector.
 *   <li>One term: eight components of ±1/√8.
 *   <li>The order of the terms does not matter.
 * </ul>
 *
 * <p>An instance reuses its buffers and is not thread-safe. Sources: Weinberger et al., "Feature
 * hashing for large scale multitask learning", ICML 2009, doi:10.1145/1553374.1553516; Kane and
 * Nelson, "Sparser Johnson–Lindenstrauss transforms", JACM 61(1), 2014, doi:10.1145/2559902.
 */
public final class HashingEmbedding {
  /** A component of 2^15 stands for 1. */
  public static final int FRACTION_BITS = 15;

  public static final int DEFAULT_DIMENSION = 64;

  private static final int ONE = 1 << FRACTION_BITS;
  private static final int LEAST_DIMENSION = 64;
  private static final int GREATEST_DIMENSION = 128;
  private static final int FEATURE_BITS = 18;

  /** Components that one feature touches, one in each block of dimensions. */
  private static final int BLOCKS = 8;

  private static final int WEIGHT_BITS = 16;
  private static final int[] WEIGHTS = weights();
  private static final long FEATURE_SEED = 0x9E3779B97F4A7C15L;
  private static final long PROJECTION_SEED = 0xD1B54A32D192ED03L;

  private final int dimension;
  private final int blockSize;
  private final int[] counts = new int[1 << FEATURE_BITS];
  private final long[] sums;
  private int[] touched = new int[1_024];

  /** An embedding of {@value #DEFAULT_DIMENSION} dimensions. */
  public HashingEmbedding() {
    this(DEFAULT_DIMENSION);
  }

  /** An embedding of 64 to 128 dimensions, a multiple of 8. */
  public HashingEmbedding(int dimension) {
    if (dimension < LEAST_DIMENSION || dimension > GREATEST_DIMENSION || dimension % BLOCKS != 0) {
      throw new IllegalArgumentException(
          "dimension must be a multiple of 8 from 64 to 128. Provided value: " + dimension);
    }
    this.dimension = dimension;
    blockSize = dimension / BLOCKS;
    sums = new long[dimension];
  }

  public int dimension() {
    return dimension;
  }

  /**
   * Writes the vector of the first {@code termCount} hashes.
   *
   * @param components receives {@link #dimension} components; set to zero if there is no vector
   * @return whether the text has a vector
   */
  public boolean embed(int[] termHashes, int termCount, int[] components) {
    Objects.checkFromIndexSize(0, termCount, termHashes.length);
    if (components.length != dimension) {
      throw new IllegalArgumentException(
          "components must have length %s, the dimension. Provided length: %s"
              .formatted(dimension, components.length));
    }
    int features = count(termHashes, termCount);
    Arrays.fill(sums, 0);
    long squares = 0;
    for (int i = 0; i < features; i++) {
      int feature = touched[i];
      int weight = weight(counts[feature]);
      counts[feature] = 0;
      squares += (long) weight * weight;
      project(feature, weight);
    }
    write(squares, components);
    return squares > 0;
  }

  /** Adds the signs of the terms by feature; gives how many entries of {@link #touched} count. */
  private int count(int[] termHashes, int termCount) {
    int features = 0;
    for (int i = 0; i < termCount; i++) {
      long mixed = mix(termHashes[i] ^ FEATURE_SEED);
      int feature = (int) (mixed >>> Long.SIZE - FEATURE_BITS);
      if (counts[feature] == 0) {
        // A feature whose terms cancelled is listed again and has weight 0 the second time.
        if (features == touched.length) {
          touched = Arrays.copyOf(touched, 2 * features);
        }
        touched[features++] = feature;
      }
      counts[feature] += (mixed & 1) == 0 ? 1 : -1;
    }
    return features;
  }

  /** Each block takes 16 bits of the hash: one for the sign, the rest for the row. */
  private void project(int feature, int weight) {
    long bits = mix(feature ^ PROJECTION_SEED);
    for (int block = 0; block < BLOCKS; block++) {
      if (block == BLOCKS / 2) {
        bits = mix(feature ^ ~PROJECTION_SEED);
      }
      int row = (int) ((bits >>> 1 & 0x7FFF) * blockSize >>> 15);
      sums[block * blockSize + row] += (bits & 1) == 0 ? weight : -weight;
      bits >>>= 16;
    }
  }

  private void write(long squares, int[] components) {
    long norm = Math.max(1, root(BLOCKS * squares));
    for (int row = 0; row < dimension; row++) {
      long scaled = (Math.abs(sums[row]) * ONE + norm / 2) / norm;
      int size = (int) Math.min(scaled, ONE);
      components[row] = sums[row] < 0 ? -size : size;
    }
  }

  private static int weight(int count) {
    int size = Math.abs(count);
    int weight = size < WEIGHTS.length ? WEIGHTS[size] : logarithm(size);
    return count < 0 ? -weight : weight;
  }

  private static int[] weights() {
    int[] weights = new int[256];
    for (int count = 0; count < weights.length; count++) {
      weights[count] = logarithm(count);
    }
    return weights;
  }

  private static int logarithm(int count) {
    return (int) StrictMath.round(StrictMath.log1p(count) * (1 << WEIGHT_BITS));
  }

  /** The integer part of the square root; the square root of a double is rounded exactly. */
  private static long root(long value) {
    long root = (long) StrictMath.sqrt((double) value);
    while (root * root > value) {
      root--;
    }
    while ((root + 1) * (root + 1) <= value) {
      root++;
    }
    return root;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
