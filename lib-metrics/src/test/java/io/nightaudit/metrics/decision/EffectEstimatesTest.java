package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.SequentialProbabilityRatio.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectEstimatesTest {
  private static final double NAN = Double.NaN;

  @Test
  void sequentialRatio_nights_equalFormula() {
    SequentialProbabilityRatio test = SequentialProbabilityRatio.of(-.01, .01, .1);
    // log(.9/.01), log(.1/.99)
    assertThat(test.upperLimit()).isCloseTo(4.499809670330265, within(1e-14));
    assertThat(test.lowerLimit()).isCloseTo(-2.2925347571405443, within(1e-14));
    SequentialProbabilityRatio night = test.with(-.02, 1e-4).with(.004, 2e-4);
    // (-m*d - m*m/2)/v: (.0002 - .00005)/1e-4 + (-.00004 - .00005)/2e-4
    assertThat(night.logRatio()).isCloseTo(1.5 - .45, within(1e-14));
    assertThat(night.outcome()).isEqualTo(Outcome.UNDECIDED);
    SequentialProbabilityRatio harm = night.with(-.05, 1e-4);
    assertThat(harm.outcome()).isEqualTo(Outcome.ALTERNATIVE);
    assertThat(harm.with(.1, 1e-4).logRatio()).isNegative();
    assertThat(harm.with(.1, 1e-4).outcome()).isEqualTo(Outcome.ALTERNATIVE);
    assertThat(night.with(.04, 1e-4).outcome()).isEqualTo(Outcome.NO_EFFECT);
  }

  @Test
  void sequentialRatio_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SequentialProbabilityRatio.of(0, .01, .1))
        .withMessageContaining("alternative 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SequentialProbabilityRatio.of(1, .6, .4))
        .withMessageContaining("alpha 0.6, beta 0.4");
    SequentialProbabilityRatio test = SequentialProbabilityRatio.of(1, .01, .1);
    assertThatIllegalArgumentException().isThrownBy(() -> test.with(NAN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> test.with(1, 0));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> test.with(1e300, 1e-300))
        .withMessageContaining("Infinity");
  }

  @ParameterizedTest
  @CsvSource({
    // s*norm.pdf(mu/s) + mu*norm.cdf(mu/s), norm.cdf(mu/s) with s = sqrt(variance)
    "0.01, 0.0004, 0.01395593114802612, 0.6914624612740131",
    "-0.02, 0.0001, 8.490702616829676e-05, 0.022750131948179195",
    "0, 1, 0.3989422804014327, 0.5",
    "-0.5, 0.0001, 0, 0"
  })
  void expectedLoss_harmfulPart_equalsReference(
      double mean, double variance, double part, double probability) {
    ExpectedLoss loss = new ExpectedLoss(mean, variance);
    assertThat(loss.harmfulPart()).isCloseTo(part, within(1e-15)).isNotNegative();
    assertThat(loss.probabilityOfHarm()).isCloseTo(probability, within(1e-14));
  }

  @Test
  void expectedLoss_nights_areShrunk() {
    ConfidenceSequence nights = ConfidenceSequence.of(.05, .04, 5).with(-.3, .04).with(-.1, .02);
    // I = 1/.04 + 1/.02 = 75, S = -.3/.04 - .1/.02 = -12.5, 1/s0² = 25
    ExpectedLoss loss = ExpectedLoss.of(nights, .04, HarmDirection.DECREASE);
    assertThat(loss.mean()).isCloseTo(.125, within(1e-15));
    assertThat(loss.variance()).isCloseTo(.01, within(1e-15));
    assertThat(loss.ofKeeping(1000, 14)).isCloseTo(1750, within(1e-9));
    assertThat(loss.savedByRollback(1000, 14, 2000)).isCloseTo(-250, within(1e-9));
    assertThat(ExpectedLoss.of(nights, .04, HarmDirection.INCREASE).mean()).isEqualTo(-loss.mean());
    ExpectedLoss unknown =
        ExpectedLoss.of(ConfidenceSequence.of(.05, 1, 5), 4, HarmDirection.DECREASE);
    assertThat(unknown.mean()).isZero();
    assertThat(unknown.variance()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.ofKeeping(NAN, 14))
        .withMessageContaining("harm rate NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> loss.savedByRollback(1, 1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedLoss(0, 0));
  }

  @Test
  void concurrentArms_strata_areWeightedAsTheBaseline() {
    List<StratumMoments> release =
        List.of(new StratumMoments(50, 3, 4), new StratumMoments(10, 8, 9));
    List<StratumMoments> baseline =
        List.of(new StratumMoments(300, 2, 4), new StratumMoments(100, 9, 9));
    ConcurrentArms arms = ConcurrentArms.of(release, baseline, .01);
    // .75*(3-2) + .25*(8-9); .75²*(4/50+4/300) + .25²*(9/10+9/100) + .01
    assertThat(arms.estimate()).isCloseTo(.5, within(1e-15));
    assertThat(arms.variance())
        .isCloseTo(.5625 * (.08 + 4 / 300.0) + .0625 * .99 + .01, within(1e-15));
    assertThat(arms.coverage()).isEqualTo(1);
    ConcurrentArms even = ConcurrentArms.of(new double[] {1, 1}, release, baseline, 0);
    assertThat(even.estimate()).isCloseTo(0, within(1e-15));
  }

  @Test
  void concurrentArms_absentStratum_givesItsWeight() {
    List<StratumMoments> release =
        List.of(new StratumMoments(50, 3, 4), new StratumMoments(1, 8, 0));
    List<StratumMoments> baseline =
        List.of(new StratumMoments(300, 2, 4), new StratumMoments(100, 9, 9));
    ConcurrentArms arms = ConcurrentArms.of(release, baseline, 0);
    assertThat(arms.estimate()).isCloseTo(1, within(1e-15));
    assertThat(arms.coverage()).isEqualTo(.75);
    List<StratumMoments> nothing = List.of(StratumMoments.absent());
    assertThat(ConcurrentArms.of(nothing, nothing, 0).estimate()).isNaN();
    assertThat(ConcurrentArms.of(List.of(), List.of(), 0).estimate()).isNaN();
    assertThat(ConcurrentArms.of(nothing, List.of(baseline.get(0)), 0).coverage()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcurrentArms.of(release, nothing, 0))
        .withMessageContaining("2 strata of the release, 1 of the baseline");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConcurrentArms.of(release, baseline, NAN))
        .withMessageContaining("arm variance NaN");
  }

  @Test
  void sampleRatio_counts_equalReference() {
    double[] oneInTen = {.1, .9};
    // scipy.stats.chisquare([1100, 8900], [1000, 9000]).pvalue
    assertThat(SampleRatio.pValue(new long[] {1100, 8900}, oneInTen))
        .isCloseTo(0.0008581206663936758, within(1e-15));
    assertThat(SampleRatio.pValue(new long[] {1000, 9000}, oneInTen)).isEqualTo(1);
    // scipy.stats.chisquare([334, 333, 340]).pvalue
    assertThat(SampleRatio.pValue(new long[] {334, 333, 340}, new double[] {2, 2, 2}))
        .isCloseTo(0.9581977599031016, within(1e-13));
    assertThat(SampleRatio.pValue(new long[] {0, 9000}, oneInTen)).isBetween(0.0, 1e-200);
    assertThat(SampleRatio.pValue(new long[2], oneInTen)).isNaN();
  }

  @Test
  void sampleRatio_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleRatio.pValue(new long[] {1}, new double[] {1}))
        .withMessageContaining("1 counts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleRatio.pValue(new long[] {1, -1}, new double[] {1, 1}))
        .withMessageContaining("arm 1 has count -1");
    for (double share : new double[] {0, NAN, 1 / 0.0}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SampleRatio.pValue(new long[] {1, 1}, new double[] {share, 1}))
          .withMessageContaining("share " + share);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // lam = lambda p: betaln(a+s, b+n-s) - betaln(a, b) - xlogy(s, p) - xlog1py(n-s, -p);
    // brentq(lambda p: lam(p) + log(alpha), 1e-12, s/n - 1e-12)
    "30, 1000, 0.5, 0.5, 0.05, 0.014279308123869839",
    "3, 20000, 0.5, 0.5, 0.05, 3.6924789220013855e-06",
    "1000, 1000, 0.5, 0.5, 0.05, 0.9930024974785733",
    "30, 1000, 1, 99, 0.01, 0.013783430884374817",
    "0, 1000, 0.5, 0.5, 0.05, 0",
    "0, 0, 0.5, 0.5, 0.05, 0"
  })
  void rateSequence_lowerLimit_equalsReference(
      long events, long trials, double a, double b, double alpha, double expected) {
    RateSequence rate = RateSequence.of(a, b).with(events / 2, trials / 2);
    rate = rate.with(events - events / 2, trials - trials / 2);
    assertThat(rate.lowerLimit(alpha)).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void rateSequence_evidence_equalsReference() {
    RateSequence rate = RateSequence.of(.5, .5).with(30, 1000);
    // lam(.01), lam(.5) as above
    assertThat(rate.logEvidence(.01)).isCloseTo(9.480579098082243, within(1e-9));
    assertThat(rate.logEvidence(.5)).isCloseTo(554.7238283004884, within(1e-9));
    assertThat(rate.logEvidence(0)).isInfinite();
    assertThatIllegalArgumentException().isThrownBy(() -> rate.logEvidence(NAN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rate.lowerLimit(1))
        .withMessageContaining("alpha 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rate.with(-1, 5))
        .withMessageContaining("-1 events in 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateSequence.of(0, NAN))
        .withMessageContaining("prior 0.0 to NaN");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> rate.with(0, Long.MAX_VALUE));
  }

  @Test
  void confidenceSequence_hostile_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceSequence(.05, 1, NAN, 0, 1))
        .withMessageContaining("information NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceSequence.of(.05, 1, 5).with(1, Double.MIN_VALUE))
        .withMessageContaining("information Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceSequence.of(.05, 1, 5).interval(NAN))
        .withMessageContaining("alpha NaN");
  }

  @ParameterizedTest
  @CsvSource({"-1, -5", "-1, 5", "0, 5", "NaN, 5", "Infinity, 5", "1, 0", "1, -1"})
  void confidenceSequence_nightsToPlanFor_areRefused(double variance, int night) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceSequence.of(.05, variance, night))
        .withMessageContaining("nightly variance %s, night of interest %s", variance, night);
  }

  /** Two arms that only answer right neither break the sequence nor prove anything. */
  @Test
  void concurrentArms_allAnswersRight_armVarianceIsTheLeast() {
    List<StratumMoments> release = List.of(StratumMoments.rate(20, 20));
    List<StratumMoments> baseline = List.of(StratumMoments.rate(200, 200));
    ConcurrentArms none = ConcurrentArms.of(release, baseline, 0);
    assertThat(none).isEqualTo(new ConcurrentArms(0, 0, 1));
    ConfidenceSequence start = ConfidenceSequence.of(.05, 1e-4, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start.with(none.estimate(), none.variance()))
        .withMessageContaining("variance 0.0");
    ConcurrentArms some = ConcurrentArms.of(release, baseline, 1e-4);
    assertThat(some).isEqualTo(new ConcurrentArms(0, 1e-4, 1));
    ConfidenceSequence night = start.with(some.estimate(), some.variance());
    assertThat(night.pValue()).isEqualTo(1);
    assertThat(night.interval().contains(0)).isTrue();
  }
}
