package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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
    "AGRESTI_COULL, 1, 29, 0, 0.186287"
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
    "AGRESTI_COULL, agresti_coull"
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

  @ParameterizedTest
  @EnumSource(BinomialInterval.class)
  void of_laws_hold(BinomialInterval kind) {
    assertThat(kind.of(0, 0, 0.9)).isEqualTo(new Interval(0, 1, 0.9));
    for (int x = 0; x <= 30; x++) {
      Interval interval = kind.of(x, 30, 0.95);
      Interval mirrored = kind.of(30 - x, 30, 0.95);
      assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-9));
      assertThat(interval.width()).isLessThan(kind.of(x, 30, 0.99).width());
    }
  }

  @Test
  void of_impossible_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.WILSON.of(3, 2, 0.95))
        .withMessageContaining("3 successes in 2 trials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinomialInterval.WILSON.of(1, 2, Double.NaN))
        .withMessageContaining("NaN");
  }
}
