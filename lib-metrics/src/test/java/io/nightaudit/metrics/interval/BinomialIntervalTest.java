package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BinomialIntervalTest {
  // statsmodels.stats.proportion.proportion_confint(x, n, method='wilson' | 'beta' | ...)
  @ParameterizedTest
  @CsvSource({
    // R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 857-872
    "WILSON, 81, 263, 0.255289, 0.366210",
    "WILSON, 15, 148, 0.062386, 0.160487",
    "WILSON, 0, 20, 0, 0.161125",
    "WILSON, 1, 29, 0.006113, 0.171755",
    "WILSON, 21, 100, 0.141657, 0.299800",
    "CLOPPER_PEARSON, 0, 20, 0, 0.168433",
    "CLOPPER_PEARSON, 21, 100, 0.134944, 0.302915",
    "JEFFREYS, 0, 20, 0.000024, 0.116639",
    "AGRESTI_COULL, 1, 29, 0, 0.186287",
    "WALD, 21, 100, 0.130169, 0.289831",
    "WALD, 0, 20, 0, 0"
  })
  void of_published_equalsReference(
      BinomialInterval kind, long successes, long trials, double low, double high) {
    Interval interval = kind.of(successes, trials, 0.95);
    assertThat(interval.low()).isCloseTo(low, within(6e-7));
    assertThat(interval.high()).isCloseTo(high, within(6e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "WILSON, wilson",
    "CLOPPER_PEARSON, beta",
    "JEFFREYS, jeffreys",
    "AGRESTI_COULL, agresti_coull",
    "WALD, normal"
  })
  void of_referenceFile_equalsStatsmodels(BinomialInterval kind, String key) {
    JsonNode reference = Archives.reference("statistics.json");
    for (String rate : new String[] {"0/20", "3/20", "21/100", "81/263", "15/148", "1/29"}) {
      String[] parts = rate.split("/");
      Interval interval = kind.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]), 0.95);
      double[] expected = Archives.doubles(reference.get("CI " + rate).get(key));
      assertThat(interval.low()).as(rate).isCloseTo(expected[0], within(6e-7));
      assertThat(interval.high()).as(rate).isCloseTo(expected[1], within(6e-7));
    }
  }

  // scipy.stats.beta.ppf(.025, x, n-x+1), scipy.stats.beta.ppf(.975, x+1, n-x): also where the rate
  // is far below the nine digits to which a library solves for a quantile
  @ParameterizedTest
  @CsvSource({
    "1, 1000000000, 2.531780798396938e-11, 5.571643429123389e-09",
    "5, 1000000, 1.6234883192411703e-06, 1.1668293175208817e-05",
    "21, 100, 0.1349436957053291, 0.30291537935054064"
  })
  void clopperPearson_rareEvents_equalsScipyRelatively(
      long successes, long trials, double low, double high) {
    Interval interval = BinomialInterval.CLOPPER_PEARSON.of(successes, trials, 0.95);
    assertThat(interval.low()).isCloseTo(low, withinPercentage(1e-7));
    assertThat(interval.high()).isCloseTo(high, withinPercentage(1e-7));
  }

  @Test
  void clopperPearson_noViolation_isAboutThreePerTrialOneSided() {
    // 1 - .05^(1/n) < -ln(.05)/n = 2.9957/n
    double high = BinomialInterval.CLOPPER_PEARSON.of(0, 1000, 0.90).high();
    assertThat(high).isCloseTo(1 - Math.pow(0.05, 1.0 / 1000), within(1e-14)).isLessThan(3e-3);
  }

  @ParameterizedTest
  @EnumSource(BinomialInterval.class)
  void of_noTrials_isEverything(BinomialInterval kind) {
    assertThat(kind.of(0, 0, 0.9)).isEqualTo(new Interval(0, 1, 0.9));
  }

  @ParameterizedTest
  @EnumSource(BinomialInterval.class)
  void of_largestCounts_staysWithinZeroAndOne(BinomialInterval kind) {
    long most = Long.MAX_VALUE;
    for (long successes : new long[] {0, 1, most / 2, most - 1, most}) {
      Interval interval = kind.of(successes, most, 0.95);
      assertThat(interval.low()).isBetween(0.0, 1.0);
      assertThat(interval.high()).isBetween(interval.low(), 1.0);
      assertThat(interval.width()).isLessThan(2e-9);
    }
  }

  @Test
  void of_impossible_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.WILSON.of(3, 2, 0.95))
        .withMessageContaining("3 successes in 2 trials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.WILSON.of(1, 2, Double.NaN))
        .withMessageContaining("confidence NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.JEFFREYS.of(-1, 2, 0.95))
        .withMessageContaining("-1 successes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.WALD.of(0, 0, 1))
        .withMessageContaining("confidence 1.0");
  }
}
