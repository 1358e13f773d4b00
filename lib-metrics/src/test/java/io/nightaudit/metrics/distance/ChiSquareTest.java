package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiSquareTest {
  @Test
  void homogeneity_workedExample_equalsScipy() {
    // scipy.stats.chi2_contingency([[10,20,40,20,10],[5,15,35,25,20]], correction=False)
    ChiSquare result =
        ChiSquare.homogeneity(new long[] {10, 20, 40, 20, 10}, new long[] {5, 15, 35, 25, 20});
    assertThat(result.statistic()).isCloseTo(6.603174603174603, within(1e-12));
    assertThat(result.degreesOfFreedom()).isEqualTo(4);
    assertThat(result.pValue()).isCloseTo(0.15840452911717334, within(1e-12));
    // scipy.stats.contingency.association(..., method='cramer')
    assertThat(result.cramersV()).isCloseTo(0.18170270503179917, within(1e-12));
  }

  @Test
  void homogeneity_edgeCases_areDefined() {
    assertThat(ChiSquare.homogeneity(new long[] {0}, new long[] {3}).pValue()).isNaN();
    assertThat(ChiSquare.homogeneity(new long[] {4, 0}, new long[] {3, 0}))
        .isEqualTo(new ChiSquare(0, 0, 1, 0));
    assertThat(ChiSquare.homogeneity(new long[] {4, 0}, new long[] {0, 4}).cramersV())
        .isCloseTo(1, within(1e-15));
  }
}
