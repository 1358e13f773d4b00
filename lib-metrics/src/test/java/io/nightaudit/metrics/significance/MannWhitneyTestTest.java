package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTestTest {
  private static final Pooled PUBLISHED =
      Pooled.of(new double[] {19, 22, 16, 29, 24}, new double[] {20, 11, 17, 12});

  /** Evidently's test_mann_whitney: values 1 to 6 that often. */
  private static final long[] REFERENCE = {16, 18, 16, 14, 12, 12};

  private static final long[] CURRENT = {16, 16, 16, 16, 16, 8};

  // scipy.stats.mannwhitneyu([19,22,16,29,24], [20,11,17,12], alternative=..., method=...)
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 0.1111111111111111, 0.11134688653314041",
    "LESS, 0.9682539682539683, 0.9669037101389033",
    "GREATER, 0.05555555555555555, 0.055673443266570206",
  })
  void pValues_published_equalScipy(Alternative alternative, double exact, double asymptotic) {
    MannWhitneyTest test = MannWhitneyTest.of(alternative, PUBLISHED.first(), PUBLISHED.second());
    assertThat(test.u()).isEqualTo(17);
    assertThat(test.effect()).isEqualTo(.85);
    assertThat(test.pValue()).isCloseTo(exact, within(1e-14));
    assertThat(
            MannWhitneyTest.asymptotic(alternative, PUBLISHED.first(), PUBLISHED.second()).pValue())
        .isCloseTo(asymptotic, within(1e-14));
  }

  @Test
  void pValues_published_areThoseOfTheArchive() {
    var reference = Archives.reference("statistics.json");
    MannWhitneyTest exact =
        MannWhitneyTest.exact(Alternative.TWO_SIDED, PUBLISHED.first(), PUBLISHED.second());
    assertThat(exact.pValue())
        .isCloseTo(
            reference.get("MWU doc males/females (17.0,0.111)").get(1).asDouble(), within(1e-14));
    assertThat(MannWhitneyTest.of(Alternative.TWO_SIDED, CURRENT, REFERENCE).pValue())
        .isCloseTo(reference.get("Evidently MWU p (0.481)").asDouble(), within(1e-13));
  }

  // scipy.stats.mannwhitneyu(np.repeat([1,2,3,4,5,6], [16,16,16,16,16,8]),
  //   np.repeat([1,2,3,4,5,6], [16,18,16,14,12,12]), alternative=...); Evidently asks whether the
  // reference is "less", which is current "greater"
  @ParameterizedTest
  @CsvSource({
    "TWO_SIDED, 0.962866061197499",
    "LESS, 0.519763887658901",
    "GREATER, 0.4814330305987495",
  })
  void of_manyTies_equalsScipy(Alternative alternative, double expected) {
    MannWhitneyTest test = MannWhitneyTest.of(alternative, CURRENT, REFERENCE);
    assertThat(test.u()).isEqualTo(3888);
    assertThat(test.pValue()).isCloseTo(expected, within(1e-13));
  }

  @Test
  void exact_fewValues_equalsEnumeration() {
    for (int n = 1; n <= 6; n++) {
      for (int m = 1; m <= 6; m++) {
        Enumeration enumeration = Enumeration.of(n, m, Pooled::pairsAbove);
        Enumeration extremes = Enumeration.of(n, m, MannWhitneyTestTest::fromMiddle);
        Pooled.forEachOrder(
            n,
            m,
            order -> {
              assertThat(p(Alternative.GREATER, order))
                  .isCloseTo(enumeration.tail(order.pairsAbove()), within(1e-14));
              assertThat(p(Alternative.TWO_SIDED, order))
                  .isCloseTo(extremes.tail(fromMiddle(order)), within(1e-14));
            });
      }
    }
  }

  private static double fromMiddle(Pooled order) {
    return Math.abs(order.pairsAbove() - order.n() * order.m() / 2.0);
  }

  private static double p(Alternative alternative, Pooled order) {
    return MannWhitneyTest.exact(alternative, order.first(), order.second()).pValue();
  }

  @Test
  void of_emptyOrEqual_isDefined() {
    assertThat(MannWhitneyTest.of(Alternative.TWO_SIDED, new long[0], new long[0]))
        .isEqualTo(new MannWhitneyTest(Double.NaN, Double.NaN, Double.NaN));
    assertThat(MannWhitneyTest.of(Alternative.LESS, new long[] {3, 1}, new long[2]).u()).isNaN();
    assertThat(MannWhitneyTest.of(Alternative.LESS, new long[] {0, 3}, new long[] {0, 9}))
        .isEqualTo(new MannWhitneyTest(13.5, .5, 1));
    assertThat(MannWhitneyTest.of(Alternative.GREATER, new long[] {0, 1}, new long[] {1, 0}))
        .isEqualTo(new MannWhitneyTest(1, 1, .5));
    assertThat(MannWhitneyTest.of(Alternative.TWO_SIDED, new long[] {1}, new long[] {1}))
        .isEqualTo(new MannWhitneyTest(.5, .5, 1));
  }

  @Test
  void of_hugeCounts_isExactInWholeNumbers() {
    long huge = Long.MAX_VALUE / 4;
    MannWhitneyTest test =
        MannWhitneyTest.of(Alternative.TWO_SIDED, new long[] {huge, huge}, new long[] {huge, huge});
    assertThat(test.effect()).isEqualTo(.5);
    assertThat(test.pValue()).isEqualTo(1);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                MannWhitneyTest.of(
                    Alternative.TWO_SIDED, new long[] {Long.MAX_VALUE, 1}, new long[] {1, 1}))
        .withMessageContaining("exceed " + Long.MAX_VALUE)
        .withMessageContaining("shorter");
  }

  @Test
  void exact_tiesOrMany_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannWhitneyTest.exact(Alternative.LESS, CURRENT, REFERENCE))
        .withMessageContaining("88 values")
        .withMessageContaining("asymptotic");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> MannWhitneyTest.exact(Alternative.LESS, new long[] {1, 1}, new long[] {1, 0}))
        .withMessageContaining("ties: true");
  }

  @Test
  void exact_atTheLimit_isNearTheNormal() {
    long[] current = new long[100];
    Arrays.setAll(current, i -> i % 2);
    long[] reference = new long[100];
    Arrays.setAll(reference, i -> 1 - i % 2);
    assertThat(MannWhitneyTest.of(Alternative.GREATER, current, reference).pValue())
        .isCloseTo(
            MannWhitneyTest.asymptotic(Alternative.GREATER, current, reference).pValue(),
            within(.001));
  }

  @Test
  void of_countsNotUsable_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannWhitneyTest.of(Alternative.LESS, new long[1], new long[2]))
        .withMessageContaining("same bins");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannWhitneyTest.of(Alternative.LESS, new long[] {-1}, new long[] {1}))
        .withMessageContaining("count -1");
  }
}
