package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
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
   * Mean of 400 draws without change. The standard deviation of a distance is at most half of its
   * mean here, so the mean of 400 draws lies within 10 % (four standard errors) of its expectation;
   * the approximations of the floors add the rest.
   */
  @ParameterizedTest
  @CsvSource({
    "POPULATION_STABILITY_INDEX, 0.9, 1.1",
    "KULLBACK_LEIBLER, 0.9, 1.1",
    "JENSEN_SHANNON, 0.9, 1.05",
    "HELLINGER, 0.9, 1.05",
    "TOTAL_VARIATION, 0.9, 1.1",
    "MAXIMUM_DIFFERENCE, 0.9, 1.1"
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
