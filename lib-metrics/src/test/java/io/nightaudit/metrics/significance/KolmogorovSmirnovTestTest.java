package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nightaudit.metrics.Archives;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovSmirnovTestTest {
  // scipy.stats._stats_py._attempt_exact_2kssamp(n, m, gcd(n, m), d, 'two-sided')[2];
  // kstwobign.sf(d * sqrt(n*m/(n+m))); kstwo.sf(d, round(n*m/(n+m)))
  @ParameterizedTest
  @CsvSource({
    "0.625, 8, 8, 0.08702408702408701, 0.08786641394169108, 0.04931640625",
    "0.5714285714285714, 5, 7, 0.23737373737373738, 0.29673421491026475, 0.18853255587949472",
    "0.35, 10, 20, 0.3686458469067164, 0.3876476503252249, 0.285965554486757",
    "0.15, 100, 150, 0.12530009931399302, 0.13437022652861094, 0.12110534950589669",
    "0.08, 1000, 700, 0.009662797848588138, 0.01028117022232433, 0.009671707712963672",
    "0.05, 2000, 2000, 0.013464654930116565, 0.013475889875863678, 0.013012074781090332",
    "0.3, 500, 400, 3.901077841019422e-18, 8.4967085105833e-18, 3.241779258339168e-18",
    "1, 3, 4, 0.05714285714285715, 0.06486426873885241, 0",
  })
  void pValues_table_equalScipy(
      double distance, long n, long m, double exact, double limit, double approximation) {
    assertThat(KolmogorovSmirnovTest.exact(distance, n, m))
        .isCloseTo(exact, withinPercentage(1e-7));
    assertThat(KolmogorovSmirnovTest.pValue(distance, n, m))
        .isEqualTo(KolmogorovSmirnovTest.exact(distance, n, m));
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(distance, n, m))
        .isCloseTo(limit, withinPercentage(1e-9));
    assertThat(KolmogorovSmirnovTest.oneSampleApproximation(distance, n, m))
        .isCloseTo(approximation, withinPercentage(1e-7));
  }

  // scipy.stats.kstwobign.sf(lambda), on both sides of the change of series
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.999999999999495",
    "0.5, 0.9639452436648751",
    "1, 0.26999967167735456",
    "1.25, 0.08786641394169108",
    "2, 0.0006709252557796953",
    "4, 2.532833109818835e-14",
  })
  void kolmogorovLimit_lambda_equalsScipy(double lambda, double expected) {
    // n = m = 2·16² makes the effective size 256, so that lambda = 16 d.
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(lambda / 16, 512, 512))
        .isCloseTo(expected, withinPercentage(1e-9));
  }

  @Test
  void pValues_reference_areThoseOfTheArchive() {
    var reference = Archives.reference("statistics.json");
    assertThat(KolmogorovSmirnovTest.exact(.625, 8, 8))
        .isCloseTo(reference.get("KS2 exact").get(1).asDouble(), Offset.offset(1e-15));
    assertThat(KolmogorovSmirnovTest.oneSampleApproximation(.625, 8, 8))
        .isCloseTo(reference.get("KS2 asymp").get(1).asDouble(), Offset.offset(1e-12));
  }

  @Test
  void exact_fewValues_equalsEnumeration() {
    for (int n = 1; n <= 6; n++) {
      for (int m = 1; m <= 6; m++) {
        int sizes = n;
        int others = m;
        Enumeration enumeration = Enumeration.of(n, m, Pooled::kolmogorovSmirnov);
        enumeration.forEach(
            (d, p) ->
                assertThat(KolmogorovSmirnovTest.exact(d, sizes, others))
                    .as("%s of %s and %s", d, sizes, others)
                    .isCloseTo(p, Offset.offset(1e-14)));
      }
    }
  }

  @Test
  void pValue_aboveTheLimit_isAsymptotic() {
    assertThat(KolmogorovSmirnovTest.pValue(.01, 10_000_000, 1)).isEqualTo(1);
    assertThat(KolmogorovSmirnovTest.pValue(.02, 20_000, 5_000))
        .isEqualTo(KolmogorovSmirnovTest.kolmogorovLimit(.02, 20_000, 5_000));
    assertThat(KolmogorovSmirnovTest.pValue(1e-9, Long.MAX_VALUE, Long.MAX_VALUE))
        .isBetween(0.0, 1.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.exact(.1, Long.MAX_VALUE, Long.MAX_VALUE))
        .withMessageContaining("10000000")
        .withMessageContaining("kolmogorovLimit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.oneSampleApproximation(.1, 4_000_000, 4_000_000))
        .withMessageContaining("1000000")
        .withMessageContaining("kolmogorovLimit");
  }

  @Test
  void kolmogorovLimit_atTheExactLimit_isWithinFivePercent() {
    double exact = KolmogorovSmirnovTest.exact(.03, 4_000, 2_500);
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(.03, 4_000, 2_500))
        .isCloseTo(exact, withinPercentage(5));
  }

  @Test
  void pValue_emptyOrSingle_isDefined() {
    assertThat(KolmogorovSmirnovTest.pValue(Double.NaN, 0, 5)).isNaN();
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(.5, 5, 0)).isNaN();
    assertThat(KolmogorovSmirnovTest.threshold(.05, 0, 5, 0, 0)).isNaN();
    assertThat(KolmogorovSmirnovTest.pValue(0, 1, 1)).isEqualTo(1);
    assertThat(KolmogorovSmirnovTest.pValue(1, 1, 1)).isEqualTo(1);
    assertThat(KolmogorovSmirnovTest.pValue(1, 1, 9)).isCloseTo(.2, Offset.offset(1e-15));
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(0, 5, 5)).isEqualTo(1);
    assertThat(KolmogorovSmirnovTest.oneSampleApproximation(0, 5, 5)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -.1, 1.1, Double.POSITIVE_INFINITY})
  void pValue_impossibleDistance_throws(double distance) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.pValue(distance, 5, 5))
        .withMessageContaining("distance " + distance)
        .withMessageContaining("leave out");
  }

  @Test
  void pValue_negativeSize_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.pValue(.5, -1, 5))
        .withMessageContaining("-1");
  }

  @Test
  void threshold_sketches_addsTheirErrors() {
    // c(0.05) = sqrt(-log(0.025)/2) = 1.3581015157406195; sqrt(2/200) = 0.1
    assertThat(KolmogorovSmirnovTest.threshold(.05, 200, 200, 0, 0))
        .isCloseTo(.13581015157406195, Offset.offset(1e-15));
    assertThat(KolmogorovSmirnovTest.threshold(.05, 200, 200, .0133, .0014))
        .isCloseTo(.15051015157406195, Offset.offset(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.threshold(.05, 2, 2, Double.NaN, 0))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KolmogorovSmirnovTest.threshold(1, 2, 2, 0, 0))
        .withMessageContaining("alpha 1.0");
  }

  @Test
  void threshold_largeSamples_hasTheLevel() {
    double threshold = KolmogorovSmirnovTest.threshold(.01, 50_000, 70_000, 0, 0);
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(threshold, 50_000, 70_000))
        .isCloseTo(.01, withinPercentage(.01));
  }
}
