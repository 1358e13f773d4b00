package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTestTest {
  // scipy.stats.binomtest(k, n, p, alternative=...).pvalue; 2 of 3, 3 of 3 and 1 of 7 have another
  // count as likely, which Commons Statistics 1.2 leaves out (.625, .578, .689)
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 3, 20, 0.25, 0.4393741000631053",
    "GREATER, 7, 20, 0.3, 0.3919901877990756",
    "LESS, 2, 30, 0.2, 0.044178985151997086",
    "TWO_SIDED, 1050, 100000, 0.01, 0.11202751695017021",
    "TWO_SIDED, 0, 29, 0.05, 0.4010517652911756",
    "TWO_SIDED, 10, 10, 0.5, 0.001953125",
    "TWO_SIDED, 1, 1, 0.5, 1",
    "TWO_SIDED, 2, 3, 0.5, 1",
    "TWO_SIDED, 3, 3, 0.75, 1",
    "TWO_SIDED, 1, 7, 0.25, 1",
    "TWO_SIDED, 0, 9, 0, 1",
    "TWO_SIDED, 1, 9, 0, 0",
    "LESS, 8, 9, 1, 0",
    "GREATER, 9, 9, 1, 1",
  })
  void binomial_table_equalsScipy(
      Alternative alternative, long successes, long trials, double probability, double expected) {
    TestResult result = BinomialTest.of(alternative, successes, trials, probability);
    assertThat(result.pValue()).isCloseTo(expected, within(1e-12));
    assertThat(result.statistic()).isEqualTo((double) successes / trials);
  }

  @Test
  void binomial_wholeNumberOdds_equalsEnumeration() {
    // Probability 1 / (1 + odds): the ways times odds^(n-k) are whole numbers, so ties are exact.
    for (int odds = 1; odds <= 4; odds++) {
      for (int n = 1; n <= 12; n++) {
        for (int k = 0; k <= n; k++) {
          double sum = 0;
          for (int i = 0; i <= n; i++) {
            sum += weight(n, i, odds) <= weight(n, k, odds) ? weight(n, i, odds) : 0;
          }
          assertThat(BinomialTest.of(Alternative.TWO_SIDED, k, n, 1.0 / (1 + odds)).pValue())
              .isCloseTo(sum / Math.pow(1 + odds, n), within(1e-12));
        }
      }
    }
  }

  private static double weight(int n, int k, int odds) {
    return choose(n, k) * Math.pow(odds, n - k);
  }

  @Test
  void binomial_notUsable_isDefinedOrThrows() {
    assertThat(BinomialTest.of(Alternative.LESS, 0, 0, .5)).isEqualTo(TestResult.tooFewValues());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialTest.of(Alternative.LESS, 1, 2, Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialTest.of(Alternative.LESS, 1, 1_000_001, .5))
        .withMessageContaining("1000000")
        .withMessageContaining("interval");
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }
}
