package io.nightaudit.metrics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.decision.RollbackDecision.Action;
import io.nightaudit.metrics.decision.SequentialProbabilityRatio.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the rules err: a release with 1,000 and a baseline with 9,000 answers a night, 85 % of
 * them good, for 28 nights. Every expected share p is held to within four standard errors,
 * 4√(p(1−p)/runs), and 0.005 for the two digits printed.
 */
class RollbackSimulationTest {
  private static final int NIGHTS = 28;
  private static final int RELEASE = 1000;
  private static final int BASELINE = 9000;
  private static final double GOOD = .85;
  private static final double MARGIN = .01;
  private static final RollbackTerms TERMS =
      new RollbackTerms(.05, AlphaSplit.BONFERRONI, 14, 0, 1, 500, NIGHTS + 1, .001);

  /**
   * The published table: naive looks at the mean so far, the rule with its median night, SPRT, the
   * rule's KEEP with its median night. "SPRT ever" is what the table counts, whether the ratio ever
   * reaches its upper limit; the test itself ends at the first limit, "SPRT first", of which the
   * shares are those of 20,000 runs in numpy (seed 1).
   */
  @ParameterizedTest
  @CsvSource({
    // effect, runs, naive, rolled back, night, SPRT ever, SPRT first, kept, night
    "0,     4000, .191, .005, 14, .002, .0028, .98, 10",
    "-.005, 1500, .78,  .30,  18, .19,  .178,  .49, 17",
    "-.01,  1500, 1,    .94,  12, .87,  .836,  .02, 15",
    "-.02,  300,  1,    1,    5,  1,    1,     0,   0",
    "-.05,  300,  1,    1,    2,  1,    1,     0,   0",
    ".01,   1500, .006, 0,    0,  0,    0,     1,   4",
  })
  void rules_release_errAsOftenAsTheyDid(
      double effect,
      int runs,
      double naive,
      double rolledBack,
      int rollbackNight,
      double everRejected,
      double rejected,
      double kept,
      int keepNight) {
    Tally tally = new Tally(effect, runs);
    // What the rule promises whatever was measured.
    assertThat(effect < 0 ? 0 : tally.rolledBack).isLessThan(runs / 20);
    assertShare(tally.naive, runs, naive);
    assertShare(tally.rolledBack, runs, rolledBack);
    assertShare(tally.everRejected, runs, everRejected);
    assertShare(tally.rejected, runs, rejected);
    assertShare(tally.kept, runs, kept);
    assertMedian(tally.rollbackNights, tally.rolledBack, rollbackNight);
    assertMedian(tally.keepNights, tally.kept, keepNight);
  }

  /**
   * The same with variances pooled over the nights, from the third night on. Rolled back and kept
   * in 20,000 runs: .0083 and .952 at 0, .333 and .344 at −.5 points, 1 and 0 at −2 points with a
   * median of 5 nights; each share is held to within four standard errors.
   */
  @ParameterizedTest
  @CsvSource({"0, 2000, .0083, .952", "-.005, 700, .333, .344", "-.02, 300, 1, 0"})
  void rules_pooledNights_errAsOftenAsTheyDid(
      double effect, int runs, double rolledBack, double kept) {
    Nights nights = new Nights(GOOD + effect, new SplittableRandom(84));
    int[] rollbackNights = new int[runs];
    int keeps = 0;
    for (int run = 0; run < runs; run++) {
      int night = nights.decided();
      rollbackNights[run] = Math.max(0, night);
      keeps += night < 0 ? 1 : 0;
    }
    int backs = (int) Arrays.stream(rollbackNights).filter(night -> night > 0).count();
    assertShare(backs, runs, rolledBack);
    assertShare(keeps, runs, kept);
    if (effect == -.02) {
      assertThat(backs).isGreaterThanOrEqualTo(runs * 99 / 100);
      assertThat(median(rollbackNights)).isLessThanOrEqualTo(5);
    }
  }

  /** All intervals of 28 nights at once miss in 5 % of the runs at most: 3,000, four errors. */
  @Test
  void confidenceSequence_allNights_coverAtOnce() {
    Nights nights = new Nights(GOOD - .01, new SplittableRandom(82));
    int missed = 0;
    for (int run = 0; run < 3000; run++) {
      ConfidenceSequence sequence = ConfidenceSequence.of(.05, Nights.VARIANCE, 5);
      boolean covered = true;
      for (int night = 0; night < NIGHTS; night++) {
        ConcurrentArms arms = nights.next();
        sequence = sequence.with(arms.estimate(), arms.variance());
        covered &= sequence.interval().contains(-.01);
      }
      missed += covered ? 0 : 1;
    }
    assertThat(missed / 3000.0).isBetween(.005, .05);
  }

  /** A rare rate at 2 %, 200 nights of 500: its lower limit is ever above it in at most 5 %. */
  @Test
  void rateSequence_allNights_coverAtOnce() {
    Binomial nightly = new Binomial(500, .02);
    SplittableRandom random = new SplittableRandom(83);
    int missed = 0;
    for (int run = 0; run < 1000; run++) {
      RateSequence rate = RateSequence.of(.5, .5);
      boolean covered = true;
      for (int night = 0; night < 200; night++) {
        rate = rate.with(nightly.next(random), 500);
        covered &= rate.logEvidence(.02) < Math.log(20) || rate.events() < .02 * rate.trials();
      }
      missed += covered ? 0 : 1;
    }
    assertThat(missed / 1000.0).isBetween(.001, .05);
  }

  private static Action action(int night, ConfidenceSequence sequence) {
    var gate = RollbackEvidence.Gate.of("good", sequence, HarmDirection.DECREASE, MARGIN, 1);
    RollbackEvidence evidence =
        new RollbackEvidence(
            List.of(gate), List.of(), night, (long) night * RELEASE, (long) night * BASELINE, 1);
    return RollbackRule.decide(evidence, TERMS).action();
  }

  private static void assertShare(int count, int runs, double expected) {
    double error = Math.sqrt(expected * (1 - expected) / runs);
    assertThat((double) count / runs).isCloseTo(expected, within(4 * error + .005));
  }

  /** A median of more than 100 nights moves by a night or two between seeds. */
  private static void assertMedian(int[] nights, int count, int expected) {
    if (count > 100) {
      assertThat(median(nights)).isCloseTo(expected, within(expected > 9 ? 2.0 : 1.0));
    }
  }

  private static double median(int[] nights) {
    int[] sorted = Arrays.stream(nights).filter(night -> night > 0).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** What came of many runs of one effect; nights from 1, 0 for never. */
  private static final class Tally {
    final int[] rollbackNights;
    final int[] keepNights;
    int naive;
    int rolledBack;
    int kept;
    int everRejected;
    int rejected;

    Tally(double effect, int runs) {
      rollbackNights = new int[runs];
      keepNights = new int[runs];
      Nights nights = new Nights(GOOD + effect, new SplittableRandom(81));
      for (int run = 0; run < runs; run++) {
        add(run, nights);
      }
    }

    private void add(int run, Nights nights) {
      ConfidenceSequence sequence = ConfidenceSequence.of(.1, Nights.VARIANCE, 5);
      SequentialProbabilityRatio ratio = SequentialProbabilityRatio.of(-MARGIN, .01, .1);
      boolean looked = false;
      boolean ever = false;
      for (int night = 1; night <= NIGHTS; night++) {
        ConcurrentArms arms = nights.next();
        sequence = sequence.with(arms.estimate(), arms.variance());
        ratio = ratio.with(arms.estimate(), arms.variance());
        looked |= sequence.weightedSum() / Math.sqrt(sequence.information()) < -1.645;
        ever |= ratio.logRatio() >= ratio.upperLimit();
        if (rollbackNights[run] + keepNights[run] == 0) {
          decide(run, night, sequence);
        }
      }
      naive += looked ? 1 : 0;
      everRejected += ever ? 1 : 0;
      rejected += ratio.outcome() == Outcome.ALTERNATIVE ? 1 : 0;
      rolledBack += rollbackNights[run] > 0 ? 1 : 0;
      kept += keepNights[run] > 0 ? 1 : 0;
    }

    private void decide(int run, int night, ConfidenceSequence sequence) {
      Action action = action(night, sequence);
      rollbackNights[run] = action == Action.ROLL_BACK ? night : 0;
      keepNights[run] = action == Action.KEEP ? night : 0;
    }
  }

  /** Nightly contrasts of a release with a rate. */
  private static final class Nights {
    static final double VARIANCE = GOOD * (1 - GOOD) * (1.0 / RELEASE + 1.0 / BASELINE);
    private final Binomial release;
    private final Binomial baseline = new Binomial(BASELINE, GOOD);
    private final SplittableRandom random;

    Nights(double rate, SplittableRandom random) {
      this.release = new Binomial(RELEASE, rate);
      this.random = random;
    }

    ConcurrentArms next() {
      ConcurrentNights.Arms arms = arms();
      return ConcurrentArms.of(arms.release(), arms.baseline(), 0);
    }

    private ConcurrentNights.Arms arms() {
      return new ConcurrentNights.Arms(
          List.of(StratumMoments.rate(release.next(random), RELEASE)),
          List.of(StratumMoments.rate(baseline.next(random), BASELINE)));
    }

    /** The night of a rollback, minus that of a keep, 0 if neither came. */
    int decided() {
      List<ConcurrentNights.Arms> nights = new ArrayList<>();
      for (int night = 1; night <= NIGHTS; night++) {
        nights.add(arms());
        Action action =
            night < 3 ? Action.HOLD : action(night, ConcurrentNights.of(nights).sequence(.1, 5));
        if (action != Action.HOLD) {
          return action == Action.ROLL_BACK ? night : -night;
        }
      }
      return 0;
    }
  }

  /** Draws from a table of cumulative probabilities. */
  private static final class Binomial {
    private final double[] cumulative;

    Binomial(int trials, double rate) {
      BinomialDistribution distribution = BinomialDistribution.of(trials, rate);
      cumulative = new double[trials + 1];
      double sum = 0;
      for (int k = 0; k <= trials; k++) {
        sum += distribution.probability(k);
        cumulative[k] = sum;
      }
    }

    int next(SplittableRandom random) {
      int place = Arrays.binarySearch(cumulative, random.nextDouble());
      return Math.min(cumulative.length - 1, place < 0 ? -place - 1 : place);
    }
  }
}
