package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.distance.GoodnessOfFit;
import io.nightaudit.metrics.distance.LikelihoodRatio;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class SignificanceLawsTest {
  @Property(seed = "41")
  void distances_larger_areNotMoreLikely(
      @ForAll @DoubleRange(min = 0, max = 1) double a,
      @ForAll @DoubleRange(min = 0, max = 1) double b,
      @ForAll @LongRange(min = 1, max = 300) long n,
      @ForAll @LongRange(min = 1, max = 300) long m) {
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    falls(KolmogorovSmirnovTest.exact(small, n, m), KolmogorovSmirnovTest.exact(large, n, m));
    falls(
        KolmogorovSmirnovTest.kolmogorovLimit(small, n, m),
        KolmogorovSmirnovTest.kolmogorovLimit(large, n, m));
    falls(
        KolmogorovSmirnovTest.oneSampleApproximation(small, n, m),
        KolmogorovSmirnovTest.oneSampleApproximation(large, n, m));
    falls(KuiperTest.pValue(small, n, m), KuiperTest.pValue(large, n, m));
  }

  private static void falls(double ofSmall, double ofLarge) {
    assertThat(ofSmall).isBetween(0.0, 1.0);
    assertThat(ofLarge).isBetween(0.0, ofSmall + 1e-12);
  }

  @Property(seed = "42")
  void kolmogorovSmirnov_sidesSwapped_isTheSame(
      @ForAll @DoubleRange(min = 0, max = 1) double distance,
      @ForAll @LongRange(min = 1, max = 300) long n,
      @ForAll @LongRange(min = 1, max = 300) long m) {
    assertThat(KolmogorovSmirnovTest.exact(distance, n, m))
        .isEqualTo(KolmogorovSmirnovTest.exact(distance, m, n));
  }

  @Property(seed = "43")
  void statistics_larger_areNotMoreLikely(
      @ForAll @DoubleRange(min = 0, max = 8) double a,
      @ForAll @DoubleRange(min = 0, max = 8) double b,
      @ForAll @LongRange(min = 1, max = 9) long n,
      @ForAll @LongRange(min = 1, max = 9) long m,
      @ForAll @IntRange(min = 2, max = 40) int samples) {
    double small = Math.min(a, b);
    double large = Math.max(a, b);
    falls(CramerVonMisesTest.exact(small, n, m), CramerVonMisesTest.exact(large, n, m));
    falls(
        CramerVonMisesTest.asymptotic(small, 30 * n, 30 * m),
        CramerVonMisesTest.asymptotic(large, 30 * n, 30 * m));
    falls(AndersonDarlingTest.pValue(small, samples), AndersonDarlingTest.pValue(large, samples));
  }

  @Property(seed = "44")
  void mannWhitney_sidesSwapped_mirrors(
      @ForAll @Size(6) long[] current, @ForAll @Size(6) long[] reference) {
    long[] first = small(current);
    long[] second = small(reference);
    Assume.that(Arrays.stream(first).sum() > 0 && Arrays.stream(second).sum() > 0);
    MannWhitneyTest test = MannWhitneyTest.of(Alternative.TWO_SIDED, first, second);
    MannWhitneyTest swapped = MannWhitneyTest.of(Alternative.TWO_SIDED, second, first);
    assertThat(test.pValue()).isBetween(0.0, 1.0).isCloseTo(swapped.pValue(), within(1e-12));
    assertThat(test.effect()).isBetween(0.0, 1.0).isCloseTo(1 - swapped.effect(), within(1e-12));
    assertThat(test.u()).isEqualTo(new Pooled(first, second).pairsAbove());
    assertThat(MannWhitneyTest.of(Alternative.LESS, first, second).pValue())
        .isBetween(0.0, 1.0)
        .isCloseTo(MannWhitneyTest.of(Alternative.GREATER, second, first).pValue(), within(1e-12));
  }

  private static long[] small(long[] any) {
    return Arrays.stream(any).map(value -> Math.floorMod(value, 40)).toArray();
  }

  @Property(seed = "45", tries = 60)
  void exactRates_twoSided_areProbabilitiesAndSymmetric(
      @ForAll @IntRange(min = 1, max = 25) int n1,
      @ForAll @IntRange(min = 1, max = 25) int n0,
      @ForAll @DoubleRange(min = 0, max = 1) double share1,
      @ForAll @DoubleRange(min = 0, max = 1) double share0) {
    long s1 = Math.round(share1 * n1);
    long s0 = Math.round(share0 * n0);
    double fisher = FisherTest.of(Alternative.TWO_SIDED, s1, n1, s0, n0).pValue();
    assertThat(fisher)
        .isBetween(0.0, 1.0)
        .isCloseTo(
            FisherTest.of(Alternative.TWO_SIDED, n0 - s0, n0, n1 - s1, n1).pValue(), within(1e-12));
    assertThat(BarnardTest.of(Alternative.TWO_SIDED, s1, n1, s0, n0).pValue()).isBetween(0.0, 1.0);
    // Boschloo is uniformly more powerful than Fisher.
    double greater = FisherTest.of(Alternative.GREATER, s1, n1, s0, n0).pValue();
    assertThat(BoschlooTest.of(Alternative.GREATER, s1, n1, s0, n0).pValue())
        .isBetween(0.0, greater + 1e-9);
  }

  @Property(seed = "46")
  void countTests_anyCounts_areProbabilities(
      @ForAll @Size(5) long[] current, @ForAll @Size(5) long[] reference) {
    long[] first = small(current);
    long[] second = small(reference);
    Assume.that(Arrays.stream(first).sum() > 0 && Arrays.stream(second).sum() > 0);
    assertThat(LikelihoodRatio.homogeneity(first, second).pValue())
        .isBetween(0.0, 1.0)
        .isCloseTo(LikelihoodRatio.homogeneity(second, first).pValue(), within(1e-12));
    assertThat(GoodnessOfFit.of(second, first).pValue()).isBetween(0.0, 1.0);
    assertThat(GoodnessOfFit.of(first, first).statistic()).isCloseTo(0, within(1e-12));
  }

  @Property(seed = "47")
  void noncentralChiSquare_anyPoint_isMonotoneInAll(
      @ForAll @IntRange(min = 1, max = 60) int degrees,
      @ForAll @DoubleRange(min = 0, max = 5000) double noncentrality,
      @ForAll @DoubleRange(min = 0, max = 9000) double x) {
    double p = new NoncentralChiSquare(degrees, noncentrality).survival(x);
    falls(p, new NoncentralChiSquare(degrees, noncentrality).survival(x * 1.01));
    falls(new NoncentralChiSquare(degrees, noncentrality * 1.01).survival(x), p);
    falls(new NoncentralChiSquare(degrees + 1.0, noncentrality).survival(x), p);
  }

  @Property(seed = "48")
  void minimumEffect_moreNegligible_isLessSignificant(
      @ForAll @IntRange(min = 2, max = 30) int bins,
      @ForAll @LongRange(min = 50, max = 1_000_000) long n,
      @ForAll @DoubleRange(min = 0, max = .5) double negligible,
      @ForAll @DoubleRange(min = 0, max = 1) double psi) {
    MinimumEffectTest test = new MinimumEffectTest(bins, n, n / 2, negligible);
    MinimumEffectTest laxer = new MinimumEffectTest(bins, n, n / 2, negligible + .01);
    falls(laxer.pValue(psi), test.pValue(psi));
    falls(test.pValue(psi), test.pValue(psi + .01));
  }

  @Property(seed = "49")
  void minimumDetectableEffect_larger_needsLess(
      @ForAll @LongRange(min = 2, max = 1_000_000) long n,
      @ForAll @DoubleRange(min = .001, max = .3) @Scale(3) double alpha,
      @ForAll @DoubleRange(min = .31, max = .999) @Scale(3) double power) {
    MinimumDetectableEffect detectable = new MinimumDetectableEffect(alpha, power);
    assertThat(detectable.ofMeans(2 * n, 1, n, 1)).isLessThan(detectable.ofMeans(n, 1, n, 1));
    assertThat(new MinimumDetectableEffect(alpha / 2, power).inStandardErrors())
        .isGreaterThan(detectable.inStandardErrors());
  }

  @Property(seed = "50")
  void corrections_anyOrder_areTheSameAndMonotone(
      @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 1) @Scale(3) Double> values) {
    double[] pValues = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] hochberg = BenjaminiHochberg.adjusted(pValues);
    double[] yekutieli = BenjaminiYekutieli.adjusted(pValues);
    double[] holm = Holm.adjusted(pValues);
    double[] reversed = BenjaminiHochberg.adjusted(reversed(pValues));
    assertThat(reversed(reversed)).isEqualTo(hochberg);
    assertThat(reversed(Holm.adjusted(reversed(pValues)))).isEqualTo(holm);
    for (int i = 0; i < pValues.length; i++) {
      assertThat(hochberg[i]).isBetween(pValues[i] * (1 - 1e-12), 1.0);
      assertThat(yekutieli[i]).isBetween(hochberg[i], 1.0);
      assertThat(holm[i]).isBetween(hochberg[i] * (1 - 1e-12), 1.0);
      for (int j = 0; j < pValues.length; j++) {
        if (pValues[i] <= pValues[j]) {
          assertThat(hochberg[i]).isLessThanOrEqualTo(hochberg[j]);
          assertThat(yekutieli[i]).isLessThanOrEqualTo(yekutieli[j]);
          assertThat(holm[i]).isLessThanOrEqualTo(holm[j]);
        }
      }
    }
  }

  private static double[] reversed(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }

  @Property(seed = "51")
  void benjaminiHochberg_rejections_areThoseOfTheStepUpRule(
      @ForAll long seed, @ForAll @IntRange(max = 20) int size) {
    // Random doubles do not lie on the border q k/m, where rounding would decide.
    double[] pValues = new Random(seed).doubles(size, 0, .2).toArray();
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    int largest = 0;
    for (int k = 1; k <= sorted.length; k++) {
      largest = sorted[k - 1] <= .1 * k / sorted.length ? k : largest;
    }
    assertThat(BenjaminiHochberg.rejections(pValues, .1)).isEqualTo(largest);
  }
}
