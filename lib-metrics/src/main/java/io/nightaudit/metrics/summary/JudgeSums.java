package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * Sums of a judge's scores ŷ, alone and beside people's labels y: what it takes to correct a judge
 * by a few labels (PPI++) and to calibrate it.
 *
 * <p>Rows with both: n, Σy, Σŷ, Σy², Σŷ², Σyŷ; rows with a score alone: N, Σŷ, Σŷ². A value x is
 * kept as {@code rint(x · 10^scale)} integer units; the sums have 192 bits, so that no sum of up to
 * 2^63 − 1 rows overflows. All moments are correctly rounded from exact sums.
 *
 * <ul>
 *   <li>A score that is NaN or infinite counts as missing, with or without a label.
 *   <li>A label that is NaN or infinite is no label: the row has a score alone.
 *   <li>Values beyond ±(2^63 − 1) units saturate there.
 *   <li>Without rows a mean is NaN; with fewer than two a variance or covariance is NaN.
 *   <li>Keep one per judge and version of the judge: scores of different judges do not add up.
 * </ul>
 *
 * <p>A. N. Angelopoulos, J. C. Duchi, T. Zrnic (2023), PPI++, arXiv:2311.01453.
 */
public final class JudgeSums implements Summary {
  private static final String LABELLED = "labelled rows";
  private static final String UNLABELLED = "rows without a label";

  private final int scale;
  private final PairSums labelled;
  private final ValueSums unlabelled;
  private final long count;
  private final long missing;

  private JudgeSums(int scale, PairSums labelled, ValueSums unlabelled, long missing) {
    this.scale = scale;
    this.labelled = labelled;
    this.unlabelled = unlabelled;
    this.count = Require.sum(labelled.count(), unlabelled.count(), "rows");
    this.missing = missing;
  }

  /** The sums of no rows; the scale is the number of decimal digits kept, 0 to 12. */
  public static JudgeSums empty(int scale) {
    return new JudgeSums(Units.checkScale(scale), PairSums.EMPTY, ValueSums.EMPTY, 0);
  }

  /** Number of decimal digits kept. */
  public int scale() {
    return scale;
  }

  /** Rows with a score, n + N. */
  @Override
  public long count() {
    return count;
  }

  /** Rows with a label and a score, n. */
  public long labelled() {
    return labelled.count();
  }

  /** Rows with a score alone, N. */
  public long unlabelled() {
    return unlabelled.count();
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "judge sums of scale " + scale;
  }

  /** Mean label of the n labelled rows. */
  public double labelMean() {
    return labelled.first().mean(scale);
  }

  /** Variance of the labels, divisor n − 1. */
  public double labelVariance() {
    return labelled.first().variance(scale);
  }

  /** Mean score of the n labelled rows. */
  public double scoreMean() {
    return labelled.second().mean(scale);
  }

  /** Variance of the scores of the labelled rows, divisor n − 1. */
  public double scoreVariance() {
    return labelled.second().variance(scale);
  }

  /** Covariance of label and score over the labelled rows, divisor n − 1. */
  public double covariance() {
    return labelled.covariance(scale);
  }

  /** Mean score of the N rows with a score alone. */
  public double unlabelledMean() {
    return unlabelled.mean(scale);
  }

  /** Variance of the scores of the rows with a score alone, divisor N − 1. */
  public double unlabelledVariance() {
    return unlabelled.variance(scale);
  }

  /** Mean score of all n + N rows. */
  public double pooledMean() {
    return pooled().mean(scale);
  }

  /** Variance of the scores of all rows, divisor n + N − 1. */
  public double pooledVariance() {
    return pooled().variance(scale);
  }

  private ValueSums pooled() {
    return labelled.second().plus(unlabelled, "rows");
  }

  @Override
  public JudgeSums plus(Summary other) {
    Require.sameDefinition(this, other);
    JudgeSums that = (JudgeSums) other;
    return new JudgeSums(
        scale,
        labelled.plus(that.labelled, LABELLED),
        unlabelled.plus(that.unlabelled, UNLABELLED),
        Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public JudgeSums minus(Summary other) {
    Require.sameDefinition(this, other);
    JudgeSums that = (JudgeSums) other;
    PairSums labelledRest = labelled.minus(that.labelled, LABELLED);
    ValueSums unlabelledRest = unlabelled.minus(that.unlabelled, UNLABELLED);
    Require.contained(labelledRest.possible() && unlabelledRest.possible(), "sums");
    return new JudgeSums(
        scale,
        labelledRest,
        unlabelledRest,
        Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer = Kind.JUDGE_SUMS.writer().octet(scale).number(missing);
    labelled.write(writer.number(labelled.count()));
    return unlabelled.write(writer.number(unlabelled.count())).toBytes();
  }

  static JudgeSums read(ByteReader reader) {
    int scale = reader.octet("the scale");
    reader.require(scale <= Units.LARGEST_SCALE, "the scale");
    long missing = reader.count("missing");
    PairSums labelled = PairSums.read(reader, reader.count(LABELLED), "a sum of " + LABELLED);
    ValueSums unlabelled =
        ValueSums.read(reader, reader.count(UNLABELLED), "a sum of " + UNLABELLED);
    return new JudgeSums(scale, labelled, unlabelled, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JudgeSums that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "%s: %s rows with a label, %s without, %s missing"
        .formatted(definition(), labelled(), unlabelled(), missing);
  }

  /** Collects scores and labels. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private final int scale;
    private final PairSums.Collector labelled = new PairSums.Collector();
    private final WideSum sum = new WideSum();
    private final WideSum squares = new WideSum();
    private long unlabelled;
    private long missing;

    /** Collects with the given number of decimal digits, 0 to 12. */
    public Accumulator(int scale) {
      this.scale = Units.checkScale(scale);
    }

    /** Adds a row with a label and a score; NaN and infinity stand for an absent one. */
    public void add(double label, double score) {
      if (Double.isFinite(label) && Double.isFinite(score)) {
        labelled.add(Units.of(label, scale), Units.of(score, scale), LABELLED);
      } else {
        add(score);
      }
    }

    /** Adds a row with a score alone; NaN and infinity count as missing. */
    public void add(double score) {
      if (!Double.isFinite(score)) {
        addMissing();
        return;
      }
      long units = Units.of(score, scale);
      unlabelled = Require.sum(unlabelled, 1, UNLABELLED);
      sum.add(units);
      squares.addProduct(units, units);
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      Require.sameDefinition(empty(scale), summary);
      JudgeSums that = (JudgeSums) summary;
      labelled.add(that.labelled, LABELLED);
      unlabelled = Require.sum(unlabelled, that.unlabelled.count(), UNLABELLED);
      sum.add(that.unlabelled.sum());
      squares.add(that.unlabelled.squares());
      missing = Require.sum(missing, that.missing, "missing values");
    }

    @Override
    public JudgeSums build() {
      ValueSums alone = new ValueSums(unlabelled, sum.value(), squares.value());
      return new JudgeSums(scale, labelled.build(), alone, missing);
    }

    @Override
    public long retainedBytes() {
      return 56 + 56 + 7 * 40;
    }
  }
}
