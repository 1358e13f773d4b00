package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AndersonDarlingTestTest {
  // the lines of scipy.stats.anderson_ksamp after "interpolation of probit of significance level"
  @ParameterizedTest
  @CsvSource({
    "1.7183096744360893, 2, 0.0635146772876083",
    "0.4, 2, 0.2280593879512266",
    "1, 2, 0.1264638541346302",
    "3, 3, 0.015848304941590417",
    "2, 5, 0.04328416546069784",
    "6.5, 2, 0.0010464273366916198",
    "7, 2, 0.001",
    "0.2, 2, 0.25",
    "-1.3, 2, 0.25",
    "1e300, 2, 0.001",
  })
  void pValue_table_equalsScipy(double standardised, int samples, double expected) {
    assertThat(AndersonDarlingTest.pValue(standardised, samples))
        .isCloseTo(expected, within(1e-13));
  }

  @Test
  void pValue_reference_isThatOfTheArchive() {
    var reference = Archives.reference("statistics.json").get("AD ksamp x,y midrank");
    assertThat(AndersonDarlingTest.pValue(reference.get(0).asDouble(), 2))
        .isCloseTo(reference.get(1).asDouble(), within(1e-13));
  }

  // sigmasq of scipy.stats.anderson_ksamp for the sizes
  @ParameterizedTest
  @CsvSource({
    "8, 8, 0, 0.4640799388723253",
    "2, 2, 0, 0.22222222222222854",
    "100, 57, 33, 1.1314964822374378",
    "500000, 300000, 0, 0.5797334849346854",
    "3000000, 1000, 0, 0.5798657710211345",
  })
  void variance_table_equalsScipy(long first, long second, long third, double expected) {
    long[] sizes = third == 0 ? new long[] {first, second} : new long[] {first, second, third};
    assertThat(AndersonDarlingTest.variance(sizes)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void variance_fewValues_equalsEnumeration() {
    double mean = 0;
    double squares = 0;
    Enumeration enumeration = Enumeration.of(4, 3, Pooled::andersonDarling);
    for (var order : enumeration.orders().entrySet()) {
      mean += order.getKey() * order.getValue() / enumeration.total();
      squares += order.getKey() * order.getKey() * order.getValue() / enumeration.total();
    }
    // The published variance is that of the right-continuous variant, which has mean 1.
    assertThat(mean).isBetween(.9, 1.1);
    assertThat(squares - mean * mean).isCloseTo(AndersonDarlingTest.variance(4, 3), within(.1));
  }

  @Test
  void standardised_example_equalsScipy() {
    double[] x = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};
    double[] y = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};
    // scipy.stats.anderson_ksamp([x, y], variant='midrank').statistic
    assertThat(AndersonDarlingTest.standardised(Pooled.of(x, y).andersonDarling(), 8, 8))
        .isCloseTo(1.7183096744360893, within(1e-12));
  }

  @Test
  void variance_hugeSizes_isFinite() {
    long huge = Long.MAX_VALUE / 2;
    // Limit for two samples: 2(pi^2 - 9)/3, Scholz and Stephens 1987
    assertThat(AndersonDarlingTest.variance(huge, huge))
        .isCloseTo(2 * (Math.PI * Math.PI - 9) / 3, within(1e-9));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> AndersonDarlingTest.variance(Long.MAX_VALUE, 1))
        .withMessageContaining("exceed " + Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_001})
  void harmonic_whereTheFormulaChanges_agreesWithTheSum(long n) {
    double sum = 0;
    double squares = 0;
    double paired = 0;
    for (long j = n; j >= 1; j--) {
      sum += 1.0 / j;
      squares += 1.0 / (j * j);
    }
    double inner = 0;
    for (long j = 2; j < n; j++) {
      inner += 1.0 / (n - j + 1);
      paired += inner / j;
    }
    assertThat(Harmonic.number(n)).isCloseTo(sum, within(1e-13));
    assertThat(Harmonic.squares(n)).isCloseTo(squares, within(1e-13));
    assertThat(Harmonic.paired(n)).isCloseTo(paired, within(1e-12));
  }

  @Test
  void standardised_notUsable_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarlingTest.pValue(Double.NaN, 2))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarlingTest.pValue(1, 1))
        .withMessageContaining("1 samples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarlingTest.standardised(1, 5, 0))
        .withMessageContaining("0 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarlingTest.standardised(1, 1, 2))
        .withMessageContaining("4 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarlingTest.standardised(Double.POSITIVE_INFINITY, 4, 4))
        .withMessageContaining("Infinity");
  }
}
