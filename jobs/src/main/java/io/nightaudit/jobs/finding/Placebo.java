package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the placebo study of a night found: how often its streams alarm when nothing changes.
 *
 * @param rate the alarms of all its streams together; empty where {@code reason} says why
 * @param nights nights at risk of one order, over all streams
 * @param reason why there is no rate, else empty
 * @param leftOut streams with a score tonight that were not studied: too short a history, or beyond
 *     the most that are
 * @param streams what it says of each stream studied
 */
public record Placebo(
    Optional<Rate> rate,
    long nights,
    String reason,
    int leftOut,
    SortedMap<Slice, SortedMap<Measure, StreamPlacebo>> streams) {
  /** How many other orders each history is put in. */
  public static final int REORDERINGS = 20;

  /** Nights that stay together in another order. */
  public static final int BLOCK_NIGHTS = WeekOrder.NIGHTS;

  /**
   * Alarms in 30 nights.
   *
   * @param alarms those that were raised
   * @param low lower end of the interval of what is to be expected
   * @param high upper end
   * @param confidence of the interval
   * @param budget those that the same streams may raise
   */
  public record Rate(double alarms, double low, double high, double confidence, double budget) {}

  /** The stream whose nights depend on each other the most. */
  public record MostDependent(Slice slice, Measure measure, double dependence) {}

  public Placebo {
    streams = Collections.unmodifiableSortedMap(new TreeMap<>(streams));
  }

  static Placebo without(String reason, int leftOut) {
    return new Placebo(Optional.empty(), 0, reason, leftOut, new TreeMap<>());
  }

  /** What it says of one stream. */
  public Optional<StreamPlacebo> of(Slice slice, Measure measure) {
    return Optional.ofNullable(streams.get(slice)).map(measures -> measures.get(measure));
  }

  /** How many streams were studied. */
  public int size() {
    return streams.values().stream().mapToInt(SortedMap::size).sum();
  }

  /** How many of them have nights that depend on each other. */
  public int dependent() {
    return (int)
        streams.values().stream()
            .flatMap(measures -> measures.values().stream())
            .filter(StreamPlacebo::isDependent)
            .count();
  }

  /** The stream with the largest dependence, the first of equals. */
  public Optional<MostDependent> mostDependent() {
    MostDependent most = null;
    for (var slice : streams.entrySet()) {
      for (var stream : slice.getValue().entrySet()) {
        double dependence = stream.getValue().dependence();
        if (most == null || dependence > most.dependence()) {
          most = new MostDependent(slice.getKey(), stream.getKey(), dependence);
        }
      }
    }
    return Optional.ofNullable(most);
  }
}
