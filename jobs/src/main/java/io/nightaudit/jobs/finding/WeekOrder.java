package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.StreamNight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One other order of the weeks before a night. The nights of a week stay together and keep their
 * weekdays, and all streams have their weeks in the same order: what moves together still does.
 */
final class WeekOrder {
  /** Nights of a week. */
  static final int NIGHTS = 7;

  private static final int HEXADECIMAL = 16;

  private final long tonight;
  private final long[] keys;

  /**
   * An order.
   *
   * @param number which of the orders
   * @param tonight the weeks end on the night before
   * @param weeks how many of them there can be
   */
  WeekOrder(int number, long tonight, int weeks) {
    this.tonight = tonight;
    Random random = new Random(Long.parseLong(FindingId.hash("placebo " + number), HEXADECIMAL));
    this.keys = random.longs(weeks).toArray();
  }

  /** The values of the nights of a stream, on the days that they have in this order. */
  List<StreamNight> of(List<StreamNight> nights) {
    SortedMap<Integer, List<StreamNight>> weeks = new TreeMap<>();
    for (StreamNight night : nights) {
      weeks.computeIfAbsent(week(night), week -> new ArrayList<>()).add(night);
    }
    List<Integer> order = new ArrayList<>(weeks.keySet());
    order.sort(Comparator.comparingLong((Integer week) -> keys[week]).thenComparing(week -> week));
    List<StreamNight> reordered = new ArrayList<>(nights.size());
    for (int place = 0; place < order.size(); place++) {
      long move = (long) NIGHTS * (order.get(place) + 1 - order.size() + place);
      weeks
          .get(order.get(place))
          .forEach(night -> reordered.add(night.on(night.epochDay() + move)));
    }
    return reordered;
  }

  /** How many weeks before tonight a night lies; the last seven nights are week 0. */
  private int week(StreamNight night) {
    return Math.toIntExact((tonight - 1 - night.epochDay()) / NIGHTS);
  }
}
