package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * The counts from which BLEU is scored: lengths of system and reference, and per order n the
 * n-grams of the system that are correct and in total.
 *
 * <p>BP · exp(Σ ln p<sub>n</sub> / 4) with p<sub>n</sub> = 100 · correct<sub>n</sub> /
 * total<sub>n</sub> and n = 1 to 4, of the sums over all segments: 0 to 100, higher is closer to
 * the references.
 *
 * <ul>
 *   <li>No segment: every score is NaN.
 *   <li>No correct n-gram of any order: 0, whatever the smoothing.
 *   <li>An order without any n-gram (all segments shorter than 4): 0, except with {@link
 *       BleuSmoothing#ADD_K} and in {@link #sentenceScore}.
 *   <li>Empty system text: 0.
 * </ul>
 *
 * <p>Source: Papineni et al. 2002, doi:10.3115/1073083.1073135; as sacreBLEU 2 computes it ({@code
 * BLEU.compute_bleu}), Post 2018, doi:10.18653/v1/W18-6319.
 */
public final class BleuCounts implements Summary {

  /** The longest n-gram counted. */
  public static final int ORDERS = 4;

  private static final int LENGTHS = 2;
  private static final int SIZE = LENGTHS + 2 * ORDERS;

  /** The counts of no segment. */
  public static final BleuCounts EMPTY = new BleuCounts(SegmentCounts.none(SIZE));

  /** System length, reference length, correct by order, total by order. */
  private final SegmentCounts segments;

  private BleuCounts(SegmentCounts segments) {
    this.segments = segments;
  }

  /**
   * The counts of one segment.
   *
   * @param systemLength tokens of the system text
   * @param referenceLength tokens of the reference closest in length
   * @param correct per order 1 to 4, the n-grams found in a reference
   * @param total per order 1 to 4, the n-grams of the system text
   * @throws IllegalArgumentException unless 0 ≤ correct ≤ total ≤ systemLength for each order
   */
  public static BleuCounts ofSegment(
      long systemLength, long referenceLength, long[] correct, long[] total) {
    if (correct.length != ORDERS || total.length != ORDERS) {
      throw new IllegalArgumentException(
          "correct and total must have %s orders, but have %s and %s"
              .formatted(ORDERS, correct.length, total.length));
    }
    long[] values = new long[SIZE];
    values[0] = systemLength;
    values[1] = referenceLength;
    System.arraycopy(correct, 0, values, LENGTHS, ORDERS);
    System.arraycopy(total, 0, values, LENGTHS + ORDERS, ORDERS);
    BleuCounts segment = new BleuCounts(SegmentCounts.ofOne(values));
    if (!segment.isPossible()) {
      throw new IllegalArgumentException(
          "correct must be at most total and total at most systemLength in each order, but are %s"
              .formatted(segment.segments.sums()));
    }
    return segment;
  }

  /** Tokens of the system texts. */
  public long systemLength() {
    return segments.sums().at(0);
  }

  /** Tokens of the references, of each segment the one closest in length. */
  public long referenceLength() {
    return segments.sums().at(1);
  }

  /** Correct n-grams by order 1 to 4. */
  public long[] correct() {
    return segments.sums().range(LENGTHS, LENGTHS + ORDERS);
  }

  /** N-grams of the system by order 1 to 4. */
  public long[] total() {
    return segments.sums().range(LENGTHS + ORDERS, SIZE);
  }

  /** BLEU with exponential smoothing, 0 to 100; NaN without segments. */
  public double score() {
    return score(BleuSmoothing.EXPONENTIAL);
  }

  /** BLEU, 0 to 100; NaN without segments. */
  public double score(BleuSmoothing smoothing) {
    return count() == 0 ? Double.NaN : bleu().score(smoothing);
  }

  /** As {@link #sentenceScore(BleuSmoothing)}, with exponential smoothing. */
  public double sentenceScore() {
    return sentenceScore(BleuSmoothing.EXPONENTIAL);
  }

  /**
   * BLEU for one segment, 0 to 100: the mean is taken over the orders that have n-grams, so that a
   * text of fewer than four tokens can score ("effective order"); NaN without segments.
   */
  public double sentenceScore(BleuSmoothing smoothing) {
    return count() == 0 ? Double.NaN : bleu().effectiveOrderScore(smoothing);
  }

  /**
   * exp(1 − reference length / system length) where the system is shorter, else 1; 0 for an empty
   * system and NaN without segments.
   */
  public double brevityPenalty() {
    return count() == 0 ? Double.NaN : bleu().brevityPenalty();
  }

  /**
   * Smoothed precisions by order 1 to 4, each 0 to 100; all 0 if nothing is correct and all NaN
   * without segments.
   */
  public double[] precisions(BleuSmoothing smoothing) {
    double[] precisions = bleu().precisions(smoothing);
    if (count() == 0) {
      Arrays.fill(precisions, Double.NaN);
    }
    return precisions;
  }

  private BleuFormula bleu() {
    return new BleuFormula(systemLength(), referenceLength(), correct(), total());
  }

  /** Number of segments. */
  @Override
  public long count() {
    return segments.count();
  }

  @Override
  public long missing() {
    return segments.missing();
  }

  @Override
  public String definition() {
    return "BLEU counts of order 1 to 4";
  }

  @Override
  public BleuCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    return new BleuCounts(segments.plus(((BleuCounts) other).segments));
  }

  @Override
  public BleuCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    BleuCounts rest = new BleuCounts(segments.minus(((BleuCounts) other).segments));
    Require.contained(rest.isPossible(), "n-grams");
    return rest;
  }

  private boolean isPossible() {
    for (int order = 0; order < ORDERS; order++) {
      long total = segments.sums().at(LENGTHS + ORDERS + order);
      if (segments.sums().at(LENGTHS + order) > total || total > systemLength()) {
        return false;
      }
    }
    return segments.isPossible();
  }

  @Override
  public byte[] toBytes() {
    return segments.toBytes(Kind.BLEU_COUNTS.writer());
  }

  static BleuCounts read(ByteReader reader) {
    BleuCounts read = new BleuCounts(SegmentCounts.read(reader, SIZE));
    reader.require(read.isPossible(), "n-grams");
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BleuCounts that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public String toString() {
    return segments.toString("BleuCounts");
  }

  /** Sums the counts of segments. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private BleuCounts sum = EMPTY;

    @Override
    public void addMissing() {
      sum = new BleuCounts(sum.segments.plusMissing());
    }

    @Override
    public void add(Summary summary) {
      sum = sum.plus(summary);
    }

    @Override
    public BleuCounts build() {
      return sum;
    }

    @Override
    public long retainedBytes() {
      return 192;
    }
  }
}
