package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Summary;
import java.util.Optional;
import java.util.Set;

/** Which statistic is that of a measure. */
final class Statistics {
  /** Quantities whose size is a matter of proportion; all others are compared by difference. */
  private static final Set<String> PROPORTIONAL =
      Set.of("characters", "words", "sentences", "tokens", "ms", "USD", "perplexity");

  private static final Statistic SHARE = new ShareStatistic();
  private static final Statistic RATIO_OF_MEANS = new MeanStatistic(true);
  private static final Statistic DIFFERENCE_OF_MEANS = new MeanStatistic(false);
  private static final Statistic MIX = new MixStatistic();
  private static final Statistic TERMS = new TermStatistic();
  private static final Statistic DISTINCT = CountStatistic.ofDistinct();
  private static final Statistic INTERACTIONS = CountStatistic.ofInteractions();

  private Statistics() {}

  static Optional<Evidence> evidence(Measure measure, NightCells tonight, NightCells before) {
    return of(measure, tonight).of(measure.name(), tonight, before);
  }

  private static Statistic of(Measure measure, NightCells tonight) {
    Extraction extraction = measure.metric().extraction();
    if (extraction instanceof Extraction.Quantity) {
      return mean(measure);
    } else if (extraction instanceof Extraction.Score) {
      return score(measure, tonight);
    } else if (extraction instanceof Extraction.Quantile quantile) {
      return new QuantileStatistic(quantile.source(), quantile.rank());
    } else if (extraction instanceof Extraction.Total total) {
      return CountStatistic.ofTotal(total.source());
    } else if (extraction instanceof Extraction.ShareOfEach each) {
      return new CategoryShareStatistic(each.source(), each.among(), measure.argument());
    }
    return simple(extraction);
  }

  private static Statistic simple(Extraction extraction) {
    if (extraction instanceof Extraction.Share) {
      return SHARE;
    } else if (extraction instanceof Extraction.Terms) {
      return TERMS;
    } else if (extraction instanceof Extraction.Distinct) {
      return DISTINCT;
    } else if (extraction instanceof Extraction.Volume) {
      return INTERACTIONS;
    }
    return MIX;
  }

  private static Statistic mean(Measure measure) {
    return PROPORTIONAL.contains(measure.metric().unit()) ? RATIO_OF_MEANS : DIFFERENCE_OF_MEANS;
  }

  /** A score of yes and no was profiled as a rate. */
  private static Statistic score(Measure measure, NightCells tonight) {
    Summary summary = tonight.summaries().get(measure.name());
    return summary instanceof LogHistogram ? DIFFERENCE_OF_MEANS : SHARE;
  }
}
