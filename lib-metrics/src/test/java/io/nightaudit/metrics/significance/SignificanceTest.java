package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import java.util.Arrays;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

class SignificanceTest {
  // Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57(1), 1995
  private static final double[] PUBLISHED = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  @Test
  void adjusted_published_equalsStatsmodels() {
    double[] adjusted = BenjaminiHochberg.adjusted(PUBLISHED);
    double[] expected =
        Archives.doubles(
            Archives.reference("statistics.json")
                .get("BH example (Benjamini-Hochberg 1995 15 p, adj)"));
    for (int i = 0; i < expected.length; i++) {
      assertThat(adjusted[i]).isCloseTo(expected[i], within(6e-7));
    }
  }

  @Test
  void adjusted_published_rejectsFourAtFivePercent() {
    assertThat(BenjaminiHochberg.rejections(PUBLISHED, 0.05)).isEqualTo(4);
  }

  @Test
  void adjusted_anyOrder_keepsTheOrderOfTheInput() {
    assertThat(BenjaminiHochberg.adjusted(new double[] {.05, .01, .04, .02, .03}))
        .containsExactly(new double[] {.05, .05, .05, .05, .05}, within(1e-15));
    assertThat(BenjaminiHochberg.adjusted(new double[0])).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenjaminiHochberg.adjusted(new double[] {Double.NaN}))
        .withMessageContaining("NaN");
  }

  @Test
  void twoProportions_sample_equalsStatsmodels() {
    // statsmodels proportions_ztest([56, 48], [70, 80])
    TestResult result = TwoProportionTest.of(56, 70, 48, 80);
    assertThat(result.statistic()).isCloseTo(2.6501719512585336, within(1e-12));
    assertThat(result.pValue()).isCloseTo(0.00804508136819656, within(1e-14));
    assertThat(TwoProportionTest.of(0, 0, 1, 2).pValue()).isNaN();
    assertThat(TwoProportionTest.of(5, 5, 9, 9).pValue()).isEqualTo(1);
  }

  @Test
  void welch_samples_equalsScipyAndCommons() {
    double[] x = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};
    double[] y = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};
    // scipy.stats.ttest_ind(x, y, equal_var=False)
    TestResult result = WelchTest.of(8, mean(x), variance(x), 8, mean(y), variance(y));
    assertThat(result.statistic()).isCloseTo(1.8594523396226919, within(1e-12));
    assertThat(result.pValue()).isCloseTo(0.0951205647234384, within(1e-12));
    assertThat(result.pValue())
        .isCloseTo(TTest.withDefaults().test(x, y).getPValue(), within(1e-12));
  }

  @Test
  void welch_edgeCases_areDefined() {
    assertThat(WelchTest.of(1, 2, 0, 5, 2, 1).pValue()).isNaN();
    assertThat(WelchTest.of(5, 2, 0, 5, 2, 0).pValue()).isEqualTo(1);
    assertThat(WelchTest.of(5, 1, 0, 5, 2, 0))
        .isEqualTo(new TestResult(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WelchTest.of(5, 1, Double.NaN, 5, 2, 0))
        .withMessageContaining("variance NaN");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }

  @Test
  void welch_extremeUnits_doNotChangeTheResult() {
    // scipy.stats.ttest_ind_from_stats(1, 1, 5, 0, 1, 5, equal_var=False)
    TestResult usual = WelchTest.of(5, 1, 1, 5, 0, 1);
    assertThat(usual.statistic()).isCloseTo(1.5811388300841895, within(1e-14));
    assertThat(usual.degreesOfFreedom()).isEqualTo(8);
    for (double unit : new double[] {0x1p-500, 0x1p-280, 0x1p280, 0x1p500}) {
      assertThat(WelchTest.of(5, unit, unit * unit, 5, 0, unit * unit)).isEqualTo(usual);
    }
  }
}
