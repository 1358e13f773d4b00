package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KuiperTestTest {
  // Ne = n*m/(n+m); r = sqrt(Ne); l = (r + .155 + .24/r) * V
  // 2*sum((4*j*j*l*l-1)*exp(-2*j*j*l*l) for j in range(1, 60)); the first is a published value
  @ParameterizedTest
  @CsvSource({
    "0.2, 200, 200, 0.007828681677990694",
    "0.1, 200, 300, 0.6657212684732827",
    "0.5, 10, 12, 0.39680152483760817",
  })
  void pValue_table_equalsSeries(double distance, long n, long m, double expected) {
    assertThat(KuiperTest.pValue(distance, n, m)).isCloseTo(expected, within(1e-13));
  }

  @Test
  void pValue_smallDistance_isOne() {
    assertThat(KuiperTest.pValue(0, 5, 5)).isEqualTo(1);
    // The series at lambda = 0.4 is 0.9999999999844235: where it is cut off nothing jumps.
    assertThat(KuiperTest.pValue(.4 / (100 + .155 + .0024), 20_000, 20_000))
        .isCloseTo(1, within(1e-10));
  }

  @Test
  void pValue_emptyOrHuge_isDefined() {
    assertThat(KuiperTest.pValue(Double.NaN, 0, 5)).isNaN();
    assertThat(KuiperTest.pValue(1, 1, 1)).isBetween(0.0, 1.0);
    assertThat(KuiperTest.pValue(1, Long.MAX_VALUE, Long.MAX_VALUE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -.1, 1.1, Double.POSITIVE_INFINITY})
  void pValue_impossibleDistance_throws(double distance) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KuiperTest.pValue(distance, 5, 5))
        .withMessageContaining("distance " + distance);
  }
}
