package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsTest {
  private static final double[] SCORES =
      Arrays.stream(PublicSeries.montgomery()).map(x -> x - 10).toArray();

  @ParameterizedTest
  @CsvSource({
    // D. C. Montgomery, table 9.2: mu0 = 10, K = .5, H = 5
    "1, 0, 0.05, false",
    "2, 0, 1.56, false",
    "3, 0, 1.77, false",
    "4, 1.16, 0, false",
    "5, 2.82, 0, false",
    "8, 1.00, 0, false",
    "27, 3.35, 0, false",
    "28, 4.47, 0, false",
    "29, 5.28, 0, true",
    "30, 5.30, 0, true"
  })
  void cusum_montgomery_equalsPublished(int period, double rise, double fall, boolean alarm) {
    Cusum.Point point = Cusum.with(0.5, 5).chart(SCORES).get(period - 1);
    assertThat(point.rise()).isCloseTo(rise, within(1e-9));
    assertThat(point.fall()).isCloseTo(fall, within(1e-9));
    assertThat(point.alarm()).isEqualTo(alarm);
  }

  @Test
  void cusum_restarting_startsFromZeroAfterTheAlarm() {
    List<Cusum.Point> points = Cusum.with(0.5, 5).restarting().chart(SCORES);
    assertThat(points.get(28).alarm()).isTrue();
    assertThat(points.get(29).rise()).isCloseTo(0.02, within(1e-9));
    assertThat(points.get(29).alarm()).isFalse();
    assertThat(points.subList(0, 29)).isEqualTo(Cusum.with(0.5, 5).chart(SCORES).subList(0, 29));
  }

  @ParameterizedTest
  @CsvSource({
    // D. C. Montgomery, table 9.10: lambda = .1
    "1, 9.945",
    "2, 9.7495",
    "3, 9.70355",
    "28, 10.5731",
    "29, 10.6468",
    "30, 10.6341"
  })
  void ewma_montgomery_equalsPublished(int period, double value) {
    Ewma.Point point = Ewma.with(0.1, 2.7).chart(SCORES).get(period - 1);
    assertThat(10 + point.value()).isCloseTo(value, within(5.1e-5));
  }

  @Test
  void ewma_montgomery_exactLimitsWiden() {
    List<Ewma.Point> exact = Ewma.with(0.1, 2.7).withExactLimits().chart(SCORES);
    // D. C. Montgomery, table 9.10 and figure 9.7: 10 +- .27 at first, +- .6189 at the end
    assertThat(exact.get(0).bound()).isCloseTo(0.27, within(1e-12));
    assertThat(exact.get(29).bound()).isCloseTo(0.6189, within(5e-5));
    assertThat(exact.get(27).alarm()).isFalse();
    assertThat(exact.get(28).alarm()).isTrue();
    assertThat(exact.get(29).alarm()).isTrue();
    // 2.7*sqrt(.1/1.9)
    assertThat(Ewma.with(0.1, 2.7).chart(SCORES).get(0).bound()).isCloseTo(0.6194225, within(5e-8));
    assertThat(exact.get(29).value()).isCloseTo(0.63414, within(5e-6));
  }

  @Test
  void charts_edgeCases_areDefined() {
    assertThat(Cusum.with(0, 1).chart(new double[0])).isEmpty();
    assertThat(Ewma.with(1, 1).chart(new double[0])).isEmpty();
    assertThat(Ewma.with(1, 1).chart(new double[] {3, -1}))
        .containsExactly(new Ewma.Point(3, 1, true), new Ewma.Point(-1, 1, false));
    assertThat(Cusum.with(0, 1).chart(new double[] {1, 0}))
        .containsExactly(new Cusum.Point(1, 0, false), new Cusum.Point(1, 0, false));
    assertThat(Cusum.with(1, 1).chart(new double[] {1e308, 1e308}).get(1).alarm()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void charts_notFinite_areRefused(double value) {
    double[] scores = {0, value};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.with(0.5, 5).chart(scores))
        .withMessageContaining(value + " at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.with(0.1, 3).chart(scores))
        .withMessageContaining(value + " at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.with(value, 5))
        .withMessageContaining("allowance " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cusum.with(0.5, value))
        .withMessageContaining("CUSUM limit " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ewma.with(value, 3))
        .withMessageContaining("EWMA weight " + value);
  }

  @Test
  void eDetector_threeScores_equalsFormula() {
    // by hand: m = 0; for z in (1, -2, 9 clipped to 2.5): m = (m + 1)(1 + l z), mean over 10 bets
    double[] expected = new double[3];
    for (double bet : new double[] {.05, .1, .2, .3, .38, -.05, -.1, -.2, -.3, -.38}) {
      double first = 1 + bet;
      double second = (first + 1) * (1 - 2 * bet);
      double third = (second + 1) * (1 + 2.5 * bet);
      expected[0] += first / 10;
      expected[1] += second / 10;
      expected[2] += third / 10;
    }
    List<EDetector.Point> points =
        EDetector.withRunLength(100).chart(new double[] {1, -2, Double.POSITIVE_INFINITY});
    for (int i = 0; i < 3; i++) {
      assertThat(points.get(i).evidence()).isCloseTo(expected[i], within(1e-12));
      assertThat(points.get(i).alarm()).isFalse();
    }
  }

  @Test
  void eDetector_constantScores_areDefined() {
    double[] zeros = new double[50];
    // Without any change the evidence is the number of nights.
    assertThat(EDetector.withRunLength(40).chart(zeros).get(38).alarm()).isFalse();
    assertThat(EDetector.withRunLength(40).chart(zeros).get(39).alarm()).isTrue();
    double[] falls = new double[8000];
    Arrays.fill(falls, -3);
    assertThat(EDetector.withRunLength(1e6).chart(falls).get(7999).evidence())
        .isCloseTo(5e299, within(1e290));
    assertThat(EDetector.withRunLength(100).risesOnly().chart(falls))
        .noneMatch(EDetector.Point::alarm);
    assertThat(EDetector.withRunLength(100).chart(new double[0])).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EDetector.withRunLength(100).chart(new double[] {0, Double.NaN}))
        .withMessageContaining("NaN at 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EDetector.withRunLength(Double.NaN))
        .withMessageContaining("NaN");
  }
}
