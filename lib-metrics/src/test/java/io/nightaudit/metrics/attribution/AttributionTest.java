package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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

  @Test
  void kitagawa_randomStrata_sumsAndReverses() {
    Random random = new Random(13);
    for (int run = 0; run < 200; run++) {
      int size = 1 + random.nextInt(8);
      double[] w0 = random.doubles(size, 0.1, 5).toArray();
      double[] w1 = random.doubles(size, 0.1, 5).toArray();
      double[] m0 = random.doubles(size, -10, 10).toArray();
      double[] m1 = random.doubles(size, -10, 10).toArray();
      Kitagawa split = Kitagawa.of(w0, m0, w1, m1);
      assertThat(split.total()).isCloseTo(mean(w1, m1) - mean(w0, m0), within(1e-12));
      assertThat(Arrays.stream(split.mixes()).sum()).isCloseTo(split.mix(), within(1e-12));
      assertThat(Arrays.stream(split.withins()).sum()).isCloseTo(split.within(), within(1e-12));
      Kitagawa reversed = Kitagawa.of(w1, m1, w0, m0);
      assertThat(reversed.mix()).isCloseTo(-split.mix(), within(1e-12));
      assertThat(reversed.within()).isCloseTo(-split.within(), within(1e-12));
    }
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

  private static double mean(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
    }
    return sum / Arrays.stream(weights).sum();
  }
}
