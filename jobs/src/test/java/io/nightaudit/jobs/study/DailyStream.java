package io.nightaudit.jobs.study;

import io.nightaudit.metrics.series.DailyTransform;
import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.series.Night;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A simulated daily stream: noise of its nights, a rhythm of its weekdays, sampling noise within a
 * night, and what it shares with the other slices of its application. The nights of a stream have
 * the variance 1 together, the rhythm not counted.
 *
 * @param noise of its nights beyond sampling
 * @param weekend added on Saturdays and Sundays
 * @param sampling share of the variance that comes from sampling within the night, which the stream
 *     knows; it hides some of the dependence
 * @param binomial whether sampling is that of a rate with {@link #ROWS} rows a night, and not
 *     normal
 * @param shared share of the variance between nights that all slices have in common
 */
record DailyStream(Noise noise, double weekend, double sampling, boolean binomial, double shared) {
  /** Rows of a night of a rate. */
  static final int ROWS = 500;

  private static final double RATE = 0.1;
  private static final int SATURDAY = 5;
  private static final int WEEKDAY_OF_EPOCH = 3;

  /** Sampling that is not there would be a variance of 0, which no night may have. */
  private static final double LEAST_SAMPLING = 1e-6;

  static DailyStream of(Noise noise) {
    return new DailyStream(noise, 0, 0, false, 0);
  }

  DailyStream withWeekend(double deviations) {
    return new DailyStream(noise, deviations, sampling, binomial, shared);
  }

  DailyStream withSampling(double share) {
    return new DailyStream(noise, weekend, share, binomial, shared);
  }

  /** A rate whose nights vary more than its rows explain. */
  DailyStream asRate(double samplingShare) {
    return new DailyStream(noise, weekend, samplingShare, true, shared);
  }

  DailyStream withShared(double share) {
    return new DailyStream(noise, weekend, sampling, binomial, share);
  }

  /** What the slices of an application have in common: one value for each night. */
  double[] common(int nights, Random random) {
    return noise.series(nights, random);
  }

  /** Nights of one slice; the change begins after {@code history} of them. */
  List<Night> nights(double[] common, int history, Change change, Random random) {
    double[] own = noise.series(common.length, random);
    // A generator that is faster, for the rows.
    SplittableRandom rows = new SplittableRandom(random.nextLong());
    List<Night> nights = new ArrayList<>(own.length);
    for (int day = 0; day < own.length; day++) {
      double between = Math.sqrt(shared) * common[day] + Math.sqrt(1 - shared) * own[day];
      double level = change.on(day - history) + (isWeekend(day) ? weekend : 0);
      nights.add(
          Night.of(day, binomial ? rate(between, level, rows) : value(between, level, random)));
    }
    return nights;
  }

  /** Nights of a slice that shares nothing. */
  List<Night> nights(int count, int history, Change change, Random random) {
    return nights(new double[count], history, change, random);
  }

  private DailyValue value(double between, double level, Random random) {
    double within = sampling == 0 ? 0 : Math.sqrt(sampling) * random.nextGaussian();
    return new DailyValue(
        level + Math.sqrt(1 - sampling) * between + within, Math.max(LEAST_SAMPLING, sampling));
  }

  /** On the scale of the arcsine, where the sampling variance of any rate is that of its rows. */
  private DailyValue rate(double between, double level, SplittableRandom rows) {
    double deviation = Math.sqrt(1 / (4.0 * ROWS) / sampling);
    double angle =
        StrictMath.asin(Math.sqrt(RATE)) + deviation * (level + Math.sqrt(1 - sampling) * between);
    double sine = StrictMath.sin(Math.max(0, Math.min(StrictMath.PI / 2, angle)));
    long hits = 0;
    for (int row = 0; row < ROWS; row++) {
      hits += rows.nextDouble() < sine * sine ? 1 : 0;
    }
    return DailyTransform.rate(hits, ROWS).orElseThrow();
  }

  private static boolean isWeekend(int day) {
    return Math.floorMod(day + WEEKDAY_OF_EPOCH, 7) >= SATURDAY;
  }
}
