package io.nightaudit.jobs.study;

import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.series.EwmaLimit;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The smallest lasting step that the moving average of the self-starting score finds in time in
 * four of five streams: what {@code MinimumDetectableChange} holds as a table.
 *
 * <p>Normal nights without sampling noise; only streams count that had not alarmed before the step.
 * No limit is set while the score is replayed, so that one replay serves all run lengths: until its
 * first alarm a stream learns the same either way.
 */
final class DetectableChange {
  static final double[] RUN_LENGTHS = {1e3, 1e4, 1e5, 1e6, 3e6, 1e7, 1e8, 1e10};
  static final int[] WITHIN = {7, 14, 28};
  static final int[] HISTORIES = {14, 28, 56, 112, 400};
  private static final int LAST_NIGHT = 28;
  private static final double EWMA_WEIGHT = 0.1;
  private static final double POWER = 0.8;
  private static final double NEVER = 1e9;
  private static final double SAMPLING = 1e-6;

  private final int streams;
  private final long seed;
  private final double[] bounds;

  DetectableChange(int streams, long seed) {
    this.streams = streams;
    this.seed = seed;
    this.bounds = new double[RUN_LENGTHS.length];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] =
          EwmaLimit.forRunLength(EWMA_WEIGHT, RUN_LENGTHS[i])
              * Math.sqrt(EWMA_WEIGHT / (2 - EWMA_WEIGHT));
    }
  }

  /**
   * Steps in daily standard deviations by run length and nights, infinite where not even the
   * largest is found.
   */
  double[][] steps(int history) {
    double[] tried = tried();
    double[][][] found = new double[tried.length][][];
    for (int i = 0; i < tried.length; i++) {
      found[i] = shareFound(history, tried[i]);
    }
    double[][] steps = new double[RUN_LENGTHS.length][WITHIN.length];
    for (int length = 0; length < RUN_LENGTHS.length; length++) {
      for (int within = 0; within < WITHIN.length; within++) {
        steps[length][within] = crossing(tried, found, length, within);
      }
    }
    return steps;
  }

  private static double[] tried() {
    return Stream.of(
            IntStream.range(4, 16).mapToDouble(tenth -> tenth / 10.0),
            IntStream.range(0, 16).mapToDouble(place -> 1.6 + 0.15 * place),
            IntStream.range(8, 32).mapToDouble(half -> half / 2.0),
            DoubleStream.of(16, 18, 20, 25, 30, 40, 60, 100, 1000))
        .flatMapToDouble(steps -> steps)
        .toArray();
  }

  private static double crossing(double[] tried, double[][][] found, int length, int within) {
    int first = 0;
    while (first < tried.length && !(found[first][length][within] >= POWER)) {
      first++;
    }
    if (first == tried.length) {
      return Double.POSITIVE_INFINITY;
    }
    if (first == 0) {
      return tried[0];
    }
    double low = found[first - 1][length][within];
    double share = (POWER - low) / (found[first][length][within] - low);
    return tried[first - 1] + share * (tried[first] - tried[first - 1]);
  }

  int streams() {
    return streams;
  }

  /** Share of the streams that alarm, by run length and nights. */
  double[][] shareFound(int history, double step) {
    List<double[]> largest =
        IntStream.range(0, streams)
            .parallel()
            .mapToObj(stream -> largest(history, step, Noise.random(seed, stream)))
            .toList();
    double[][] shares = new double[RUN_LENGTHS.length][WITHIN.length];
    for (int length = 0; length < RUN_LENGTHS.length; length++) {
      double bound = bounds[length];
      List<double[]> quiet = largest.stream().filter(each -> each[0] <= bound).toList();
      for (int within = 0; within < WITHIN.length; within++) {
        int place = within + 1;
        double alarms = quiet.stream().filter(each -> each[place] > bound).count();
        shares[length][within] = alarms / quiet.size();
      }
    }
    return shares;
  }

  /** Largest size of the moving average before the step, and within 7, 14 and 28 nights of it. */
  private static double[] largest(int history, double step, Random random) {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < history + LAST_NIGHT; i++) {
      double y = random.nextGaussian() + (i < history ? 0 : step);
      nights.add(Night.of(i, new DailyValue(y, SAMPLING)));
    }
    ScoreOptions options = ScoreOptions.defaults().withLimits(NEVER, NEVER);
    List<ScoredNight> scored = SelfStartingScore.with(options).replay(nights);
    double[] largest = new double[WITHIN.length + 1];
    double running = 0;
    for (int i = 0; i < scored.size(); i++) {
      running = Math.max(i == history ? 0 : running, Math.abs(scored.get(i).ewma()));
      if (i < history) {
        largest[0] = running;
      }
      for (int within = 0; within < WITHIN.length; within++) {
        largest[within + 1] = i < history + WITHIN[within] ? running : largest[within + 1];
      }
    }
    return largest;
  }
}
