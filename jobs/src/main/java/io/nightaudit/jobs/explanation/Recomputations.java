package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import io.nightaudit.metrics.summary.TermCounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recomputes the value of each kind of figure from the summaries of its profile. */
final class Recomputations {
  private static final String SUM = "sum of the values";

  private final FigureFacts facts;
  private final SliceSettings settings;

  Recomputations(FigureFacts facts, SliceSettings settings) {
    this.facts = facts;
    this.settings = settings;
  }

  /** The recomputation; empty where the profile holds nothing of the figure. */
  Optional<Recomputation> value() {
    Extraction extraction = facts.measure().metric().extraction();
    if (extraction instanceof Extraction.Quantile quantile) {
      return tonight(quantile.source(), LogHistogram.class)
          .filter(histogram -> histogram.count() > 0)
          .map(histogram -> QuantileOrigin.of(histogram, quantile.rank()));
    } else if (extraction instanceof Extraction.Total total) {
      return tonight(total.source(), LogHistogram.class).map(Recomputations::total);
    } else if (extraction instanceof Extraction.ShareOfEach each) {
      return tonight(each.among(), Rate.class).map(rate -> shareOf(each, rate));
    }
    return Optional.ofNullable(facts.tonight().get(facts.measure().name())).flatMap(this::own);
  }

  private Optional<Recomputation> own(Summary summary) {
    if (summary.count() == 0) {
      return Optional.empty();
    } else if (summary instanceof LogHistogram histogram) {
      return Optional.of(mean(histogram));
    } else if (summary instanceof Rate rate) {
      boolean volume = facts.measure().metric().extraction() instanceof Extraction.Volume;
      return Optional.of(volume ? volume(rate) : share(rate.successes(), rate));
    } else if (summary instanceof DistinctCount distinct) {
      return Optional.of(distinct(distinct));
    } else if (summary instanceof TermCounts terms) {
      return Optional.of(new TermOrigin(terms, before(TermCounts.class)).recomputation());
    }
    return summary instanceof CategoryCounts counts
        ? Optional.of(
            new MixOrigin(facts.measure(), settings)
                .recomputation(counts, before(CategoryCounts.class)))
        : Optional.empty();
  }

  private <S extends Summary> Optional<S> tonight(String source, Class<S> kind) {
    return Optional.ofNullable(facts.tonight().get(source))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private <S extends Summary> Optional<S> before(Class<S> kind) {
    return Optional.ofNullable(facts.before().get(facts.measure().name()))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Recomputation volume(Rate rows) {
    return new Recomputation(
        List.of(count("interactions kept", rows.trials())),
        List.of("counted: " + Exact.count(rows.trials())),
        rows.trials());
  }

  private Recomputation shareOf(Extraction.ShareOfEach each, Rate among) {
    long hits =
        tonight(each.source(), CategoryCounts.class)
            .map(counts -> counts.of(facts.measure().argument()))
            .orElse(0L);
    return share(hits, among);
  }

  private static Recomputation share(long counted, Rate among) {
    double value = (double) counted / among.trials();
    return new Recomputation(
        List.of(
            count("values that count", counted),
            count("values", among.trials()),
            count("without a value", among.missing())),
        List.of(
            "%s / %s = %s"
                .formatted(Exact.count(counted), Exact.count(among.trials()), Exact.number(value))),
        value);
  }

  private static Recomputation mean(LogHistogram histogram) {
    double mean =
        histogram
            .sum()
            .divide(BigDecimal.valueOf(histogram.count()), MathContext.DECIMAL128)
            .doubleValue();
    return new Recomputation(
        moments(histogram),
        List.of(
            "%s / %s = %s"
                .formatted(
                    Exact.plain(histogram.sum()),
                    Exact.count(histogram.count()),
                    Exact.number(mean))),
        mean);
  }

  private static Recomputation total(LogHistogram histogram) {
    double total = histogram.sum().doubleValue();
    return new Recomputation(
        moments(histogram),
        List.of(
            "exact sum of %s values = %s"
                .formatted(Exact.count(histogram.count()), Exact.plain(histogram.sum()))),
        total);
  }

  /** The exact sums of a histogram. */
  static List<Input> moments(LogHistogram histogram) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(count("values", histogram.count()));
    inputs.add(count("without a value", histogram.missing()));
    inputs.add(new Input(SUM, Exact.plain(histogram.sum())));
    inputs.add(new Input("sum of their squares", Exact.plain(histogram.sumOfSquares())));
    inputs.add(new Input("smallest", Exact.number(histogram.min())));
    inputs.add(new Input("largest", Exact.number(histogram.max())));
    return inputs;
  }

  private static Recomputation distinct(DistinctCount distinct) {
    return new Recomputation(
        List.of(
            count("identifiers seen, repeated ones too", distinct.count()),
            count("without one", distinct.missing()),
            new Input("registers", "4,096, of which the profile holds those in use")),
        List.of("HyperLogLog estimate of the registers = " + Exact.number(distinct.estimate())),
        distinct.estimate());
  }

  static Input count(String name, long value) {
    return new Input(name, Exact.count(value));
  }
}
