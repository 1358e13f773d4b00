package io.nightaudit.metrics.distance;

import java.util.Arrays;

/**
 * How much the share of documents that hold a term has moved, over hashed terms.
 *
 * <p>z_b = (q_b − p_b) / √(p̄_b (1 − p̄_b) f) with the shares p of reference and q of current
 * documents that hold bucket b, pooled p̄ and f = 1/n + 1/m. Only buckets with at least {@value
 * #LEAST_DOCUMENTS} documents on both sides together. A document counts once, so long texts do not
 * dominate.
 *
 * <p>z is in standard errors, without bounds; a bucket that became more frequent has a positive z.
 * The summaries of |z| and z² grow with the shift and have no direction.
 *
 * <ul>
 *   <li>NaN and no buckets if a side has no documents or no bucket has enough.
 *   <li>One document on a side counts like any number of them.
 *   <li>z = 0 for a bucket that all documents hold, or as large a share of both sides.
 *   <li>Equal |z| are ordered by bucket, so the result does not depend on the order of input.
 *   <li>Negative counts, a bucket in more documents than there are, arrays of different length:
 *       refused. NaN cannot enter, as all input is whole.
 *   <li>A bucket that is given twice counts twice.
 * </ul>
 *
 * <p>Source: the pooled two-proportion score of each term; J. L. Fleiss et al., Statistical Methods
 * for Rates and Proportions, 3rd ed., 2003.
 *
 * @param largest T_max = max|z|, from 0 up: a concentrated change
 * @param top20 T_20 = mean of the 20 largest z² (of all, if there are fewer), from 0 up: a diffuse
 *     change
 * @param strongestBuckets up to 20 buckets by falling |z|
 * @param strongestZ their z; positive means more frequent in the current documents
 */
public record TermShift(double largest, double top20, int[] strongestBuckets, double[] strongestZ) {
  private static final int LEAST_DOCUMENTS = 5;
  private static final int STRONGEST = 20;

  public TermShift {
    strongestBuckets = strongestBuckets.clone();
    strongestZ = strongestZ.clone();
  }

  @Override
  public int[] strongestBuckets() {
    return strongestBuckets.clone();
  }

  @Override
  public double[] strongestZ() {
    return strongestZ.clone();
  }

  /** Shift between the document counts of the same buckets, given in any order. */
  public static TermShift between(
      int[] buckets,
      long[] referenceDocuments,
      long referenceTotal,
      long[] currentDocuments,
      long currentTotal) {
    Counts.check(referenceDocuments, currentDocuments);
    checkBuckets(buckets, referenceDocuments, referenceTotal, currentDocuments, currentTotal);
    Strongest strongest = new Strongest();
    if (referenceTotal > 0 && currentTotal > 0) {
      for (int i = 0; i < buckets.length; i++) {
        // In doubles, as the sum of two counts may exceed 2^63.
        if ((double) referenceDocuments[i] + currentDocuments[i] >= LEAST_DOCUMENTS) {
          double z =
              score(referenceDocuments[i], referenceTotal, currentDocuments[i], currentTotal);
          strongest.offer(buckets[i], z);
        }
      }
    }
    return strongest.result();
  }

  private static double score(long a, double n, long b, double m) {
    double pooled = ((double) a + b) / (n + m);
    double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return deviation > 0 ? (b / m - a / n) / deviation : 0;
  }

  private static void checkBuckets(
      int[] buckets, long[] reference, long referenceTotal, long[] current, long currentTotal) {
    if (buckets.length != reference.length) {
      throw new IllegalArgumentException(
          buckets.length + " buckets for " + reference.length + " counts: give one per count");
    }
    for (int i = 0; i < buckets.length; i++) {
      if (reference[i] > referenceTotal || current[i] > currentTotal) {
        throw new IllegalArgumentException(
            "bucket "
                + buckets[i]
                + " is in more documents than there are ("
                + reference[i]
                + " of "
                + referenceTotal
                + ", "
                + current[i]
                + " of "
                + currentTotal
                + "): count each document once");
      }
    }
  }

  /** The largest |z| seen so far, in order; insertion keeps it free of a sort of all buckets. */
  private static final class Strongest {
    private final int[] buckets = new int[STRONGEST];
    private final double[] z = new double[STRONGEST];
    private int size;

    void offer(int bucket, double score) {
      int place = size;
      while (place > 0 && before(bucket, score, place - 1)) {
        place--;
      }
      if (place == STRONGEST) {
        return;
      }
      size = Math.min(STRONGEST, size + 1);
      System.arraycopy(buckets, place, buckets, place + 1, size - 1 - place);
      System.arraycopy(z, place, z, place + 1, size - 1 - place);
      buckets[place] = bucket;
      z[place] = score;
    }

    private boolean before(int bucket, double score, int other) {
      int order = Double.compare(Math.abs(score), Math.abs(z[other]));
      return order > 0 || (order == 0 && bucket < buckets[other]);
    }

    TermShift result() {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += z[i] * z[i];
      }
      double largest = size == 0 ? Double.NaN : Math.abs(z[0]);
      return new TermShift(
          largest,
          size == 0 ? Double.NaN : sum / size,
          Arrays.copyOf(buckets, size),
          Arrays.copyOf(z, size));
    }
  }
}
