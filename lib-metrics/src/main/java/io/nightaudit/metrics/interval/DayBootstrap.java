package io.nightaudit.metrics.interval;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence interval of any statistic of daily values, by drawing the days again.
 *
 * <p>B times, T days are drawn with replacement from the T days and the statistic computed on them;
 * {@link BootstrapMethod} turns the B replicates into limits. With a block length L the draw is of
 * runs of L neighbouring days (the last day is followed by the first, the last run is cut), which
 * keeps dependence between days closer than L.
 *
 * <p>Equal arguments give the same bits on every machine, as far as the statistic does: the
 * generator is SplitMix64, one draw a block, replicate by replicate, and the days of a replicate
 * are in the order drawn.
 *
 * <ul>
 *   <li>Fewer than two days: interval (−∞, ∞), deviation NaN; without days the statistic is not
 *       called and the estimate is NaN.
 *   <li>All replicates equal: that value.
 *   <li>The statistic is NaN or infinite on some draw: refused. It is called with repeated days,
 *       and for BCA with one day fewer.
 *   <li>A 95 % interval of the mean of 14, 28 or 56 normal days holds it in 92, 93 or 94 % of the
 *       cases, with each method. Where a day's correlation with the next is 0.5, single draws of 56
 *       days hold it in 72 %, blocks of 3 to 7 days in 83–85 %.
 * </ul>
 *
 * <p>Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993; blocks: D. N.
 * Politis and J. P. Romano, A circular block-resampling procedure, 1992; SciPy {@code
 * stats.bootstrap}.
 */
public final class DayBootstrap {
  private static final int FEWEST_REPLICATES = 100;
  private static final DayBootstrap DEFAULT = new DayBootstrap(2000, 0, 1, BootstrapMethod.BCA);

  private final int replicates;
  private final long seed;
  private final int blockLength;
  private final BootstrapMethod method;

  private DayBootstrap(int replicates, long seed, int blockLength, BootstrapMethod method) {
    this.replicates = replicates;
    this.seed = seed;
    this.blockLength = blockLength;
    this.method = method;
  }

  /**
   * 2,000 replicates, which place a 95 % limit to 6 % of the deviation; seed 0; single days; {@link
   * BootstrapMethod#BCA}.
   */
  public static DayBootstrap withDefaults() {
    return DEFAULT;
  }

  /** With B replicates, 100 or more. */
  public DayBootstrap withReplicates(int count) {
    if (count < FEWEST_REPLICATES) {
      throw new IllegalArgumentException(
          "%s replicates are below %s: a limit of 95 %% needs 1000 or more"
              .formatted(count, FEWEST_REPLICATES));
    }
    return new DayBootstrap(count, seed, blockLength, method);
  }

  /** With another seed; every long is as good as another. */
  public DayBootstrap withSeed(long value) {
    return new DayBootstrap(replicates, value, blockLength, method);
  }

  /**
   * With blocks of L days, for days that depend on their neighbours; L ≈ T^(1/3) is usual, 7 keeps
   * a weekly rhythm.
   *
   * <p>BCA's acceleration takes days for independent, so blocks need another method.
   */
  public DayBootstrap withBlockLength(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("block length " + days + " is below 1: give days");
    }
    return new DayBootstrap(replicates, seed, days, method);
  }

  /** With another way to read limits off the replicates. */
  public DayBootstrap withMethod(BootstrapMethod value) {
    return new DayBootstrap(replicates, seed, blockLength, Objects.requireNonNull(value, "method"));
  }

  /** Interval of a statistic of one value a day, in the order of the days. */
  public Result of(double[] daily, ToDoubleFunction<double[]> statistic, double confidence) {
    double[] days = daily.clone();
    return ofIndices(
        days.length,
        indices ->
            statistic.applyAsDouble(IntStream.of(indices).mapToDouble(i -> days[i]).toArray()),
        confidence);
  }

  /**
   * Interval of a statistic of whole days, given as the numbers of the days drawn: 0 to T−1.
   *
   * @param statistic must not keep or change its argument
   */
  public Result ofIndices(int days, ToDoubleFunction<int[]> statistic, double confidence) {
    Interval.checkConfidence(confidence);
    check(days);
    if (days < 2) {
      double estimate = days == 0 ? Double.NaN : statistic.applyAsDouble(new int[1]);
      return new Result(estimate, Double.NaN, Interval.anything(confidence));
    }
    double estimate = finite(statistic.applyAsDouble(IntStream.range(0, days).toArray()));
    Replicates drawn = draw(days, statistic, estimate);
    return new Result(estimate, drawn.standardDeviation(), method.limits(drawn, confidence));
  }

  private void check(int days) {
    if (days < 0) {
      throw new IllegalArgumentException(days + " days are below 0: give the number of days");
    }
    if (blockLength > 1 && method == BootstrapMethod.BCA) {
      throw new IllegalArgumentException(
          "blocks of %s days with BCA: choose BASIC or PERCENTILE for days that depend on each other"
              .formatted(blockLength));
    }
    if (blockLength > Math.max(1, days)) {
      throw new IllegalArgumentException(
          "blocks of %s days from %s days: give a shorter block".formatted(blockLength, days));
    }
  }

  private Replicates draw(int days, ToDoubleFunction<int[]> statistic, double estimate) {
    SplitMix64 random = new SplitMix64(seed);
    double[] values = new double[replicates];
    for (int i = 0; i < replicates; i++) {
      values[i] = finite(statistic.applyAsDouble(sample(days, random)));
    }
    double acceleration =
        method == BootstrapMethod.BCA ? Replicates.acceleration(leftOut(days, statistic)) : 0;
    return new Replicates(values, estimate, acceleration);
  }

  private int[] sample(int days, SplitMix64 random) {
    int[] sample = new int[days];
    int start = 0;
    for (int i = 0; i < days; i++) {
      int step = i % blockLength;
      start = step == 0 ? random.below(days) : start;
      sample[i] = (start + step) % days;
    }
    return sample;
  }

  private static double[] leftOut(int days, ToDoubleFunction<int[]> statistic) {
    double[] values = new double[days];
    for (int day = 0; day < days; day++) {
      int without = day;
      int[] others = IntStream.range(0, days).filter(i -> i != without).toArray();
      values[day] = finite(statistic.applyAsDouble(others));
    }
    return values;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the statistic is " + value + " on a draw of days: give one that is finite on any draw");
    }
    return value;
  }

  /**
   * What the draws say.
   *
   * @param estimate the statistic of the days themselves
   * @param standardDeviation of the replicates, the statistic's standard error
   * @param interval of the statistic
   */
  public record Result(double estimate, double standardDeviation, Interval interval) {}
}
