package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BinnedDistanceTest {
  private static final long[] P = {10, 20, 40, 20, 10};
  private static final long[] Q = {5, 15, 35, 25, 20};

  @ParameterizedTest
  @CsvSource({
    // p = array([10,20,40,20,10])/100; q = array([5,15,35,25,20])/100
    // sum((q-p)*log(q/p))
    "POPULATION_STABILITY_INDEX, ex.PSI, 0.13618992790",
    // scipy.stats.entropy(q, p)
    "KULLBACK_LEIBLER, ex.KL(q||p) nats, 0.06986966663",
    // scipy.spatial.distance.jensenshannon(p, q, base=2)
    "JENSEN_SHANNON, ex.JSdist base2, 0.15549771084",
    // norm(sqrt(p)-sqrt(q))/sqrt(2)
    "HELLINGER, ex.Hellinger, 0.12996287339",
    // abs(p-q).sum()/2
    "TOTAL_VARIATION, ex.TV, 0.15",
    // abs(p-q).max()
    "MAXIMUM_DIFFERENCE, ex.Linf, 0.1"
  })
  void between_workedExample_equalsReference(BinnedDistance distance, String key, double expected) {
    // The smoothing of two of the distances vanishes with the size.
    double value = distance.between(times(P, 10_000_000_000L), times(Q, 10_000_000_000L));
    assertThat(value).isCloseTo(expected, within(1e-10));
    JsonNode reference = Archives.reference("statistics.json");
    assertThat(value).isCloseTo(reference.get(key).asDouble(), within(1e-11));
  }

  @Test
  void between_withoutSmoothing_equalsReferenceAtAnySize() {
    JsonNode reference = Archives.reference("statistics.json");
    // sum((q-p)*log(q/p)), scipy.stats.entropy(q, p), scipy.stats.entropy(p, q)
    assertThat(BinnedDistance.POPULATION_STABILITY_INDEX.between(P, Q, Smoothing.NONE))
        .isCloseTo(0.13618992790, within(1e-11))
        .isCloseTo(reference.get("ex.PSI").asDouble(), within(1e-15));
    assertThat(BinnedDistance.KULLBACK_LEIBLER.between(P, Q, Smoothing.NONE))
        .isCloseTo(0.06986966663, within(1e-11))
        .isCloseTo(reference.get("ex.KL(q||p) nats").asDouble(), within(1e-15));
    assertThat(BinnedDistance.KULLBACK_LEIBLER.between(Q, P, Smoothing.NONE))
        .isCloseTo(0.06632026128, within(1e-11))
        .isCloseTo(reference.get("ex.KL(p||q) nats").asDouble(), within(1e-15));
    double bits = BinnedDistance.JENSEN_SHANNON.between(P, Q);
    assertThat(bits * bits)
        .isCloseTo(0.02417953808, within(1e-11))
        .isCloseTo(reference.get("ex.JSD bits").asDouble(), within(1e-15));
    // scipy.spatial.distance.jensenshannon(p, q)
    assertThat(ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofCategories(P, Q))
        .isCloseTo(0.12946033618, within(1e-11))
        .isCloseTo(reference.get("ex.JSdist nats").asDouble(), within(1e-15));
    JsonNode disjoint = reference.get("JS doc [1,0],[0,1] base2 (0.8325546111576977 nats /1.0)");
    assertThat(BinnedDistance.JENSEN_SHANNON.between(new long[] {1, 0}, new long[] {0, 1}))
        .isEqualTo(disjoint.get(0).asDouble());
    // scipy.spatial.distance.jensenshannon([1.0, 0.0], [0.5, 0.5])
    assertThat(
            ToolConvention.EVIDENTLY_JENSEN_SHANNON.ofCategories(
                new long[] {2, 0}, new long[] {1, 1}))
        .isCloseTo(disjoint.get(1).asDouble(), within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    // a = array([0, 3, 5]); b = array([2, 1, 0]); sum((q-p)*log(q/p)) of
    // p=(a+.5)/9.5; q=(b+.5)/4.5
    "JEFFREYS, 1.9609770143597984",
    // p=(a+1)/11; q=(b+1)/6
    "LAPLACE, 1.1491335285736397",
    // p=a/8 and q=b/3 with 1e-4 for 0
    "SMALL_SHARE, 11.335780412070232",
    "NONE, Infinity"
  })
  void between_emptyBins_followsTheRule(Smoothing smoothing, double expected) {
    double index =
        BinnedDistance.POPULATION_STABILITY_INDEX.between(
            new long[] {0, 3, 5}, new long[] {2, 1, 0}, smoothing);
    if (Double.isInfinite(expected)) {
      assertThat(index).isEqualTo(expected);
    } else {
      assertThat(index).isCloseTo(expected, within(1e-13));
    }
  }

  @Test
  void shares_smallShare_isBelowTheSmallestShareThere() {
    // The smallest share of 1/20000 is below 1e-4, so an empty bin gets a millionth of it.
    double[] shares = Smoothing.SMALL_SHARE.shares(new long[] {19_999, 1, 0}, 20_000);
    assertThat(shares).containsExactly(0.99995, 5e-5, 5e-5 / 1e6);
    assertThat(Smoothing.SMALL_SHARE.shares(new long[] {1, 0}, 1)).containsExactly(1, 1e-4);
  }

  @Test
  void smoothing_default_isJeffreysWhereALogarithmNeedsIt() {
    for (BinnedDistance distance : BinnedDistance.values()) {
      assertThat(distance.between(P, Q)).isEqualTo(distance.between(P, Q, distance.smoothing()));
    }
    assertThat(BinnedDistance.POPULATION_STABILITY_INDEX.smoothing()).isEqualTo(Smoothing.JEFFREYS);
    assertThat(BinnedDistance.KULLBACK_LEIBLER.smoothing()).isEqualTo(Smoothing.JEFFREYS);
    assertThat(BinnedDistance.JENSEN_SHANNON.smoothing()).isEqualTo(Smoothing.NONE);
  }

  @ParameterizedTest
  @EnumSource(BinnedDistance.class)
  void between_countsNearTheLargestLong_areDefined(BinnedDistance distance) {
    long most = Long.MAX_VALUE;
    assertThat(distance.between(new long[] {most, 0}, new long[] {most - 1, 1}))
        .isBetween(0.0, 1e-8);
    assertThat(distance.noiseFloor(new long[] {most, 0}, new long[] {most - 1, 1}))
        .isBetween(0.0, 1e-8);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> distance.between(new long[] {most, 1}, new long[] {1, 1}))
        .withMessageContaining("2^63 - 1");
  }

  @Test
  void between_mergedBins_mayGrowWhereTheLawDoesNotHold() {
    // Two bins that both lose half move the same way.
    assertThat(
            BinnedDistance.MAXIMUM_DIFFERENCE.between(
                new long[] {1, 1, 0, 0}, new long[] {0, 0, 1, 1}))
        .isEqualTo(0.5);
    assertThat(BinnedDistance.MAXIMUM_DIFFERENCE.between(new long[] {2, 0}, new long[] {0, 2}))
        .isEqualTo(1);
    // The half per bin weighs more in four bins than in two.
    BinnedDistance index = BinnedDistance.POPULATION_STABILITY_INDEX;
    assertThat(index.between(new long[] {2, 0}, new long[] {0, 2}))
        .isGreaterThan(index.between(new long[] {1, 1, 0, 0}, new long[] {0, 0, 1, 1}));
  }

  @Test
  void between_stabilityIndex_smoothsByJeffreys() {
    // p=(array([0,3])+.5)/(3+1); q=(array([2,1])+.5)/(3+1); sum((q-p)*log(q/p))
    double p0 = 0.5 / 4;
    double q0 = 2.5 / 4;
    double expected = (q0 - p0) * (Math.log(q0 / p0) - Math.log((1 - q0) / (1 - p0)));
    assertThat(
            BinnedDistance.POPULATION_STABILITY_INDEX.between(new long[] {0, 3}, new long[] {2, 1}))
        .isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(BinnedDistance.class)
  void between_edgeCases_areDefined(BinnedDistance distance) {
    assertThat(distance.between(new long[] {0, 0}, new long[] {1, 2})).isNaN();
    assertThat(distance.noiseFloor(new long[] {1, 2}, new long[] {0, 0})).isNaN();
    assertThat(distance.excess(new long[0], new long[0])).isNaN();
    assertThat(distance.between(P, P)).isZero();
    assertThat(distance.between(new long[] {7}, new long[] {7})).isZero();
    assertThat(distance.between(new long[] {0, 10, 0, 20}, new long[] {0, 15, 0, 25}))
        .isEqualTo(distance.between(new long[] {10, 20}, new long[] {15, 25}));
  }

  @Test
  void between_disjoint_reachesOne() {
    long[] left = {10, 0};
    long[] right = {0, 10};
    // scipy.spatial.distance.jensenshannon([1,0],[0,1],base=2) = 1
    assertThat(BinnedDistance.JENSEN_SHANNON.between(left, right)).isEqualTo(1);
    assertThat(BinnedDistance.HELLINGER.between(left, right)).isEqualTo(1);
    assertThat(BinnedDistance.TOTAL_VARIATION.between(left, right)).isEqualTo(1);
  }

  @Test
  void between_otherBins_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinnedDistance.HELLINGER.between(new long[2], new long[3]))
        .withMessageContaining("2 bins")
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinnedDistance.HELLINGER.between(new long[] {-1}, new long[] {1}))
        .withMessageContaining("-1");
  }

  /**
   * Mean of 400 draws without change over the floor. From 20,000 draws: .995, .993, .988, .988,
   * .999, .995 (each ± .002). The standard deviation of one draw is at most .33 of its mean, so
   * four standard errors of 400 draws are .066.
   */
  @ParameterizedTest
  @CsvSource({
    "POPULATION_STABILITY_INDEX, 0.93, 1.07",
    "KULLBACK_LEIBLER, 0.93, 1.07",
    "JENSEN_SHANNON, 0.95, 1.03",
    "HELLINGER, 0.95, 1.03",
    "TOTAL_VARIATION, 0.96, 1.04",
    "MAXIMUM_DIFFERENCE, 0.93, 1.06"
  })
  void noiseFloor_noChange_isMeanDistance(BinnedDistance distance, double low, double high) {
    Random random = new Random(20231);
    double sum = 0;
    double floors = 0;
    for (int draw = 0; draw < 400; draw++) {
      long[] reference = sample(random, 5_000, 20);
      long[] current = sample(random, 2_000, 20);
      sum += distance.between(reference, current);
      floors += distance.noiseFloor(reference, current);
    }
    assertThat(sum / floors).isBetween(low, high);
  }

  @ParameterizedTest
  @EnumSource(BinnedDistance.class)
  void excess_change_isValueOverFloor(BinnedDistance distance) {
    double value = distance.between(P, Q);
    double floor = distance.noiseFloor(P, Q);
    assertThat(distance.excess(P, Q)).isEqualTo(Math.max(0, value - floor));
    assertThat(distance.excess(P, P)).isZero();
  }

  private static long[] sample(Random random, int size, int bins) {
    long[] counts = new long[bins];
    for (int i = 0; i < size; i++) {
      // A skewed law in which every bin is used.
      counts[(int) (bins * Math.pow(random.nextDouble(), 1.5))]++;
    }
    return counts;
  }

  private static long[] times(long[] counts, long factor) {
    long[] result = counts.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] *= factor;
    }
    return result;
  }
}
