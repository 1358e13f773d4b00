package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostBridgeTest {
  private static final double NAN = Double.NaN;
  private static final List<String> FACTORS = List.of("volume", "mix", "verbosity", "price");

  // Volume, share, tokens, price of two models before and now.
  private static final double[][] BEFORE = {{1e5, .8, 400, 2e-6}, {1e5, .2, 900, 1e-5}};
  private static final double[][] NOW = {{1.2e5, .7, 500, 2e-6}, {1.2e5, .3, 1000, 8e-6}};

  @Test
  void logMeanDivisia_twoModels_equalsWorkedExample() {
    // numpy: L=lambda a,b:(a-b)/(log(a)-log(b)); sum over both of L(C1,C0)*log(x1/x0)
    CostBridge bridge = LogMeanDivisia.of(FACTORS, BEFORE, NOW);
    assertThat(bridge.before()).isCloseTo(244, within(1e-12));
    assertThat(bridge.now()).isCloseTo(372, within(1e-12));
    assertThat(bridge.effect("volume")).isCloseTo(55.3041073064, within(5e-11));
    assertThat(bridge.effect("mix")).isCloseTo(83.3491082212, within(5e-11));
    assertThat(bridge.effect("verbosity")).isCloseTo(40.6219279869, within(5e-11));
    assertThat(bridge.effect("price")).isCloseTo(-51.2751435146, within(5e-11));
    assertThat(sum(bridge)).isCloseTo(128, within(1e-12));
    assertThat(bridge.entry()).isZero();
    assertThat(bridge.exit()).isZero();
  }

  @Test
  void shapley_twoModels_equalsWorkedExample() {
    // Python: mean over itertools.permutations(range(4)) of the change at each step, both models
    CostBridge bridge = Shapley.of(FACTORS, BEFORE, NOW);
    assertThat(bridge.effect("volume")).isCloseTo(55.9666667, within(5e-8));
    assertThat(bridge.effect("mix")).isCloseTo(83.7666667, within(5e-8));
    assertThat(bridge.effect("verbosity")).isCloseTo(41.1, within(5e-8));
    assertThat(bridge.effect("price")).isCloseTo(-52.8333333, within(5e-8));
    assertThat(sum(bridge)).isCloseTo(128, within(1e-12));
  }

  @Test
  void bridge_segmentsThatEnterAndLeave_areTermsOfTheirOwn() {
    double[][] before = {{10, .5, 4}, {10, .5, 6}, {10, 0, NAN}, {10, 0, NAN}};
    double[][] now = {{10, .5, 4}, {10, 0, NAN}, {10, .5, 2}, {10, 0, NAN}};
    List<String> factors = List.of("volume", "mix", "cost of one");
    for (CostBridge bridge :
        List.of(LogMeanDivisia.of(factors, before, now), Shapley.of(factors, before, now))) {
      assertThat(bridge.total()).isEqualTo(-20);
      assertThat(bridge.entry()).isEqualTo(10);
      assertThat(bridge.exit()).isEqualTo(-30);
      assertThat(bridge.effects()).allMatch(effect -> effect.value() == 0);
    }
  }

  @Test
  void bridge_allEnter_isEntryAlone() {
    double[][] none = {{0, 1}, {0, 1}};
    double[][] some = {{2, 3}, {4, 5}};
    CostBridge bridge = LogMeanDivisia.of(List.of("volume", "price"), none, some);
    assertThat(bridge.entry()).isEqualTo(26).isEqualTo(bridge.total());
    assertThat(sum(bridge)).isEqualTo(26);
  }

  @Test
  void bridge_noSegments_isNothing() {
    CostBridge bridge = LogMeanDivisia.of(FACTORS, new double[0][], new double[0][]);
    assertThat(bridge.total()).isZero();
    assertThat(sum(bridge)).isZero();
    assertThat(bridge.effects()).hasSize(4);
  }

  @Test
  void bridge_hostileFactors_throws() {
    List<String> one = List.of("price");
    double[][] usable = {{1}};
    for (double value : new double[] {NAN, -1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LogMeanDivisia.of(one, usable, new double[][] {{value}}))
          .withMessageContaining("price " + value + " of segment 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogMeanDivisia.of(one, usable, new double[0][]))
        .withMessageContaining("1 segments before and 0 now");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapley.of(one, usable, new double[][] {{1, 2}}))
        .withMessageContaining("2 values in segment 0 for 1 factors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapley.of(List.of("a", "a"), usable, usable))
        .withMessageContaining("[a, a]");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () -> Shapley.of(List.of("a", "b"), new double[][] {{1e300, 1e300}}, usableOf(2)))
        .withMessageContaining("segment 0 is Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogMeanDivisia.of(FACTORS, BEFORE, NOW).effect("weather"))
        .withMessageContaining("weather");
  }

  @ParameterizedTest
  @CsvSource({
    // (a-b)/(math.log(a)-math.log(b))
    "2, 1, 1.4426950408889634",
    "10, 1, 3.908650337129266",
    "5, 5, 5",
    "0, 7, 0",
    "0, 0, 0",
    // Series (a+b)/2 (1 - z²/3 - 4z⁴/45...), z = (a-b)/(a+b): 1 + h/2 - h²/12 for a = 1 + h, b = 1
    "1.000001, 1, 1.0000004999999166666",
    "1.0000000000000002, 1, 1.0000000000000001"
  })
  void logMean_pair_equalsReference(double a, double b, double expected) {
    assertThat(LogMeanDivisia.logMean(a, b)).isCloseTo(expected, within(4e-16 * expected));
    assertThat(LogMeanDivisia.logMean(b, a)).isEqualTo(LogMeanDivisia.logMean(a, b));
  }

  @Test
  void logMean_hostile_throws() {
    for (double value : new double[] {NAN, -1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LogMeanDivisia.logMean(1, value))
          .withMessageContaining(String.valueOf(value));
    }
  }

  private static double[][] usableOf(int factors) {
    double[][] usable = new double[1][factors];
    Arrays.fill(usable[0], 1);
    return usable;
  }

  private static double sum(CostBridge bridge) {
    return bridge.entry()
        + bridge.exit()
        + bridge.effects().stream().mapToDouble(CostBridge.Effect::value).sum();
  }
}
