package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TrendLawsTest {
  // python: random.seed(3); AR(.5) noise plus .05 a step, rounded to 3 decimals
  private static final double[] DEPENDENT = {
    0.0, 0.145, 1.397, -0.133, 1.051, 0.416, 0.122, 2.161, 1.463, 0.938, 1.474, 2.164, 1.376, 1.626,
    0.214, 0.14, 0.057, -0.854, -1.46, -1.857, -0.642, 0.056, 0.283, 0.811, -0.305, 0.418, 1.122,
    2.012, 0.885, 0.793, -0.844, -0.126, -1.434, -1.287, 1.333, -0.635, 1.406, 1.981, 1.653, 2.286,
    2.695, 3.443, 2.566, 1.791, 1.416, 0.871, 1.566, 1.197, 2.892, 0.827, 0.595, 0.644, -0.446,
    3.029, 0.481, 1.357, 1.578, 3.895, 1.437, 3.29
  };

  // pymannkendall.hamed_rao_modification_test(Nile)
  @Test
  void hamedRao_nile_equalsPyMannKendall() {
    MannKendall trend = MannKendall.hamedRao(TrendTest.NILE);
    assertThat(trend.s()).isEqualTo(-1387);
    assertThat(trend.variance()).isCloseTo(241565.3569166269, within(1e-6));
    assertThat(trend.z()).isCloseTo(-2.8199791956451388, within(1e-10));
    assertThat(trend.pValue()).isCloseTo(0.004802676310182719, within(1e-12));
  }

  // pymannkendall.hamed_rao_modification_test(x); without the correction p = .0081
  @Test
  void hamedRao_dependentSeries_equalsPyMannKendall() {
    MannKendall trend = MannKendall.hamedRao(DEPENDENT);
    assertThat(trend.variance()).isCloseTo(47761.04323758514, within(1e-6));
    assertThat(trend.pValue()).isCloseTo(0.05757239304966166, within(1e-12));
    assertThat(MannKendall.of(DEPENDENT).pValue()).isCloseTo(0.008124775144585206, within(1e-12));
  }

  @Test
  void hamedRao_edgeCases_areDefined() {
    assertThat(MannKendall.hamedRao(new double[] {1, 2}).pValue()).isNaN();
    assertThat(MannKendall.hamedRao(new double[] {2, 2, 2, 2}).pValue()).isEqualTo(1);
  }

  // R trend::pettitt.test(Nile): U* = 1617, change at 28, p = 3.591e-07
  @Test
  void pettitt_nile_equalsPublished() {
    Pettitt test = Pettitt.of(TrendTest.NILE);
    assertThat(test.statistic()).isEqualTo(1617);
    assertThat(test.change()).isEqualTo(28);
    assertThat(test.pValue()).isCloseTo(3.591e-07, within(5e-11));
  }

  @Test
  void pettitt_edgeCases_areDefined() {
    assertThat(Pettitt.of(new double[0])).isEqualTo(new Pettitt(0, 0, 1));
    assertThat(Pettitt.of(new double[] {3})).isEqualTo(new Pettitt(0, 0, 1));
    assertThat(Pettitt.of(new double[] {3, 3, -0.0, 0.0}).change()).isEqualTo(2);
    assertThat(Pettitt.of(new double[] {3, 3, 3})).isEqualTo(new Pettitt(0, 0, 1));
  }

  @Provide
  Arbitrary<double[]> series() {
    return Arbitraries.integers()
        .between(-20, 20)
        .map(Integer::doubleValue)
        .list()
        .ofMinSize(3)
        .ofMaxSize(14)
        .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Property(seed = "31")
  void mannKendall_reversed_changesSign(@ForAll("series") double[] series) {
    assertThat(MannKendall.of(reversed(series)).s()).isEqualTo(-MannKendall.of(series).s());
    assertThat(SenSlope.of(reversed(series), .95).slope())
        .isCloseTo(-SenSlope.of(series, .95).slope(), within(1e-12));
  }

  /** Ranks know nothing of the scale. */
  @Property(seed = "32")
  void rankTests_monotoneTransform_isTheSame(@ForAll("series") double[] series) {
    double[] moved = Arrays.stream(series).map(x -> x * x * x / 7 + 3 * x).toArray();
    assertThat(Pettitt.of(moved)).isEqualTo(Pettitt.of(series));
    assertThat(MannKendall.of(moved)).isEqualTo(MannKendall.of(series));
  }

  /** Pruning loses nothing: the same cost as trying every set of change points. */
  @Property(seed = "33", tries = 60)
  void pelt_shortSeries_isOptimal(@ForAll("series") double[] series) {
    double[] standard = standardized(series);
    if (standard.length == 0) {
      return;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << (series.length - 1); set++) {
      List<Integer> changes = new ArrayList<>();
      for (int i = 1; i < series.length; i++) {
        if ((set >> (i - 1) & 1) == 1) {
          changes.add(i);
        }
      }
      best = Math.min(best, cost(standard, changes));
    }
    assertThat(cost(standard, ChangePoint.pelt(series))).isCloseTo(best, within(1e-9));
  }

  /** Σ (SS + ln n) + 3k ln n of the standardised series. */
  private static double cost(double[] series, List<Integer> changes) {
    double cost = 3 * changes.size() * Math.log(series.length);
    int start = 0;
    for (int i = 0; i <= changes.size(); i++) {
      int end = i == changes.size() ? series.length : changes.get(i);
      double mean = Arrays.stream(series, start, end).average().orElseThrow();
      cost += Arrays.stream(series, start, end).map(x -> (x - mean) * (x - mean)).sum();
      cost += Math.log(end - start);
      start = end;
    }
    return cost;
  }

  private static double[] standardized(double[] series) {
    double mean = Arrays.stream(series).average().orElseThrow();
    double squares = Arrays.stream(series).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (series.length - 1));
    return deviation == 0
        ? new double[0]
        : Arrays.stream(series).map(x -> (x - mean) / deviation).toArray();
  }

  private static double[] reversed(double[] series) {
    double[] result = new double[series.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = series[series.length - 1 - i];
    }
    return result;
  }
}
