package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CusumLimitTest {
  @ParameterizedTest
  @CsvSource({
    // D. Brook and D. A. Evans, Biometrika 59(3), 1972; R spc::xcusum.arl(.5, 3, mu)
    "0.5, 3, 0, 117.596, 0.0005",
    "0.5, 3, 0, 117.59, 0.01",
    "0.5, 3, 1.5, 3.749, 0.0005",
    "0.5, 3, 1.5, 3.75, 0.005",
    "0.5, 3, -0.5, 1962.8, 0.05",
    "0.5, 3, -0.5, 1963, 0.5",
    "0.5, 3, 0.5, 17.35, 0.005",
    // L. C. Vance, Journal of Quality Technology 18(3), 1986; R spc::xcusum.arl(0, 10, mu)
    "0, 10, -0.25, 2071.57, 0.005",
    "0, 10, 0, 124.66, 0.005",
    "0, 10, 0.25, 36.71, 0.005",
    "0, 10, 1, 10.75, 0.005",
    // SAS/QC CUSUMARL('ONESIDED', 2.5, 8, .25): 4.1500836225; statistics.md 7.3: 4.15008373
    "0.25, 8, 2.5, 4.1500836225, 2e-7",
    "0.25, 8, 2.5, 4.15008373, 5e-9"
  })
  void oneSided_published_isMet(
      double allowance, double limit, double shift, double expected, double tolerance) {
    assertThat(CusumLimit.oneSided(allowance).averageRunLength(limit, shift))
        .isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    // J. M. Lucas and R. B. Crosier, Technometrics 24(3), 1982, table 1
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
    double found = CusumLimit.twoSided(0.5).averageRunLength(limit, shift);
    assertThat(found).isCloseTo(expected, within(found > 30 && limit == 5 ? 0.05 : 0.0051));
    assertThat(CusumLimit.twoSided(0.5).averageRunLength(limit, -shift)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    // statistics.md 2.4: mean run length, h, delays at .5, 1, 2 and 3 deviations
    "370, 4.774, 35.3, 9.9, 3.9, 2.5",
    "1000, 5.757, 47.9, 11.9, 4.5, 2.9",
    "3000, 6.851, 64.3, 14.1, 5.2, 3.3",
    "6000, 7.543, 75.8, 15.5, 5.7, 3.6",
    "20000, 8.746, 98, 17.9, 6.5, 4.1",
    "60000, 9.844, 121, 20.1, 7.2, 4.5"
  })
  void forRunLength_half_equalsTable(
      double length, double limit, double half, double one, double two, double three) {
    CusumLimit cusum = CusumLimit.twoSided(0.5);
    double found = cusum.forRunLength(length);
    assertThat(found).isCloseTo(limit, within(0.00051));
    assertThat(cusum.averageRunLength(found, 0)).isCloseTo(length, within(length * 1e-9));
    assertThat(cusum.averageRunLength(found, 0.5)).isCloseTo(half, within(half < 90 ? 0.051 : 0.5));
    assertThat(cusum.averageRunLength(found, 1)).isCloseTo(one, within(0.051));
    assertThat(cusum.averageRunLength(found, 2)).isCloseTo(two, within(0.051));
    assertThat(cusum.averageRunLength(found, 3)).isCloseTo(three, within(0.051));
  }

  @Test
  void averageRunLength_extremes_areDefined() {
    CusumLimit cusum = CusumLimit.twoSided(0.5);
    assertThat(cusum.averageRunLength(5, 100)).isEqualTo(1);
    assertThat(cusum.averageRunLength(5, -1e300)).isEqualTo(1);
    assertThat(cusum.averageRunLength(60, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(CusumLimit.oneSided(0.5).averageRunLength(5, -100))
        .isEqualTo(Double.POSITIVE_INFINITY);
    // A limit of nearly 0 alarms as soon as |z| > k: 1/(2*scipy.stats.norm.sf(.5)) = 1.620548
    assertThat(cusum.averageRunLength(1e-9, 0)).isCloseTo(1.620548, within(1e-6));
    // D. Siegmund, Sequential Analysis, 1985: (h + 1.166)^2 for k = 0; needs more than 80 nodes
    assertThat(CusumLimit.oneSided(0).forRunLength(1e4)).isCloseTo(98.834, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY, -1})
  void limits_hostile_areRefused(double value) {
    CusumLimit cusum = CusumLimit.twoSided(0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.oneSided(value))
        .withMessageContaining("allowance " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cusum.averageRunLength(value, 0))
        .withMessageContaining("CUSUM limit " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cusum.forRunLength(value))
        .withMessageContaining("average run length " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cusum.averageRunLength(5, Double.NaN))
        .withMessageContaining("shift NaN");
  }

  @Test
  void forRunLength_outOfReach_isRefused() {
    // Scores beyond 3 come once in 370 nights even without accumulation.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.twoSided(3).forRunLength(300))
        .withMessageContaining("average run length 300.0 is not above 370");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CusumLimit.twoSided(0).forRunLength(1e7))
        .withMessageContaining("raise the weight or the allowance");
  }
}
