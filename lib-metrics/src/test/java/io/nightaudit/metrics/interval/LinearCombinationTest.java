package io.nightaudit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearCombinationTest {
  @Test
  void of_differenceOfTwoRates_isNewcombes() {
    Interval newcombe = DifferenceOfRates.newcombe(56, 70, 48, 80, 0.95);
    Interval combined =
        LinearCombination.of(
            new double[] {1, -1},
            new double[] {56.0 / 70, 48.0 / 80},
            List.of(wilson(56, 70), wilson(48, 80)));
    assertThat(combined.low()).isCloseTo(newcombe.low(), within(1e-15));
    assertThat(combined.high()).isCloseTo(newcombe.high(), within(1e-15));
  }

  @Test
  void of_twoStrata_equalsTheFormula() {
    // strata 8/20 against 45/60 of weight .6, 30/40 against 10/40 of weight .4, Wilson limits l, u
    // d - sum(w**2*((p1-l1)**2+(u0-p0)**2))**.5, d + sum(w**2*((u1-p1)**2+(p0-l0)**2))**.5
    long[][] strata = {{8, 20, 45, 60}, {30, 40, 10, 40}};
    double[] weights = {0.6, -0.6, 0.4, -0.4};
    double[] estimates = new double[4];
    List<Interval> intervals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long successes = strata[i / 2][i % 2 * 2];
      long trials = strata[i / 2][i % 2 * 2 + 1];
      estimates[i] = (double) successes / trials;
      intervals.add(wilson(successes, trials));
    }
    Interval combined = LinearCombination.of(weights, estimates, intervals);
    assertThat(combined.low()).isCloseTo(-0.15922869808400703, within(1e-12));
    assertThat(combined.high()).isCloseTo(0.1497652039143493, within(1e-12));
  }

  @Test
  void of_onePart_isItsIntervalScaled() {
    Interval part = new Interval(1, 4, 0.9);
    assertThat(LinearCombination.of(new double[] {-2}, new double[] {2}, List.of(part)))
        .isEqualTo(new Interval(-8, -2, 0.9));
  }

  @Test
  void of_whatCannotBe_isRefused() {
    Interval part = new Interval(1, 4, 0.9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearCombination.of(new double[0], new double[0], List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearCombination.of(new double[] {1}, new double[] {5}, List.of(part)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LinearCombination.of(
                    new double[] {1, 1},
                    new double[] {2, 2},
                    List.of(part, new Interval(1, 4, 0.95))));
  }

  private static Interval wilson(long successes, long trials) {
    return BinomialInterval.WILSON.of(successes, trials, 0.95);
  }
}
