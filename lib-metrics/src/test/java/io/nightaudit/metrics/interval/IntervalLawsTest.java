package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowingConsumer;

/** What holds of an interval whatever the data. */
class IntervalLawsTest {
  private static final double ROUNDING = 1e-12;

  @Property(seed = "1")
  void rate_any_isBoundedAndHoldsItsEstimate(
      @ForAll BinomialInterval kind,
      @ForAll @IntRange(max = 400) int successes,
      @ForAll @IntRange(max = 400) int failures,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
    int trials = successes + failures;
    Interval interval = kind.of(successes, trials, confidence);
    assertThat(interval.low()).isBetween(0.0, 1.0);
    assertThat(interval.high()).isBetween(interval.low(), 1.0);
    assertThat(interval.confidence()).isEqualTo(confidence);
    boolean atTheEnd = successes == 0 || failures == 0;
    // Jeffreys' interval has equal tails, so without successes it lies above 0.
    if (trials > 0 && !(kind == BinomialInterval.JEFFREYS && atTheEnd)) {
      double rate = (double) successes / trials;
      assertThat(interval.low()).isLessThanOrEqualTo(rate + ROUNDING);
      assertThat(interval.high()).isGreaterThanOrEqualTo(rate - ROUNDING);
    }
  }

  @Property(seed = "2")
  void rate_failuresForSuccesses_mirrors(
      @ForAll BinomialInterval kind,
      @ForAll @IntRange(max = 400) int successes,
      @ForAll @IntRange(max = 400) int failures) {
    Interval interval = kind.of(successes, successes + failures, 0.95);
    Interval mirrored = kind.of(failures, successes + failures, 0.95);
    assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(ROUNDING));
    assertThat(interval.high()).isCloseTo(1 - mirrored.low(), within(ROUNDING));
  }

  @Property(seed = "3")
  void rate_moreDataOrLessConfidence_isNarrower(
      @ForAll BinomialInterval kind,
      @ForAll @IntRange(min = 1, max = 200) int successes,
      @ForAll @IntRange(min = 1, max = 200) int failures,
      @ForAll @IntRange(min = 2, max = 9) int times) {
    int trials = successes + failures;
    Interval interval = kind.of(successes, trials, 0.95);
    double more = kind.of((long) times * successes, (long) times * trials, 0.95).width();
    assertThat(more).isLessThan(interval.width());
    Interval sure = kind.of(successes, trials, 0.99);
    assertThat(sure.low()).isLessThanOrEqualTo(interval.low());
    assertThat(sure.high()).isGreaterThanOrEqualTo(interval.high());
    assertThat(sure.width()).isGreaterThan(interval.width());
  }

  @Property(seed = "4", tries = 200)
  void difference_any_isBoundedAndHoldsItsEstimate(
      @ForAll @IntRange(max = 60) int s1,
      @ForAll @IntRange(max = 60) int f1,
      @ForAll @IntRange(max = 60) int s0,
      @ForAll @IntRange(max = 60) int f0) {
    for (RateCoverageTest.OfTwoRates method : differences()) {
      Interval interval = method.of(s1, s1 + f1, s0, s0 + f0, 0.95);
      assertThat(interval.low()).isGreaterThanOrEqualTo(-1);
      assertThat(interval.high()).isLessThanOrEqualTo(1);
      if (s1 + f1 > 0 && s0 + f0 > 0) {
        double difference = (double) s1 / (s1 + f1) - (double) s0 / (s0 + f0);
        assertThat(interval.low()).isLessThanOrEqualTo(difference + ROUNDING);
        assertThat(interval.high()).isGreaterThanOrEqualTo(difference - ROUNDING);
      }
      double wider = method.of(s1, s1 + f1, s0, s0 + f0, 0.99).width();
      assertThat(wider).isGreaterThanOrEqualTo(interval.width());
    }
  }

  @Property(seed = "5", tries = 200)
  void difference_swappedSidesOrFailures_mirrors(
      @ForAll @IntRange(max = 60) int s1,
      @ForAll @IntRange(max = 60) int f1,
      @ForAll @IntRange(max = 60) int s0,
      @ForAll @IntRange(max = 60) int f0) {
    for (RateCoverageTest.OfTwoRates method : differences()) {
      Interval interval = method.of(s1, s1 + f1, s0, s0 + f0, 0.95);
      Interval sides = method.of(s0, s0 + f0, s1, s1 + f1, 0.95);
      Interval failures = method.of(f1, s1 + f1, f0, s0 + f0, 0.95);
      assertThat(sides.low()).isCloseTo(-interval.high(), within(ROUNDING));
      assertThat(sides.high()).isCloseTo(-interval.low(), within(ROUNDING));
      // Near the ends the rates are known to 1e-16 only, and the limit to its root.
      assertThat(failures.low()).isCloseTo(-interval.high(), within(1e-9));
      assertThat(failures.high()).isCloseTo(-interval.low(), within(1e-9));
    }
  }

  private static RateCoverageTest.OfTwoRates[] differences() {
    return new RateCoverageTest.OfTwoRates[] {
      DifferenceOfRates::newcombe, DifferenceOfRates::score, DifferenceOfRates::wald
    };
  }

  @Property(seed = "6", tries = 200)
  void ratioOfRates_swappedSides_isReciprocal(
      @ForAll @IntRange(max = 60) int s1,
      @ForAll @IntRange(min = 1, max = 60) int f1,
      @ForAll @IntRange(max = 60) int s0,
      @ForAll @IntRange(min = 1, max = 60) int f0) {
    Interval interval = RatioOfRates.score(s1, s1 + f1, s0, s0 + f0, 0.95);
    Interval sides = RatioOfRates.score(s0, s0 + f0, s1, s1 + f1, 0.95);
    assertThat(interval.low()).isGreaterThanOrEqualTo(0);
    assertThat(sides.low() * interval.high()).satisfiesAnyOf(one(), nothing());
    assertThat(sides.high() * interval.low()).satisfiesAnyOf(one(), nothing());
    if (s1 > 0 && s0 > 0) {
      double ratio = (double) s1 / (s1 + f1) / ((double) s0 / (s0 + f0));
      assertThat(interval.low()).isLessThanOrEqualTo(ratio * (1 + ROUNDING));
      assertThat(interval.high()).isGreaterThanOrEqualTo(ratio * (1 - ROUNDING));
    }
  }

  private static ThrowingConsumer<Double> one() {
    return product -> assertThat(product).isCloseTo(1, within(ROUNDING));
  }

  /** 0 times infinity. */
  private static ThrowingConsumer<Double> nothing() {
    return product -> assertThat(product).isNaN();
  }

  @Property(seed = "7")
  void means_otherUnit_scale(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0.1, max = 1000) Double> values,
      @ForAll @IntRange(min = -300, max = 300) int exponent) {
    double unit = Math.scalb(1.0, exponent);
    PairMoments own = moments(array(values), 1);
    PairMoments other = moments(array(values), unit);
    Interval mean = MeanInterval.of(own.n(), own.meanA(), own.varianceA(), 0.95);
    Interval scaled = MeanInterval.of(other.n(), other.meanA(), other.varianceA(), 0.95);
    assertThat(scaled.low() / unit).isCloseTo(mean.low(), within(1e-9));
    assertThat(scaled.high() / unit).isCloseTo(mean.high(), within(1e-9));
    assertThat(mean.contains(own.meanA())).isTrue();
    Interval ratio = RatioOfSums.delta(own, 0.95);
    Interval cheaper = RatioOfSums.delta(other, 0.95);
    assertThat(cheaper.low() / unit).isCloseTo(ratio.low(), within(1e-9));
    assertThat(cheaper.high() / unit).isCloseTo(ratio.high(), within(1e-9));
  }

  @Property(seed = "8")
  void ratioOfSums_everyUnitTwice_isNarrower(
      @ForAll @Size(min = 3, max = 30) List<@DoubleRange(min = 0.1, max = 1000) Double> values) {
    PairMoments once = moments(array(values), 1);
    double[] twice =
        IntStream.range(0, 2 * values.size())
            .mapToDouble(i -> values.get(i % values.size()))
            .toArray();
    Interval interval = RatioOfSums.logDelta(once, 0.95);
    // The pairs of the doubled sample are made anew from the same values and positions.
    double narrower = RatioOfSums.logDelta(moments(twice, 1, values.size()), 0.95).width();
    assertThat(narrower).isLessThanOrEqualTo(interval.width());
    assertThat(RatioOfSums.logDelta(once, 0.99).width()).isGreaterThanOrEqualTo(interval.width());
    assertThat(interval.low()).isPositive();
  }

  @Property(seed = "9")
  void predictionPowered_any_isNeverWorseThanLabelsByItsOwnError(
      @ForAll @IntRange(min = 2, max = 400) int labels,
      @ForAll @IntRange(min = 2, max = 100_000) int judged,
      @ForAll @DoubleRange(min = 0.01, max = 4) double varianceLabel,
      @ForAll @DoubleRange(min = 0.01, max = 4) double varianceScore,
      @ForAll @DoubleRange(min = -1, max = 1) double correlation) {
    double covariance = correlation * Math.sqrt(varianceLabel * varianceScore);
    PairMoments pairs = new PairMoments(labels, 3, 2, varianceLabel, varianceScore, covariance);
    PredictionPoweredMean powered = PredictionPoweredMean.of(pairs, judged, 2, varianceScore, 0.95);
    PredictionPoweredMean alone = PredictionPoweredMean.of(pairs, 0, 0, 0, 0.95);
    assertThat(powered.lambda()).isBetween(0.0, 1.0);
    assertThat(powered.interval().contains(powered.estimate())).isTrue();
    assertThat(powered.standardError()).isLessThanOrEqualTo(alone.standardError() * (1 + ROUNDING));
    if (correlation <= 0) {
      assertThat(powered).isEqualTo(alone);
    }
  }

  @Property(seed = "10", tries = 60)
  void bootstrap_otherUnitOrOrigin_followsTheMean(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -100, max = 100) Double> days,
      @ForAll BootstrapMethod method,
      @ForAll @DoubleRange(min = -50, max = 50) double shift) {
    DayBootstrap bootstrap = DayBootstrap.withDefaults().withReplicates(200).withMethod(method);
    double[] moved = days.stream().mapToDouble(day -> 4 * day + shift).toArray();
    DayBootstrap.Result own = bootstrap.of(array(days), DayBootstrapTest::mean, 0.9);
    DayBootstrap.Result other = bootstrap.of(moved, DayBootstrapTest::mean, 0.9);
    assertThat(other.standardDeviation()).isCloseTo(4 * own.standardDeviation(), within(1e-9));
    if (method != BootstrapMethod.BCA) {
      // BCA counts ties with the estimate, which rounding may break.
      assertThat(other.interval().low()).isCloseTo(4 * own.interval().low() + shift, within(1e-9));
      assertThat(other.interval().high())
          .isCloseTo(4 * own.interval().high() + shift, within(1e-9));
    }
    double wider = bootstrap.of(array(days), DayBootstrapTest::mean, 0.98).interval().width();
    assertThat(wider).isGreaterThanOrEqualTo(own.interval().width());
  }

  @Property(seed = "11")
  void pairMoments_sumsOfNearlyConstantMultiples_areAccepted(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = 0, max = 10) Double> values,
      @ForAll @IntRange(min = -15, max = 0) int exponent,
      @ForAll @DoubleRange(min = 0.5, max = 4) double factor) {
    double[] sums = new double[5];
    for (double value : values) {
      double a = 1 + Math.pow(10, exponent) * value;
      double b = a * factor;
      sums[0] += a;
      sums[1] += b;
      sums[2] += a * a;
      sums[3] += b * b;
      sums[4] += a * b;
    }
    PairMoments pairs =
        PairMoments.ofSums(values.size(), sums[0], sums[1], sums[2], sums[3], sums[4]);
    assertThat(pairs.varianceA()).isBetween(0.0, 60.0);
    Interval ratio = RatioOfSums.delta(pairs, 0.95);
    assertThat((ratio.low() + ratio.high()) / 2).isCloseTo(1 / factor, within(1e-6));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  private static PairMoments moments(double[] values, double unit) {
    return moments(values, unit, values.length);
  }

  /** Pairs of a value in that unit with a weight that depends on its place. */
  private static PairMoments moments(double[] values, double unit, int period) {
    double[] sums = new double[5];
    for (int i = 0; i < values.length; i++) {
      double a = values[i] * unit;
      double b = 1 + i % period % 3;
      sums[0] += a;
      sums[1] += b;
      sums[2] += a * a;
      sums[3] += b * b;
      sums[4] += a * b;
    }
    return PairMoments.ofSums(values.length, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
