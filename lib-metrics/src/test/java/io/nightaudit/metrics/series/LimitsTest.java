package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    // S. V. Crowder, Technometrics 29(4), 1987; R spc::xewma.arl(l, c, mu, sided = "two")
    "0.5, 2, 0, 26.45",
    "0.5, 2, 0.25, 20.12",
    "0.5, 2, 0.5, 11.89",
    "0.5, 2, 1, 4.91",
    "0.05, 2, 0, 127.53",
    "0.05, 2, 0.25, 43.94",
    "0.05, 2, 0.5, 18.97",
    "0.05, 2, 1, 8.38"
  })
  void averageRunLength_crowder_equalsPublished(
      double weight, double limit, double shift, double expected) {
    assertThat(EwmaLimit.averageRunLength(weight, limit, shift)).isCloseTo(expected, within(0.006));
  }

  @ParameterizedTest
  @CsvSource({
    // J. M. Lucas and M. S. Saccucci, Technometrics 32(1), 1990, table 3, as 500, 255, 88.8, 17.5,
    // 3.63 and 500, 76.7, 29.3, 12.6, 5.99; more digits from R spc::xewma.arl
    "0.5, 3.071, 0, 499.9, 0.051",
    "0.5, 3.071, 0.25, 254.8, 0.051",
    "0.5, 3.071, 0.5, 88.8, 0.051",
    "0.5, 3.071, 1, 17.48, 0.0051",
    "0.5, 3.071, 2, 3.63, 0.0051",
    "0.03, 2.437, 0, 499.9, 0.051",
    "0.03, 2.437, 0.25, 76.7, 0.051",
    "0.03, 2.437, 0.5, 29.3, 0.051",
    "0.03, 2.437, 1, 12.6, 0.051",
    "0.03, 2.437, 2, 5.99, 0.0051"
  })
  void averageRunLength_lucasSaccucci_equalsPublished(
      double weight, double limit, double shift, double expected, double tolerance) {
    assertThat(EwmaLimit.averageRunLength(weight, limit, shift))
        .isCloseTo(expected, within(tolerance));
    assertThat(EwmaLimit.averageRunLength(weight, limit, -shift))
        .isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    // statistics.md 2.4: mean run length, c for lambda = .1, delays at .5, 1, 2 and 3 deviations
    "370, 2.701, 28.2, 9.7, 4.2, 2.8",
    "1000, 3.059, 39.7, 11.7, 4.8, 3.1",
    "3000, 3.407, 57.9, 14.1, 5.4, 3.4",
    "6000, 3.608, 74.2, 15.7, 5.7, 3.6",
    "20000, 3.931, 117, 18.7, 6.4, 4.0",
    "60000, 4.202, 182, 21.9, 6.9, 4.3"
  })
  void forRunLength_tenth_equalsTable(
      double length, double limit, double half, double one, double two, double three) {
    double found = EwmaLimit.forRunLength(0.1, length);
    assertThat(found).isCloseTo(limit, within(0.0011));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 0)).isCloseTo(length, within(length * 1e-9));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 0.5))
        .isCloseTo(half, within(half < 100 ? 0.051 : 0.51));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 1)).isCloseTo(one, within(0.051));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 2)).isCloseTo(two, within(0.051));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 3)).isCloseTo(three, within(0.051));
  }

  @ParameterizedTest
  @CsvSource({
    // statistics.md 2.4: mean run length, Shewhart L, delays at .5, 1, 2 and 3 deviations; its 5232
    // is 5231.47: 1/(norm.sf(L-.5)+norm.sf(L+.5)) with L = norm.isf(1/40000)
    "370, 3.000, 155, 43.9, 6.3, 2.0",
    "1000, 3.291, 370, 90.9, 10.2, 2.6",
    "3000, 3.588, 971, 207, 17.8, 3.6",
    "6000, 3.765, 1793, 351, 25.8, 4.5",
    "20000, 4.056, 5231.47, 890, 50, 6.9",
    "60000, 4.305, , 2109, 95, 10.4"
  })
  void forRunLength_weightOne_equalsShewhartTable(
      double length, double limit, Double half, double one, double two, double three) {
    double found = EwmaLimit.forRunLength(1, length);
    assertThat(found).isCloseTo(limit, within(0.00051));
    if (half != null) {
      assertThat(EwmaLimit.averageRunLength(1, found, 0.5)).isCloseTo(half, within(0.51));
    }
    assertThat(EwmaLimit.averageRunLength(1, found, 1))
        .isCloseTo(one, within(one < 100 ? 0.051 : 0.51));
    assertThat(EwmaLimit.averageRunLength(1, found, 2))
        .isCloseTo(two, within(two < 30 ? 0.051 : 0.51));
    assertThat(EwmaLimit.averageRunLength(1, found, 3)).isCloseTo(three, within(0.051));
  }

  @Test
  void averageRunLength_extremes_areDefined() {
    assertThat(EwmaLimit.averageRunLength(0.1, 3, 1e300)).isEqualTo(1);
    assertThat(EwmaLimit.averageRunLength(1, 9, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    // The same integral with 1,000 nodes of numpy.polynomial.legendre.leggauss
    assertThat(EwmaLimit.averageRunLength(0.002, 2.5, 0)).isCloseTo(6886.71304, within(1e-4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.averageRunLength(1e-5, 3, 0))
        .withMessageContaining("raise the weight");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.averageRunLength(0.1, 3, Double.NaN))
        .withMessageContaining("shift NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.averageRunLength(Double.NaN, 3, 0))
        .withMessageContaining("EWMA weight NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.averageRunLength(0.1, Double.POSITIVE_INFINITY, 0))
        .withMessageContaining("EWMA limit Infinity");
  }

  @Test
  void forRunLength_weightOne_isShewhart() {
    // 1/(2*scipy.stats.norm.sf(3)) = 370.398
    assertThat(EwmaLimit.forRunLength(1, 370.398)).isCloseTo(3, within(1e-4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.forRunLength(0.1, Double.NaN))
        .withMessageContaining("NaN");
  }

  @ParameterizedTest
  @CsvSource({
    // The same integral with mpmath at 40 digits and 130 Gauss-Legendre nodes, mp.lu_solve
    "0.1, 5.0, 2387037.08248467, 1e-8",
    "0.1, 5.5, 33677693.254323, 1e-7",
    "0.1, 6.0, 614340894.011477, 1e-6",
    "0.1, 6.4, 7534094488.55889, 1e-5",
    "0.3, 6.2, 1785082562.20414, 1e-5",
    "0.05, 6.0, 811554896.478436, 1e-5"
  })
  void longRunLengths_keepTheirDigits(double weight, double limit, double length, double relative) {
    assertThat(EwmaLimit.averageRunLength(weight, limit, 0))
        .isCloseTo(length, within(length * relative));
    assertThat(EwmaLimit.forRunLength(weight, length)).isCloseTo(limit, within(relative));
  }

  @Test
  void forRunLength_beyondTheLongest_isRefused() {
    assertThat(EwmaLimit.forRunLength(0.1, EwmaLimit.LONGEST_RUN_LENGTH)).isBetween(6.4, 6.5);
    assertThat(EwmaLimit.forRunLength(0.01, EwmaLimit.LONGEST_RUN_LENGTH)).isBetween(5.5, 6.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EwmaLimit.forRunLength(0.1, 1.1e10))
        .withMessageContaining("not between 2 and 1.0E10 nights");
  }

  @ParameterizedTest
  @CsvSource({"100, 2.5", "3600, 2.5", "15000, 2.8", "80000, 3.1", "700000, 3.4"})
  void spikeLimit_tableEntries_areMet(double length, double limit) {
    assertThat(SpikeLimit.forRunLength(length)).isCloseTo(limit, within(1e-12));
  }

  @Test
  void spikeLimit_between_growsWithTheLogarithm() {
    assertThat(SpikeLimit.forRunLength(Math.sqrt(15_000.0 * 80_000)))
        .isCloseTo(2.95, within(1e-12));
    assertThat(SpikeLimit.forRunLength(7e6)).isGreaterThan(3.4);
  }

  @ParameterizedTest
  @CsvSource({
    // Run length, nights, history, entry of the table; ∞ where the clipped scores never suffice
    "1000, 7, 14, 3.54",
    "100000, 14, 28, 4.47",
    "10000000000, 28, 112, 3.57",
    "100000000, 7, 14, Infinity",
    "10000000, 7, 28, Infinity"
  })
  void minimumDetectableChange_tableEntries_areMet(
      double runLength, double nights, int history, double expected) {
    double step = MinimumDetectableChange.inDeviations(runLength, nights, history);
    if (Double.isInfinite(expected)) {
      assertThat(step).isInfinite();
    } else {
      assertThat(step).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void minimumDetectableChange_moreNightsOrFewerFalseAlarms_isMonotone() {
    for (double runLength : new double[] {500, 1e3, 6e3, 7e5, 2e7, 1e10, 1e11}) {
      for (double nights : new double[] {7, 9, 14, 20, 28}) {
        double last = Double.POSITIVE_INFINITY;
        for (int history : new int[] {13, 14, 20, 28, 45, 56, 100, 112, 200, 400, 1000}) {
          double step = MinimumDetectableChange.inDeviations(runLength, nights, history);
          assertThat(step).isPositive().isLessThanOrEqualTo(last);
          last = step;
        }
        assertThat(MinimumDetectableChange.inDeviations(runLength, nights)).isEqualTo(last);
        assertThat(MinimumDetectableChange.inDeviations(2 * runLength, nights))
            .isGreaterThanOrEqualTo(last);
      }
    }
  }

  @Test
  void minimumDetectableChange_hostile_throws() {
    assertThat(MinimumDetectableChange.inDeviations(1000, 28, 13)).isInfinite();
    assertThat(MinimumDetectableChange.inDeviations(1000, 28, -1)).isInfinite();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinimumDetectableChange.inDeviations(1000, 6.9, 28))
        .withMessageContaining("6.9 is not between 7 and 28");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MinimumDetectableChange.inDeviations(Double.NaN, 14, 28))
        .withMessageContaining("NaN");
  }
}
