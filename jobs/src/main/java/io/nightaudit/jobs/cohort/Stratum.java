package io.nightaudit.jobs.cohort;

import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.Optional;

/** A measure in one stratum of both cohorts, where it is a share or a mean. */
record Stratum(StratumMoments now, StratumMoments before) {
  static StratumMoments moments(Optional<Summary> summary) {
    if (summary.isPresent() && summary.get() instanceof Rate rate) {
      return StratumMoments.rate(rate.successes(), rate.trials());
    }
    return summary.isPresent() && summary.get() instanceof LogHistogram histogram
        ? new StratumMoments(histogram.count(), histogram.mean(), histogram.variance())
        : StratumMoments.absent();
  }

  /** Whether both have enough values for a mean with a variance. */
  boolean inCommon() {
    return now.n() > 1 && before.n() > 1;
  }

  static long successes(StratumMoments moments) {
    return Math.round(moments.mean() * moments.n());
  }

  static double error(StratumMoments moments) {
    return moments.variance() / moments.n();
  }
}
