package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often and how soon a canary is rolled back: 1,000 interactions a night beside 9,000 of the
 * release before, 85 % without an error there, 28 nights, material limit 1 point.
 */
class CanaryStudyTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final int FIRST = 15;
  private static final int NIGHTS = 28;

  @TempDir static Path folder;
  private static Policy policy;

  @BeforeAll
  static void read() throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n";
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    policy = ConfigurationFile.read(file, List.of()).policy();
  }

  /** The night of the first rollback of each run, counted from 1; 0 where there was none. */
  private static List<Integer> rollbacks(double harm, int runs, long seed) {
    List<Integer> nights = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      nights.add(rollback(harm, new SplittableRandom(seed + run).nextLong()));
    }
    return nights;
  }

  private static int rollback(double harm, long seed) {
    UniformRandomProvider random = new SplittableRandom(seed)::nextLong;
    CanaryNights nights = new CanaryNights();
    for (int night = 1; night < FIRST; night++) {
      nights.serve("m-1", night, "a", 10_000);
    }
    DiscreteDistribution.Sampler earlier =
        BinomialDistribution.of(9_000, 0.15).createSampler(random);
    DiscreteDistribution.Sampler later =
        BinomialDistribution.of(1_000, 0.15 + harm).createSampler(random);
    for (int night = 1; night <= NIGHTS; night++) {
      long day = FIRST + night - 1L;
      nights.serve("m-1", day, "a", 9_000).rate(ERRORS, "m-1", day, "a", earlier.sample(), 9_000);
      nights.serve("m-2", day, "a", 1_000).rate(ERRORS, "m-2", day, "a", later.sample(), 1_000);
      Action action = new RouteAdvisor(policy).advise(nights.on(day)).action();
      if (action == Action.ROLL_BACK) {
        return night;
      }
      if (action == Action.KEEP) {
        nights.keep("m-2");
      }
    }
    return 0;
  }

  private static double share(List<Integer> nights) {
    return (double) nights.stream().filter(night -> night > 0).count() / nights.size();
  }

  private static int median(List<Integer> nights) {
    List<Integer> found = nights.stream().filter(night -> night > 0).sorted().toList();
    return found.get(found.size() / 2);
  }

  /** 8 of 1,000 with these seeds; 0.8 % over 20,000 runs of the rule itself. */
  @Test
  void advise_withoutHarm_rollsBackAtMostOnceInAHundredCanaries() {
    assertThat(share(rollbacks(0, 1000, 1))).isLessThanOrEqualTo(0.01);
  }

  /** All of them, the median on the fifth night. */
  @Test
  void advise_twoPointsOfHarm_rollsBackWithinFiveNights() {
    List<Integer> nights = rollbacks(0.02, 500, 2);
    assertThat(share(nights)).isGreaterThanOrEqualTo(0.99);
    assertThat(median(nights)).isLessThanOrEqualTo(5);
  }
}
