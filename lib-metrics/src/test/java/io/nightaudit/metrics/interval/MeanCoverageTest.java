package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often 95 % intervals of means hold the truth in seeded simulations.
 *
 * <p>Expected shares are those of 20,000 runs (standard error .0015; of 10,000 for the bootstrap).
 * The tests make fewer; their tolerance is four standard errors of their own, √(share (1 −
 * share)/runs), so that one seed in 16,000 would fail by chance, and half of the last digit; the
 * seeds are fixed.
 */
class MeanCoverageTest {
  private static final double CONFIDENCE = 0.95;

  @ParameterizedTest
  @CsvSource({"5, 0.946", "30, 0.949"})
  void welch_unequalVariances_coversAsStated(int size, double expected) {
    assertShare(share(2000, random -> welchCovers(random, size)), expected, 2000);
  }

  @ParameterizedTest
  @CsvSource({"20, 0.921", "200, 0.948"})
  void ratioOfMeans_lognormal_coversAsStated(int size, double expected) {
    assertShare(share(2000, random -> ratioOfMeansCovers(random, size)), expected, 2000);
  }

  @ParameterizedTest
  @CsvSource({"20, false, 0.913", "20, true, 0.937", "200, false, 0.946", "200, true, 0.950"})
  void ratioOfSums_costPerSuccess_coversAsStated(int size, boolean log, double expected) {
    assertShare(share(2000, random -> ratioOfSumsCovers(random, size, log)), expected, 2000);
  }

  @Test
  void ratioOfSums_clusteredRows_coversFromClustersOnly() {
    assertShare(share(1000, random -> clusteredCovers(random, true)), 0.943, 1000);
    assertShare(share(1000, random -> clusteredCovers(random, false)), 0.525, 1000);
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENTILE, 14, 0.916",
    "BASIC, 14, 0.915",
    "BCA, 14, 0.911",
    "PERCENTILE, 28, 0.931",
    "BASIC, 28, 0.933",
    "BCA, 28, 0.929"
  })
  void bootstrap_normalDays_coversAsDocumented(BootstrapMethod method, int days, double expected) {
    DayBootstrap bootstrap = DayBootstrap.withDefaults().withReplicates(400).withMethod(method);
    double share = share(1000, random -> bootstrapCovers(random, bootstrap, days, 0));
    assertShare(share, expected, 1000);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.720", "7, 0.853"})
  void bootstrap_dependentDays_needsBlocks(int block, double expected) {
    DayBootstrap bootstrap =
        DayBootstrap.withDefaults()
            .withReplicates(400)
            .withMethod(BootstrapMethod.PERCENTILE)
            .withBlockLength(block);
    double share = share(1000, random -> bootstrapCovers(random, bootstrap, 56, 0.5));
    assertShare(share, expected, 1000);
  }

  // Judges of labels with mean .8: sensitivity, specificity, labels, expected coverage and width
  // relative to the labels alone (-18 % and -41 % with many labels)
  @ParameterizedTest
  @CsvSource({
    "0.85, 0.80, 20, 0.884, 0.774",
    "0.85, 0.80, 50, 0.928, 0.802",
    "0.85, 0.80, 100, 0.936, 0.810",
    "0.85, 0.80, 400, 0.948, 0.822",
    "0.95, 0.90, 20, 0.771, 0.515",
    "0.95, 0.90, 50, 0.903, 0.559",
    "0.95, 0.90, 100, 0.931, 0.572",
    "0.95, 0.90, 400, 0.949, 0.592",
    "0.6, 0.6, 100, 0.939, 0.982",
    "0.6, 0.6, 400, 0.948, 0.986"
  })
  void predictionPowered_judges_coverAndNarrowAsPublished(
      double sensitivity, double specificity, int labels, double expected, double width) {
    double[] widths = new double[2];
    double share =
        share(2000, random -> judgedCovers(random, sensitivity, specificity, labels, widths));
    assertShare(share, expected, 2000);
    // The width of a run varies by a tenth or less: of 2,000 runs by .002, four times that here.
    assertThat(widths[0] / widths[1]).isCloseTo(width, within(0.01));
  }

  private static void assertShare(double share, double expected, int runs) {
    assertThat(share)
        .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / runs) + 0.0005));
  }

  static double share(int runs, Predicate<Random> covers) {
    Random random = new Random(20261124);
    int covered = 0;
    for (int run = 0; run < runs; run++) {
      covered += covers.test(random) ? 1 : 0;
    }
    return (double) covered / runs;
  }

  static boolean welchCovers(Random random, int size) {
    PairMoments current = pairs(size, () -> pair(3 * random.nextGaussian(), 0));
    PairMoments reference = pairs(2 * size, () -> pair(random.nextGaussian() - 1, 0));
    return DifferenceOfMeans.welch(
            size,
            current.meanA(),
            current.varianceA(),
            2L * size,
            reference.meanA(),
            reference.varianceA(),
            CONFIDENCE)
        .contains(1);
  }

  static boolean ratioOfMeansCovers(Random random, int size) {
    PairMoments current = pairs(size, () -> pair(2 * Math.exp(0.8 * random.nextGaussian()), 0));
    PairMoments reference = pairs(size, () -> pair(Math.exp(0.8 * random.nextGaussian()), 0));
    return RatioOfMeans.logDelta(
            size,
            current.meanA(),
            current.varianceA(),
            size,
            reference.meanA(),
            reference.varianceA(),
            CONFIDENCE)
        .contains(2);
  }

  /** Cost per success: lognormal cost of each row, 70 % of the rows succeed, dearer ones less. */
  static boolean ratioOfSumsCovers(Random random, int size, boolean log) {
    PairMoments rows =
        pairs(
            size,
            () -> {
              double z = random.nextGaussian();
              double success = random.nextDouble() < (z > 0 ? 0.6 : 0.8) ? 1 : 0;
              return pair(Math.exp(0.8 * z), success);
            });
    Interval interval =
        log ? RatioOfSums.logDelta(rows, CONFIDENCE) : RatioOfSums.delta(rows, CONFIDENCE);
    return interval.contains(Math.exp(0.32) / 0.7);
  }

  /**
   * A mean of rows of 40 users with one to twenty rows each, half of the variance between users.
   */
  static boolean clusteredCovers(Random random, boolean byCluster) {
    int users = 40;
    double[][] clusters = new double[users][];
    double[][] rows = new double[users * 20][];
    int count = 0;
    for (int user = 0; user < users; user++) {
      double level = 5 + random.nextGaussian();
      int size = 1 + random.nextInt(20);
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double value = level + random.nextGaussian();
        sum += value;
        rows[count++] = pair(value, 1);
      }
      clusters[user] = pair(sum, size);
    }
    double[][] units = byCluster ? clusters : Arrays.copyOf(rows, count);
    int[] next = {0};
    PairMoments moments = pairs(units.length, () -> units[next[0]++]);
    return RatioOfSums.delta(moments, CONFIDENCE).contains(5);
  }

  /** Mean of normal days with that lag-1 autocorrelation. */
  static boolean bootstrapCovers(
      Random random, DayBootstrap bootstrap, int days, double autocorrelation) {
    double[] daily = new double[days];
    double before = random.nextGaussian();
    for (int day = 0; day < days; day++) {
      double news = Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
      daily[day] = autocorrelation * before + news;
      before = daily[day];
    }
    return bootstrap
        .withSeed(random.nextLong())
        .of(daily, DayBootstrapTest::mean, CONFIDENCE)
        .interval()
        .contains(0);
  }

  /** Adds the widths with and without the judge, who also scores 10,000 rows. */
  static boolean judgedCovers(
      Random random, double sensitivity, double specificity, int labels, double[] widths) {
    double rate = 0.8;
    PairMoments labelled =
        pairs(
            labels,
            () -> {
              double label = random.nextDouble() < rate ? 1 : 0;
              double right = label == 1 ? sensitivity : 1 - specificity;
              return pair(label, random.nextDouble() < right ? 1 : 0);
            });
    double score = rate * sensitivity + (1 - rate) * (1 - specificity);
    double judged = score + Math.sqrt(score * (1 - score) / 10_000) * random.nextGaussian();
    PredictionPoweredMean powered =
        PredictionPoweredMean.of(labelled, 10_000, judged, judged * (1 - judged), CONFIDENCE);
    PredictionPoweredMean alone = PredictionPoweredMean.of(labelled, 0, 0, 0, CONFIDENCE);
    widths[0] += powered.interval().width();
    widths[1] += alone.interval().width();
    return powered.interval().contains(rate);
  }

  /** A draw of one pair. */
  private interface Draw {
    double[] next();
  }

  private static double[] pair(double a, double b) {
    return new double[] {a, b};
  }

  private static PairMoments pairs(int n, Draw draw) {
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double[] pair = draw.next();
      sums[0] += pair[0];
      sums[1] += pair[1];
      sums[2] += pair[0] * pair[0];
      sums[3] += pair[1] * pair[1];
      sums[4] += pair[0] * pair[1];
    }
    return PairMoments.ofSums(n, sums[0], sums[1], sums[2], sums[3], sums[4]);
  }
}
