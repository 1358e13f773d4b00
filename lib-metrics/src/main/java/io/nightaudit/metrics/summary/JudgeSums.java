package io.nightaudit.metrics.summary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums of a judge's scores, and of people's labels with the judge's scores beside them: what is
 * needed to correct a judge by a few labels.
 *
 * <p>Over rows with a label y and a score ŷ: n, Σy, Σŷ, Σy², Σŷ², Σyŷ; over rows with a score
 * alone: N, Σŷ, Σŷ². Values are integer units of 10^−scale, rounded once when they are added; the
 * sums have as many bits as they need.
 *
 * <ul>
 *   <li>No rows on a side: its means NaN; fewer than two: its variances NaN.
 *   <li>A label that is NaN or infinite is refused: such a row has a score alone.
 *   <li>A row without a score is missing, also if it has a label.
 * </ul>
 *
 * Source: A. N. Angelopoulos, J. C. Duchi and T. Zrnic, PPI++, arXiv 2311.01453.
 */
public final class JudgeSums implements Summary {
  private static final int SUMS = 7;
  private static final int LABEL = 0;
  private static final int SCORE = 1;
  private static final int LABEL_SQUARES = 2;
  private static final int SCORE_SQUARES = 3;
  private static final int PRODUCTS = 4;
  private static final int UNLABELLED = 5;
  private static final int UNLABELLED_SQUARES = 6;

  private final int scale;
  private final long labelled;
  private final long unlabelled;
  private final long missing;
  private final List<BigInteger> sums;

  private JudgeSums(
      int scale, long labelled, long unlabelled, long missing, List<BigInteger> sums) {
    this.scale = scale;
    this.labelled = labelled;
    this.unlabelled = unlabelled;
    this.missing = missing;
    this.sums = List.copyOf(sums);
  }

  /** The sums of no rows, in units of 10^−scale, scale 0 to 12. */
  public static JudgeSums empty(int scale) {
    return new JudgeSums(
        Units.checkScale(scale), 0, 0, 0, java.util.Collections.nCopies(SUMS, BigInteger.ZERO));
  }

  /** Rows with a score, labelled or not. */
  @Override
  public long count() {
    return labelled + unlabelled;
  }

  /** Rows with a label and a score: n. */
  public long labelled() {
    return labelled;
  }

  /** Rows with a score alone: N. */
  public long unlabelled() {
    return unlabelled;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "judge sums of scale " + scale;
  }

  /** Mean label of the labelled rows. */
  public double labelMean() {
    return mean(LABEL, labelled);
  }

  /** Mean score of the labelled rows. */
  public double scoreMean() {
    return mean(SCORE, labelled);
  }

  /** Mean score of the rows with a score alone. */
  public double unlabelledMean() {
    return mean(UNLABELLED, unlabelled);
  }

  /** Variance of the labels, divisor n−1. */
  public double labelVariance() {
    return covariance(LABEL, LABEL, LABEL_SQUARES, labelled);
  }

  /** Variance of the scores of the labelled rows, divisor n−1. */
  public double scoreVariance() {
    return covariance(SCORE, SCORE, SCORE_SQUARES, labelled);
  }

  /** Covariance of labels and scores, divisor n−1. */
  public double covariance() {
    return covariance(LABEL, SCORE, PRODUCTS, labelled);
  }

  /** Variance of the scores of the rows with a score alone, divisor N−1. */
  public double unlabelledVariance() {
    return covariance(UNLABELLED, UNLABELLED, UNLABELLED_SQUARES, unlabelled);
  }

  private double mean(int index, long count) {
    return count == 0 ? Double.NaN : sums.get(index).doubleValue() / count / Units.perOne(scale);
  }

  private double covariance(int first, int second, int products, long count) {
    return count < 2
        ? Double.NaN
        : spread(first, second, products, count).doubleValue()
            / ((double) count * (count - 1))
            / Units.perOne(scale)
            / Units.perOne(scale);
  }

  private BigInteger spread(int first, int second, int products, long count) {
    return BigInteger.valueOf(count)
        .multiply(sums.get(products))
        .subtract(sums.get(first).multiply(sums.get(second)));
  }

  @Override
  public JudgeSums plus(Summary other) {
    Require.sameDefinition(this, other);
    JudgeSums that = (JudgeSums) other;
    List<BigInteger> sum = new ArrayList<>();
    for (int i = 0; i < SUMS; i++) {
      sum.add(sums.get(i).add(that.sums.get(i)));
    }
    return new JudgeSums(
        scale,
        Math.addExact(labelled, that.labelled),
        Math.addExact(unlabelled, that.unlabelled),
        Math.addExact(missing, that.missing),
        sum);
  }

  @Override
  public JudgeSums minus(Summary other) {
    Require.sameDefinition(this, other);
    JudgeSums that = (JudgeSums) other;
    List<BigInteger> rest = new ArrayList<>();
    for (int i = 0; i < SUMS; i++) {
      rest.add(sums.get(i).subtract(that.sums.get(i)));
    }
    JudgeSums result =
        new JudgeSums(
            scale,
            Require.remainder(labelled, that.labelled, "labelled rows"),
            Require.remainder(unlabelled, that.unlabelled, "rows without a label"),
            Require.remainder(missing, that.missing, "missing values"),
            rest);
    Require.contained(result.possible(), "sums");
    return result;
  }

  /** Spreads of real values are not negative, and no rows have no sums. */
  private boolean possible() {
    return possible(LABEL, LABEL_SQUARES, labelled)
        && possible(SCORE, SCORE_SQUARES, labelled)
        && possible(UNLABELLED, UNLABELLED_SQUARES, unlabelled)
        && (labelled > 0 || sums.get(PRODUCTS).signum() == 0)
        && labelled + unlabelled >= 0;
  }

  private boolean possible(int sum, int squares, long count) {
    return count == 0
        ? sums.get(sum).signum() == 0 && sums.get(squares).signum() == 0
        : spread(sum, sum, squares, count).signum() >= 0;
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.JUDGE_SUMS.writer().octet(scale).number(labelled).number(unlabelled).number(missing);
    sums.forEach(writer::bigInteger);
    return writer.toBytes();
  }

  static JudgeSums read(ByteReader reader) {
    int scale = reader.octet("the scale");
    reader.require(scale <= Units.LARGEST_SCALE, "the scale");
    long labelled = reader.count("labelled rows");
    long unlabelled = reader.count("rows without a label");
    long missing = reader.count("missing");
    List<BigInteger> sums = new ArrayList<>();
    for (int i = 0; i < SUMS; i++) {
      sums.add(reader.bigInteger("a sum"));
    }
    JudgeSums result = new JudgeSums(scale, labelled, unlabelled, missing, sums);
    reader.require(result.possible(), "the sums");
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JudgeSums that
        && scale == that.scale
        && labelled == that.labelled
        && unlabelled == that.unlabelled
        && missing == that.missing
        && sums.equals(that.sums);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(labelled) + sums.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %s labelled, %s not, %s missing"
        .formatted(definition(), labelled, unlabelled, missing);
  }

  /** Adds rows; few of them have labels, so that exact sums of any size cost little. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private JudgeSums sums;

    public Accumulator(int scale) {
      sums = empty(scale);
    }

    /** Adds a row with a label and a score. */
    public void add(double label, double score) {
      BigInteger y = BigInteger.valueOf(Units.of(label, sums.scale));
      BigInteger judged = BigInteger.valueOf(Units.of(score, sums.scale));
      sums =
          sums.plus(
              new JudgeSums(
                  sums.scale,
                  1,
                  0,
                  0,
                  List.of(
                      y,
                      judged,
                      y.multiply(y),
                      judged.multiply(judged),
                      y.multiply(judged),
                      BigInteger.ZERO,
                      BigInteger.ZERO)));
    }

    /** Adds a row with a score alone. */
    public void add(double score) {
      BigInteger judged = BigInteger.valueOf(Units.of(score, sums.scale));
      BigInteger zero = BigInteger.ZERO;
      sums =
          sums.plus(
              new JudgeSums(
                  sums.scale,
                  0,
                  1,
                  0,
                  List.of(zero, zero, zero, zero, zero, judged, judged.multiply(judged))));
    }

    @Override
    public void addMissing() {
      sums = sums.plus(new JudgeSums(sums.scale, 0, 0, 1, empty(sums.scale).sums));
    }

    @Override
    public void add(Summary summary) {
      sums = sums.plus(summary);
    }

    @Override
    public JudgeSums build() {
      return sums;
    }

    @Override
    public long retainedBytes() {
      return 512;
    }
  }
}
