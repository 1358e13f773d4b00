package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void confidenceSequence_night_equalsFormula() {
    ConfidenceSequence sequence =
        ConfidenceSequence.of(0.05, 0.04, 5).with(0.3, 0.04).with(0.1, 0.02);
    // numpy: I=1/.04+1/.02; S=.3/.04+.1/.02; r=.04/5; sqrt((1/I+1/(r*I*I))*log((1+r*I)/.05**2))
    double information = 75;
    double radius = Math.sqrt((1 / 75.0 + 1 / (0.008 * 75 * 75)) * Math.log(1.6 / 0.0025));
    assertThat(sequence.information()).isCloseTo(information, within(1e-12));
    assertThat(sequence.mean()).isCloseTo(12.5 / 75, within(1e-14));
    assertThat(sequence.interval().high()).isCloseTo(12.5 / 75 + radius, within(1e-12));
    assertThat(sequence.interval().low()).isCloseTo(12.5 / 75 - radius, within(1e-12));
    double ratio = Math.exp(0.008 * 12.5 * 12.5 / (2 * 1.6)) / Math.sqrt(1.6);
    assertThat(sequence.likelihoodRatio()).isCloseTo(ratio, within(1e-12));
    assertThat(sequence.pValue()).isCloseTo(1 / Math.max(1, ratio), within(1e-12));
    assertThat(sequence.shrunkMean(0.04)).isCloseTo(12.5 / 100, within(1e-14));
  }

  @Test
  void confidenceSequence_noNights_knowsNothing() {
    ConfidenceSequence start = ConfidenceSequence.of(0.05, 1, 5);
    assertThat(start.interval().width()).isInfinite();
    assertThat(start.pValue()).isEqualTo(1);
    assertThat(start.likelihoodRatio()).isEqualTo(1);
    assertThat(start.mean()).isNaN();
  }

  /** The p-value falls below alpha when and only when an interval has excluded 0. */
  @Test
  void confidenceSequence_pValueAndInterval_agree() {
    Random random = new Random(15);
    for (int run = 0; run < 200; run++) {
      ConfidenceSequence sequence = ConfidenceSequence.of(0.05, 1, 5);
      boolean excluded = false;
      for (int night = 0; night < 28; night++) {
        sequence = sequence.with(0.6 + random.nextGaussian(), 1);
        excluded |= !sequence.interval().contains(0);
        assertThat(sequence.pValue() < 0.05).isEqualTo(excluded);
      }
    }
  }

  /** Ville's inequality bounds it by 5 %; 2,000 runs have a standard error of 0.5 %. */
  @Test
  void confidenceSequence_noEffect_everExcludesZeroRarely() {
    Random random = new Random(16);
    int wrong = 0;
    for (int run = 0; run < 2000; run++) {
      ConfidenceSequence sequence = ConfidenceSequence.of(0.05, 1, 5);
      for (int night = 0; night < 100; night++) {
        sequence = sequence.with(random.nextGaussian(), 1);
      }
      wrong += sequence.pValue() < 0.05 ? 1 : 0;
    }
    assertThat(wrong / 2000.0).isBetween(0.005, 0.06);
  }

  @Test
  void confidenceSequence_notANumber_throws() {
    ConfidenceSequence start = ConfidenceSequence.of(0.05, 1, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.with(Double.NaN, 1))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.with(1, 0))
        .withMessageContaining("variance 0.0");
  }

  @Test
  void differenceInDifferences_commonShock_cancels() {
    double[] control = {1, 2, 1, 3, 2, 9, 8};
    double[] treated = {2.1, 3, 1.9, 4, 3, 8, 7};
    DifferenceInDifferences result = DifferenceInDifferences.of(treated, control, 5, 0.95);
    // d = [1.1,1,.9,1,1,-1,-1]: mean after -1, before 1
    assertThat(result.effect()).isCloseTo(-2, within(1e-14));
    // var(d[:5], ddof=1) = .005; rho = (0*.1+0*-.1+0*-.1+0)/.02 = 0; t.ppf(.975,4) = 2.7764451
    double half = 2.7764451051977987 * Math.sqrt(0.005 * (1 / 5.0 + 1 / 2.0));
    assertThat(result.autocorrelation()).isCloseTo(0, within(1e-12));
    assertThat(result.interval().high()).isCloseTo(-2 + half, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DifferenceInDifferences.of(treated, control, 7, 0.95))
        .withMessageContaining("7 nights before of 7");
  }

  /** Nominal 5 % at lag-1 dependence 0.3, where the uncorrected test has 16 %; 2,000 runs. */
  @Test
  void differenceInDifferences_dependentNights_staysNearItsLevel() {
    Random random = new Random(17);
    int missed = 0;
    for (int run = 0; run < 2000; run++) {
      double[] series = new double[56];
      double previous = random.nextGaussian();
      for (int i = 0; i < series.length; i++) {
        previous = 0.3 * previous + Math.sqrt(1 - 0.09) * random.nextGaussian();
        series[i] = previous;
      }
      DifferenceInDifferences result =
          DifferenceInDifferences.of(series, new double[series.length], 42, 0.95);
      missed += result.interval().contains(0) ? 0 : 1;
    }
    assertThat(missed / 2000.0).isBetween(0.02, 0.10);
  }
}
