package io.nightaudit.jobs.comparison.label;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.PairMoments;
import io.nightaudit.metrics.interval.PredictionPoweredMean;
import io.nightaudit.metrics.summary.JudgeSums;

/** Sets labels of a random sample beside the judge's scores of everything (PPI++). */
final class JudgeCorrection {
  private static final int DIGITS = 6;

  private final JudgeSums.Accumulator sums = new JudgeSums.Accumulator(DIGITS);

  void add(double label, double score) {
    sums.add(label, score);
  }

  /**
   * The mean label.
   *
   * @param all moments of every score of the nights, those of the labelled interactions among them
   */
  PredictionPoweredMean of(StratumMoments all) {
    JudgeSums labelled = sums.build();
    StratumMoments others = without(all, labelled);
    return PredictionPoweredMean.of(
        new PairMoments(
            labelled.labelled(),
            labelled.labelMean(),
            labelled.scoreMean(),
            labelled.labelVariance(),
            labelled.scoreVariance(),
            labelled.covariance()),
        others.n(),
        others.mean(),
        others.variance(),
        LabelEstimate.CONFIDENCE);
  }

  /** The interactions that nobody labelled. */
  static StratumMoments without(StratumMoments all, JudgeSums labelled) {
    long n = labelled.labelled();
    long rest = all.n() - n;
    if (rest <= 0) {
      return StratumMoments.absent();
    }
    double mean = (all.mean() * all.n() - labelled.scoreMean() * n) / rest;
    double shift = labelled.scoreMean() - mean;
    double squares =
        all.variance() * (all.n() - 1.0)
            - (n < 2 ? 0 : labelled.scoreVariance() * (n - 1.0))
            - shift * shift * n * ((double) rest / all.n());
    return new StratumMoments(rest, mean, rest < 2 ? 0 : Math.max(0, squares / (rest - 1.0)));
  }
}
