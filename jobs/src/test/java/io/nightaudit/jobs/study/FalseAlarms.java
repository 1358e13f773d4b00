package io.nightaudit.jobs.study;

import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.MeanInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How often applications without any change raise an alarm, in times of their budget.
 *
 * @param applications simulated
 * @param streams of an application, which share the budget equally
 * @param nights counted, after the history
 * @param seed of the chance
 */
record FalseAlarms(int applications, int streams, int nights, long seed) {
  private static final double MONTH = 30;

  /**
   * What came of it.
   *
   * @param perMonth alarms of an application in 30 nights, on average
   * @param times the same in times of the budget
   * @param interval of {@code times}, 95 %, from the spread between applications
   */
  record Rate(double perMonth, double times, Interval interval) {}

  /** Newly opened findings in the nights after a history, with a mean run length per stream. */
  Rate of(DailyStream stream, int history, double runLength) {
    Alarms alarms = Alarms.every(runLength);
    double[] counts =
        IntStream.range(0, applications)
            .parallel()
            .mapToDouble(application -> count(alarms, stream, history, application))
            .toArray();
    double expected = streams * nights / runLength;
    double mean = Arrays.stream(counts).sum() / applications;
    double squares = Arrays.stream(counts).map(count -> (count - mean) * (count - mean)).sum();
    Interval interval =
        MeanInterval.of(
            applications,
            mean / expected,
            squares / (applications - 1) / expected / expected,
            0.95);
    return new Rate(mean * MONTH / nights, mean / expected, interval);
  }

  private double count(Alarms alarms, DailyStream stream, int history, int application) {
    Random random = Noise.random(seed, application);
    double[] common =
        stream.shared() > 0
            ? stream.common(history + nights, random)
            : new double[history + nights];
    int count = 0;
    for (int i = 0; i < streams; i++) {
      List<Integer> openings = alarms.openings(stream.nights(common, history, Change.NONE, random));
      count += openings.stream().filter(night -> night >= history).count();
    }
    return count;
  }
}
