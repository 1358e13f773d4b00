package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * What BLEU needs of a set of translations or answers: ten numbers that add up, so that the score
 * of a corpus is the score of the sums.
 *
 * <p>BLEU = BP exp(mean over the orders 1 to 4 of ln p_n), 0 to 100, higher is better; p_n =
 * correct / total n-grams in per cent, BP = e^(1 − reference length / system length) if the system
 * is shorter.
 *
 * <ul>
 *   <li>No segments, or no word in common: 0.
 *   <li>An order without a match is smoothed, see {@link Smoothing}; an order without n-grams ends
 *       the list and counts as ln 0.
 * </ul>
 *
 * Source: M. Post, A Call for Clarity in Reporting BLEU Scores, WMT 2018; sacreBLEU 2, signature
 * {@code nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp}.
 */
public final class BleuCounts implements Summary {
  /** Longest n-gram. */
  public static final int ORDERS = 4;

  private static final int SYSTEM = 0;
  private static final int REFERENCE = 1;
  private static final int CORRECT = 2;
  private static final int TOTAL = CORRECT + ORDERS;
  private static final int NUMBERS = TOTAL + ORDERS;

  /** As sacreBLEU has it for the logarithm of 0: finite, so that the mean is. */
  private static final double LOG_ZERO = -9_999_999_999.0;

  /** What an order without matches counts. */
  public enum Smoothing {
    /** Nothing: the score is 0. */
    NONE,
    /** 1/2, 1/4, 1/8 … of a match for the first, second, third such order: the default. */
    EXPONENTIAL,
    /** A tenth of a match. */
    FLOOR,
    /** One match and one n-gram more in every order above 1. */
    ADD_ONE
  }

  private final long segments;
  private final long missing;
  private final LongSums numbers;

  private BleuCounts(long segments, long missing, LongSums numbers) {
    this.segments = segments;
    this.missing = missing;
    this.numbers = numbers;
  }

  /** The counts of no segments. */
  public static BleuCounts empty() {
    return new BleuCounts(0, 0, LongSums.zero(NUMBERS));
  }

  /**
   * The counts of one segment.
   *
   * @param systemLength words of the answer
   * @param referenceLength words of the reference closest in length
   * @param correct n-grams in common, for n = 1 to 4
   * @param total n-grams of the answer, for n = 1 to 4
   */
  public static BleuCounts of(
      long systemLength, long referenceLength, long[] correct, long[] total) {
    if (correct.length != ORDERS || total.length != ORDERS) {
      throw new IllegalArgumentException(
          "correct and total must have %s orders, but have %s and %s"
              .formatted(ORDERS, correct.length, total.length));
    }
    long[] numbers = new long[NUMBERS];
    numbers[SYSTEM] = systemLength;
    numbers[REFERENCE] = referenceLength;
    System.arraycopy(correct, 0, numbers, CORRECT, ORDERS);
    System.arraycopy(total, 0, numbers, TOTAL, ORDERS);
    BleuCounts counts = new BleuCounts(1, 0, LongSums.of(numbers));
    if (!counts.possible()) {
      throw new IllegalArgumentException(
          "counts must not be negative, nor more n-grams correct than there are: "
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
    return "BLEU counts";
  }

  /** Words of the answers. */
  public long systemLength() {
    return numbers.at(SYSTEM);
  }

  /** Words of the references. */
  public long referenceLength() {
    return numbers.at(REFERENCE);
  }

  /** N-grams in common, for n = 1 to 4. */
  public long[] correct() {
    return Arrays.copyOfRange(numbers.toArray(), CORRECT, TOTAL);
  }

  /** N-grams of the answers, for n = 1 to 4. */
  public long[] total() {
    return Arrays.copyOfRange(numbers.toArray(), TOTAL, NUMBERS);
  }

  /** Score of the corpus, 0 to 100, smoothed exponentially over all four orders. */
  public double score() {
    return score(Smoothing.EXPONENTIAL, ORDERS, false);
  }

  /**
   * Score with other rules.
   *
   * @param smoothing what an order without matches counts
   * @param orders longest n-gram that counts, 1 to 4
   * @param effectiveOrder whether orders that the answers are too short for are left out, as is
   *     usual for a single sentence
   */
  public double score(Smoothing smoothing, int orders, boolean effectiveOrder) {
    if (orders < 1 || orders > ORDERS) {
      throw new IllegalArgumentException(
          "orders must be 1 to %s, but are %s".formatted(ORDERS, orders));
    }
    if (Arrays.stream(correct()).limit(orders).allMatch(number -> number == 0)) {
      return 0;
    }
    double[] precisions = precisions(smoothing, orders);
    int last = effectiveOrder ? withNgrams(orders) : orders;
    double sum = 0;
    for (int n = 0; n < last; n++) {
      sum += precisions[n] == 0 ? LOG_ZERO : StrictMath.log(precisions[n]);
    }
    return brevityPenalty() * StrictMath.exp(sum / last);
  }

  private int withNgrams(int orders) {
    int last = 0;
    while (last < orders && numbers.at(TOTAL + last) > 0) {
      last++;
    }
    return last;
  }

  /** p_n in per cent; 0 from the first order without n-grams on. */
  private double[] precisions(Smoothing smoothing, int orders) {
    double[] precisions = new double[orders];
    double halves = 1;
    for (int n = 0; n < orders; n++) {
      double more = smoothing == Smoothing.ADD_ONE && n > 0 ? 1 : 0;
      double matches = numbers.at(CORRECT + n) + more;
      double all = numbers.at(TOTAL + n) + more;
      if (all == 0) {
        break;
      }
      if (matches == 0 && smoothing == Smoothing.EXPONENTIAL) {
        halves *= 2;
        precisions[n] = 100 / (halves * all);
      } else {
        double floor = smoothing == Smoothing.FLOOR ? 0.1 : 0;
        precisions[n] = 100 * (matches == 0 ? floor : matches) / all;
      }
    }
    return precisions;
  }

  /** BP, 0 to 1; 0 if the answers are empty and the references are not. */
  public double brevityPenalty() {
    long system = systemLength();
    long reference = referenceLength();
    if (system >= reference) {
      return 1;
    }
    return system == 0 ? 0 : StrictMath.exp(1 - (double) reference / system);
  }

  @Override
  public BleuCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    BleuCounts that = (BleuCounts) other;
    return new BleuCounts(
        Require.sum(segments, that.segments, "segments"),
        Require.sum(missing, that.missing, "missing values"),
        numbers.plus(that.numbers));
  }

  @Override
  public BleuCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    BleuCounts that = (BleuCounts) other;
    BleuCounts rest =
        new BleuCounts(
            Require.remainder(segments, that.segments, "segments"),
            Require.remainder(missing, that.missing, "missing values"),
            numbers.minus(that.numbers));
    Require.contained(rest.possible(), "n-grams");
    return rest;
  }

  private boolean possible() {
    boolean fits = numbers.allFromZero() && (segments > 0 || numbers.allZero());
    for (int n = 0; n < ORDERS; n++) {
      fits &= numbers.at(CORRECT + n) <= numbers.at(TOTAL + n);
    }
    return fits;
  }

  @Override
  public byte[] toBytes() {
    return numbers.write(Kind.BLEU_COUNTS.writer().number(segments).number(missing)).toBytes();
  }

  static BleuCounts read(ByteReader reader) {
    long segments = reader.count("segments");
    long missing = reader.count("missing");
    BleuCounts counts =
        new BleuCounts(segments, missing, LongSums.read(reader, NUMBERS, "a number of n-grams"));
    reader.require(counts.possible(), "the numbers of n-grams");
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BleuCounts that
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
    private BleuCounts counts = empty();

    @Override
    public void addMissing() {
      counts =
          new BleuCounts(
              counts.segments, Require.sum(counts.missing, 1, "missing values"), counts.numbers);
    }

    @Override
    public void add(Summary summary) {
      counts = counts.plus(summary);
    }

    @Override
    public BleuCounts build() {
      return counts;
    }

    @Override
    public long retainedBytes() {
      return 144;
    }
  }
}
