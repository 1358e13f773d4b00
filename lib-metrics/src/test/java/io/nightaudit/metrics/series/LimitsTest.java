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
    // J. M. Lucas and M. S. Saccucci, Technometrics 32(1), 1990, to their rounding
    "0.5, 3.071, 0, 500",
    "0.5, 3.071, 0.25, 255",
    "0.5, 3.071, 0.5, 88.8",
    "0.5, 3.071, 1, 17.5",
    "0.5, 3.071, 2, 3.63",
    "0.03, 2.437, 0, 500",
    "0.03, 2.437, 0.25, 76.7",
    "0.03, 2.437, 0.5, 29.3",
    "0.03, 2.437, 1, 12.6",
    "0.03, 2.437, 2, 5.99"
  })
  void averageRunLength_lucasSaccucci_equalsPublished(
      double weight, double limit, double shift, double expected) {
    assertThat(EwmaLimit.averageRunLength(weight, limit, shift) / expected)
        .isCloseTo(1, within(0.004));
  }

  @ParameterizedTest
  @CsvSource({
    "370, 2.701",
    "1000, 3.059",
    "3000, 3.407",
    "6000, 3.608",
    "20000, 3.931",
    "60000, 4.202"
  })
  void forRunLength_tenth_equalsTable(double length, double limit) {
    double found = EwmaLimit.forRunLength(0.1, length);
    assertThat(found).isCloseTo(limit, within(0.0011));
    assertThat(EwmaLimit.averageRunLength(0.1, found, 0)).isCloseTo(length, within(length * 1e-6));
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

  @Test
  void minimumDetectableChange_tableEntries_areMet() {
    assertThat(MinimumDetectableChange.inDeviations(6000, 14)).isCloseTo(1.22, within(1e-12));
    assertThat(MinimumDetectableChange.inDeviations(20_000, 7)).isCloseTo(2.09, within(1e-12));
    assertThat(MinimumDetectableChange.inDeviations(1000, 28)).isCloseTo(0.71, within(1e-12));
    assertThat(MinimumDetectableChange.inDeviations(10_000, 20)).isBetween(0.86, 1.33);
  }
}
