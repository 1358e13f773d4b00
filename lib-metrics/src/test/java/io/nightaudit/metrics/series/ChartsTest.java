package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
  // D. C. Montgomery, Introduction to Statistical Quality Control, 7th ed., 2013, table 9.1
  private static final double[] MONTGOMERY = {
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40,
    10.08, 9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62,
    11.31, 10.52
  };

  @ParameterizedTest
  @CsvSource({
    // D. Brook and D. A. Evans, Biometrika 59(3), 1972; R spc::xcusum.arl(.5, 3, mu)
    "0.5, 3, 0, 117.596, 0.0006",
    "0.5, 3, 1.5, 3.749, 0.0006",
    "0.5, 3, -0.5, 1962.8, 0.06",
    "0.5, 3, 0.5, 17.35, 0.006",
    // L. C. Vance, J. Quality Technology 18(3), 1986, to his two decimals
    "0, 10, -0.25, 2071.57, 0.25",
    "0, 10, 0, 124.66, 0.02",
    "0, 10, 0.25, 36.71, 0.006",
    "0, 10, 1, 10.75, 0.006",
    // SAS/QC 13.1, CUSUMARL('ONESIDED', 2.5, 8, .25) = 4.1500836225
    "0.25, 8, 2.5, 4.1500836, 1e-6"
  })
  void oneSided_published_equalsReference(
      double allowance, double limit, double shift, double expected, double tolerance) {
    assertThat(CusumLimit.oneSided(allowance, limit, shift)).isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    // J. M. Lucas and R. B. Crosier, Technometrics 24(3), 1982, table 1; k = 1/2
    "4, 0, 167.68",
    "4, 0.25, 74.22",
    "4, 0.5, 26.63",
    "4, 0.75, 13.29",
    "4, 1, 8.38",
    "4, 1.5, 4.75",
    "4, 2, 3.34",
    "4, 2.5, 2.62",
    "4, 3, 2.19",
    "4, 4, 1.71",
    "4, 5, 1.31",
    "5, 0, 465.4",
    "5, 0.25, 139.5",
    "5, 0.5, 38.0",
    "5, 0.75, 17.05",
    "5, 1, 10.38",
    "5, 1.5, 5.75",
    "5, 2, 4.01",
    "5, 2.5, 3.11",
    "5, 3, 2.57"
  })
  void twoSided_lucasCrosier_equalsPublished(double limit, double shift, double expected) {
    // Two decimals up to 100, one beyond.
    double tolerance =
        expected > 38 && limit == 5 ? 0.06 : limit == 5 && shift == 0.5 ? 0.06 : 0.006;
    assertThat(CusumLimit.twoSided(0.5, limit, shift)).isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "370, 4.774",
    "1000, 5.757",
    "3000, 6.851",
    "6000, 7.543",
    "20000, 8.746",
    "60000, 9.844"
  })
  void forRunLength_half_equalsTable(double length, double limit) {
    double found = CusumLimit.forRunLength(0.5, length);

    assertThat(found).isCloseTo(limit, within(0.0006));
    assertThat(CusumLimit.twoSided(0.5, found, 0)).isCloseTo(length, within(length * 1e-6));
  }

  @Test
  void cusumLimit_impossible_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.oneSided(Double.NaN, 1, 0))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.oneSided(1, 0, 0))
        .withMessageContaining("CUSUM limit 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.forRunLength(0.5, 1))
        .withMessageContaining("average run length 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.forRunLength(0, 100))
        .withMessageContaining("allowance 0.0");
  }

  @Test
  void cusum_montgomery_equalsTable() {
    Cusum chart = Cusum.start(0.5);
    for (int i = 0; i < 28; i++) {
      chart = chart.with(MONTGOMERY[i] - 10);
    }
    chart = chart.with(MONTGOMERY[28] - 10);
    assertThat(chart.upper()).isCloseTo(5.28, within(1e-9));
    // N+ of the table: the sum has been above 0 for 7 values, so the shift began after value 22
    assertThat(chart.nightsUp()).isEqualTo(7);
    assertThat(chart.alarm(5)).isTrue();
    chart = chart.with(MONTGOMERY[29] - 10);
    assertThat(chart.upper()).isCloseTo(5.30, within(1e-9));
    assertThat(chart.lower()).isZero();
  }

  @Test
  void ewma_montgomery_equalsTable() {
    Ewma chart = Ewma.start(0.1);
    double[] averages = new double[MONTGOMERY.length];
    for (int i = 0; i < averages.length; i++) {
      chart = chart.with(MONTGOMERY[i] - 10);
      averages[i] = 10 + chart.value();
    }

    assertThat(averages[0]).isCloseTo(9.945, within(1e-9));
    assertThat(averages[1]).isCloseTo(9.7495, within(1e-9));
    assertThat(averages[2]).isCloseTo(9.70355, within(1e-9));
    assertThat(averages[29]).isCloseTo(10.63414, within(5e-6));
    // L = 2.7: the limits are 10 +- .6189 in the long run
    assertThat(2.7 * Math.sqrt(0.1 / 1.9)).isCloseTo(0.6189, within(6e-4));
    assertThat(chart.alarm(2.7)).isTrue();
    assertThat(chart.alarm(2.8)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void charts_noScore_isRefused(double z) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cusum.start(0.5).with(z));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.start(0.1).with(z));
    assertThatIllegalArgumentException().isThrownBy(() -> EDetector.start().with(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Ewma.start(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Cusum.start(-1));
  }

  /**
   * By hand: all bets stand at (0+1)(1 + λz), whose mean over both signs is 1; then (1+e)(1+λz).
   */
  @Test
  void eDetector_twoNights_isWorkedOut() {
    EDetector first = EDetector.start().with(2);
    assertThat(first.value()).isCloseTo(1, within(1e-15));
    double squares = (.05 * .05 + .1 * .1 + .2 * .2 + .3 * .3 + .38 * .38) / 5;
    // mean of (2 + 2λ)(1 + 2λ) = 2 + 4λ² over both signs
    assertThat(first.with(2).value()).isCloseTo(2 + 4 * squares, within(1e-12));
    assertThat(EDetector.start().with(9).with(9).value())
        .isEqualTo(EDetector.start().with(2.5).with(2.5).value());
  }

  /** Never overflows, however long the change. */
  @Test
  void eDetector_longChange_staysFinite() {
    EDetector detector = EDetector.start();
    for (int night = 0; night < 5_000; night++) {
      detector = detector.with(2.5);
    }
    assertThat(detector.value()).isFinite().isGreaterThan(1e200);
  }

  /**
   * The mean run length is at least A = 100, also for two-valued and for dependent scores (a sign
   * that stays for two nights has mean 0 given the past only on the first, so it is drawn anew).
   * 600 runs have a standard error of about 4 % of the length; the bound is three below A.
   */
  @ParameterizedTest
  @ValueSource(strings = {"normal", "two-valued", "changing spread"})
  void eDetector_noChange_runsAtLeastAsLongAsPromised(String noise) {
    Random random = new Random(21);
    double nights = 0;
    for (int run = 0; run < 600; run++) {
      EDetector detector = EDetector.start();
      double spread = 1;
      while (!detector.alarm(100)) {
        double z =
            switch (noise) {
              case "normal" -> random.nextGaussian();
              case "two-valued" -> random.nextBoolean() ? 1 : -1;
              default -> spread * random.nextGaussian();
            };
        // The spread depends on the night before, the mean given the past does not.
        spread = Math.abs(z) > 1 ? 2 : 0.5;
        detector = detector.with(z);
        nights++;
      }
    }
    assertThat(nights / 600).isGreaterThan(100 * 0.88);
  }

  // numpy: pb=.0155348837, |diff(z)|.mean()/1.128 = 1.0046526167, pb + 3 sg sz
  @Test
  void laney_tenDays_equalsNumpy() {
    LaneyChart chart =
        LaneyChart.of(
            new long[] {12, 15, 11, 20, 18, 30, 14, 9, 22, 16},
            new long[] {1000, 1100, 950, 1200, 1000, 1300, 1000, 900, 1250, 1050});

    assertThat(chart.center()).isCloseTo(0.015534883720930233, within(1e-15));
    assertThat(chart.sigmaZ()).isCloseTo(1.0046526167068262, within(1e-12));
    assertThat(chart.upper()[5]).isCloseTo(0.02587248, within(6e-9));
    assertThat(chart.lower()[5]).isCloseTo(2 * chart.center() - chart.upper()[5], within(1e-15));
  }

  @Test
  void laney_edgeCases_areDefined() {
    assertThat(LaneyChart.of(new long[] {1}, new long[] {2}).sigmaZ()).isNaN();
    LaneyChart none = LaneyChart.of(new long[] {0, 0, 0}, new long[] {5, 0, 5});
    assertThat(none.center()).isZero();
    assertThat(none.sigmaZ()).isZero();
    assertThat(none.upper()[1]).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LaneyChart.of(new long[] {3}, new long[] {2}))
        .withMessageContaining("3 successes in 2 trials");
  }
}
