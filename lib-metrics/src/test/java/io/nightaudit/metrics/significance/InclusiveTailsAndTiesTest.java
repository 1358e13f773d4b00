package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.Inequality;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

/**
 * The observed value belongs to the tail, and ties and steps are corrected for: where tools differ
 * on one pair of samples.
 */
class InclusiveTailsAndTiesTest {
  private static final double[] X = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};
  private static final double[] Y = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};
  private static final Pooled POOLED = Pooled.of(X, Y);

  @Test
  void kolmogorovSmirnov_observedDistance_belongsToTheTail() {
    assertThat(POOLED.kolmogorovSmirnov()).isEqualTo(.625);
    // scipy.stats.ks_2samp(x, y, method='exact'). A strict P(D > d), the default of Commons Math
    // 3.6.1 kolmogorovSmirnovTest(x, y), gives 0.018648: "significant" where nothing is.
    assertThat(KolmogorovSmirnovTest.pValue(.625, 8, 8)).isCloseTo(.0870240870, within(5e-11));
    assertThat(strict()).isCloseTo(.018648, within(5e-7));
  }

  private static double strict() {
    return org.apache.commons.statistics.inference.KolmogorovSmirnovTest.withDefaults()
        .with(PValueMethod.EXACT)
        .with(Inequality.STRICT)
        .test(X, Y)
        .getPValue();
  }

  @Test
  void kolmogorovSmirnov_approximations_haveTheirOwnNames() {
    // scipy.stats.kstwobign.sf(1.25)
    assertThat(KolmogorovSmirnovTest.kolmogorovLimit(.625, 8, 8)).isCloseTo(.0878664, within(5e-8));
    // scipy.stats.ks_2samp(x, y, method='asymp'): the one-sample law at round(Ne) = 4, below .05
    assertThat(KolmogorovSmirnovTest.oneSampleApproximation(.625, 8, 8))
        .isCloseTo(.0493164, within(5e-8));
  }

  @Test
  void mannWhitney_fewValues_isExact() {
    // scipy.stats.mannwhitneyu(x, y, method='exact'); Commons Math 3.6.1 gives 0.0742034, with
    // neither continuity nor tie correction.
    MannWhitneyTest test =
        MannWhitneyTest.of(Alternative.TWO_SIDED, POOLED.first(), POOLED.second());
    assertThat(test.u()).isEqualTo(49);
    assertThat(test.pValue()).isCloseTo(.0829837, within(5e-8));
    // scipy.stats.mannwhitneyu(x, y, method='asymptotic')
    assertThat(
            MannWhitneyTest.asymptotic(Alternative.TWO_SIDED, POOLED.first(), POOLED.second())
                .pValue())
        .isCloseTo(.0831229, within(5e-8));
  }

  @Test
  void mannWhitney_ties_shrinkTheVariance() {
    // scipy.stats.mannwhitneyu([1]*3 + [2]*7, [1]*7 + [2]*3): 0.0891; without tie correction the
    // same U = 70 of 100 would give 0.1405
    long[] current = {3, 7};
    long[] reference = {7, 3};
    assertThat(MannWhitneyTest.of(Alternative.TWO_SIDED, current, reference).pValue())
        .isCloseTo(TIED, within(1e-12));
  }

  private static final double TIED = 0.08913645800192478;

  @Test
  void andersonDarling_midranks_equalsScipy() {
    // scipy.stats.anderson_ksamp([x, y], variant='midrank'); Evidently's test says .0635
    double standardised = AndersonDarlingTest.standardised(POOLED.andersonDarling(), 8, 8);
    assertThat(standardised).isCloseTo(1.7183097, within(5e-8));
    assertThat(AndersonDarlingTest.pValue(standardised, 2)).isCloseTo(.0635147, within(5e-8));
  }

  @Test
  void cramerVonMises_fewValues_isExact() {
    assertThat(POOLED.cramerVonMises()).isCloseTo(.4375, within(1e-12));
    // scipy.stats.cramervonmises_2samp(x, y, method='exact' | 'asymptotic')
    assertThat(CramerVonMisesTest.pValue(.4375, 8, 8)).isCloseTo(.0643357, within(5e-8));
    assertThat(CramerVonMisesTest.asymptotic(.4375, 8, 8)).isCloseTo(.0578870, within(5e-8));
  }

  @Test
  void kolmogorovSmirnov_tiesWalkedTogether_findNothingInEqualSamples() {
    // Two streams of zeros have D = 0: walked one by one, a sketch library reports up to 0.84.
    Pooled zeros = new Pooled(new long[] {200_000}, new long[] {500});
    assertThat(zeros.kolmogorovSmirnov()).isZero();
    assertThat(KolmogorovSmirnovTest.pValue(0, 200_000, 500)).isEqualTo(1);
  }
}
