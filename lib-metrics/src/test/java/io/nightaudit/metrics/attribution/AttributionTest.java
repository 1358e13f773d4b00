package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final double NAN = Double.NaN;

  @Test
  void kitagawa_fourSegments_equalsWorkedExample() {
    double[] before = {.4, .2, .3, .1};
    double[] now = {.2, .2, .5, .1};
    double[] values0 = {.84, .836, 1470.0 / 1506, .21};
    double[] values1 = {.511, .352, 352.0 / 1506, .05};
    Kitagawa split = Kitagawa.of(before, values0, now, values1);
    // numpy: M0=.8170286853, M1=.2944658699
    assertThat(split.total()).isCloseTo(-.5225628154, within(1e-10));
    assertThat(split.mix()).isCloseTo(-.0141172643, within(1e-10));
    assertThat(split.within()).isCloseTo(-.5084455511, within(1e-10));
  }

  /** Cost per request of two models: it does not matter that values are means and not rates. */
  @Test
  void kitagawa_costPerRequest_splitsAsByHand() {
    Kitagawa split =
        Kitagawa.of(
            new double[] {80, 20},
            new double[] {8e-4, 9e-3},
            new double[] {84, 36},
            new double[] {1e-3, 8e-3});
    // 244/1e5 -> 372/1.2e5; within .75*2e-4 - .25*1e-3; mix .1*((9e-3+8e-3)/2 - (8e-4+1e-3)/2)
    assertThat(split.total()).isCloseTo(3.1e-3 - 2.44e-3, within(1e-17));
    assertThat(split.within()).isCloseTo(-1e-4, within(1e-17));
    assertThat(split.mix()).isCloseTo(7.6e-4, within(1e-17));
  }

  @Test
  void kitagawa_enteringAndLeaving_areMix() {
    Kitagawa split =
        Kitagawa.of(
            new double[] {1, 1, 0, 0},
            new double[] {.5, .9, NAN, NAN},
            new double[] {1, 0, 1, 0},
            new double[] {.5, NAN, .1, NAN});
    assertThat(split.within()).isZero();
    assertThat(split.total()).isCloseTo(-.4, within(1e-15));
    assertThat(split.mixes()[3]).isZero();
  }

  @Test
  void kitagawa_edgeCases_areDefined() {
    double[] one = {1};
    assertThat(Kitagawa.of(new double[] {0}, new double[] {NAN}, one, one).total()).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kitagawa.of(one, new double[] {NAN}, one, one))
        .withMessageContaining("value NaN of stratum 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kitagawa.of(new double[] {NAN}, one, one, one))
        .withMessageContaining("weight NaN");
    assertThat(Kitagawa.of(new double[0], new double[0], new double[0], new double[0]).total())
        .isNaN();
    assertThat(
            Kitagawa.of(new double[] {0, 1}, new double[] {1 / 0.0, 1}, row(1, 1), row(3, 1)).mix())
        .isEqualTo(1);
    double[] huge = {1e308, 1e308};
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Kitagawa.of(huge, huge, row(1, 1), row(1, 1)))
        .withMessageContaining("divide them");
  }

  /** All strata new: what was before had other strata, so the change is mix. */
  @Test
  void kitagawa_allEntering_isMix() {
    Kitagawa split = Kitagawa.of(row(1, 0), row(.4, NAN), row(0, 1), row(NAN, .9));
    assertThat(split.mix()).isCloseTo(.5, within(1e-15));
    assertThat(split.within()).isZero();
  }

  @Test
  void standardization_absentStratum_givesItsWeightToTheOthers() {
    double[] weights = {2, 1, 1};
    DirectStandardization full =
        DirectStandardization.of(weights, new double[] {.4, .8, .2}, new double[] {.04, .16, .04});
    assertThat(full.value()).isCloseTo(.45, within(1e-15));
    assertThat(full.variance()).isCloseTo(.25 * .04 + .0625 * .2, within(1e-15));
    assertThat(full.coverage()).isEqualTo(1);
    DirectStandardization partial =
        DirectStandardization.of(weights, new double[] {.4, .8, NAN}, new double[] {0, 0, NAN});
    assertThat(partial.value()).isCloseTo(1.6 / 3, within(1e-15));
    assertThat(partial.coverage()).isEqualTo(.75);
    assertThat(DirectStandardization.of(new double[1], new double[] {NAN}, new double[1]).value())
        .isNaN();
  }

  @Test
  void standardization_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectStandardization.of(row(1, 1), row(1), row(1)))
        .withMessageContaining("2 weights, 1 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectStandardization.of(row(1), row(1), row(NAN)))
        .withMessageContaining("variance NaN of stratum 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectStandardization.of(row(1), row(1 / 0.0), row(1)))
        .withMessageContaining("value Infinity of stratum 0");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> DirectStandardization.of(row(1e200), row(1), row(1)))
        .withMessageContaining("1.0E200");
    assertThat(DirectStandardization.of(row(), row(), row()).value()).isNaN();
  }

  private static double[] row(double... values) {
    return values;
  }
}
