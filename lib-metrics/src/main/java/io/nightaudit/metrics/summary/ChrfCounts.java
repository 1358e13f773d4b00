package io.nightaudit.metrics.summary;

/**
 * The counts from which chrF is scored: per order the n-grams of hypothesis, reference and both,
 * for characters of order 1 to 6 and words of order 1 to the word order (0 for chrF, 2 for chrF++).
 *
 * <p>(1 + β²) P R / (β² P + R) with P and R the means over the orders of match / hypothesis and
 * match / reference, of the sums over all segments: 0 to 100, higher is closer to the references.
 *
 * <ul>
 *   <li>No segment: every score is NaN.
 *   <li>An order that hypothesis or reference has no n-gram of is left out of the means ("effective
 *       order"); if none is left, 0.
 *   <li>No match: 0.
 * </ul>
 *
 * <p>Source: Popović 2015, doi:10.18653/v1/W15-3049, and 2017, doi:10.18653/v1/W17-4770; as
 * sacreBLEU 2 computes it ({@code CHRF._compute_f_score}).
 */
public final class ChrfCounts implements Summary {

  /** The longest n-gram of characters counted. */
  public static final int CHARACTER_ORDERS = 6;

  private static final int MOST_WORD_ORDERS = 2;
  private static final int PER_ORDER = 3;
  private static final double DEFAULT_BETA = 2;

  /** Per order: hypothesis, reference, match. */
  private final SegmentCounts segments;

  private ChrfCounts(SegmentCounts segments) {
    this.segments = segments;
  }

  /** The counts of no segment, for a word order of 0 to 2. */
  public static ChrfCounts empty(int wordOrder) {
    return new ChrfCounts(SegmentCounts.none(size(wordOrder)));
  }

  private static int size(int wordOrder) {
    if (wordOrder < 0 || wordOrder > MOST_WORD_ORDERS) {
      throw new IllegalArgumentException(
          "word order must be 0 (chrF) to %s (chrF++), but is %s"
              .formatted(MOST_WORD_ORDERS, wordOrder));
    }
    return PER_ORDER * (CHARACTER_ORDERS + wordOrder);
  }

  /**
   * The counts of one segment; the arrays hold the orders of characters, then those of words.
   *
   * @param hypothesis n-grams of the hypothesis, 0 where the reference has none
   * @param reference n-grams of the reference
   * @param match n-grams they share, each as often as in the text that holds it less often
   * @throws IllegalArgumentException if the arrays differ in length, a count is negative or a match
   *     exceeds the n-grams of either text
   */
  public static ChrfCounts ofSegment(long[] hypothesis, long[] reference, long[] match) {
    int orders = hypothesis.length;
    if (reference.length != orders || match.length != orders) {
      throw new IllegalArgumentException(
          "hypothesis, reference and match must have as many orders, but have %s, %s and %s"
              .formatted(orders, reference.length, match.length));
    }
    long[] values = new long[size(orders - CHARACTER_ORDERS)];
    for (int order = 0; order < orders; order++) {
      values[PER_ORDER * order] = hypothesis[order];
      values[PER_ORDER * order + 1] = reference[order];
      values[PER_ORDER * order + 2] = match[order];
    }
    ChrfCounts segment = new ChrfCounts(SegmentCounts.ofOne(values));
    if (!segment.isPossible()) {
      throw new IllegalArgumentException(
          "match must be at most hypothesis and reference in each order, but are %s"
              .formatted(segment.segments.sums()));
    }
    return segment;
  }

  /** Orders of words: 0 for chrF, 2 for chrF++. */
  public int wordOrder() {
    return orders() - CHARACTER_ORDERS;
  }

  private int orders() {
    return segments.sums().size() / PER_ORDER;
  }

  /** N-grams of the hypotheses by order: characters, then words. */
  public long[] hypothesis() {
    return column(0);
  }

  /** N-grams of the references by order: characters, then words. */
  public long[] reference() {
    return column(1);
  }

  /** Shared n-grams by order: characters, then words. */
  public long[] match() {
    return column(2);
  }

  private long[] column(int offset) {
    long[] column = new long[orders()];
    for (int order = 0; order < column.length; order++) {
      column[order] = segments.sums().at(PER_ORDER * order + offset);
    }
    return column;
  }

  /** The score with β = 2, so recall counts more than precision; NaN without segments. */
  public double score() {
    return score(DEFAULT_BETA);
  }

  /** The score with the given weight of recall, above 0; NaN without segments. */
  public double score(double beta) {
    ChrfFormula formula = ChrfFormula.withBeta(beta);
    return count() == 0 ? Double.NaN : formula.effectiveOrder(hypothesis(), reference(), match());
  }

  /**
   * The mean over all orders of the F-score of each, where an order without n-grams counts with
   * 10^−16 for its precision or recall, as chrF++.py, Moses and NLTK do; NaN without segments.
   *
   * @param beta weight of recall, above 0
   */
  public double epsilonScore(double beta) {
    ChrfFormula formula = ChrfFormula.withBeta(beta);
    return count() == 0 ? Double.NaN : formula.epsilon(hypothesis(), reference(), match());
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
    return "chrF counts of word order " + wordOrder();
  }

  @Override
  public ChrfCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    return new ChrfCounts(segments.plus(((ChrfCounts) other).segments));
  }

  @Override
  public ChrfCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    ChrfCounts rest = new ChrfCounts(segments.minus(((ChrfCounts) other).segments));
    Require.contained(rest.isPossible(), "n-grams");
    return rest;
  }

  private boolean isPossible() {
    for (int first = 0; first < segments.sums().size(); first += PER_ORDER) {
      long match = segments.sums().at(first + 2);
      if (match > segments.sums().at(first) || match > segments.sums().at(first + 1)) {
        return false;
      }
    }
    return segments.isPossible();
  }

  @Override
  public byte[] toBytes() {
    return segments.toBytes(Kind.CHRF_COUNTS.writer().octet(wordOrder()));
  }

  static ChrfCounts read(ByteReader reader) {
    int wordOrder = reader.octet("the word order");
    reader.require(wordOrder <= MOST_WORD_ORDERS, "the word order");
    ChrfCounts read = new ChrfCounts(SegmentCounts.read(reader, size(wordOrder)));
    reader.require(read.isPossible(), "n-grams");
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChrfCounts that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public String toString() {
    return segments.toString("ChrfCounts");
  }

  /** Sums the counts of segments. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private ChrfCounts sum;

    /** Starts with no segment, for a word order of 0 to 2. */
    public Accumulator(int wordOrder) {
      sum = empty(wordOrder);
    }

    @Override
    public void addMissing() {
      sum = new ChrfCounts(sum.segments.plusMissing());
    }

    @Override
    public void add(Summary summary) {
      sum = sum.plus(summary);
    }

    @Override
    public ChrfCounts build() {
      return sum;
    }

    @Override
    public long retainedBytes() {
      return 112 + (long) Long.BYTES * sum.segments.sums().size();
    }
  }
}
