package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CramerVonMisesTestTest {
  // scipy.stats.cramervonmises_2samp(x, y, method='exact' | 'asymptotic'); the last has ties:
  // cramervonmises_2samp([1, 2, 2, 3, 4], [2, 3, 3, 5])
  @ParameterizedTest
  @CsvSource({
    "0.4375, 8, 8, 0.06433566433566433, 0.05788700364500943",
    "0.18134920634920637, 5, 7, 0.3383838383838384, 0.3403782919382006",
    "0.07395833333333268, 12, 20, 0.7633416719502709, 0.7716551577971783",
    "0.919950517318938, 20, 19, 0.0033418288871207573, 0.003672995446028282",
    "0.9400000000000004, 20, 20, 0.002999962621764624, 0.003292837064707954",
    "0.12592592592592577, 5, 4, 0.5793650793650794, 0.571560302045277",
  })
  void pValues_table_equalScipy(double statistic, long n, long m, double exact, double asymptotic) {
    assertThat(CramerVonMisesTest.exact(statistic, n, m)).isCloseTo(exact, within(1e-13));
    assertThat(CramerVonMisesTest.pValue(statistic, n, m))
        .isEqualTo(CramerVonMisesTest.exact(statistic, n, m));
    // SciPy cuts its series off at terms of 1e-7.
    assertThat(CramerVonMisesTest.asymptotic(statistic, n, m)).isCloseTo(asymptotic, within(1e-7));
  }

  // 1 - scipy.stats._hypotests._cdf_cvm_inf(x)
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.9999941355671901",
    "0.05, 0.876280931041351",
    "0.1, 0.5848734384067971",
    "0.3, 0.13517126880510733",
    "0.5, 0.039833217565609313",
    "1, 0.002460452180135797",
    "2, 1.2780736265760595e-05",
  })
  void limit_table_equalsScipy(double x, double expected) {
    assertThat(CramerVonMisesLimit.survival(x)).isCloseTo(expected, within(1e-7));
  }

  @Test
  void limit_ends_areExactToManyDigits() {
    // Below x = 0.003 the probability is 1 by definition: no jump there.
    assertThat(CramerVonMisesLimit.survival(.00301)).isCloseTo(1, within(1e-12));
    // The tail falls as exp(-pi^2 x / 2) / sqrt(x), P(Z^2/pi^2 + rest >= x); never 0 or noise.
    double ratio = CramerVonMisesLimit.survival(20) / CramerVonMisesLimit.survival(19);
    assertThat(ratio)
        .isCloseTo(Math.exp(-Math.PI * Math.PI / 2) * Math.sqrt(19.0 / 20), within(1e-4));
  }

  @Test
  void pValues_reference_areThoseOfTheArchive() {
    var reference = Archives.reference("statistics.json");
    assertThat(CramerVonMisesTest.exact(.4375, 8, 8))
        .isCloseTo(reference.get("CvM exact x,y").get(1).asDouble(), within(1e-14));
    assertThat(CramerVonMisesTest.asymptotic(.4375, 8, 8))
        .isCloseTo(reference.get("CvM asymp x,y").get(1).asDouble(), within(1e-7));
  }

  @Test
  void exact_fewValues_equalsEnumeration() {
    for (int n = 1; n <= 6; n++) {
      for (int m = 1; m <= 6; m++) {
        int sizes = n;
        int others = m;
        Enumeration enumeration = Enumeration.of(n, m, Pooled::cramerVonMises);
        enumeration.forEach(
            (t, p) ->
                assertThat(CramerVonMisesTest.exact(t, sizes, others))
                    .as("%s of %s and %s", t, sizes, others)
                    .isCloseTo(p, within(1e-14)));
      }
    }
  }

  @Test
  void pValue_aboveTheLimit_isAsymptotic() {
    assertThat(CramerVonMisesTest.pValue(.46, 21, 5))
        .isEqualTo(CramerVonMisesTest.asymptotic(.46, 21, 5));
    assertThat(CramerVonMisesTest.asymptotic(.46136, Long.MAX_VALUE, Long.MAX_VALUE))
        .isCloseTo(.05, within(1e-5)); // T. W. Anderson and D. A. Darling, 1952, table 1: 0.46136
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CramerVonMisesTest.exact(.46, 21, 5))
        .withMessageContaining("20")
        .withMessageContaining("asymptotic");
  }

  @Test
  void pValue_emptyOrSingle_isDefined() {
    assertThat(CramerVonMisesTest.pValue(Double.NaN, 0, 5)).isNaN();
    assertThat(CramerVonMisesTest.pValue(.25, 1, 1)).isEqualTo(1);
    assertThat(CramerVonMisesTest.asymptotic(.25, 1, 1)).isEqualTo(1);
    assertThat(CramerVonMisesTest.pValue(0, 7, 7)).isEqualTo(1);
    assertThat(CramerVonMisesTest.asymptotic(1e300, 30, 30)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -.1, Double.POSITIVE_INFINITY})
  void pValue_impossibleStatistic_throws(double statistic) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CramerVonMisesTest.pValue(statistic, 5, 5))
        .withMessageContaining("statistic " + statistic);
  }
}
