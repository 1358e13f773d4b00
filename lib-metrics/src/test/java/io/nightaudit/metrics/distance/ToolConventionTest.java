package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The figures of the tools for the same two samples, from their formulas with NumPy 2.4.6 and SciPy
 * 1.17.1; see {@link Samples#NORMAL_REFERENCE} and {@link Samples#NORMAL_CURRENT}.
 */
class ToolConventionTest {
  private static final double[] REFERENCE = Samples.NORMAL_REFERENCE;
  private static final double[] CURRENT = Samples.NORMAL_CURRENT;

  /** Categories a to e; d has gone, e is new. */
  private static final long[] CATEGORIES = {700, 200, 95, 5, 0};

  private static final long[] CURRENT_CATEGORIES = {600, 250, 130, 0, 20};

  @ParameterizedTest
  @CsvSource({
    // e = np.histogram_bin_edges(np.concatenate([ref, cur]), 'sturges')
    // p, q = np.histogram(ref, e)[0]/2000, np.histogram(cur, e)[0]/1500; P, Q with 1e-4 for 0
    // np.sum((P-Q)*np.log(P/Q))
    "EVIDENTLY_POPULATION_STABILITY_INDEX, .0528739, 0.05287392188687918",
    // scipy.stats.entropy(P, Q)
    "EVIDENTLY_KULLBACK_LEIBLER, .0242776, 0.02427757595947929",
    // scipy.spatial.distance.jensenshannon(p, q)
    "EVIDENTLY_JENSEN_SHANNON, .0805029, 0.08050290151878402",
    // e = np.histogram_bin_edges(list(set(ref) | set(cur)), 'sturges')
    // np.sqrt(1 - np.sum(np.sqrt(np.histogram(ref, e, density=True)[0]
    //     * np.histogram(cur, e, density=True)[0])) * (e[-1] - e[0])/(len(e) - 1))
    "EVIDENTLY_HELLINGER, .0808896, 0.08088959987721597",
    // scipy.stats.wasserstein_distance(ref, cur) / max(np.std(ref), .001)
    "EVIDENTLY_WASSERSTEIN, .2017331, 0.2017331353484874",
    // as above with 'doane'
    "EVIDENTLY_SPARK_POPULATION_STABILITY_INDEX, .0534691, 0.05346905890786347",
    "EVIDENTLY_SPARK_JENSEN_SHANNON, .0809706, 0.08097062613535062",
    // wasserstein_distance(c1, c2, w1, w2) / np.std(ref) of 1,000 bins over each own range
    "EVIDENTLY_SPARK_WASSERSTEIN, .2017494, 0.20174943313081084",
    // e = np.histogram_bin_edges(ref, 'doane'); P = p + [0]; Q = q + [1 - sum(q)]
    // jensenshannon(P, Q, base=2), np.linalg.norm(np.sqrt(P) - np.sqrt(Q))/np.sqrt(2)
    "NANNYML_JENSEN_SHANNON, .0991493, 0.09914925037919685",
    "NANNYML_HELLINGER, .0846498, 0.08464981237932294",
    // scipy.stats.ks_2samp(ref, cur).statistic, scipy.stats.wasserstein_distance(ref, cur)
    "NANNYML_KOLMOGOROV_SMIRNOV, .0845, 0.0845",
    "NANNYML_WASSERSTEIN, .2016672, 0.2016671970272219",
    "DEEQU_MAXIMUM_DIFFERENCE, .0845, 0.0845",
    // .0845 - 1.8*np.sqrt(3500/3e6)
    "DEEQU_ROBUST_DIFFERENCE, .0230183, 0.023018295404242405"
  })
  void ofNumbers_goldenSamples_equalTool(
      ToolConvention convention, double printed, double expected) {
    double value = convention.ofNumbers(REFERENCE, CURRENT);
    assertThat(value).isCloseTo(printed, within(5e-8)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void bins_goldenSamples_haveTheNumberOfTheTool() {
    assertThat(ToolBins.evidently(REFERENCE, CURRENT, 0)[0])
        .containsExactly(3, 14, 52, 146, 292, 423, 444, 339, 186, 74, 22, 4, 1);
    assertThat(ToolBins.evidentlySpark(REFERENCE, CURRENT, 0)[1])
        .containsExactly(3, 8, 28, 70, 139, 222, 280, 280, 222, 139, 70, 28, 8, 3);
    long[][] nannyml = ToolBins.nannyml(REFERENCE, CURRENT, 0);
    // 12 bins and a leftover of .002
    assertThat(nannyml[0]).hasSize(13).endsWith(0);
    assertThat(nannyml[1]).endsWith(3);
  }

  @Test
  void ofCommonBins_goldenSamples_equalPrintedIndex() {
    // np.histogram_bin_edges(np.concatenate([ref, cur]), 10), zero shares as 1e-4
    double[] both =
        IntStream.range(0, 3_500)
            .mapToDouble(i -> i < 2_000 ? REFERENCE[i] : CURRENT[i - 2_000])
            .toArray();
    EqualWidthBins ten = EqualWidthBins.of(both, 10);
    assertThat(index(ten.count(REFERENCE), ten.count(CURRENT)))
        .isCloseTo(.0527581, within(5e-8))
        .isCloseTo(0.052758138767962655, within(1e-13));
    // np.quantile(ref, np.linspace(0, 1, 11)), the outer bins open
    long[] deciles = new long[10];
    long[] current = new long[10];
    Arrays.fill(deciles, 200);
    for (double value : CURRENT) {
      int bin = 0;
      while (bin < 9 && value >= decile(bin + 1)) {
        bin++;
      }
      current[bin]++;
    }
    assertThat(index(deciles, current))
        .isCloseTo(.0463250, within(5e-8))
        .isCloseTo(0.046325037408573536, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({
    // p, q = ref/1000, cur/1000; P, Q with 1e-4 for 0: np.sum((P-Q)*np.log(P/Q))
    "EVIDENTLY_POPULATION_STABILITY_INDEX, .1621557, 0.16215568842926661",
    // scipy.stats.entropy(P, Q)
    "EVIDENTLY_KULLBACK_LEIBLER, .0525043, 0.05250433038245771",
    // scipy.spatial.distance.jensenshannon(p, q)
    "EVIDENTLY_JENSEN_SHANNON, .1155324, 0.11553238851493591",
    "EVIDENTLY_SPARK_JENSEN_SHANNON, .1155324, 0.11553238851493591",
    // scipy.spatial.distance.jensenshannon(p, q, base=2)
    "NANNYML_JENSEN_SHANNON, .1387685, 0.1387685407859118",
    // np.linalg.norm(np.sqrt(p) - np.sqrt(q))/np.sqrt(2)
    "NANNYML_HELLINGER, .1311052, 0.13110521940323605",
    // abs(p - q).max()
    "NANNYML_MAXIMUM_DIFFERENCE, .1, 0.1",
    "DEEQU_MAXIMUM_DIFFERENCE, .1, 0.1"
  })
  void ofCategories_goldenCounts_equalTool(
      ToolConvention convention, double printed, double expected) {
    double value = convention.ofCategories(CATEGORIES, CURRENT_CATEGORIES);
    assertThat(value).isCloseTo(printed, within(5.1e-8)).isCloseTo(expected, within(1e-13));
  }

  @Test
  void ofCategories_goldenCounts_otherMeasuresAgree() {
    // abs(p - q).sum()/2; scipy.stats.chi2_contingency([ref, cur]).pvalue
    assertThat(BinnedDistance.TOTAL_VARIATION.between(CATEGORIES, CURRENT_CATEGORIES))
        .isCloseTo(.105, within(1e-15));
    assertThat(ChiSquare.homogeneity(CATEGORIES, CURRENT_CATEGORIES).pValue())
        .isCloseTo(7.43e-9, within(5e-12))
        .isCloseTo(7.432741532255065e-09, within(1e-21));
    assertThat(
            ToolConvention.DEEQU_POPULATION_STABILITY_INDEX.ofCategories(
                CATEGORIES, CURRENT_CATEGORIES))
        .isEqualTo(Double.POSITIVE_INFINITY);
    // Evidently's own chi-square: a category that is new.
    assertThat(GoodnessOfFit.of(CATEGORIES, CURRENT_CATEGORIES).pValue()).isZero();
  }

  @Test
  void ofCategories_evidentlyTest_equalsItsHellingerDistance() {
    long[] reference = {16, 18, 16, 14, 12, 12};
    long[] current = {16, 16, 16, 16, 16, 8};
    double value = ToolConvention.EVIDENTLY_HELLINGER.ofCategories(reference, current);
    assertThat(value).isCloseTo(.06812, within(1e-5)).isCloseTo(0.06812774370983345, within(1e-14));
    assertThat(value)
        .isCloseTo(
            Archives.reference("statistics.json").get("Evidently Hellinger (0.06812)").asDouble(),
            within(1e-14));
  }

  /** Deequ's KLLDistanceTest. */
  @Test
  void deequ_ownTests_equalTheirValues() {
    ToolConvention simple = ToolConvention.DEEQU_MAXIMUM_DIFFERENCE;
    ToolConvention robust = ToolConvention.DEEQU_ROBUST_DIFFERENCE;
    double[] low = {1, 2, 3, 4};
    double[] high = {2, 3, 4, 5};
    assertThat(simple.ofNumbers(low, high)).isEqualTo(0.25);
    assertThat(robust.ofNumbers(low, high)).isZero();
    long[] first = {10, 20, 25, 10, 5};
    assertThat(simple.ofCategories(first, new long[] {11, 20, 25, 10, 10}))
        .isCloseTo(0.06015037593984962, within(1e-16));
    assertThat(robust.ofCategories(first, new long[] {11, 20, 25, 10, 10})).isZero();
    // b has gone, f is new.
    assertThat(
            simple.ofCategories(
                new long[] {10, 20, 25, 10, 5, 0}, new long[] {20, 0, 25, 10, 10, 11}))
        .isCloseTo(0.2857142857142857, within(1e-15));
    assertThat(
            ToolConvention.DEEQU_POPULATION_STABILITY_INDEX.ofCategories(
                new long[] {428, 425, 414, 427, 440, 447, 380, 386, 444, 386},
                new long[] {426, 437, 429, 391, 469, 433, 360, 443, 371, 418}))
        .isCloseTo(0.007406694184014186, within(1e-15));
  }

  @Test
  void robustDifference_deequLevels_equalTheirValues() {
    long[] first = {207, 20, 25, 14, 25, 13, 0};
    long[] second = {22, 20, 25, 12, 13, 0, 15};
    double difference = BinnedDistance.MAXIMUM_DIFFERENCE.between(first, second);
    assertThat(RobustDifference.ofLevel(0.003).of(difference, 304, 107))
        .isCloseTo(0.2726338046550349, within(1e-15));
    assertThat(RobustDifference.ofLevel(0.1).of(difference, 304, 107))
        .isCloseTo(0.33774199396969184, within(1e-15));
    assertThat(RobustDifference.withDefaults().allowance()).isEqualTo(1.8);
    assertThat(RobustDifference.withDefaults().of(0.5, 0, 5)).isNaN();
    assertThat(RobustDifference.withDefaults().of(Double.NaN, 5, 5)).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RobustDifference.ofLevel(Double.NaN))
        .withMessageContaining("alpha NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RobustDifference(-1))
        .withMessageContaining("-1");
  }

  @Test
  void ofNumbers_fewReferenceValues_takesEachAsABin() {
    double[] reference = {1, 1, 1, 2};
    double[] current = {1, 2, 2, 2};
    assertThat(ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofNumbers(reference, current))
        .isCloseTo(
            ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofCategories(
                new long[] {3, 1}, new long[] {1, 3}),
            within(1e-15));
  }

  @Test
  void ofIntegers_sample_equalsNumpy() {
    long[] reference = IntStream.range(0, 200).mapToLong(i -> i * i % 37 + i % 5).toArray();
    long[] current = IntStream.range(0, 150).mapToLong(i -> i * i % 41 + i % 7).toArray();
    // r = np.array([i*i%37 + i%5 for i in range(200)]); c likewise: Evidently's PSI and JS
    assertThat(ToolConvention.EVIDENTLY_POPULATION_STABILITY_INDEX.ofIntegers(reference, current))
        .isCloseTo(0.7171272099703611, within(1e-13));
    assertThat(ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofIntegers(reference, current))
        .isCloseTo(0.23967864935447963, within(1e-13));
    // Sturges' edges of the two integers 0 and 1 are one bin: np.histogram_bin_edges([0, 1],
    // 'sturges') = [0, 1], but [0, .5, 1] of floats
    assertThat(
            ToolConvention.EVIDENTLY_HELLINGER.ofIntegers(new long[] {0, 0, 1}, new long[] {1, 0}))
        .isZero();
    assertThat(
            ToolConvention.EVIDENTLY_HELLINGER.ofNumbers(
                new double[] {0, 0, 1}, new double[] {1, 0}))
        .isPositive();
  }

  @Test
  void ofNumbers_constantReference_dividesByALeastScale() {
    // scipy.stats.wasserstein_distance([5, 5], [5.002]) / .001
    assertThat(
            ToolConvention.EVIDENTLY_WASSERSTEIN.ofNumbers(
                new double[] {5, 5}, new double[] {5.002}))
        .isCloseTo(2, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(ToolConvention.class)
  void each_convention_isDefinedForWhatItTakes(ToolConvention convention) {
    double[] sample = {1, 2, 3, 4, 5};
    assertThat(convention.takesNumbers() || convention.takesCategories()).isTrue();
    if (convention.takesNumbers()) {
      assertThat(convention.ofNumbers(new double[0], sample)).isNaN();
      assertThat(convention.ofNumbers(sample, new double[0])).isNaN();
      assertThat(convention.ofNumbers(sample, sample)).isCloseTo(0, within(1e-8));
      assertThat(convention.ofNumbers(new double[] {3}, new double[] {3})).isZero();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> convention.ofNumbers(sample, new double[] {Double.NaN}))
          .withMessageContaining("NaN");
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> convention.ofNumbers(sample, sample))
          .withMessageContaining("categories");
    }
    if (convention.takesCategories()) {
      assertThat(convention.ofCategories(new long[2], new long[] {1, 2})).isNaN();
      assertThat(convention.ofCategories(new long[] {1, 2}, new long[] {1, 2})).isZero();
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> convention.ofCategories(new long[] {1}, new long[] {1}))
          .withMessageContaining("numbers");
    }
  }

  /** Linear between order statistics, at position 1999 k/10. */
  private static double decile(int k) {
    double position = 199.9 * k;
    int below = (int) position;
    return REFERENCE[below] + (position - below) * (REFERENCE[below + 1] - REFERENCE[below]);
  }

  private static double index(long[] reference, long[] current) {
    return BinnedDistance.POPULATION_STABILITY_INDEX.between(
        reference, current, Smoothing.SMALL_SHARE);
  }
}
