package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.IntervalOrigin;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.metrics.summary.LogHistogram;
import java.util.List;

/** How the interval of each kind of value is made. */
final class IntervalOrigins {
  private static final double NORMAL_QUANTILE = 1.959963984540054;

  private IntervalOrigins() {}

  static IntervalOrigin of(FigureFacts facts) {
    StoredFigure stored = facts.stored().orElse(null);
    if (stored == null || !Double.isFinite(stored.low()) || !Double.isFinite(stored.high())) {
      return new IntervalOrigin(
          none(facts), List.of(), java.util.Optional.empty(), java.util.Optional.empty());
    }
    return new IntervalOrigin(
        method(facts, stored),
        inputs(facts, stored),
        Exact.present(stored.low()),
        Exact.present(stored.high()));
  }

  private static String none(FigureFacts facts) {
    Extraction extraction = facts.measure().metric().extraction();
    if (!Double.isFinite(facts.value())) {
      return "none: there is no value";
    } else if (extraction instanceof Extraction.Volume || extraction instanceof Extraction.Total) {
      return "none: all interactions of the night are counted, nothing is sampled";
    } else if (extraction instanceof Extraction.Distinct) {
      return "none: an estimate with a standard error of 1.6% of its value";
    }
    return facts.measure().metric().extraction().distributed()
        ? "none: it takes two values"
        : "none: a distance is compared with what chance alone gives";
  }

  private static String method(FigureFacts facts, StoredFigure stored) {
    if (stored.numerator() >= 0) {
      return "Wilson interval of a share, 95%";
    }
    return facts.measure().metric().extraction() instanceof Extraction.Quantile
        ? "ranks of the quantile by the normal approximation, read off the histogram, 95%"
        : "t interval of a mean, 95%";
  }

  private static List<String> inputs(FigureFacts facts, StoredFigure stored) {
    if (stored.numerator() >= 0) {
      return List.of(
          "%s of %s, z = %s"
              .formatted(
                  Exact.count(stored.numerator()),
                  Exact.count(stored.n()),
                  Exact.number(NORMAL_QUANTILE)));
    }
    return facts.measure().metric().extraction() instanceof Extraction.Quantile quantile
        ? ranks(quantile.rank(), stored.n())
        : mean(facts);
  }

  private static List<String> ranks(double rank, long n) {
    double half = NORMAL_QUANTILE * Math.sqrt(rank * (1 - rank) / n);
    return List.of(
        "%s ± %s × √(%s × (1 − %s) / %s)"
            .formatted(
                Exact.number(rank),
                Exact.number(NORMAL_QUANTILE),
                Exact.number(rank),
                Exact.number(rank),
                Exact.count(n)),
        "the quantiles of %s and %s"
            .formatted(
                Exact.number(Math.max(0, rank - half)), Exact.number(Math.min(1, rank + half))));
  }

  private static List<String> mean(FigureFacts facts) {
    return facts.tonight().get(facts.measure().name()) instanceof LogHistogram histogram
        ? List.of(
            "mean %s, variance %s, n %s, %s degrees of freedom"
                .formatted(
                    Exact.number(histogram.mean()),
                    Exact.number(histogram.variance()),
                    Exact.count(histogram.count()),
                    Exact.count(histogram.count() - 1)))
        : List.of();
  }
}
