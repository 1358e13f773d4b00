package io.nightaudit.jobs.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long it takes to find a change.
 *
 * @param streams simulated
 * @param horizon nights in which it is looked for
 * @param seed of the chance
 */
record Delays(int streams, int horizon, long seed) {
  /** A stream that had an open finding when the change came does not count. */
  private static final int NOT_COUNTED = -1;

  /**
   * What came of it.
   *
   * @param nights sorted; 1 is the night of the change, {@link Integer#MAX_VALUE} is never
   */
  record Found(int[] nights) {
    /** The night by which half of the streams are found; the horizon and more is infinite. */
    double median() {
      int middle = nights[(nights.length - 1) / 2];
      return middle == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : middle;
    }

    double shareWithin(int night) {
      return (double) Arrays.stream(nights).filter(each -> each <= night).count() / nights.length;
    }
  }

  Found of(DailyStream stream, int history, Change change, double runLength) {
    Alarms alarms = Alarms.every(runLength);
    int[] nights =
        IntStream.range(0, streams)
            .parallel()
            .map(
                i ->
                    found(
                        alarms.openings(
                            stream.nights(
                                history + horizon, history, change, Noise.random(seed, i))),
                        history))
            .filter(night -> night != NOT_COUNTED)
            .sorted()
            .toArray();
    return new Found(nights);
  }

  private static int found(List<Integer> openings, int history) {
    if (openings.stream().anyMatch(night -> night < history)) {
      return NOT_COUNTED;
    }
    return openings.isEmpty() ? Integer.MAX_VALUE : openings.get(0) - history + 1;
  }
}
