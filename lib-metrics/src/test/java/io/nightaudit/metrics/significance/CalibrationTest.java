package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.metrics.distance.GoodnessOfFit;
import io.nightaudit.metrics.distance.LikelihoodRatio;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Decision;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Family;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each test rejects at 5 % as often as it says when nothing has changed.
 *
 * <p>Tolerance: three standard errors of the simulated rate, √(.05·.95/runs), plus what a statistic
 * with steps cannot reach: an exact test may reject more seldom than α, never more often.
 */
class CalibrationTest {
  private static final double LEVEL = .05;

  /** Metrics that changed in the simulation of the hierarchy. */
  private static final int CHANGED = 2;

  private enum Rule {
    KOLMOGOROV_SMIRNOV(s -> KolmogorovSmirnovTest.pValue(s.kolmogorovSmirnov(), s.n(), s.m())),
    KOLMOGOROV_LIMIT(
        s -> KolmogorovSmirnovTest.kolmogorovLimit(s.kolmogorovSmirnov(), s.n(), s.m())),
    KUIPER(s -> KuiperTest.pValue(s.kuiper(), s.n(), s.m())),
    CRAMER_VON_MISES(s -> CramerVonMisesTest.pValue(s.cramerVonMises(), s.n(), s.m())),
    ANDERSON_DARLING(
        s ->
            AndersonDarlingTest.pValue(
                AndersonDarlingTest.standardised(s.andersonDarling(), s.n(), s.m()), 2)),
    MANN_WHITNEY(s -> MannWhitneyTest.of(Alternative.TWO_SIDED, s.first(), s.second()).pValue()),
    MANN_WHITNEY_LESS(s -> MannWhitneyTest.of(Alternative.LESS, s.first(), s.second()).pValue());

    private final Function<Pooled, Double> pValue;

    Rule(Function<Pooled, Double> pValue) {
      this.pValue = pValue;
    }
  }

  // The last column is how much more seldom than 5 % the test rejects because of its steps. In
  // 60,000
  // runs (standard error 0.0009): .0513, .0436, .0464, .0498, .0504, .0502, .0478, .0497, .0484.
  @ParameterizedTest
  @CsvSource({
    "KOLMOGOROV_SMIRNOV, 83, 97, 0.001",
    "KOLMOGOROV_LIMIT, 150, 211, 0.008",
    "KUIPER, 150, 211, 0.005",
    "CRAMER_VON_MISES, 12, 9, 0.002",
    "CRAMER_VON_MISES, 83, 97, 0.001",
    "ANDERSON_DARLING, 83, 97, 0.001",
    "MANN_WHITNEY, 17, 13, 0.003",
    "MANN_WHITNEY, 83, 97, 0.001",
    "MANN_WHITNEY_LESS, 83, 97, 0.002",
  })
  void distributionTests_nothingChanged_rejectAtTheLevel(Rule rule, int n, int m, double steps) {
    SplittableRandom random = new SplittableRandom(20);
    int runs = 2_500;
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      Pooled samples = Pooled.of(sample(random, n), sample(random, m));
      rejected += rule.pValue.apply(samples) <= LEVEL ? 1 : 0;
    }
    within3StandardErrors(rejected, runs, steps);
  }

  private static double[] sample(SplittableRandom random, int size) {
    return random.doubles(size).toArray();
  }

  private static void within3StandardErrors(int rejected, int runs, double steps) {
    double error = Math.sqrt(LEVEL * (1 - LEVEL) / runs);
    assertThat((double) rejected / runs).isBetween(LEVEL - 3 * error - steps, LEVEL + 3 * error);
  }

  @Test
  void mannWhitney_manyTies_rejectsAtTheLevel() {
    SplittableRandom random = new SplittableRandom(21);
    int runs = 5_000;
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      long[] current = counts(random, 300, 4);
      long[] reference = counts(random, 200, 4);
      rejected +=
          MannWhitneyTest.of(Alternative.TWO_SIDED, current, reference).pValue() <= LEVEL ? 1 : 0;
    }
    within3StandardErrors(rejected, runs, .001);
  }

  @Test
  void countTests_nothingChanged_rejectAtTheLevel() {
    SplittableRandom random = new SplittableRandom(22);
    int runs = 5_000;
    int homogeneous = 0;
    int fitting = 0;
    for (int run = 0; run < runs; run++) {
      long[] current = counts(random, 400, 6);
      homogeneous +=
          LikelihoodRatio.homogeneity(counts(random, 500, 6), current).pValue() <= LEVEL ? 1 : 0;
      fitting += GoodnessOfFit.of(weights(6), current).pValue() <= LEVEL ? 1 : 0;
    }
    // G is slightly liberal with expected counts from 20 up: 0.0529 in 60,000 runs.
    within3StandardErrors(homogeneous, runs, 0);
    within3StandardErrors(fitting, runs, 0);
  }

  /** Counts of a triangular distribution: bin i has weight i + 1. */
  private static long[] counts(SplittableRandom random, int size, int bins) {
    long[] weights = weights(bins);
    long[] counts = new long[bins];
    for (int i = 0; i < size; i++) {
      long left = random.nextLong(Arrays.stream(weights).sum());
      int bin = 0;
      while (left >= weights[bin]) {
        left -= weights[bin++];
      }
      counts[bin]++;
    }
    return counts;
  }

  private static long[] weights(int bins) {
    long[] weights = new long[bins];
    Arrays.setAll(weights, i -> i + 1L);
    return weights;
  }

  @Test
  void exactRates_nothingChanged_neverExceedTheLevel() {
    SplittableRandom random = new SplittableRandom(23);
    int runs = 1_000;
    int fisher = 0;
    int barnard = 0;
    int boschloo = 0;
    for (int run = 0; run < runs; run++) {
      int s1 = successes(random, 17, .3);
      int s0 = successes(random, 14, .3);
      fisher += FisherTest.of(Alternative.TWO_SIDED, s1, 17, s0, 14).pValue() <= LEVEL ? 1 : 0;
      barnard += BarnardTest.of(Alternative.TWO_SIDED, s1, 17, s0, 14).pValue() <= LEVEL ? 1 : 0;
      boschloo += BoschlooTest.of(Alternative.TWO_SIDED, s1, 17, s0, 14).pValue() <= LEVEL ? 1 : 0;
    }
    // Conservative by their steps: 0.034, 0.041 and 0.047 in 20,000 runs.
    within3StandardErrors(fisher, runs, .017);
    within3StandardErrors(barnard, runs, .010);
    within3StandardErrors(boschloo, runs, .004);
  }

  private static int successes(SplittableRandom random, int trials, double rate) {
    return (int) random.doubles(trials).filter(value -> value < rate).count();
  }

  @Test
  void binomial_knownRate_neverExceedsTheLevel() {
    SplittableRandom random = new SplittableRandom(24);
    int runs = 5_000;
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      int successes = successes(random, 200, .3);
      rejected +=
          BinomialTest.of(Alternative.TWO_SIDED, successes, 200, .3).pValue() <= LEVEL ? 1 : 0;
    }
    within3StandardErrors(rejected, runs, .007);
  }

  @Test
  void minimumEffect_truePsiAtTheLimit_rejectsAtTheLevel() {
    double[] p = {.1, .2, .4, .2, .1};
    double[] q = {.08, .17, .39, .22, .14};
    double psi = psi(p, q);
    MinimumEffectTest test = new MinimumEffectTest(5, 5_000, 4_000, psi);
    SplittableRandom random = new SplittableRandom(25);
    int runs = 1_500;
    int rejected = 0;
    for (int run = 0; run < runs; run++) {
      double measured = psi(shares(random, p, 5_000), shares(random, q, 4_000));
      rejected += test.pValue(measured) <= LEVEL ? 1 : 0;
    }
    within3StandardErrors(rejected, runs, 0);
  }

  private static double psi(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += (q[i] - p[i]) * Math.log(q[i] / p[i]);
    }
    return sum;
  }

  private static double[] shares(SplittableRandom random, double[] probabilities, int size) {
    double[] shares = new double[probabilities.length];
    for (int i = 0; i < size; i++) {
      double left = random.nextDouble();
      int bin = 0;
      while (bin < shares.length - 1 && left >= probabilities[bin]) {
        left -= probabilities[bin++];
      }
      shares[bin] += 1.0 / size;
    }
    return shares;
  }

  /**
   * Eight metrics of five slices, q = .1: six metrics and all their slices unchanged; in the other
   * two one slice changed.
   */
  @Test
  void hierarchy_someMetricsChanged_keepsTheShareOfFalseDiscoveriesAtBothLevels() {
    SplittableRandom random = new SplittableRandom(26);
    double[] metrics = new double[3_000];
    double[] slices = new double[metrics.length];
    for (int run = 0; run < metrics.length; run++) {
      List<Family> families =
          IntStream.range(0, 8).mapToObj(i -> family(random, i < CHANGED)).toList();
      List<Decision> decisions = HierarchicalBenjaminiHochberg.decide(families, .1);
      metrics[run] = falseShareOfMetrics(decisions);
      slices[run] = averageFalseShareOfSlices(decisions);
    }
    // Exactly q·6/8 among the metrics, as they are independent.
    assertThat(mean(metrics))
        .isBetween(.075 - 3 * standardError(metrics), .075 + 3 * standardError(metrics));
    // At most q on average over the selected metrics; slices tested at q itself would give .15.
    assertThat(mean(slices)).isPositive().isLessThanOrEqualTo(.1 + 3 * standardError(slices));
  }

  /** A metric tested by Simes' rule, so that it is selected because of what its slices show. */
  private static Family family(SplittableRandom random, boolean changed) {
    double[] slices = random.doubles(5).toArray();
    slices[0] *= changed ? 1e-4 : 1;
    double metric = Arrays.stream(BenjaminiHochberg.adjusted(slices)).min().orElseThrow();
    return new Family(metric, Arrays.stream(slices).boxed().toList());
  }

  /** Share of the rejected metrics that did not change; 0 if none is rejected. */
  private static double falseShareOfMetrics(List<Decision> decisions) {
    double all = decisions.stream().filter(Decision::rejected).count();
    double wrong = decisions.stream().skip(CHANGED).filter(Decision::rejected).count();
    return all == 0 ? 0 : wrong / all;
  }

  /** Mean over the rejected metrics of the share of their rejected slices that did not change. */
  private static double averageFalseShareOfSlices(List<Decision> decisions) {
    double sum = 0;
    double selected = 0;
    for (int i = 0; i < decisions.size(); i++) {
      List<Integer> rejected = decisions.get(i).rejectedSlices();
      long right = i < CHANGED ? rejected.stream().filter(slice -> slice == 0).count() : 0;
      sum += rejected.isEmpty() ? 0 : (double) (rejected.size() - right) / rejected.size();
      selected += decisions.get(i).rejected() ? 1 : 0;
    }
    return selected == 0 ? 0 : sum / selected;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }
}
