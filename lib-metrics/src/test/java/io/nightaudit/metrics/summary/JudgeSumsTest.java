package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeSumsTest {
  private static final double[] LABELS = {1.5, 2.25, -3, 0, 4};
  private static final double[] SCORES = {1.25, 2.5, -2, 0.5, 3.75};
  private static final double[] ALONE = {0.75, 1, -1.5, 2.25};

  private static JudgeSums.Accumulator example(int scale) {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(scale);
    for (int i = 0; i < LABELS.length; i++) {
      accumulator.add(LABELS[i], SCORES[i]);
    }
    for (double score : ALONE) {
      accumulator.add(score);
    }
    return accumulator;
  }

  @Test
  void moments_smallSample_equalNumpy() {
    JudgeSums sums = example(2).build();
    assertThat(sums.labelled()).isEqualTo(5);
    assertThat(sums.unlabelled()).isEqualTo(4);
    assertThat(sums.count()).isEqualTo(9);
    // numpy.mean(y), numpy.var(y, ddof=1), numpy.cov(y, h)[0, 1] and so on
    assertThat(sums.labelMean()).isEqualTo(0.95);
    assertThat(sums.labelVariance()).isEqualTo(6.95);
    assertThat(sums.scoreMean()).isEqualTo(1.2);
    assertThat(sums.scoreVariance()).isEqualTo(4.73125);
    assertThat(sums.covariance()).isEqualTo(5.7);
    assertThat(sums.unlabelledMean()).isEqualTo(0.625);
    assertThat(sums.unlabelledVariance()).isEqualTo(2.4375);
    // numpy.concatenate([h, u]).mean(), .var(ddof=1)
    assertThat(sums.pooledMean()).isCloseTo(0.9444444444444444, within(1e-16));
    assertThat(sums.pooledVariance()).isCloseTo(3.3715277777777777, within(1e-15));
  }

  @Test
  void moments_fewRows_areNaN() {
    JudgeSums empty = JudgeSums.empty(3);
    assertThat(empty.labelMean()).isNaN();
    assertThat(empty.scoreMean()).isNaN();
    assertThat(empty.unlabelledMean()).isNaN();
    assertThat(empty.pooledMean()).isNaN();
    JudgeSums.Accumulator one = new JudgeSums.Accumulator(3);
    one.add(1, 0.5);
    one.add(0.25);
    assertThat(one.build().labelMean()).isEqualTo(1);
    assertThat(one.build().labelVariance()).isNaN();
    assertThat(one.build().covariance()).isNaN();
    assertThat(one.build().unlabelledVariance()).isNaN();
    assertThat(one.build().pooledVariance()).isEqualTo(0.03125);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void add_notFinite_isAbsent(double absent) {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(1);
    accumulator.add(absent, 2);
    accumulator.add(1, absent);
    accumulator.add(absent, absent);
    accumulator.add(absent);
    JudgeSums sums = accumulator.build();
    assertThat(sums.labelled()).isZero();
    assertThat(sums.unlabelled()).isEqualTo(1);
    assertThat(sums.unlabelledMean()).isEqualTo(2);
    assertThat(sums.missing()).isEqualTo(3);
  }

  @Test
  void add_extremeValues_saturateAndStayExact() {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(12);
    for (int i = 0; i < 1_000; i++) {
      accumulator.add(Double.MAX_VALUE, -Double.MAX_VALUE);
      accumulator.add(-Double.MAX_VALUE, Double.MAX_VALUE);
      accumulator.add(-0.0, -0.0);
    }
    JudgeSums sums = accumulator.build();
    double largest = Long.MAX_VALUE / 1e12;
    assertThat(sums.labelMean()).isZero();
    // Σu² is 2,000 · (2^63 - 1)², beyond 2^127
    assertThat(sums.labelVariance()).isCloseTo(largest * largest * 2_000 / 2_999, within(0.1));
    assertThat(sums.covariance()).isEqualTo(-sums.labelVariance());
    assertThat(Summary.fromBytes(sums.toBytes())).isEqualTo(sums);
    assertThat(sums.plus(sums).minus(sums)).isEqualTo(sums);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13, Integer.MIN_VALUE})
  void accumulator_scaleOutOfRange_throws(int scale) {
    assertThatThrownBy(() -> new JudgeSums.Accumulator(scale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("0 to 12", String.valueOf(scale));
  }

  @Test
  void variance_hugeScores_keepTheirSpread() {
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(3);
    accumulator.add(1e12);
    accumulator.add(1e12 + 2);
    assertThat(accumulator.build().unlabelledVariance()).isEqualTo(2);
  }

  @Test
  void covariance_scales_agree() {
    assertThat(example(12).build().covariance()).isEqualTo(5.7);
    assertThat(example(3).build().covariance()).isEqualTo(5.7);
    // Rounded to whole numbers, halves to even: numpy.cov(numpy.rint(y), numpy.rint(h))[0, 1]
    assertThat(example(0).build().covariance()).isEqualTo(5.75);
  }

  @Test
  void minus_rowsOfOtherPairs_throws() {
    JudgeSums.Accumulator swapped = new JudgeSums.Accumulator(2);
    swapped.add(4, -2);
    assertThatThrownBy(() -> example(2).build().minus(swapped.build()))
        .hasMessageContaining("sums");
    JudgeSums.Accumulator label = new JudgeSums.Accumulator(2);
    label.add(1.5, 1.25);
    assertThat(example(2).build().minus(label.build()).labelled()).isEqualTo(4);
  }
}
