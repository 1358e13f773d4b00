package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardScoreTest {
  /** SciPy: {@code stats.norm.sf(4)} is 3.167124e-05, {@code stats.norm.sf(1.96)} 0.02499790. */
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 4, 6.334248e-05",
    "TWO_SIDED, -4, 6.334248e-05",
    "GREATER, 4, 3.167124e-05",
    "GREATER, 1.96, 0.02499790",
    "GREATER, -1.96, 0.97500210",
    "LESS, -1.96, 0.02499790",
    "TWO_SIDED, 0, 1"
  })
  void pValue_knownScores_isTheTail(Alternative alternative, double z, double expected) {
    assertThat(StandardScore.pValue(alternative, z)).isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void pValue_nan_isRefused() {
    assertThatThrownBy(() -> StandardScore.pValue(Alternative.LESS, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
