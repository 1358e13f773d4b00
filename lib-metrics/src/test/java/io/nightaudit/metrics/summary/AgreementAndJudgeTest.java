package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.summary.CoincidenceMatrix.Metric;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementAndJudgeTest {
  private static final double NO = Double.NaN;

  // Wikipedia, Krippendorff's alpha: three coders, 15 units
  private static final double[][] THREE_CODERS = {
    {NO, NO, NO, NO, NO, 3, 4, 1, 2, 1, 1, 3, 3, NO, 3},
    {1, NO, 2, 1, 3, 3, 4, 3, NO, NO, NO, NO, NO, NO, NO},
    {NO, NO, 2, 1, 3, 4, 4, NO, 2, 1, 1, 3, 3, NO, 4}
  };

  // K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C: four observers
  private static final double[][] FOUR_OBSERVERS = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3},
    {NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO}
  };

  private static CoincidenceMatrix matrix(double[][] raters) {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator();
    for (int unit = 0; unit < raters[0].length; unit++) {
      int column = unit;
      accumulator.add(
          Arrays.stream(raters)
              .mapToDouble(rater -> rater[column])
              .filter(rating -> !Double.isNaN(rating))
              .toArray());
    }
    return accumulator.build();
  }

  // krippendorff.alpha(data, level_of_measurement=...)
  @ParameterizedTest
  @CsvSource({"NOMINAL, .691358", "INTERVAL, .810845"})
  void alpha_threeCoders_equalsPublished(Metric metric, double alpha) {
    assertThat(matrix(THREE_CODERS).alpha(metric)).isCloseTo(alpha, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({"NOMINAL, .743421", "ORDINAL, .815388", "INTERVAL, .849107", "RATIO, .797403"})
  void alpha_fourObservers_equalsPublished(Metric metric, double alpha) {
    assertThat(matrix(FOUR_OBSERVERS).alpha(metric)).isCloseTo(alpha, within(5e-7));
  }

  @Test
  void alpha_edgeCases_areDefined() {
    assertThat(CoincidenceMatrix.empty().alpha(Metric.NOMINAL)).isNaN();
    CoincidenceMatrix.Accumulator same = new CoincidenceMatrix.Accumulator();
    same.add(List.of("yes", "yes"));
    assertThat(same.build().alpha(Metric.NOMINAL)).isNaN();
    same.add(List.of("no", "no", "no"));
    assertThat(same.build().alpha(Metric.NOMINAL)).isEqualTo(1);
    same.add(List.of("lonely"));
    assertThat(same.build().missing()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> same.build().alpha(Metric.INTERVAL))
        .withMessageContaining("take the nominal metric");
  }

  @Test
  void add_tooMuch_isRefused() {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(Collections.nCopies(65, "a")))
        .withMessageContaining("has 65");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(1, Double.POSITIVE_INFINITY))
        .withMessageContaining("Infinity");
    for (int i = 0; i < 128; i++) {
      accumulator.add(2.0 * i, 2.0 * i + 1);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(1_000, 0))
        .withMessageContaining("at most 256");
  }

  @Test
  void judgeSums_rows_haveTheirMoments() {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(3);
    double[] labels = {1, 0, 1, 1};
    double[] scores = {.9, .2, .6, .7};
    IntStream.range(0, 4).forEach(i -> accumulator.add(labels[i], scores[i]));
    accumulator.add(.5);
    accumulator.add(.1);
    accumulator.addMissing();
    JudgeSums sums = accumulator.build();

    // numpy.cov([1, 0, 1, 1], [.9, .2, .6, .7])
    assertThat(sums.labelVariance()).isCloseTo(.25, within(1e-12));
    assertThat(sums.scoreVariance()).isCloseTo(0.08666666666666667, within(1e-12));
    assertThat(sums.covariance()).isCloseTo(0.13333333333333333, within(1e-12));
    assertThat(sums.labelMean()).isEqualTo(.75);
    assertThat(sums.scoreMean()).isCloseTo(.6, within(1e-12));
    assertThat(sums.unlabelledMean()).isCloseTo(.3, within(1e-12));
    assertThat(sums.unlabelledVariance()).isCloseTo(.08, within(1e-12));
    assertThat(sums.count()).isEqualTo(6);
    assertThat(sums.missing()).isEqualTo(1);
    assertThat(JudgeSums.empty(0).labelMean()).isNaN();
    assertThat(JudgeSums.empty(0).covariance()).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(Double.NaN, 1))
        .withMessageContaining("NaN");
  }

  /** Exact whatever the size: scores of 10^12 that differ by two. */
  @Test
  void judgeSums_hugeScores_keepTheirSpread() {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(3);
    accumulator.add(1e12);
    accumulator.add(1e12 + 2);

    assertThat(accumulator.build().unlabelledVariance()).isEqualTo(2);
  }

  @Test
  void embedding_vectors_haveTheirMoments() {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(2);
    accumulator.add(new int[] {32_768, 0});
    accumulator.add(new int[] {0, 32_768});
    accumulator.add(new int[] {-32_768, 16_384});
    EmbeddingMoments moments = accumulator.build();

    assertThat(moments.mean()).containsExactly(new double[] {0, .5}, within(1e-15));
    // numpy.cov([1, 0, -1], [0, 1, .5])
    assertThat(moments.covariance()[0]).containsExactly(new double[] {1, -.25}, within(1e-15));
    assertThat(moments.covariance()[1]).containsExactly(new double[] {-.25, .25}, within(1e-15));
    assertThat(EmbeddingMoments.empty(2).mean()[0]).isNaN();
    assertThat(EmbeddingMoments.empty(2).covariance()[0][0]).isNaN();
  }

  @Test
  void embedding_impossible_isRefused() {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(new int[] {1}))
        .withMessageContaining("has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(new int[] {32_769, 0}))
        .withMessageContaining("32769");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddingMoments.empty(0))
        .withMessageContaining("are 0");
  }

  /** Doubling 2^30 a sum at a time passes 2^63 after 33 doublings: an error, never a wrong sum. */
  @Test
  void embedding_overflow_fails() {
    EmbeddingMoments.Accumulator one = new EmbeddingMoments.Accumulator(1);
    one.add(new int[] {32_768});
    Summary[] sum = {one.build()};
    for (int i = 0; i < 32; i++) {
      sum[0] = sum[0].plus(sum[0]);
    }
    assertThatThrownBy(() -> sum[0].plus(sum[0])).isInstanceOf(ArithmeticException.class);
  }

  /** The true sample quantile is never outside of the bounds that come with it. */
  @Test
  void quantileBounds_anySample_holdTheTrueQuantile() {
    Random random = new Random(17);
    for (int run = 0; run < 200; run++) {
      int size = 1 + random.nextInt(300);
      double[] values = new double[size];
      LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(2);
      for (int i = 0; i < size; i++) {
        double magnitude = Math.exp(12 * random.nextDouble() - 3);
        values[i] = Math.rint(100 * (random.nextInt(4) - 1) * magnitude) / 100;
        accumulator.add(values[i]);
      }
      Arrays.sort(values);
      LogHistogram histogram = accumulator.build();
      for (double q : new double[] {0, .01, .25, .5, .75, .95, .99, 1}) {
        double truth = values[(int) Math.max(0, Math.ceil(q * size) - 1)];
        double[] bounds = histogram.quantileBounds(q);
        assertThat(truth).as("q %s of %s", q, size).isBetween(bounds[0], bounds[1]);
        assertThat(histogram.quantile(q)).isBetween(bounds[0], bounds[1]);
      }
    }
  }
}
