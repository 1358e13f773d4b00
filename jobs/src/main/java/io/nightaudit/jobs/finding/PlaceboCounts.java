package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.PoissonInterval;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up what the streams of a placebo study raised.
 *
 * <p>Twenty orders of one history are not twenty histories, and streams that move together are not
 * as many streams. So the interval is that of a count as large as one order's mean, over the nights
 * of one history, made wider by how much more the counts of the orders differ than chance has them
 * (their variance over their mean, if above 1): with φ for that, φ · Garwood(mean/φ). Where no
 * order raised any, it is the exact Poisson interval of none in one history.
 */
final class PlaceboCounts {
  private static final double CONFIDENCE = 0.95;
  private static final double NIGHTS_OF_A_MONTH = 30;

  private final long[] byOrder = new long[Placebo.REORDERINGS];
  private final SortedMap<Slice, SortedMap<Measure, StreamPlacebo>> streams = new TreeMap<>();
  private long nights;
  private int size;
  private double perMonth;
  private double budget;

  void add(PlaceboStudy.Stream stream, double dependence, int nightsAtRisk, int[] alarms) {
    long sum = 0;
    for (int i = 0; i < alarms.length; i++) {
      byOrder[i] += alarms[i];
      sum += alarms[i];
    }
    double rate = NIGHTS_OF_A_MONTH * sum / ((double) alarms.length * nightsAtRisk);
    streams
        .computeIfAbsent(stream.slice(), slice -> new TreeMap<>())
        .put(stream.measure(), new StreamPlacebo(stream.nights().size(), dependence, rate));
    nights += nightsAtRisk;
    size++;
    perMonth += rate;
    budget += stream.limits().falsePerMonth();
  }

  Placebo placebo(int leftOut) {
    double mean = mean();
    double dispersion = Math.max(1, mean > 0 ? variance(mean) / mean : 1);
    Interval events = PoissonInterval.of(mean / dispersion, CONFIDENCE);
    double toMonth = (mean > 0 ? perMonth / mean : NIGHTS_OF_A_MONTH * size / nights) * dispersion;
    Placebo.Rate rate =
        new Placebo.Rate(
            perMonth, events.low() * toMonth, events.high() * toMonth, CONFIDENCE, budget);
    return new Placebo(Optional.of(rate), nights, "", leftOut, streams);
  }

  private double mean() {
    long sum = 0;
    for (long count : byOrder) {
      sum += count;
    }
    return (double) sum / byOrder.length;
  }

  private double variance(double mean) {
    double squares = 0;
    for (long count : byOrder) {
      squares += (count - mean) * (count - mean);
    }
    return squares / (byOrder.length - 1);
  }
}
