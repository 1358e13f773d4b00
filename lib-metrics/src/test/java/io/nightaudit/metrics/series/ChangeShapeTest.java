package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.series.ChangeShape.Kind;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series of a known shape with noise of standard deviation 1. */
class ChangeShapeTest {
  private static final int BEFORE = 14;

  private static double[] times(int size) {
    double[] times = new double[size];
    for (int i = 0; i < size; i++) {
      times[i] = 100 + i;
    }
    return times;
  }

  private static double[] noisy(int size, long seed, IntToDoubleFunction mean) {
    Random random = new Random(seed);
    double[] series = new double[size];
    for (int i = 0; i < size; i++) {
      series[i] = mean.applyAsDouble(i) + random.nextGaussian();
    }
    return series;
  }

  private static ChangeShape shape(double[] series) {
    return ChangeShape.of(times(series.length), series, 100 + BEFORE);
  }

  /** Share of seeded series that have a shape. */
  private static double share(Kind kind, int size, IntToDoubleFunction mean) {
    int count = 0;
    for (int seed = 0; seed < 400; seed++) {
      count += shape(noisy(size, seed, mean)).kind() == kind ? 1 : 0;
    }
    return count / 400.0;
  }

  @Test
  void of_steps_areSteps() {
    assertThat(share(Kind.STEP, 21, i -> i < BEFORE ? 0 : -6)).isGreaterThan(0.95);
    assertThat(share(Kind.STEP, 15, i -> i < BEFORE ? 0 : -6)).isGreaterThan(0.95);
  }

  @Test
  void of_slopesThatBeganSomeNightsBefore_areSlopes() {
    assertThat(share(Kind.SLOPE, 28, i -> -0.35 * Math.max(0, i - 8))).isGreaterThan(0.95);
  }

  @Test
  void of_noise_isMostlyNoChange() {
    assertThat(share(Kind.NONE, 28, i -> 0)).isGreaterThan(0.8);
  }

  @Test
  void of_exactShapes_dateTheirStart() {
    double[] step = new double[20];
    double[] slope = new double[20];
    for (int i = 0; i < 20; i++) {
      step[i] = i < BEFORE ? 5 : 4;
      slope[i] = 5 - 0.1 * Math.max(0, i - 10);
    }
    assertThat(shape(step)).isEqualTo(new ChangeShape(Kind.STEP, 114));
    assertThat(shape(slope)).isEqualTo(new ChangeShape(Kind.SLOPE, 110));
  }

  /** Sums of squares by hand: 20 around one level, 2 around the step, 3.59 around the best line. */
  @Test
  void of_eightValues_takesTheShapeOfTheLeastCriterion() {
    double[] series = {0, 1, 0, 1, 3, 4, 3, 4};
    double[] times = {0, 1, 2, 3, 4, 5, 6, 7};
    assertThat(ChangeShape.of(times, series, 4)).isEqualTo(new ChangeShape(Kind.STEP, 4));
  }

  @Test
  void of_otherUnitOrDirection_isTheSameShape() {
    double[] series = noisy(28, 3, i -> 0.4 * Math.max(0, i - 8));
    double[] other = series.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = 1000 - 1e-3 * other[i];
    }
    assertThat(shape(other).kind()).isEqualTo(shape(series).kind());
    assertThat(shape(other).start()).isCloseTo(shape(series).start(), within(0.0));
  }

  @Test
  void of_nothingOnOneSideOrNoSpread_isNoChange() {
    double[] rising = noisy(20, 1, i -> i);
    assertThat(ChangeShape.of(times(20), rising, 100).kind()).isEqualTo(Kind.NONE);
    assertThat(ChangeShape.of(times(20), rising, 999).kind()).isEqualTo(Kind.NONE);
    assertThat(shape(new double[20]).kind()).isEqualTo(Kind.NONE);
    assertThat(ChangeShape.of(new double[0], new double[0], 1).kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void of_valuesThatCannotBe_areRefused() {
    assertThatThrownBy(() -> ChangeShape.of(new double[] {1, 1}, new double[2], 1))
        .hasMessageContaining("sort the values");
    assertThatThrownBy(() -> ChangeShape.of(new double[1], new double[2], 1))
        .hasMessageContaining("one per value");
    assertThatThrownBy(() -> ChangeShape.of(times(2), new double[] {1, Double.NaN}, 101))
        .hasMessageContaining("not finite");
  }
}
