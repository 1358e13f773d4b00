package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.comparison.ChangeEvidence.Share;
import io.nightaudit.jobs.comparison.ChangeNights.Window;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The slices of one night as partitions of each other: splits a change over the finer slices at
 * hand. The levels are tried in an order that does not depend on the data: first the one at which a
 * rollback holds the mix, then the finest. A level of which not every slice is at hand is left out.
 */
public final class Partitions {
  /** Parts beyond so many are merged, the smallest ones. */
  private static final int MOST_PARTS = 1000;

  private static final Measure INTERACTIONS = Measure.of(Metric.INTERACTIONS);
  private static final Measure COST = Measure.of(Metric.COST_PER_INTERACTION);
  private static final Measure TOKENS = Measure.of(Metric.TOTAL_TOKENS);

  private final Map<Slice, ComparedSlice> slices;
  private final List<List<String>> levels;
  private final Set<Slice> hidden;
  private final Window window;

  /**
   * Partitions of a night.
   *
   * @param slices the slices at hand
   * @param preferred the level at which a rollback holds the mix
   * @param hidden slices too small to be named tonight; their values are merged
   */
  public Partitions(
      List<ComparedSlice> slices,
      List<String> preferred,
      Set<Slice> hidden,
      Set<Long> unreliable,
      int baselineNights) {
    this.slices =
        slices.stream()
            .collect(
                Collectors.toMap(
                    ComparedSlice::slice, Function.identity(), (a, b) -> a, TreeMap::new));
    this.levels = levels(this.slices.keySet(), preferred);
    this.hidden = Set.copyOf(hidden);
    this.window = new Window(baselineNights, unreliable);
  }

  private static List<List<String>> levels(Set<Slice> slices, List<String> preferred) {
    return slices.stream()
        .map(Slice::level)
        .distinct()
        .sorted(
            Comparator.comparing((List<String> level) -> !level.equals(preferred))
                .thenComparing(level -> -level.size())
                .thenComparing(level -> String.join("\n", level)))
        .toList();
  }

  /** No slice at hand. */
  public static Partitions none() {
    return new Partitions(List.of(), List.of(), Set.of(), Set.of(), 0);
  }

  /**
   * What is known of a change that began on a night; empty where the measure is no share, mean or
   * cost, or too few nights before it are at hand.
   */
  public Optional<ChangeEvidence> since(long began, Measure measure, Slice slice, long night) {
    return stream(measure, slice)
        .flatMap(
            stream -> {
              ComparedSlice whole = slices.get(slice);
              SortedMap<Long, StratumMoments> moments = moments(whole, source(measure));
              return ChangeNights.since(began, stream, moments.keySet(), night, window)
                  .map(nights -> evidence(measure, whole, moments, nights));
            });
  }

  /** A change since it began, split over the first level that can be had. */
  public Optional<MixSplit> split(long began, Measure measure, Slice slice, long night) {
    return stream(measure, slice)
        .flatMap(
            stream -> ChangeNights.since(began, stream, stream.moments().keySet(), night, window))
        .flatMap(nights -> first(measure, slice, nights));
  }

  private Optional<ComparedStream> stream(Measure measure, Slice slice) {
    return Optional.ofNullable(slices.get(slice))
        .filter(whole -> !(measure.metric().extraction() instanceof Extraction.Volume))
        .map(whole -> whole.streams().get(measure));
  }

  private Optional<MixSplit> first(Measure measure, Slice slice, ChangeNights nights) {
    return levels.stream()
        .flatMap(level -> split(measure, slice, level, nights).stream())
        .findFirst();
  }

  /** Tonight against its baseline, split likewise. */
  public Optional<MixSplit> tonight(Measure measure, Slice slice, long night) {
    return stream(measure, slice)
        .flatMap(stream -> ChangeNights.tonight(slices.get(slice), measure, night, window))
        .flatMap(nights -> first(measure, slice, nights));
  }

  private ChangeEvidence evidence(
      Measure measure,
      ComparedSlice whole,
      SortedMap<Long, StratumMoments> moments,
      ChangeNights nights) {
    boolean total = isTotal(measure);
    SortedMap<Long, StratumMoments> values = total ? totals(moments) : moments;
    return new ChangeEvidence(
        MixSplit.pooled(values, nights.before()),
        MixSplit.pooled(values, nights.after()),
        Effect.of(values, nights),
        total ? List.of() : splits(measure, whole.slice(), nights),
        source(measure).equals(COST)
            ? Optional.of(CostChange.of(costs(whole, nights), nights, total))
            : Optional.empty(),
        valued(whole, moments, nights));
  }

  private static boolean isTotal(Measure measure) {
    return measure.metric().extraction() instanceof Extraction.Total;
  }

  private static Measure source(Measure measure) {
    return measure.metric().extraction() instanceof Extraction.Total total
        ? Measure.parse(total.source())
        : measure;
  }

  private static SortedMap<Long, StratumMoments> moments(ComparedSlice slice, Measure measure) {
    ComparedStream stream = slice.streams().get(measure);
    if (stream != null) {
      return stream.moments();
    }
    return measure.metric().extraction() instanceof Extraction.ShareOfEach each
        ? never(moments(slice, Measure.parse(each.among())))
        : new TreeMap<>();
  }

  /** A category that a part never had: nobody among those who could have had it. */
  private static SortedMap<Long, StratumMoments> never(SortedMap<Long, StratumMoments> among) {
    SortedMap<Long, StratumMoments> never = new TreeMap<>();
    among.forEach((night, values) -> never.put(night, new StratumMoments(values.n(), 0, 0)));
    return never;
  }

  /** One value a night: its sum. */
  private static SortedMap<Long, StratumMoments> totals(SortedMap<Long, StratumMoments> moments) {
    SortedMap<Long, StratumMoments> totals = new TreeMap<>();
    moments.forEach(
        (night, values) -> totals.put(night, new StratumMoments(1, values.n() * values.mean(), 0)));
    return totals;
  }

  private static Share valued(
      ComparedSlice whole, SortedMap<Long, StratumMoments> moments, ChangeNights nights) {
    SortedMap<Long, StratumMoments> all = moments(whole, INTERACTIONS);
    return new Share(valued(moments, all, nights.before()), valued(moments, all, nights.after()));
  }

  private static double valued(
      SortedMap<Long, StratumMoments> moments,
      SortedMap<Long, StratumMoments> all,
      List<Long> nights) {
    long interactions = MixSplit.pooled(all, nights).n();
    return interactions == 0
        ? Double.NaN
        : (double) MixSplit.pooled(moments, nights).n() / interactions;
  }

  private List<MixSplit> splits(Measure measure, Slice slice, ChangeNights nights) {
    List<MixSplit> splits = new ArrayList<>();
    levels.forEach(level -> split(measure, slice, level, nights).ifPresent(splits::add));
    return splits;
  }

  private Optional<MixSplit> split(
      Measure measure, Slice slice, List<String> level, ChangeNights nights) {
    return partition(slice, level, measure, nights)
        .flatMap(parts -> MixSplit.of(measure, slice, parts, nights));
  }

  /** Costs and tokens of the parts of the preferred level, or of the slice itself. */
  private List<CostChange.Part> costs(ComparedSlice whole, ChangeNights nights) {
    return levels.stream()
        .filter(level -> partition(whole.slice(), level, COST, nights).isPresent())
        .findFirst()
        .map(level -> parts(whole.slice(), level))
        .orElse(List.of(whole))
        .stream()
        .map(part -> new CostChange.Part(moments(part, COST), moments(part, TOKENS)))
        .toList();
  }

  private List<ComparedSlice> parts(Slice slice, List<String> level) {
    return slices.values().stream()
        .filter(part -> part.slice().level().equals(level) && part.slice().isWithin(slice))
        .toList();
  }

  /** The parts of a slice at a level, where that is finer and its slices together are the slice. */
  private Optional<SortedMap<Slice, SortedMap<Long, StratumMoments>>> partition(
      Slice slice, List<String> level, Measure measure, ChangeNights nights) {
    if (level.size() <= slice.level().size() || !level.containsAll(slice.level())) {
      return Optional.empty();
    }
    SortedMap<Slice, SortedMap<Long, StratumMoments>> parts = new TreeMap<>();
    parts(slice, level)
        .forEach(part -> merge(parts, named(part.slice(), slice), moments(part, measure)));
    return isWhole(parts, moments(slices.get(slice), measure), nights)
        ? Optional.of(bounded(parts, slice))
        : Optional.empty();
  }

  /** The largest parts, and all others as one. */
  private static SortedMap<Slice, SortedMap<Long, StratumMoments>> bounded(
      SortedMap<Slice, SortedMap<Long, StratumMoments>> parts, Slice whole) {
    if (parts.size() <= MOST_PARTS) {
      return parts;
    }
    SortedMap<Slice, SortedMap<Long, StratumMoments>> bounded = new TreeMap<>();
    List<Slice> largest =
        parts.keySet().stream()
            .sorted(Comparator.comparing((Slice part) -> -size(parts.get(part))))
            .toList();
    for (int i = 0; i < largest.size(); i++) {
      Slice part = largest.get(i);
      merge(bounded, i < MOST_PARTS ? part : other(part, whole), parts.get(part));
    }
    return bounded;
  }

  private static long size(SortedMap<Long, StratumMoments> moments) {
    return moments.values().stream().mapToLong(StratumMoments::n).sum();
  }

  private static boolean isWhole(
      SortedMap<Slice, SortedMap<Long, StratumMoments>> parts,
      SortedMap<Long, StratumMoments> whole,
      ChangeNights nights) {
    return nights.all().stream()
        .allMatch(
            night ->
                parts.values().stream()
                        .mapToLong(part -> part.getOrDefault(night, StratumMoments.absent()).n())
                        .sum()
                    == whole.getOrDefault(night, StratumMoments.absent()).n());
  }

  private Slice named(Slice part, Slice whole) {
    return hidden.contains(part) ? other(part, whole) : part;
  }

  private static Slice other(Slice part, Slice whole) {
    Slice other = whole;
    for (String dimension : part.level()) {
      if (!whole.dimensions().containsKey(dimension)) {
        other = other.with(dimension, Slice.OTHER);
      }
    }
    return other;
  }

  private static void merge(
      SortedMap<Slice, SortedMap<Long, StratumMoments>> parts,
      Slice part,
      SortedMap<Long, StratumMoments> moments) {
    SortedMap<Long, StratumMoments> merged = parts.computeIfAbsent(part, p -> new TreeMap<>());
    moments.forEach((night, values) -> merged.merge(night, values, StratumMoments::plus));
  }
}
