package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.UnconditionedExactTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExactRateTestsTest {
  // scipy.stats.fisher_exact([[8, 2], [1, 5]], alternative=...): odds ratio 20
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 0.034965034965034975",
    "LESS, 0.9991258741258742",
    "GREATER, 0.024475524475524483",
  })
  void fisher_example_equalsScipy(Alternative alternative, double expected) {
    // 8 of 9 against 2 of 7; p of the transposed table is the same.
    TestResult columns = FisherTest.of(alternative, 8, 9, 2, 7);
    assertThat(columns.statistic()).isEqualTo(20);
    assertThat(columns.pValue()).isCloseTo(expected, within(1e-13));
    assertThat(columns.degreesOfFreedom()).isNaN();
    assertThat(FisherTest.of(alternative, 8, 10, 1, 6).pValue()).isCloseTo(expected, within(1e-13));
  }

  // 7 of 15 against 12 of 15: largest binomial probability over the common rate of the tables with
  // a
  // z at least as far, z compared as a fraction (Python fractions, scipy.optimize.minimize_scalar)
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 0.06821830932319466",
    "LESS, 0.03410915466159731",
    "GREATER, 1.0",
  })
  void barnard_example_countsTablesWithTheSameStatistic(Alternative alternative, double expected) {
    TestResult result = BarnardTest.of(alternative, 7, 15, 12, 15);
    assertThat(result.statistic()).isCloseTo(-1.8943380760602064, within(1e-13));
    assertThat(result.pValue()).isCloseTo(expected, within(1e-12));
  }

  /**
   * scipy.stats.barnard_exact([[7, 12], [8, 3]], alternative='less') is 0.0340767, and so is that
   * of Commons Statistics: in doubles z of 7/15 against 12/15 is one digit below z of 3/15 against
   * 8/15, though both are the same number, so they leave that table out of the tail.
   */
  @Test
  void barnard_publishedExample_leavesOutATiedTable() {
    double published = barnardOfCommons(new int[][] {{7, 12}, {8, 3}});
    assertThat(published).isCloseTo(.0340767, within(5e-8));
    assertThat(published)
        .isCloseTo(
            Archives.reference("statistics.json")
                .get("Barnard [[7,12],[8,3]] less (scipy doc 0.0341 stat -1.894)")
                .get(1)
                .asDouble(),
            within(1e-8));
    assertThat(BarnardTest.of(Alternative.LESS, 3, 15, 8, 15).pValue())
        .isCloseTo(BarnardTest.of(Alternative.LESS, 7, 15, 12, 15).pValue(), within(1e-12))
        .isGreaterThan(published);
  }

  private static double barnardOfCommons(int[][] table) {
    return UnconditionedExactTest.withDefaults()
        .with(UnconditionedExactTest.Method.Z_POOLED)
        .with(AlternativeHypothesis.LESS_THAN)
        .test(table)
        .getPValue();
  }

  // scipy.stats.boschloo_exact([[74, 31], [43, 32]], alternative=...): 74 of 117 against 31 of 63.
  // Two-sided: scipy.optimize.minimize_scalar over the common rate, tables ordered by the two-sided
  // p of fisher_exact; boschloo_exact doubles the one-sided p to 0.0711281.
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 0.0817946749549986, 0.07207875134167173",
    "GREATER, 0.048312210086912236, 0.03556406430154675",
    "LESS, 0.9759961281714722, 0.9665032229005569",
  })
  void boschloo_example_equalsScipy(Alternative alternative, double statistic, double expected) {
    TestResult result = BoschlooTest.of(alternative, 74, 117, 31, 63);
    assertThat(result.pValue()).isCloseTo(expected, within(1e-9));
    assertThat(result.statistic()).isCloseTo(statistic, within(1e-12));
  }

  @Test
  void examples_reference_areThoseOfTheArchive() {
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(FisherTest.of(Alternative.TWO_SIDED, 8, 9, 2, 7).pValue())
        .isCloseTo(
            reference.get("Fisher [[8,2],[1,5]] (scipy doc 20.0,0.0350)").get(1).asDouble(),
            within(1e-13));
    assertThat(BoschlooTest.of(Alternative.GREATER, 74, 117, 31, 63).pValue())
        .isCloseTo(
            reference.get("Boschloo [[74,31],[43,32]] greater (0.0483,0.0356)").get(1).asDouble(),
            within(1e-6));
  }

  @Test
  void fisher_smallTables_equalsEnumeration() {
    for (int s1 = 0; s1 <= 5; s1++) {
      for (int s0 = 0; s0 <= 6; s0++) {
        double p = FisherTest.of(Alternative.TWO_SIDED, s1, 5, s0, 6).pValue();
        assertThat(p).isCloseTo(enumerated(s1, 5, s0, 6), within(1e-12));
      }
    }
  }

  /** Sum of the probabilities of the tables with the same margins that are not more likely. */
  private static double enumerated(int s1, int n1, int s0, int n0) {
    double observed = choose(n1, s1) * choose(n0, s0);
    double sum = 0;
    for (int s = Math.max(0, s1 + s0 - n0); s <= Math.min(n1, s1 + s0); s++) {
      double ways = choose(n1, s) * choose(n0, s1 + s0 - s);
      sum += ways <= observed ? ways : 0;
    }
    return sum / choose(n1 + n0, s1 + s0);
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }

  @Test
  void fisher_allSizes_equalsCommons() {
    for (Alternative alternative : Alternative.values()) {
      for (int s1 = 1; s1 <= 40; s1 += 3) {
        for (int s0 = 0; s0 <= 300; s0 += 25) {
          double expected =
              FisherExactTest.withDefaults()
                  .with(alternative.hypothesis())
                  .test(new int[][] {{s1, s0}, {40 - s1, 300 - s0}})
                  .getPValue();
          assertThat(FisherTest.of(alternative, s1, 40, s0, 300).pValue())
              .isCloseTo(expected, withinPercentage(1e-8));
        }
      }
    }
  }

  @Test
  void boschloo_tiedFisherValues_belongToTheTail() {
    // scipy.stats.boschloo_exact([[2, 0], [2, 5]], alternative='greater', n=256); Commons
    // Statistics 1.2 gives 0.0649024: Fisher's 1/6 of another table is one digit above.
    assertThat(BoschlooTest.of(Alternative.GREATER, 2, 4, 0, 5).pValue())
        .isCloseTo(0.09617110491443355, within(1e-9));
  }

  @Test
  void unconditional_smallTables_equalSearchOverRates() {
    for (int s1 = 0; s1 <= 4; s1++) {
      for (int s0 = 0; s0 <= 5; s0++) {
        if (s1 + s0 > 0 && s1 + s0 < 9) {
          assertThat(BarnardTest.of(Alternative.GREATER, s1, 4, s0, 5).pValue())
              .isCloseTo(largest(ExactRateTestsTest::pooled, s1, s0), within(1e-4));
          assertThat(BoschlooTest.of(Alternative.GREATER, s1, 4, s0, 5).pValue())
              .isCloseTo(largest(ExactRateTestsTest::fisher, s1, s0), within(1e-4));
        }
      }
    }
  }

  private interface Extremeness {
    double of(int s1, int s0);
  }

  private static double pooled(int s1, int s0) {
    return TwoProportionTest.of(s1, 4, s0, 5).statistic();
  }

  private static double fisher(int s1, int s0) {
    return -FisherTest.of(Alternative.GREATER, s1, 4, s0, 5).pValue();
  }

  /** Largest probability over a grid of rates that 4 and 5 trials are at least as extreme. */
  private static double largest(Extremeness extremeness, int s1, int s0) {
    double observed = extremeness.of(s1, s0);
    boolean[][] extreme = new boolean[5][6];
    for (int i = 0; i <= 4; i++) {
      for (int j = 0; j <= 5; j++) {
        extreme[i][j] = extremeness.of(i, j) >= observed - 1e-9;
      }
    }
    double largest = 0;
    for (int step = 0; step <= 1000; step++) {
      largest = Math.max(largest, probability(extreme, step / 1000.0));
    }
    return largest;
  }

  private static double probability(boolean[][] extreme, double rate) {
    double sum = 0;
    for (int i = 0; i <= 4; i++) {
      for (int j = 0; j <= 5; j++) {
        double ways = choose(4, i) * choose(5, j);
        sum += extreme[i][j] ? ways * Math.pow(rate, i + j) * Math.pow(1 - rate, 9 - i - j) : 0;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource
  void exact_emptyOrConstant_isDefined(Alternative alternative) {
    assertThat(FisherTest.of(alternative, 0, 0, 1, 2)).isEqualTo(TestResult.tooFewValues());
    assertThat(BarnardTest.of(alternative, 1, 2, 0, 0)).isEqualTo(TestResult.tooFewValues());
    assertThat(BoschlooTest.of(alternative, 0, 0, 0, 0)).isEqualTo(TestResult.tooFewValues());
    for (long successes : new long[] {0, 4}) {
      assertThat(FisherTest.of(alternative, successes, 4, successes, 4))
          .isEqualTo(new TestResult(Double.NaN, Double.NaN, 1));
      assertThat(BarnardTest.of(alternative, successes, 4, successes, 4))
          .isEqualTo(new TestResult(0, Double.NaN, 1));
      assertThat(BoschlooTest.of(alternative, successes, 4, successes, 4))
          .isEqualTo(new TestResult(1, Double.NaN, 1));
    }
    assertThat(FisherTest.of(alternative, 1, 1, 0, 1).statistic())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(BarnardTest.of(alternative, 1, 1, 0, 1).pValue()).isBetween(.25, 1.0);
  }

  @Test
  void exact_tooMany_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FisherTest.of(Alternative.LESS, 1, 600, 1, 401))
        .withMessageContaining("1000")
        .withMessageContaining("TwoProportionTest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BarnardTest.of(Alternative.LESS, 1, Long.MAX_VALUE, 1, Long.MAX_VALUE))
        .withMessageContaining("1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BoschlooTest.of(Alternative.LESS, 3, 2, 1, 4))
        .withMessageContaining("3 successes in 2 trials");
  }
}
