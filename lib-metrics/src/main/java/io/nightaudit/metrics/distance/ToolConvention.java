package io.nightaudit.metrics.distance;

/**
 * Distances as other tools compute them, to compare a figure here with one there.
 *
 * <p>The same name stands for different numbers in different tools: they differ in bins, in the
 * rule for empty bins, in the base of the logarithm and in the scale. These constants reproduce one
 * tool each; {@link BinnedDistance} and {@link OrderedDistance} are the ones to use otherwise,
 * because several of these bins move every night. All grow with the difference.
 *
 * <ul>
 *   <li>NaN if either side is empty.
 *   <li>NaN and infinite values are refused, as the tools leave them out: drop them first.
 *   <li>A distance that the tool does not offer for such values is refused; see {@link
 *       #takesNumbers} and {@link #takesCategories}.
 * </ul>
 *
 * <p>Source: the code of Evidently 0.7.23 and NannyML 0.13.1, and Deequ's {@code Distance.scala}.
 */
public enum ToolConvention {
  /**
   * Evidently, {@code psi}: Σ(q−p) ln(q/p) in nats, from 0 up, with {@link Smoothing#SMALL_SHARE}.
   * Bins: Sturges' edges on both samples together, or each value if the reference has at most 20.
   */
  EVIDENTLY_POPULATION_STABILITY_INDEX(
      ToolBins::evidently, ToolConvention::filledStabilityIndex, null),

  /**
   * Evidently, {@code kl_div}: reference from current, Σ p ln(p/q) in nats, from 0 up, filled as
   * the stability index and then made to sum to 1. Bins as there.
   */
  EVIDENTLY_KULLBACK_LEIBLER(ToolBins::evidently, ToolConvention::filledDivergence, null),

  /**
   * Evidently, {@code jensenshannon}: with the natural logarithm, from 0 to √ln 2 = 0.8326. Bins as
   * the stability index.
   */
  EVIDENTLY_JENSEN_SHANNON(ToolBins::evidently, ToolConvention::jensenShannonNats, null),

  /**
   * Evidently, {@code hellinger}: 0 to 1. Bins: Sturges' edges on the distinct values of both
   * samples.
   */
  EVIDENTLY_HELLINGER(ToolBins::evidentlyDistinct, BinnedDistance.HELLINGER::between, null),

  /**
   * Evidently, {@code wasserstein}: in standard deviations of the reference (divisor n), which
   * count as 0.001 if smaller; from 0 up.
   */
  EVIDENTLY_WASSERSTEIN(
      null,
      null,
      (reference, current) ->
          OrderedDistance.WASSERSTEIN.between(TiedCounts.of(reference, current))
              / scale(reference)),

  /**
   * Evidently on Spark, {@code psi}: as {@link #EVIDENTLY_POPULATION_STABILITY_INDEX}, but in
   * Doane's number of bins on both samples together, also for few values.
   */
  EVIDENTLY_SPARK_POPULATION_STABILITY_INDEX(
      ToolBins::evidentlySpark, ToolConvention::filledStabilityIndex, null),

  /** Evidently on Spark, {@code jensenshannon}: natural logarithm, bins as its stability index. */
  EVIDENTLY_SPARK_JENSEN_SHANNON(ToolBins::evidentlySpark, ToolConvention::jensenShannonNats, null),

  /**
   * Evidently on Spark, {@code wasserstein}: as {@link #EVIDENTLY_WASSERSTEIN}, of the middles of
   * 1,000 bins that each sample has over its own range.
   */
  EVIDENTLY_SPARK_WASSERSTEIN(
      null,
      null,
      (reference, current) ->
          OrderedDistance.WASSERSTEIN.between(ToolBins.evidentlySparkFine(reference, current))
              / scale(reference)),

  /**
   * NannyML, {@code jensen_shannon}: base 2, from 0 to 1. Bins: Doane's edges on the reference and
   * one more for what lies outside them.
   */
  NANNYML_JENSEN_SHANNON(ToolBins::nannyml, BinnedDistance.JENSEN_SHANNON::between, null),

  /** NannyML, {@code hellinger}: 0 to 1, bins as its Jensen–Shannon distance. */
  NANNYML_HELLINGER(ToolBins::nannyml, BinnedDistance.HELLINGER::between, null),

  /**
   * NannyML, {@code kolmogorov_smirnov}: 0 to 1, exact, as it is for references of less than 10,000
   * values. Above, NannyML looks at 10,000 edges only and may miss a part of the maximum.
   */
  NANNYML_KOLMOGOROV_SMIRNOV(
      null,
      null,
      (reference, current) ->
          OrderedDistance.KOLMOGOROV_SMIRNOV.between(TiedCounts.of(reference, current))),

  /**
   * NannyML, {@code wasserstein}: in the unit of the values, from 0 up, exact, as it is for
   * references of less than 10,000 values. Above, NannyML counts in 10,000 bins.
   */
  NANNYML_WASSERSTEIN(
      null,
      null,
      (reference, current) ->
          OrderedDistance.WASSERSTEIN.between(TiedCounts.of(reference, current))),

  /** NannyML, {@code l_infinity}: max|q−p| of categories, 0 to 1. */
  NANNYML_MAXIMUM_DIFFERENCE(null, BinnedDistance.MAXIMUM_DIFFERENCE::between, null),

  /**
   * Deequ, {@code populationStabilityIndex}: of the given bins without smoothing, infinite if one
   * is empty on one side.
   */
  DEEQU_POPULATION_STABILITY_INDEX(
      null,
      (reference, current) ->
          BinnedDistance.POPULATION_STABILITY_INDEX.between(reference, current, Smoothing.NONE),
      null),

  /**
   * Deequ, {@code correctForLowNumberOfSamples = true}, which leaves the distance uncorrected:
   * max|q−p| of categories, sup|F−G| of numbers, 0 to 1.
   */
  DEEQU_MAXIMUM_DIFFERENCE(
      null,
      BinnedDistance.MAXIMUM_DIFFERENCE::between,
      (reference, current) ->
          OrderedDistance.KOLMOGOROV_SMIRNOV.between(TiedCounts.of(reference, current))),

  /** Deequ's default: {@link #DEEQU_MAXIMUM_DIFFERENCE} through {@link RobustDifference}. */
  DEEQU_ROBUST_DIFFERENCE(
      null,
      (reference, current) ->
          RobustDifference.withDefaults()
              .of(
                  BinnedDistance.MAXIMUM_DIFFERENCE.between(reference, current),
                  Counts.total(reference),
                  Counts.total(current)),
      (reference, current) ->
          RobustDifference.withDefaults()
              .of(
                  OrderedDistance.KOLMOGOROV_SMIRNOV.between(TiedCounts.of(reference, current)),
                  reference.length,
                  current.length));

  private static final double LEAST_SCALE = 0.001;

  private final Bins bins;
  private final CountMeasure counts;
  private final NumberMeasure numbers;

  ToolConvention(Bins bins, CountMeasure counts, NumberMeasure numbers) {
    this.bins = bins;
    this.counts = counts;
    this.numbers = numbers;
  }

  /** Whether the tool has this distance for numbers. */
  public boolean takesNumbers() {
    return bins != null || numbers != null;
  }

  /** Whether the tool has this distance for categories. */
  public boolean takesCategories() {
    return counts != null;
  }

  /** Distance between two samples of a column of floating-point numbers. */
  public double ofNumbers(double[] reference, double[] current) {
    return ofColumn(reference, current, 0);
  }

  /**
   * Distance between two samples of a column of integers.
   *
   * <p>NumPy makes bins of integers at least 1 wide, so the two Evidently rules that take its edges
   * may give another value than for the same numbers in a column of floating-point type.
   */
  public double ofIntegers(long[] reference, long[] current) {
    return ofColumn(doubles(reference), doubles(current), 1);
  }

  /** Distance between two rows of counts of the same categories. */
  public double ofCategories(long[] reference, long[] current) {
    if (!takesCategories()) {
      throw new IllegalArgumentException(
          "%s is not defined for categories: give numbers".formatted(this));
    }
    return counts.between(reference, current);
  }

  private double ofColumn(double[] reference, double[] current, double leastWidth) {
    if (!takesNumbers()) {
      throw new IllegalArgumentException(
          "%s is not defined for numbers: give counts of categories".formatted(this));
    }
    // Refuses what is not a number, also where the bins would swallow it.
    if (TiedCounts.of(reference, current).oneSideEmpty()) {
      return Double.NaN;
    }
    if (numbers != null) {
      return numbers.between(reference, current);
    }
    long[][] rows = bins.count(reference, current, leastWidth);
    return counts.between(rows[0], rows[1]);
  }

  private static double filledStabilityIndex(long[] reference, long[] current) {
    return BinnedDistance.POPULATION_STABILITY_INDEX.between(
        reference, current, Smoothing.SMALL_SHARE);
  }

  private static double filledDivergence(long[] reference, long[] current) {
    BinnedShares shares = BinnedShares.of(reference, current, Smoothing.SMALL_SHARE);
    return shares.oneSideEmpty()
        ? Double.NaN
        : BinnedDistance.KULLBACK_LEIBLER.measure(
            summingToOne(shares.current()), summingToOne(shares.reference()));
  }

  private static double jensenShannonNats(long[] reference, long[] current) {
    return BinnedDistance.JENSEN_SHANNON.between(reference, current) * Math.sqrt(StrictMath.log(2));
  }

  private static double[] summingToOne(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    double[] scaled = shares.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= sum;
    }
    return scaled;
  }

  private static double scale(double[] reference) {
    TiedCounts own = TiedCounts.of(reference, reference);
    return Math.max(
        OrderedDistance.deviation(own.values, own.reference, own.referenceTotal), LEAST_SCALE);
  }

  private static double[] doubles(long[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  /** Makes two rows of counts of two samples. */
  private interface Bins {
    long[][] count(double[] reference, double[] current, double leastWidth);
  }

  private interface CountMeasure {
    double between(long[] reference, long[] current);
  }

  private interface NumberMeasure {
    double between(double[] reference, double[] current);
  }
}
