package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.series.DailyScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Judged slices whose daily values a test chooses. */
final class StreamFixture {
  /** The first night, 2024-10-04. */
  static final long FIRST = 20_000;

  private final SortedMap<Slice, SortedMap<Measure, ComparedStream>> streams = new TreeMap<>();
  private final SortedMap<Slice, SortedMap<Measure, SortedMap<Long, Judgement>>> judgements =
      new TreeMap<>();

  /** A stream with a value for each night from the first, the last of them tonight. */
  StreamFixture stream(Slice slice, Measure measure, double z, double... values) {
    SortedMap<Long, StreamNight> nights = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      nights.put(FIRST + i, night(FIRST + i, values[i]));
    }
    long tonight = FIRST + values.length - 1;
    double value = values[values.length - 1];
    streams
        .computeIfAbsent(slice, s -> new TreeMap<>())
        .put(
            measure,
            new ComparedStream(
                measure, nights, new TreeMap<>(Map.of(tonight, evidence(value))), new TreeMap<>()));
    judgements
        .computeIfAbsent(slice, s -> new TreeMap<>())
        .put(measure, new TreeMap<>(Map.of(tonight, judgement(z, tonight))));
    return this;
  }

  List<JudgedSlice> slices() {
    List<JudgedSlice> slices = new ArrayList<>();
    streams.forEach(
        (slice, measures) ->
            slices.add(
                new JudgedSlice(
                    new ComparedSlice(slice, measures, new TreeMap<>(), new TreeMap<>()),
                    judgements.get(slice))));
    return slices;
  }

  /** Independent normal nights around 100. */
  static double[] noise(int nights, long seed) {
    Random random = new Random(seed);
    double[] values = new double[nights];
    Arrays.setAll(values, i -> 100 + random.nextGaussian());
    return values;
  }

  static Evidence evidence(double value) {
    return evidence(value, DailyScale.IDENTITY);
  }

  static Evidence evidence(double value, DailyScale scale) {
    return new Evidence(
        value,
        1_000,
        -1,
        value - 1,
        value + 1,
        value,
        0.01,
        scale,
        false,
        new Evidence.Baseline(100, 28_000, 28),
        new Evidence.Change(Evidence.ChangeKind.DIFFERENCE, value - 100, -1, 1),
        new TreeMap<>(),
        List.of());
  }

  private static StreamNight night(long day, double value) {
    return new StreamNight(day, value, 1_000, value, 0.01, "v1", DailyDistance.NONE);
  }

  private static Judgement judgement(double z, long tonight) {
    return judgement(z, tonight, 100, 1);
  }

  /** Marks make the study look for alarms in the past. */
  static Judgement judgement(double z, long tonight, double center, double spread) {
    SortedMap<Long, Judgement.Mark> marks = new TreeMap<>(Map.of(FIRST + 20, Judgement.Mark.ALARM));
    return new Judgement(
        Verdict.WITHIN_TOLERANCE,
        "",
        z,
        0,
        (int) (tonight - FIRST),
        100,
        98,
        102,
        Judgement.Episode.NONE,
        List.of(),
        marks,
        center,
        spread);
  }
}
