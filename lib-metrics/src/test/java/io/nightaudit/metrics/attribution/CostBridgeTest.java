package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CostBridgeTest {
  /** Volume, share, tokens, price of two segments. */
  private static final double[][] BEFORE = {{1e5, .8, 400, 2e-6}, {1e5, .2, 900, 1e-5}};

  private static final double[][] NOW = {{1.2e5, .7, 500, 2e-6}, {1.2e5, .3, 1000, 8e-6}};

  // Recomputed from the formulas of B. W. Ang, 2005, with mpmath: cost 244 -> 372
  @Test
  void divisia_fourFactors_equalsReference() {
    LogMeanDivisia bridge = LogMeanDivisia.of(BEFORE, NOW);

    assertThat(bridge.total()).isCloseTo(128, within(1e-9));
    assertThat(bridge.entryAndExit()).isZero();
    assertThat(bridge.effects())
        .containsExactly(
            new double[] {55.3041073064, 83.3491082212, 40.6219279869, -51.2751435146},
            within(5e-11));
  }

  // 24 orders of the four factors
  @Test
  void shapley_fourFactors_equalsReference() {
    assertThat(Shapley.ofProducts(BEFORE, NOW))
        .containsExactly(new double[] {55.9666667, 83.7666667, 41.1, -52.8333333}, within(5e-8));
  }

  // The glove game: player 0 has a left glove, 1 and 2 have right ones; Shapley values 2/3, 1/6,
  // 1/6
  @Test
  void shapley_gloveGame_equalsTextbook() {
    double[] values = Shapley.of(3, set -> (set & 1) == 1 && (set & 6) != 0 ? 1 : 0);

    assertThat(values).containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
  }

  @Test
  void divisia_segmentEnters_isApart() {
    LogMeanDivisia bridge =
        LogMeanDivisia.of(new double[][] {{2, 3}, {0, 5}}, new double[][] {{4, 3}, {1, 5}});

    assertThat(bridge.total()).isEqualTo(11);
    assertThat(bridge.entryAndExit()).isEqualTo(5);
    assertThat(bridge.effects()).containsExactly(new double[] {6, 0}, within(1e-12));
  }

  @Test
  void divisia_nothing_isNothing() {
    assertThat(LogMeanDivisia.of(new double[0][], new double[0][]).total()).isZero();
    assertThat(Shapley.of(0, set -> 7)).isEmpty();
  }

  /** Near a = b the textbook form loses all digits; L lies between the two. */
  @Test
  void logarithmicMean_almostEqual_staysBetween() {
    for (double step = 1; step > 1e-16; step /= 7) {
      double mean = LogMeanDivisia.logarithmicMean(3 + step, 3);
      assertThat(mean).isBetween(3.0, 3 + step);
      assertThat(mean).isCloseTo(3 + step / 2, within(step * step / 24 + 1e-15));
    }
  }

  @Test
  void bridges_impossibleFactors_areRefused() {
    for (double factor : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LogMeanDivisia.of(new double[][] {{factor}}, new double[][] {{1}}))
          .withMessageContaining("Factor " + factor);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogMeanDivisia.of(new double[][] {{1}}, new double[0][]))
        .withMessageContaining("1 segments before and 0 now");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapley.of(17, set -> 0))
        .withMessageContaining("Provided: 17");
  }

  @Provide
  Arbitrary<double[][]> segments() {
    return Arbitraries.doubles()
        .between(0.001, 1_000)
        .ofScale(3)
        .array(double[].class)
        .ofSize(3)
        .array(double[][].class)
        .ofSize(4);
  }

  @Property(seed = "61")
  void bridges_anyFactors_addUpToTheChange(
      @ForAll("segments") double[][] before, @ForAll("segments") double[][] now) {
    LogMeanDivisia bridge = LogMeanDivisia.of(before, now);
    double size = total(before) + total(now);

    assertThat(Arrays.stream(bridge.effects()).sum() + bridge.entryAndExit())
        .isCloseTo(bridge.total(), within(1e-9 * size));
    assertThat(Arrays.stream(Shapley.ofProducts(before, now)).sum())
        .isCloseTo(bridge.total(), within(1e-9 * size));
  }

  @Property(seed = "62")
  void bridges_timeReversed_changeSign(
      @ForAll("segments") double[][] before, @ForAll("segments") double[][] now) {
    double size = total(before) + total(now);
    double[] there = LogMeanDivisia.of(before, now).effects();
    double[] back = LogMeanDivisia.of(now, before).effects();
    double[] thereByShapley = Shapley.ofProducts(before, now);
    double[] backByShapley = Shapley.ofProducts(now, before);

    for (int f = 0; f < there.length; f++) {
      assertThat(back[f]).isCloseTo(-there[f], within(1e-9 * size));
      assertThat(backByShapley[f]).isCloseTo(-thereByShapley[f], within(1e-9 * size));
    }
  }

  /** A factor that did not change did nothing, whatever the others did. */
  @Property(seed = "63")
  void bridges_factorUnchanged_hasNoEffect(
      @ForAll("segments") double[][] before, @ForAll("segments") double[][] now) {
    double[][] same = Arrays.stream(now).map(double[]::clone).toArray(double[][]::new);
    for (int s = 0; s < same.length; s++) {
      same[s][1] = before[s][1];
    }

    assertThat(LogMeanDivisia.of(before, same).effects()[1]).isZero();
    assertThat(Shapley.ofProducts(before, same)[1]).isZero();
  }

  private static double total(double[][] segments) {
    return Arrays.stream(segments).mapToDouble(Products::of).sum();
  }
}
