package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import org.junit.jupiter.api.Test;

class CountTestsTest {
  private static final long[] REFERENCE = {16, 18, 16, 14, 12, 12};
  private static final long[] CURRENT = {16, 16, 16, 16, 16, 8};

  @Test
  void goodnessOfFit_evidently_equalsScipy() {
    // scipy.stats.chisquare([16]*5 + [8], [16, 18, 16, 14, 12, 12])
    GoodnessOfFit result = GoodnessOfFit.of(REFERENCE, CURRENT);
    assertThat(result.statistic()).isCloseTo(3.1746031746031744, within(1e-13));
    assertThat(result.degreesOfFreedom()).isEqualTo(5);
    assertThat(result.pValue()).isCloseTo(0.6730876006966301, within(1e-13));
    assertThat(result.pValue())
        .isCloseTo(
            Archives.reference("statistics.json").get("Evidently chi2 GOF p (0.67309)").asDouble(),
            within(1e-13));
  }

  @Test
  void goodnessOfFit_weights_areScaled() {
    // scipy.stats.chisquare([9050, 950], [9000, 1000]): traffic split 9 to 1
    assertThat(GoodnessOfFit.of(new long[] {9, 1}, new long[] {9050, 950}).pValue())
        .isCloseTo(0.09558070454562936, within(1e-13));
  }

  @Test
  void goodnessOfFit_edgeCases_areDefined() {
    assertThat(GoodnessOfFit.of(new long[0], new long[0]).pValue()).isNaN();
    assertThat(GoodnessOfFit.of(new long[] {1, 1}, new long[2]).pValue()).isNaN();
    assertThat(GoodnessOfFit.of(new long[] {0, 2}, new long[] {0, 7}))
        .isEqualTo(new GoodnessOfFit(0, 0, 1));
    assertThat(GoodnessOfFit.of(new long[] {0, 2}, new long[] {1, 7}))
        .isEqualTo(new GoodnessOfFit(Double.POSITIVE_INFINITY, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoodnessOfFit.of(new long[] {0, 2}, new long[] {1, -7}))
        .withMessageContaining("-7");
  }

  @Test
  void likelihoodRatio_example_equalsScipy() {
    // scipy.stats.chi2_contingency([[10,20,40,20,10],[5,15,35,25,20]], lambda_='log-likelihood',
    // correction=False)
    LikelihoodRatio result =
        LikelihoodRatio.homogeneity(
            new long[] {10, 20, 40, 20, 10}, new long[] {5, 15, 35, 25, 20});
    assertThat(result.statistic()).isCloseTo(6.703991457580138, within(1e-13));
    assertThat(result.degreesOfFreedom()).isEqualTo(4);
    assertThat(result.pValue()).isCloseTo(0.1523825413027187, within(1e-13));
    double[] reference = Archives.doubles(Archives.reference("statistics.json").get("ex.G"));
    assertThat(result.statistic()).isCloseTo(reference[0], within(1e-13));
    assertThat(result.pValue()).isCloseTo(reference[1], within(1e-13));
  }

  @Test
  void likelihoodRatio_emptyCell_equalsScipy() {
    // scipy.stats.chi2_contingency([[10,0,40],[5,15,35]], lambda_='log-likelihood',
    // correction=False)
    LikelihoodRatio result =
        LikelihoodRatio.homogeneity(new long[] {10, 0, 40}, new long[] {5, 15, 35});
    assertThat(result.statistic()).isCloseTo(22.588801168776413, within(1e-12));
    assertThat(result.pValue()).isCloseTo(1.2442399736567695e-05, within(1e-16));
  }

  @Test
  void likelihoodRatio_hugeCounts_keepsItsDigits() {
    // Near equality G is X^2: scipy.stats.chi2_contingency([[10**8, 10**8 + 10**4],
    // [10**8, 10**8]], correction=False).statistic = 0.24998125; the log form gives 0.24998123
    LikelihoodRatio result =
        LikelihoodRatio.homogeneity(
            new long[] {100_000_000, 100_000_000}, new long[] {100_000_000, 100_010_000});
    assertThat(result.statistic()).isCloseTo(.24998125, within(1e-7));
  }

  @Test
  void likelihoodRatio_edgeCases_areDefined() {
    assertThat(LikelihoodRatio.homogeneity(new long[0], new long[0]).pValue()).isNaN();
    assertThat(LikelihoodRatio.homogeneity(new long[] {1, 1}, new long[2]).pValue()).isNaN();
    assertThat(LikelihoodRatio.homogeneity(new long[] {0, 2}, new long[] {0, 7}))
        .isEqualTo(new LikelihoodRatio(0, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LikelihoodRatio.homogeneity(new long[2], new long[1]))
        .withMessageContaining("same bins");
  }
}
