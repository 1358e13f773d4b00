package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares one slice over a period with the period before. The profiles of the nights are merged,
 * which gives what one pass over all rows of the period would give.
 */
public final class PeriodComparison {
  private final SortedMap<Long, NightCells> nights = new TreeMap<>();
  private final long first;

  /**
   * A slice over two periods.
   *
   * @param rows profiles of the slice on every night of both
   * @param first first night of the later one
   */
  public PeriodComparison(Iterable<ProfileRow> rows, long first) {
    this.first = first;
    for (ProfileRow row : rows) {
      NightCells cells =
          nights.computeIfAbsent(
              row.epochDay(), night -> new NightCells(new TreeMap<>(), new TreeMap<>(), 1));
      cells.summaries().put(row.metric(), Summary.fromBytes(row.summary()));
      cells.definitions().put(row.metric(), row.definition());
    }
  }

  /** The names of the profiles that a measure is read off. */
  public static List<String> sources(Measure measure) {
    return DerivedMeasures.sources(measure);
  }

  /** The evidence of a measure; empty where the period has no value of it. */
  public Optional<PeriodEvidence> of(Measure measure) {
    SortedMap<Long, NightCells> known = known(measure);
    SortedMap<Long, NightCells> period = known.tailMap(first);
    if (period.isEmpty()) {
      return Optional.empty();
    }
    List<String> meaning = meaning(measure, period.get(period.lastKey()));
    SortedMap<Long, NightCells> same = new TreeMap<>(known);
    same.values().removeIf(night -> !meaning(measure, night).equals(meaning));
    int otherMeaning = period.size() - same.tailMap(first).size();
    return compare(measure, same, otherMeaning);
  }

  /** The nights that have all that the measure is read off, and a value of it. */
  private SortedMap<Long, NightCells> known(Measure measure) {
    List<String> sources = DerivedMeasures.sources(measure);
    SortedMap<Long, NightCells> known = new TreeMap<>(nights);
    known.values().removeIf(night -> !night.summaries().keySet().containsAll(sources));
    known.values().removeIf(night -> alone(measure, night).isEmpty());
    return known;
  }

  private static List<String> meaning(Measure measure, NightCells night) {
    return DerivedMeasures.sources(measure).stream().map(night.definitions()::get).toList();
  }

  private static Optional<Evidence> alone(Measure measure, NightCells night) {
    return Statistics.evidence(measure, night, NightCells.empty());
  }

  private Optional<PeriodEvidence> compare(
      Measure measure, SortedMap<Long, NightCells> same, int otherMeaning) {
    NightCells now = merged(measure, same.tailMap(first));
    NightCells before = merged(measure, same.headMap(first));
    NightSeries series = series(measure, same, now);
    return Statistics.evidence(measure, now, before)
        .map(
            evidence ->
                new PeriodEvidence(
                    measure,
                    evidence.unit(measure),
                    series.whole(evidence, first, Long.MAX_VALUE),
                    alone(measure, before).map(b -> series.whole(b, Long.MIN_VALUE, first)),
                    evidence.change().kind(),
                    series.change(evidence.change().kind(), first),
                    values(same.tailMap(first), measure),
                    otherMeaning));
  }

  private static NightCells merged(Measure measure, SortedMap<Long, NightCells> nights) {
    SortedMap<String, Summary> summaries = new TreeMap<>();
    SortedMap<String, String> definitions = new TreeMap<>();
    for (NightCells night : nights.values()) {
      for (String source : DerivedMeasures.sources(measure)) {
        summaries.merge(source, night.summaries().get(source), Summary::plus);
        definitions.put(source, night.definitions().get(source));
      }
    }
    return new NightCells(summaries, definitions, nights.size());
  }

  private static SortedMap<Long, PeriodEvidence.NightValue> values(
      SortedMap<Long, NightCells> nights, Measure measure) {
    SortedMap<Long, PeriodEvidence.NightValue> values = new TreeMap<>();
    nights.forEach(
        (night, cells) ->
            alone(measure, cells)
                .ifPresent(
                    found ->
                        values.put(
                            night, new PeriodEvidence.NightValue(found.value(), found.n()))));
    return values;
  }

  private static NightSeries series(
      Measure measure, SortedMap<Long, NightCells> nights, NightCells whole) {
    Extraction extraction = measure.metric().extraction();
    if (extraction instanceof Extraction.Total || extraction instanceof Extraction.Volume) {
      return NightSeries.ofTotals(values(nights, measure));
    } else if (extraction instanceof Extraction.Quantile) {
      return NightSeries.ofQuantiles(values(nights, measure));
    }
    List<Summary> summaries = new ArrayList<>(whole.summaries().values());
    boolean mean = summaries.size() == 1 && moments(summaries.get(0)).isPresent();
    return mean
        ? NightSeries.ofMeans(moments(measure, nights))
        : NightSeries.unknown(nights.keySet());
  }

  private static SortedMap<Long, StratumMoments> moments(
      Measure measure, SortedMap<Long, NightCells> nights) {
    SortedMap<Long, StratumMoments> moments = new TreeMap<>();
    nights.forEach(
        (night, cells) ->
            moments(cells.summaries().get(measure.name())).ifPresent(m -> moments.put(night, m)));
    return moments;
  }

  private static Optional<StratumMoments> moments(Summary summary) {
    if (summary instanceof Rate rate) {
      return Optional.of(StratumMoments.rate(rate.successes(), rate.trials()));
    }
    return summary instanceof LogHistogram histogram
        ? Optional.of(new StratumMoments(histogram.count(), histogram.mean(), histogram.variance()))
        : Optional.empty();
  }
}
