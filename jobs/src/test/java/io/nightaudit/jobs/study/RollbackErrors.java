package io.nightaudit.jobs.study;

import io.nightaudit.metrics.decision.AlphaSplit;
import io.nightaudit.metrics.decision.ConcurrentNights;
import io.nightaudit.metrics.decision.ConfidenceSequence;
import io.nightaudit.metrics.decision.HarmDirection;
import io.nightaudit.metrics.decision.RollbackDecision.Action;
import io.nightaudit.metrics.decision.RollbackEvidence;
import io.nightaudit.metrics.decision.RollbackRule;
import io.nightaudit.metrics.decision.RollbackTerms;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often a canary is rolled back: 1,000 answers a night beside 9,000 of the baseline, 85 % of
 * them good, decided every night from the third to the twenty-eighth; the first decision stands.
 *
 * @param releases simulated
 * @param seed of the chance
 */
record RollbackErrors(int releases, long seed) {
  private static final int NIGHTS = 28;
  private static final int CANARY = 1000;
  private static final int BASELINE = 9000;
  private static final double GOOD = 0.85;
  private static final double ALPHA = 0.05;
  private static final double MARGIN = 0.01;
  private static final int NIGHT_OF_INTEREST = 5;

  /** No cost of a rollback, and no decision for want of time: the hardest case. */
  private static final RollbackTerms TERMS =
      new RollbackTerms(ALPHA, AlphaSplit.BONFERRONI, 14, 0, 3, 500, NIGHTS + 1, 0.001);

  /** How the nights are weighed. */
  enum Weights {
    /** Each night by its own variance. */
    OWN {
      @Override
      ConfidenceSequence sequence(List<ConcurrentNights.Arms> nights) {
        List<ConcurrentNights> apart =
            nights.stream().map(night -> ConcurrentNights.of(List.of(night))).toList();
        ConfidenceSequence sequence = apart.get(0).sequence(2 * ALPHA, NIGHT_OF_INTEREST);
        for (ConcurrentNights night : apart.subList(1, apart.size())) {
          var arms = night.contrasts().get(0);
          sequence = sequence.with(arms.estimate(), arms.variance());
        }
        return sequence;
      }
    },
    /**
     * By variances pooled over the nights, and the variance between nights: as the product does.
     */
    POOLED {
      @Override
      ConfidenceSequence sequence(List<ConcurrentNights.Arms> nights) {
        return ConcurrentNights.of(nights).sequence(2 * ALPHA, NIGHT_OF_INTEREST);
      }
    };

    abstract ConfidenceSequence sequence(List<ConcurrentNights.Arms> nights);
  }

  /**
   * What came of it.
   *
   * @param rolledBack share of the releases
   * @param kept share of the releases
   * @param medianNight of the rollbacks; NaN without any
   */
  record Decisions(double rolledBack, double kept, double medianNight) {}

  /**
   * Decisions on releases that change the share of good answers by {@code effect}.
   *
   * @param armDeviation what the arms differ by from night to night, as a standard deviation
   */
  Decisions of(Weights weights, double effect, double armDeviation) {
    Binomial baseline = Binomial.of(BASELINE, GOOD);
    Binomial canary = Binomial.of(CANARY, GOOD + effect);
    int[] nights =
        IntStream.range(0, releases)
            .parallel()
            .map(i -> decided(weights, canary, baseline, armDeviation, Noise.random(seed, i)))
            .toArray();
    int[] backs = Arrays.stream(nights).filter(night -> night > 0).sorted().toArray();
    double kept = Arrays.stream(nights).filter(night -> night < 0).count();
    return new Decisions(
        (double) backs.length / releases,
        kept / releases,
        backs.length == 0 ? Double.NaN : backs[(backs.length - 1) / 2]);
  }

  /** The night of a rollback, minus that of a keep, 0 for neither. */
  private static int decided(
      Weights weights, Binomial canary, Binomial baseline, double armDeviation, Random random) {
    List<ConcurrentNights.Arms> nights = new ArrayList<>();
    for (int night = 1; night <= NIGHTS; night++) {
      StratumMoments served = StratumMoments.rate(canary.next(random), CANARY);
      double shift = armDeviation * random.nextGaussian();
      StratumMoments shifted =
          new StratumMoments(served.n(), served.mean() + shift, served.variance());
      nights.add(
          new ConcurrentNights.Arms(
              List.of(shifted), List.of(StratumMoments.rate(baseline.next(random), BASELINE))));
      Action action = night < TERMS.leastNights() ? Action.HOLD : action(weights, nights);
      if (action != Action.HOLD) {
        return action == Action.ROLL_BACK ? night : -night;
      }
    }
    return 0;
  }

  private static Action action(Weights weights, List<ConcurrentNights.Arms> nights) {
    RollbackEvidence.Gate gate =
        RollbackEvidence.Gate.of(
            "good answers", weights.sequence(nights), HarmDirection.DECREASE, MARGIN, 1);
    long served = nights.size();
    RollbackEvidence evidence =
        new RollbackEvidence(
            List.of(gate), List.of(), nights.size(), served * CANARY, served * BASELINE, 1);
    return RollbackRule.decide(evidence, TERMS).action();
  }

  /** Draws from a table of cumulative probabilities. */
  private record Binomial(double[] cumulative) {
    static Binomial of(int trials, double rate) {
      BinomialDistribution distribution = BinomialDistribution.of(trials, rate);
      double[] cumulative = new double[trials + 1];
      double sum = 0;
      for (int successes = 0; successes <= trials; successes++) {
        sum += distribution.probability(successes);
        cumulative[successes] = sum;
      }
      return new Binomial(cumulative);
    }

    int next(Random random) {
      int place = Arrays.binarySearch(cumulative, random.nextDouble());
      return Math.min(cumulative.length - 1, place < 0 ? -place - 1 : place);
    }
  }
}
