package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Mann–Whitney, Cramér–von Mises and Anderson–Darling against SciPy. */
class RankStatisticsTest {
  private static final TiedCounts XY = TiedCounts.of(Samples.X, Samples.Y);
  private static final double[] TIED_A = {1, 2, 2, 3, 3, 3, 7};
  private static final double[] TIED_B = {2, 3, 3, 4, 7, 7};
  private static final TiedCounts LENGTHS =
      TiedCounts.of(Samples.LENGTHS_OF_MARCH, Samples.LENGTHS_OF_JUNE);
  private static final TiedCounts NORMAL =
      TiedCounts.of(Samples.NORMAL_REFERENCE, Samples.NORMAL_CURRENT);

  @Test
  void mannWhitney_samples_equalsScipy() {
    MannWhitney result = MannWhitney.of(XY);
    // scipy.stats.mannwhitneyu(x, y).statistic
    assertThat(result.u()).isEqualTo(49);
    assertThat(result.effect()).isEqualTo(15 / 64.0);
    // No ties: nm(N+1)/12
    assertThat(result.variance()).isCloseTo(64 * 17 / 12.0, within(1e-12));
    // scipy.stats.mannwhitneyu([19, 22, 16, 29, 24], [20, 11, 17, 12]).statistic
    assertThat(
            MannWhitney.of(
                    TiedCounts.of(new double[] {19, 22, 16, 29, 24}, new double[] {20, 11, 17, 12}))
                .u())
        .isEqualTo(17);
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(result.u()).isEqualTo(reference.get("MWU exact x,y").get(0).asDouble());
  }

  @Test
  void mannWhitney_answerLengths_equalsPublishedComparison() {
    // scipy.stats.mannwhitneyu(march, june).statistic
    assertThat(MannWhitney.of(LENGTHS).u()).isEqualTo(1085.5);
    // U/(nm) = .4342 is the share of pairs that March wins; A is the complement, for June.
    assertThat(MannWhitney.of(LENGTHS).effect()).isCloseTo(1 - .4342, within(1e-12));
    // scipy.stats.mannwhitneyu(ref, cur).statistic
    assertThat(MannWhitney.of(NORMAL).u()).isEqualTo(1339484.0);
  }

  @Test
  void mannWhitney_ties_correctTheVariance() {
    // groups of 1, 3, 5, 1, 3: 42/12 * (14 - (24 + 120 + 24)/(13*12))
    assertThat(MannWhitney.of(TiedCounts.of(TIED_A, TIED_B)).variance())
        .isCloseTo(42 / 12.0 * (14 - 168 / 156.0), within(1e-12));
    MannWhitney constant = MannWhitney.of(TiedCounts.of(new double[] {4, 4}, new double[] {4}));
    assertThat(constant).isEqualTo(new MannWhitney(1, 0.5, 0));
    assertThat(MannWhitney.of(TiedCounts.of(new double[0], TIED_B)).u()).isNaN();
    assertThat(MannWhitney.of(TiedCounts.of(new double[0], TIED_B)).effect()).isNaN();
    assertThat(MannWhitney.of(TiedCounts.of(new double[0], TIED_B)).variance()).isNaN();
  }

  @Test
  void cramerVonMises_samples_equalsScipy() {
    // scipy.stats.cramervonmises_2samp(x, y).statistic
    assertThat(CramerVonMises.statistic(XY)).isEqualTo(0.4375);
    // scipy.stats.cramervonmises_2samp([1,2,2,3,3,3,7], [2,3,3,4,7,7]).statistic
    assertThat(CramerVonMises.statistic(TiedCounts.of(TIED_A, TIED_B)))
        .isCloseTo(0.19597069597069616, within(1e-14));
    // scipy.stats.cramervonmises_2samp(march, june).statistic
    assertThat(CramerVonMises.statistic(LENGTHS)).isCloseTo(0.1697, within(1e-14));
    // scipy.stats.cramervonmises_2samp(ref, cur).statistic = 3.07443933333343, whose last digits
    // cancel: exactly, with 12 U as an integer, 3.0744393333...
    assertThat(CramerVonMises.statistic(NORMAL)).isCloseTo(3.07443933333343, within(1e-10));
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(CramerVonMises.statistic(XY))
        .isEqualTo(reference.get("CvM exact x,y").get(0).asDouble())
        .isEqualTo(reference.get("CvM asymp x,y").get(0).asDouble());
  }

  @Test
  void cramerVonMises_edgeCases_areDefined() {
    assertThat(CramerVonMises.statistic(TiedCounts.of(TIED_A, new double[0]))).isNaN();
    // scipy.stats.cramervonmises_2samp([5, 5], [5, 5]).statistic
    assertThat(CramerVonMises.statistic(TiedCounts.of(new double[] {5, 5}, new double[] {5, 5})))
        .isZero();
    // scipy.stats.cramervonmises_2samp([5] * 8, [5] * 2).statistic: nothing differs but the sizes
    TiedCounts constant = TiedCounts.of(new double[] {5}, new long[] {8}, new long[] {2});
    assertThat(CramerVonMises.statistic(constant)).isCloseTo(1.85625, within(1e-14));
    assertThat(CramerVonMises.integral(constant)).isZero();
    assertThat(CramerVonMises.integral(TiedCounts.of(TIED_A, new double[0]))).isNaN();
    // Without ties both are one.
    assertThat(CramerVonMises.integral(XY)).isCloseTo(0.4375, within(1e-15));
    assertThat(CramerVonMises.integral(NORMAL)).isCloseTo(3.07443933333343, within(1e-10));
    long half = Long.MAX_VALUE / 2;
    // Two values, one on each side, n = m: U = 7n⁴/6 − n²/6, so T = n/4 but for 1/n; the sums are
    // far beyond a long.
    double largest =
        CramerVonMises.statistic(
            TiedCounts.of(new double[] {0, 1}, new long[] {half, 0}, new long[] {0, half}));
    assertThat(largest / half).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void andersonDarling_samples_equalsScipy() {
    // scipy.stats.anderson_ksamp([x, y], variant='midrank').statistic
    assertThat(AndersonDarling.of(XY).normalized()).isCloseTo(1.7183096744360893, within(1e-13));
    // scipy.stats.anderson_ksamp([[1,2,2,3,3,3,7], [2,3,3,4,7,7]], variant='midrank').statistic
    assertThat(AndersonDarling.of(TiedCounts.of(TIED_A, TIED_B)).normalized())
        .isCloseTo(0.4613505883956632, within(1e-13));
    // scipy.stats.anderson_ksamp([march, june], variant='midrank').statistic
    assertThat(AndersonDarling.of(LENGTHS).normalized())
        .isCloseTo(0.4579537861634334, within(1e-12));
    // scipy.stats.anderson_ksamp([ref, cur], variant='midrank').statistic; above a thousand values
    // the sums of its variance are an expansion here
    assertThat(AndersonDarling.of(NORMAL).normalized()).isCloseTo(21.01669033290624, within(1e-10));
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(AndersonDarling.of(XY).normalized())
        .isCloseTo(reference.get("AD ksamp x,y midrank").get(0).asDouble(), within(1e-13));
  }

  @Test
  void andersonDarling_fourSamples_equalsScholzAndStephens() {
    // Smoothness of paper, four laboratories: Scholz and Stephens (1987) print A² = 8.3926 and
    // T = 4.480; scipy.stats.anderson_ksamp(labs, variant='midrank').statistic
    double[][] laboratories = {
      Samples.X,
      Samples.Y,
      {34.0, 35.0, 39.0, 40.0, 43.0, 43.0, 44.0, 45.0},
      {34.0, 34.8, 34.8, 35.4, 37.2, 37.8, 41.2, 42.8}
    };
    double[] values = Arrays.stream(laboratories).flatMapToDouble(Arrays::stream).toArray();
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    long[][] rows = new long[4][distinct.length];
    for (int i = 0; i < 4; i++) {
      for (double value : laboratories[i]) {
        rows[i][Arrays.binarySearch(distinct, value)]++;
      }
    }
    AndersonDarling result = AndersonDarling.ofSamples(rows);
    assertThat(result.normalized()).isCloseTo(4.479780627135335, within(1e-12));
    assertThat(result.squared()).isCloseTo(8.3926, within(5e-5));
  }

  @Test
  void andersonDarling_edgeCases_areDefined() {
    AndersonDarling empty = AndersonDarling.of(TiedCounts.of(TIED_A, new double[0]));
    assertThat(empty.squared()).isNaN();
    assertThat(empty.normalized()).isNaN();
    AndersonDarling constant =
        AndersonDarling.of(TiedCounts.of(new double[] {3, 3}, new double[] {3, 3}));
    assertThat(constant.squared()).isZero();
    assertThat(constant.normalized()).isNaN();
    AndersonDarling few = AndersonDarling.of(TiedCounts.of(new double[] {1, 2}, new double[] {3}));
    assertThat(few.squared()).isPositive();
    assertThat(few.normalized()).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarling.ofSamples(new long[] {1, 2}))
        .withMessageContaining("1 samples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AndersonDarling.ofSamples(new long[] {1, 2}, new long[] {1}))
        .withMessageContaining("2 bins");
  }

  @Test
  void statistics_countsNearTheLargestLong_areDefined() {
    long most = Long.MAX_VALUE;
    TiedCounts counts =
        TiedCounts.of(
            new double[] {0, 1, 2}, new long[] {most - 1, 1, 0}, new long[] {0, 1, most - 1});
    assertThat(MannWhitney.of(counts).effect()).isCloseTo(1, within(1e-15));
    assertThat(MannWhitney.of(counts).u()).isBetween(0.0, 2.0 * most);
    assertThat(MannWhitney.of(counts).variance()).isPositive().isFinite();
    assertThat(CramerVonMises.integral(counts) / most).isCloseTo(0.25, within(1e-9));
    assertThat(AndersonDarling.of(counts).normalized()).isGreaterThan(1e18).isFinite();
  }

  @Test
  void harmonic_bothBranches_meetAtTheBorder() {
    assertThat(Harmonic.sum(1001)).isCloseTo(Harmonic.sum(1000) + 1 / 1001.0, within(1e-14));
    assertThat(Harmonic.sumOfSquares(1001))
        .isCloseTo(Harmonic.sumOfSquares(1000) + 1 / (1001.0 * 1001), within(1e-14));
    // scipy.special.digamma(1e9 + 1) + np.euler_gamma
    assertThat(Harmonic.sum(1e9)).isCloseTo(21.300481502347944, within(1e-13));
  }

  @Test
  void andersonDarling_oneRareValue_losesNothingInLargeSamples() {
    // A single value of n+m that only the reference of n+1 has: A² = m/(n+1), exactly.
    for (long n : new long[] {10, 1_000_000_000_000L, 1_000_000_000_000_000L}) {
      TiedCounts counts =
          TiedCounts.of(new double[] {1, 2}, new long[] {n, 1}, new long[] {2 * n, 0});
      assertThat(AndersonDarling.of(counts).squared())
          .isCloseTo(2 * n / (n + 1.0), withinPercentage(1e-10));
    }
  }
}
