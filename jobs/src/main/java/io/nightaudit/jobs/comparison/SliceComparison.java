package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Compares the nights of one slice with the nights before each: a function of the slice's profiles
 * in the window and of the daily values known from before it.
 */
public final class SliceComparison {
  private final Slice slice;
  private final SortedMap<Long, NightCells> cells = new TreeMap<>();
  private final BaselineWindow baseline;

  /**
   * The profiles of a slice.
   *
   * @param rows every row of the slice in the window, in any order
   * @param baselineNights how many nights before are a baseline
   */
  public SliceComparison(Slice slice, Iterable<ProfileRow> rows, int baselineNights) {
    this.slice = slice;
    this.baseline = new BaselineWindow(cells, baselineNights);
    for (ProfileRow row : rows) {
      NightCells night = cells.computeIfAbsent(row.epochDay(), day -> night());
      night.summaries().put(row.metric(), Summary.fromBytes(row.summary()));
      night.definitions().put(row.metric(), row.definition());
    }
  }

  private static NightCells night() {
    return new NightCells(new TreeMap<>(), new TreeMap<>(), 1);
  }

  /** Whether the slice has no profile on any of these nights. */
  public boolean isAbsent(SortedSet<Long> nights) {
    return nights.stream().noneMatch(cells::containsKey);
  }

  /**
   * Compares nights.
   *
   * @param nights the nights to compare, those without a profile are left out
   * @param earlier daily values of nights that are not compared now, by measure
   */
  public ComparedSlice compare(
      SortedSet<Long> nights, SortedMap<String, List<StreamNight>> earlier) {
    SortedMap<Long, Set<Measure>> held = new TreeMap<>();
    cells.forEach((day, night) -> held.put(day, measures(night)));
    SortedSet<Measure> all = new TreeSet<>();
    held.values().forEach(all::addAll);
    SortedMap<Measure, ComparedStream> streams = new TreeMap<>();
    for (Measure measure : all) {
      SortedSet<Long> known = new TreeSet<>(nights);
      known.removeIf(day -> !isKnown(measure, held.subMap(baseline.from(day), day + 1)));
      streams.put(measure, stream(measure, known, earlier.getOrDefault(measure.name(), List.of())));
    }
    return new ComparedSlice(slice, streams, releases(), people());
  }

  /** Whether a night or its baseline holds a measure, whichever other nights are compared. */
  private static boolean isKnown(Measure measure, SortedMap<Long, Set<Measure>> window) {
    return window.values().stream().anyMatch(measures -> measures.contains(measure));
  }

  private static Set<Measure> measures(NightCells night) {
    Set<Measure> measures = new TreeSet<>(DerivedMeasures.of(night));
    night.summaries().keySet().forEach(name -> measures.add(Measure.parse(name)));
    return measures;
  }

  private ComparedStream stream(
      Measure measure, SortedSet<Long> nights, List<StreamNight> earlier) {
    SortedMap<Long, StreamNight> known = new TreeMap<>();
    earlier.forEach(night -> known.put(night.epochDay(), night));
    SortedMap<Long, Evidence> evidence = new TreeMap<>();
    for (long day : nights) {
      NightCells tonight = cells.get(day);
      if (tonight != null) {
        evidence(measure, day, tonight, known)
            .ifPresent(
                found -> {
                  evidence.put(day, found);
                  known.put(day, daily(measure, day, tonight, found));
                });
      }
    }
    return new ComparedStream(measure, known, evidence, moments(measure));
  }

  private Optional<Evidence> evidence(
      Measure measure, long day, NightCells tonight, SortedMap<Long, StreamNight> known) {
    NightCells before = before(measure, day, definition(measure, tonight));
    return Statistics.evidence(measure, tonight, before)
        .map(found -> HistoryBaseline.complete(found, window(known, day, tonight, measure)));
  }

  /** Daily values of the nights of the baseline, for figures that do not add up over nights. */
  private List<StreamNight> window(
      SortedMap<Long, StreamNight> known, long day, NightCells tonight, Measure measure) {
    String definition = definition(measure, tonight);
    return known.subMap(baseline.from(day), baseline.to(day)).values().stream()
        .filter(night -> night.definition().equals(definition))
        .toList();
  }

  /** Every night of the baseline of a night, with what became of it in the comparison. */
  public List<BaselineNight> baseline(Measure measure, long day) {
    String definition = definition(measure, cells.get(day));
    long to = baseline.to(day);
    return LongStream.range(baseline.from(day), day)
        .mapToObj(night -> new BaselineNight(night, use(measure, night, to, definition)))
        .toList();
  }

  private BaselineNight.Use use(Measure measure, long night, long to, String definition) {
    NightCells then = cells.get(night);
    if (then == null) {
      return BaselineNight.Use.ABSENT;
    } else if (night >= to) {
      return BaselineNight.Use.NEW_RELEASE;
    }
    boolean holds =
        DerivedMeasures.sources(measure).stream().anyMatch(then.summaries()::containsKey);
    if (!holds) {
      return BaselineNight.Use.NO_VALUE;
    }
    return definition(measure, then).equals(definition)
        ? BaselineNight.Use.USED
        : BaselineNight.Use.OTHER_DEFINITION;
  }

  /** The nights of the baseline in which the measure meant the same, merged. */
  private NightCells before(Measure measure, long day, String definition) {
    NightCells merged = NightCells.empty();
    int nights = 0;
    for (NightCells night : cells.subMap(baseline.from(day), baseline.to(day)).values()) {
      if (definition(measure, night).equals(definition)) {
        nights++;
        DerivedMeasures.sources(measure).forEach(source -> merge(merged, night, source));
      }
    }
    return new NightCells(merged.summaries(), merged.definitions(), nights);
  }

  private static void merge(NightCells into, NightCells night, String source) {
    Summary summary = night.summaries().get(source);
    if (summary != null) {
      into.summaries().merge(source, summary, Summary::plus);
    }
  }

  private static String definition(Measure measure, NightCells night) {
    String source = DerivedMeasures.sources(measure).get(0);
    return night.definitions().getOrDefault(source, "");
  }

  private static StreamNight daily(
      Measure measure, long day, NightCells tonight, Evidence evidence) {
    return new StreamNight(
        day,
        evidence.value(),
        evidence.n(),
        evidence.y(),
        evidence.variance(),
        definition(measure, tonight),
        DailyDistance.of(evidence));
  }

  private SortedMap<Long, StratumMoments> moments(Measure measure) {
    SortedMap<Long, StratumMoments> moments = new TreeMap<>();
    cells.forEach((day, night) -> moments(measure, night).ifPresent(m -> moments.put(day, m)));
    return moments;
  }

  private static Optional<StratumMoments> moments(Measure measure, NightCells night) {
    return measure.metric().extraction() instanceof Extraction.ShareOfEach each
        ? new CategoryShareStatistic(each.source(), each.among(), measure.argument()).moments(night)
        : moments(night.summaries().get(measure.name()));
  }

  private static Optional<StratumMoments> moments(Summary summary) {
    if (summary instanceof Rate rate && rate.trials() > 0) {
      return Optional.of(StratumMoments.rate(rate.successes(), rate.trials()));
    }
    if (summary instanceof LogHistogram histogram && histogram.count() > 0) {
      double variance = histogram.count() < 2 ? 0 : histogram.variance();
      return Optional.of(new StratumMoments(histogram.count(), histogram.mean(), variance));
    }
    return Optional.empty();
  }

  private SortedMap<Long, SortedMap<String, Long>> releases() {
    SortedMap<Long, SortedMap<String, Long>> releases = new TreeMap<>();
    cells.forEach(
        (day, night) ->
            night
                .get(Metric.RELEASES.id(), CategoryCounts.class)
                .ifPresent(counts -> releases.put(day, counts.counts())));
    return releases;
  }

  private SortedMap<Long, Long> people() {
    SortedMap<Long, Long> people = new TreeMap<>();
    cells.forEach((day, night) -> people.put(day, people(night)));
    return people;
  }

  private static long people(NightCells night) {
    return night
        .get(Metric.USERS.id(), DistinctCount.class)
        .map(users -> Math.round(users.estimate()))
        .orElseGet(() -> night.summaries().get(Metric.INTERACTIONS.id()).count());
  }
}
