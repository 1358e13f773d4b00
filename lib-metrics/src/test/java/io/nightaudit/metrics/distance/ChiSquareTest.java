package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The three tests of counts: homogeneity by X² and by G, and goodness of fit. */
class ChiSquareTest {
  private static final long[] P = {10, 20, 40, 20, 10};
  private static final long[] Q = {5, 15, 35, 25, 20};

  /** Counts of Deequ's KLLDistanceTest, categories a to g. */
  private static final long[] SAMPLE = {207, 20, 25, 14, 25, 0, 13};

  private static final long[] EXPECTED = {223, 20, 25, 12, 13, 15, 0};

  @Test
  void homogeneity_workedExample_equalsScipy() {
    // scipy.stats.chi2_contingency([[10,20,40,20,10],[5,15,35,25,20]], correction=False)
    ChiSquare result = ChiSquare.homogeneity(P, Q);
    assertThat(result.statistic()).isCloseTo(6.603174603174603, within(1e-12));
    assertThat(result.degreesOfFreedom()).isEqualTo(4);
    assertThat(result.pValue()).isCloseTo(0.15840452911717334, within(1e-12));
    // scipy.stats.contingency.association(..., method='cramer')
    assertThat(result.cramersV()).isCloseTo(0.18170270503179917, within(1e-12));
    // phi2 = 6.603174603174603/200; k = 5; r = 2; sqrt(max(0, phi2 - 4/199)
    //     / min(k - 16/199 - 1, r - 1/199 - 1))
    assertThat(result.correctedV()).isCloseTo(0.113932434570961, within(1e-12));
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(result.statistic())
        .isCloseTo(reference.get("ex.chi2").get(0).asDouble(), within(1e-12));
    assertThat(result.pValue())
        .isCloseTo(reference.get("ex.chi2").get(1).asDouble(), within(1e-12));
    assertThat(result.cramersV()).isCloseTo(reference.get("ex.CramerV").asDouble(), within(1e-12));
  }

  @Test
  void homogeneity_edgeCases_areDefined() {
    ChiSquare empty = ChiSquare.homogeneity(new long[] {0}, new long[] {3});
    assertThat(empty.pValue()).isNaN();
    assertThat(empty.correctedV()).isNaN();
    assertThat(ChiSquare.homogeneity(new long[] {4, 0}, new long[] {3, 0}))
        .isEqualTo(new ChiSquare(0, 0, 1, 0, 0));
    ChiSquare disjoint = ChiSquare.homogeneity(new long[] {4, 0}, new long[] {0, 4});
    assertThat(disjoint.cramersV()).isCloseTo(1, within(1e-15));
    assertThat(disjoint.correctedV()).isCloseTo(1, within(1e-15));
    // An empty column changes nothing.
    assertThat(ChiSquare.homogeneity(new long[] {4, 0, 9}, new long[] {6, 0, 5}))
        .isEqualTo(ChiSquare.homogeneity(new long[] {4, 9}, new long[] {6, 5}));
    // Each bin has a single count.
    assertThat(ChiSquare.homogeneity(new long[] {1, 0}, new long[] {0, 1}).correctedV()).isNaN();
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ChiSquare.homogeneity(new long[] {Long.MAX_VALUE, 1}, new long[] {1, 1}))
        .withMessageContaining("2^63 - 1");
  }

  /**
   * Cramér's V of 300 tables without a change, 20 bins of 500 and 300 counts: its square averages
   * (B−1)/(N−1) = .0238, the corrected square only what its cut at 0 leaves. The square of V has a
   * standard deviation of √(2·19)/799 = .0077, so the mean of 300 lies within .0018 of its
   * expectation (four standard errors).
   */
  @Test
  void correctedV_noChange_hasLittleBias() {
    Random random = new Random(11);
    double sum = 0;
    double corrected = 0;
    for (int draw = 0; draw < 300; draw++) {
      ChiSquare result = ChiSquare.homogeneity(uniform(random, 500), uniform(random, 300));
      sum += result.cramersV() * result.cramersV() / 300;
      corrected += result.correctedV() * result.correctedV() / 300;
    }
    assertThat(sum).isCloseTo(19 / 799.0, within(.0018));
    assertThat(corrected).isLessThan(sum / 6);
  }

  @Test
  void likelihoodRatio_workedExamples_equalScipy() {
    // scipy.stats.chi2_contingency([p, q], correction=False, lambda_='log-likelihood')
    LikelihoodRatio result = LikelihoodRatio.homogeneity(P, Q);
    assertThat(result.statistic()).isCloseTo(6.703991457580138, within(1e-12));
    assertThat(result.pValue()).isCloseTo(0.1523825413027187, within(1e-12));
    assertThat(result.degreesOfFreedom()).isEqualTo(4);
    LikelihoodRatio sparse = LikelihoodRatio.homogeneity(SAMPLE, EXPECTED);
    assertThat(sparse.statistic()).isCloseTo(43.39469478455197, within(1e-11));
    assertThat(sparse.pValue()).isCloseTo(9.743705856719274e-08, within(1e-19));
    assertThat(sparse.degreesOfFreedom()).isEqualTo(6);
    JsonNode reference = Archives.reference("statistics.json").get("ex.G");
    assertThat(result.statistic()).isCloseTo(reference.get(0).asDouble(), within(1e-12));
    assertThat(result.pValue()).isCloseTo(reference.get(1).asDouble(), within(1e-12));
  }

  @Test
  void likelihoodRatio_edgeCases_areDefined() {
    assertThat(LikelihoodRatio.homogeneity(new long[2], new long[] {1, 2}).statistic()).isNaN();
    assertThat(LikelihoodRatio.homogeneity(new long[] {4, 0}, new long[] {3, 0}))
        .isEqualTo(new LikelihoodRatio(0, 0, 1));
    // 2 N times the entropy of the rows: every count tells its row.
    assertThat(LikelihoodRatio.homogeneity(new long[] {4, 0}, new long[] {0, 4}).statistic())
        .isCloseTo(16 * Math.log(2), within(1e-13));
  }

  @Test
  void goodnessOfFit_evidentlyTest_equalsItsValue() {
    // scipy.stats.chisquare(cur, ref * sum(cur)/sum(ref))
    GoodnessOfFit result =
        GoodnessOfFit.of(new long[] {16, 18, 16, 14, 12, 12}, new long[] {16, 16, 16, 16, 16, 8});
    assertThat(result.statistic()).isCloseTo(3.1746031746031744, within(1e-13));
    assertThat(result.pValue()).isCloseTo(.67309, within(5e-6));
    assertThat(result.pValue())
        .isCloseTo(
            Archives.reference("statistics.json").get("Evidently chi2 GOF p (0.67309)").asDouble(),
            within(1e-13));
  }

  @Test
  void goodnessOfFit_deequTests_equalTheirValues() {
    // Deequ fits the sample to the expected shares and leaves out what is not expected (g).
    long[] sample = {207, 20, 25, 14, 25, 0};
    long[] expected = {223, 20, 25, 12, 13, 15};
    GoodnessOfFit result = GoodnessOfFit.of(expected, sample);
    assertThat(result.statistic()).isCloseTo(28.175042782458068, within(1e-12));
    assertThat(result.pValue()).isCloseTo(3.3640191298478506E-5, within(1e-16));
    assertThat(
            GoodnessOfFit.of(new long[] {223, 20, 25, 12, 13}, new long[] {207, 20, 25, 14, 25})
                .pValue())
        .isCloseTo(0.013227994814265176, within(1e-14));
  }

  @Test
  void goodnessOfFit_edgeCases_areDefined() {
    assertThat(GoodnessOfFit.of(new long[2], new long[] {1, 2}).pValue()).isNaN();
    assertThat(GoodnessOfFit.of(new long[] {4, 0}, new long[] {3, 0}))
        .isEqualTo(new GoodnessOfFit(0, 0, 1));
    // A category that is new.
    assertThat(GoodnessOfFit.of(new long[] {4, 0}, new long[] {3, 1}))
        .isEqualTo(new GoodnessOfFit(Double.POSITIVE_INFINITY, 1, 0));
  }

  private static long[] uniform(Random random, int size) {
    long[] counts = new long[20];
    for (int i = 0; i < size; i++) {
      counts[random.nextInt(20)]++;
    }
    return counts;
  }

  @Test
  void likelihoodRatio_vastCounts_areNotTakenForAChangeByRounding() {
    long s = 100_000_000_000_000_000L;
    LikelihoodRatio equal =
        LikelihoodRatio.homogeneity(
            new long[] {s, 2 * s, 5 * s / 3}, new long[] {3 * s, 6 * s, 5 * s / 3 * 3});
    assertThat(equal.statistic()).isBetween(0.0, 1e-9);
    assertThat(equal.pValue()).isCloseTo(1, within(1e-9));
    // Near equality G equals X².
    long[] reference = {s, s};
    long[] current = {s + 1_000_000_000, s - 1_000_000_000};
    assertThat(LikelihoodRatio.homogeneity(reference, current).statistic())
        .isCloseTo(ChiSquare.homogeneity(reference, current).statistic(), within(1e-6));
  }
}
