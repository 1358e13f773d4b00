package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTest {
  private static final double[] NILE = PublicSeries.nile();

  @Test
  void mannKendall_nile_equalsPublished() {
    // Nile as in TCPD; as R trend::mk.test(Nile)
    MannKendall trend = MannKendall.of(NILE);
    assertThat(trend.s()).isEqualTo(-1387);
    assertThat(trend.variance()).isCloseTo(112728.333, within(0.001));
    assertThat(trend.z()).isCloseTo(-4.1280665, within(5e-7));
    assertThat(trend.pValue()).isCloseTo(3.6583e-05, within(5e-9));
    // scipy.stats.kendalltau(np.arange(100), nile).statistic
    assertThat(MannKendall.tau(NILE)).isCloseTo(-0.2807413347246131, within(1e-15));
  }

  @Test
  void mannKendall_rainfallWithTies_equalsPublished() {
    // pyMannKendall tests/test_pymannkendall.py::test_original_test
    MannKendall trend = MannKendall.of(withoutGaps(PublicSeries.rainfall()));
    assertThat(trend.s()).isEqualTo(-1959);
    assertThat(trend.variance()).isCloseTo(4889800.333333333, within(1e-8));
    assertThat(trend.z()).isCloseTo(-0.8854562842589916, within(1e-15));
    assertThat(trend.pValue()).isCloseTo(0.37591058740506833, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    // pymannkendall.<test>(x) without the 7 missing months, as tests/test_pymannkendall.py prints.
    // HAMED_RAO in statistics.md 7.4 is -3.8419950614, 259723.813 and TREND_FREE -.2851273584:
    // newer
    // versions take the slope from the months' own times (-1/157) but detrend by position; here
    // both go by position (-1/155).
    "HAMED_RAO, -1959, 257403.38678462413, -3.859273515045842, 0.00011372459883540742",
    "PREWHITENED, -219, 4865719, -0.09882867695903437, 0.9212742990272651",
    "TREND_FREE_PREWHITENED, -634, 4866576, -0.2869405688895601, 0.7741578265217384"
  })
  void trendCorrection_rainfall_equalsPublished(
      TrendCorrection correction, long s, double variance, double z, double p) {
    assertTrend(correction.test(withoutGaps(PublicSeries.rainfall())), s, variance, z, p);
  }

  @ParameterizedTest
  @CsvSource({
    // pymannkendall 1.4.3, the three tests of nile
    "HAMED_RAO, -1387, 241565.3569166269, -2.8199791956451388, 0.004802676310182719",
    "PREWHITENED, -845, 109417, -2.5515262757340658, 0.010725223653460514",
    "TREND_FREE_PREWHITENED, -1515, 109417, -4.577026992252815, 4.716306254870517e-06"
  })
  void trendCorrection_nile_equalsPyMannKendall(
      TrendCorrection correction, long s, double variance, double z, double p) {
    assertTrend(correction.test(NILE), s, variance, z, p);
  }

  private static void assertTrend(MannKendall trend, long s, double variance, double z, double p) {
    assertThat(trend.s()).isEqualTo(s);
    assertThat(trend.variance()).isCloseTo(variance, withinPercentage(1e-10));
    assertThat(trend.z()).isCloseTo(z, withinPercentage(1e-10));
    assertThat(trend.pValue()).isCloseTo(p, withinPercentage(1e-8));
  }

  /**
   * Share of 300 series of 56 days of AR(.5) noise without a trend that are called significant at 5
   * %. In 4,000 series: plain .230, HAMED_RAO .177, PREWHITENED .052, TREND_FREE_PREWHITENED .282;
   * the bands are three standard errors around these. Only prewhitening keeps its level.
   */
  @Test
  void trendCorrection_dependentNoise_rejectsAsDocumented() {
    int[] rejections = new int[4];
    Random random = new Random(31);
    for (int run = 0; run < 300; run++) {
      double[] series = new double[56];
      double previous = random.nextGaussian() / Math.sqrt(0.75);
      for (int i = 0; i < series.length; i++) {
        previous = 0.5 * previous + random.nextGaussian();
        series[i] = previous;
      }
      rejections[3] += MannKendall.of(series).pValue() < 0.05 ? 1 : 0;
      for (TrendCorrection correction : TrendCorrection.values()) {
        rejections[correction.ordinal()] += correction.test(series).pValue() < 0.05 ? 1 : 0;
      }
    }
    double[] shares = Arrays.stream(rejections).mapToDouble(count -> count / 300.0).toArray();
    assertThat(shares[3]).isBetween(0.157, 0.303);
    assertThat(shares[TrendCorrection.HAMED_RAO.ordinal()]).isBetween(0.111, 0.243);
    assertThat(shares[TrendCorrection.PREWHITENED.ordinal()]).isBetween(0.013, 0.091);
    assertThat(shares[TrendCorrection.TREND_FREE_PREWHITENED.ordinal()]).isBetween(0.204, 0.360);
  }

  @Test
  void hamedRao_strongAlternation_isUndefined() {
    // pymannkendall.hamed_rao_modification_test([3,3,2,6,1,6,3,4]): var_s = -2.076388888888888
    MannKendall trend = TrendCorrection.HAMED_RAO.test(new double[] {3, 3, 2, 6, 1, 6, 3, 4});
    assertThat(trend.variance()).isCloseTo(-2.076388888888888, within(1e-14));
    assertThat(trend.z()).isNaN();
    assertThat(trend.pValue()).isNaN();
  }

  @Test
  void trendCorrection_edgeCases_areDefined() {
    for (TrendCorrection correction : TrendCorrection.values()) {
      assertThat(correction.test(new double[0]).pValue()).isNaN();
      assertThat(correction.test(new double[] {1}).pValue()).isNaN();
      assertThat(correction.test(new double[] {1, 2, 4}).pValue()).isNaN();
      assertThat(correction.test(new double[] {2, 2, 2})).isEqualTo(new MannKendall(0, 0, 0, 1));
      assertThat(correction.test(new double[] {2, 2, 2, 2, 2}))
          .isEqualTo(new MannKendall(0, 0, 0, 1));
      double[] huge = {1e308, -7e307, 3e307, 9e307, 1e307, -2e307, 8e307};
      double[] tiny = {1e-312, -7e-313, 3e-313, 9e-313, 1e-313, -2e-313, 8e-313};
      assertThat(correction.test(huge).s()).isEqualTo(correction.test(tiny).s());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> correction.test(new double[] {1, 2, Double.POSITIVE_INFINITY, 3}))
          .withMessageContaining("Infinity at 2");
    }
  }

  @Test
  void senSlope_missingMonths_takesTheTimesThereAre() {
    double[] rainfall = PublicSeries.rainfall();
    double[] months =
        IntStream.range(0, 360).filter(i -> !Double.isNaN(rainfall[i])).asDoubleStream().toArray();
    double[] values = withoutGaps(rainfall);
    // pymannkendall.original_test(x).slope of 1.4.3, and of the version without gaps
    assertThat(SenSlope.of(months, values, 0.95).slope()).isEqualTo(-0.006369426751592357);
    assertThat(SenSlope.of(values, 0.95).slope()).isEqualTo(-0.0064516129032258064);
  }

  private static double[] withoutGaps(double[] series) {
    return Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
  }

  @Test
  void pettitt_nile_equalsPublished() {
    // As R trend::pettitt.test(Nile): U* = 1617, p-value = 3.591e-07, change point K = 28
    Pettitt test = Pettitt.of(NILE);
    assertThat(test.statistic()).isEqualTo(1617);
    assertThat(test.start()).isEqualTo(28);
    assertThat(test.pValue()).isCloseTo(3.591e-07, within(5e-11));
  }

  @Test
  void pettitt_edgeCases_areDefined() {
    assertThat(Pettitt.of(new double[0]).pValue()).isNaN();
    assertThat(Pettitt.of(new double[] {3}).pValue()).isNaN();
    assertThat(Pettitt.of(new double[] {3, 3, 3, 3})).isEqualTo(new Pettitt(0, 0, 1));
    assertThat(Pettitt.of(new double[] {0.0, -0.0})).isEqualTo(new Pettitt(0, 0, 1));
    assertThat(Pettitt.of(new double[] {1, 1, 2, 2}).start()).isEqualTo(2);
    assertThat(Pettitt.of(new double[] {-1e308, 1e308}).statistic()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pettitt.of(new double[] {1, Double.NEGATIVE_INFINITY}))
        .withMessageContaining("-Infinity at 1");
  }

  @Test
  void senSlope_nile_equalsPublished() {
    // As R trend::sens.slope(Nile)
    SenSlope slope = SenSlope.of(NILE, 0.95);
    assertThat(slope.slope()).isCloseTo(-2.6, within(1e-12));
    assertThat(slope.interval().low()).isCloseTo(-3.627907, within(1e-6));
    assertThat(slope.interval().high()).isCloseTo(-1.428571, within(1e-6));
  }

  @Test
  void trend_edgeCases_areDefined() {
    assertThat(MannKendall.of(new double[0]).pValue()).isNaN();
    assertThat(MannKendall.of(new double[] {2, 2, 2, 2})).isEqualTo(new MannKendall(0, 0, 0, 1));
    assertThat(MannKendall.of(new double[] {-0.0, 0.0, -0.0}).s()).isZero();
    assertThat(SenSlope.of(new double[] {1, 3, 5, 7}, 0.95).slope()).isEqualTo(2);
    assertThat(SenSlope.of(new double[] {1}, 0.95).slope()).isNaN();
    assertThat(SenSlope.of(new double[] {1, 2}, 0.95).interval().low())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(new double[] {1, Double.NaN}))
        .withMessageContaining("NaN at 1");
    assertThat(MannKendall.tau(new double[0])).isNaN();
    assertThat(MannKendall.tau(new double[] {4, 4, 4})).isNaN();
    assertThat(MannKendall.tau(new double[] {1, 2, 3})).isEqualTo(1);
  }

  @Test
  void senSlope_hostile_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[] {-1.7e308, 1.7e308}, 0.95))
        .withMessageContaining("differ by more than");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[10_001], 0.95))
        .withMessageContaining("10001 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[] {1, 1}, new double[] {2, 3}, 0.95))
        .withMessageContaining("time 1.0 follows 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[] {1}, new double[] {2, 3}, 0.95))
        .withMessageContaining("1 times for 2 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenSlope.of(new double[] {1, 2, 3}, Double.NaN))
        .withMessageContaining("confidence NaN");
    for (double confidence : new double[] {0, 1, -1, 2, 95}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SenSlope.of(new double[] {1, 2, 3}, confidence))
          .withMessageContaining("confidence " + confidence);
    }
  }
}
