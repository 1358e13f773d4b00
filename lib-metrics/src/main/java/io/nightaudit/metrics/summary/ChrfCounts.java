package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * What chrF and chrF++ need of a set of answers: for six orders of characters and up to two of
 * words the n-grams of the answer, of the reference and in common, which add up.
 *
 * <p>With precision P and recall R averaged over the orders that both sides have, F = (1+β²) P R /
 * (β² P + R) in per cent, 0 to 100, higher is better; β = 2 gives recall twice the weight.
 *
 * <ul>
 *   <li>No segments, or nothing in common: 0.
 *   <li>Orders that one side is too short for are left out (effective order); {@link #smoothed}
 *       counts them as 1e−16 instead, as the first implementation did.
 * </ul>
 *
 * Source: M. Popović, chrF++, WMT 2017; sacreBLEU 2, signature {@code
 * nrefs:1|case:mixed|eff:yes|nc:6| nw:0|space:no}.
 */
public final class ChrfCounts implements Summary {
  /** Longest n-gram of characters. */
  public static final int CHARACTER_ORDERS = 6;

  /** Longest n-gram of words, in chrF++. */
  public static final int MOST_WORD_ORDERS = 2;

  private static final int EACH = 3;
  private static final double TINY = 1e-16;

  private final int wordOrders;
  private final long segments;
  private final long missing;
  private final LongSums numbers;

  private ChrfCounts(int wordOrders, long segments, long missing, LongSums numbers) {
    this.wordOrders = wordOrders;
    this.segments = segments;
    this.missing = missing;
    this.numbers = numbers;
  }

  /** The counts of no segments: chrF for 0 word orders, chrF++ for 2. */
  public static ChrfCounts empty(int wordOrders) {
    return new ChrfCounts(wordOrders, 0, 0, LongSums.zero(size(wordOrders)));
  }

  private static int size(int wordOrders) {
    if (wordOrders < 0 || wordOrders > MOST_WORD_ORDERS) {
      throw new IllegalArgumentException(
          "word orders must be 0 to %s, but are %s".formatted(MOST_WORD_ORDERS, wordOrders));
    }
    return EACH * (CHARACTER_ORDERS + wordOrders);
  }

  /**
   * The counts of one segment.
   *
   * @param numbers for each order, characters first: n-grams of the answer, of the reference, in
   *     common
   */
  public static ChrfCounts of(int wordOrders, long[] numbers) {
    if (numbers.length != size(wordOrders)) {
      throw new IllegalArgumentException(
          "numbers must be %s, but are %s".formatted(size(wordOrders), numbers.length));
    }
    ChrfCounts counts = new ChrfCounts(wordOrders, 1, 0, LongSums.of(numbers));
    if (!counts.possible()) {
      throw new IllegalArgumentException(
          "counts must not be negative, nor more n-grams in common than a side has: "
              + Arrays.toString(numbers));
    }
    return counts;
  }

  @Override
  public long count() {
    return segments;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "chrF counts with " + wordOrders + " word orders";
  }

  /** Score with β = 2 over the orders that both sides have, 0 to 100. */
  public double score() {
    return score(2);
  }

  /** Score over the orders that both sides have; β above 0 is the weight of recall. */
  public double score(double beta) {
    double precision = 0;
    double recall = 0;
    int orders = 0;
    for (int i = 0; i < numbers.size(); i += EACH) {
      if (numbers.at(i) > 0 && numbers.at(i + 1) > 0) {
        precision += (double) numbers.at(i + 2) / numbers.at(i);
        recall += (double) numbers.at(i + 2) / numbers.at(i + 1);
        orders++;
      }
    }
    return orders == 0 ? 0 : 100 * combined(precision / orders, recall / orders, beta, 0);
  }

  /** Mean of the scores of all orders, those that a side is too short for counted as 1e−16. */
  public double smoothed(double beta) {
    double sum = 0;
    for (int i = 0; i < numbers.size(); i += EACH) {
      double answer = numbers.at(i);
      double reference = numbers.at(i + 1);
      double precision = answer > 0 ? numbers.at(i + 2) / answer : TINY;
      double recall = reference > 0 ? numbers.at(i + 2) / reference : TINY;
      sum += combined(precision, recall, beta, TINY);
    }
    return 100 * sum / (CHARACTER_ORDERS + wordOrders);
  }

  private static double combined(double precision, double recall, double beta, double nothing) {
    if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("beta must be above 0 and finite, but is " + beta);
    }
    double denominator = beta * beta * precision + recall;
    return denominator > 0 ? (1 + beta * beta) * precision * recall / denominator : nothing;
  }

  @Override
  public ChrfCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    ChrfCounts that = (ChrfCounts) other;
    return new ChrfCounts(
        wordOrders,
        Require.sum(segments, that.segments, "segments"),
        Require.sum(missing, that.missing, "missing values"),
        numbers.plus(that.numbers));
  }

  @Override
  public ChrfCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    ChrfCounts that = (ChrfCounts) other;
    ChrfCounts rest =
        new ChrfCounts(
            wordOrders,
            Require.remainder(segments, that.segments, "segments"),
            Require.remainder(missing, that.missing, "missing values"),
            numbers.minus(that.numbers));
    Require.contained(rest.possible(), "n-grams");
    return rest;
  }

  private boolean possible() {
    boolean fits = numbers.allFromZero() && (segments > 0 || numbers.allZero());
    for (int i = 0; i < numbers.size(); i += EACH) {
      fits &= numbers.at(i + 2) <= Math.min(numbers.at(i), numbers.at(i + 1));
    }
    return fits;
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.CHRF_COUNTS.writer().octet(wordOrders).number(segments).number(missing);
    return numbers.write(writer).toBytes();
  }

  static ChrfCounts read(ByteReader reader) {
    int wordOrders = reader.octet("word orders");
    reader.require(wordOrders <= MOST_WORD_ORDERS, "word orders");
    long segments = reader.count("segments");
    long missing = reader.count("missing");
    LongSums numbers = LongSums.read(reader, size(wordOrders), "a number of n-grams");
    ChrfCounts counts = new ChrfCounts(wordOrders, segments, missing, numbers);
    reader.require(counts.possible(), "the numbers of n-grams");
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChrfCounts that
        && wordOrders == that.wordOrders
        && segments == that.segments
        && missing == that.missing
        && numbers.equals(that.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(segments) + numbers.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %s segments, %s missing, %s"
        .formatted(definition(), segments, missing, Arrays.toString(numbers.toArray()));
  }

  /** Adds segments. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private ChrfCounts counts;

    public Accumulator(int wordOrders) {
      counts = empty(wordOrders);
    }

    @Override
    public void addMissing() {
      counts =
          new ChrfCounts(
              counts.wordOrders,
              counts.segments,
              Require.sum(counts.missing, 1, "missing values"),
              counts.numbers);
    }

    @Override
    public void add(Summary summary) {
      counts = counts.plus(summary);
    }

    @Override
    public ChrfCounts build() {
      return counts;
    }

    @Override
    public long retainedBytes() {
      return 256;
    }
  }
}
