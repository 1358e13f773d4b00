package io.nightaudit.metrics.series;

/**
 * Whether a series that has changed changed in a step or in a slope.
 *
 * <p>Three shapes are fitted by least squares: one level; a step, one level before a given time and
 * one from it on; a slope, one level up to some time and a straight line from there. The slope may
 * begin at any value up to the given time after which at least {@link #LEAST_OF_A_SLOPE} values
 * follow. The shape with the least n ln(SS/n) + k ln n is taken, with k = 1, 2 and 3 free numbers:
 * the Bayes information criterion.
 *
 * <p>Unit and scale of the series do not matter, nor does the direction.
 *
 * <ul>
 *   <li>No value before the given time, or none from it on: no change.
 *   <li>Equal values, or a spread within rounding (10⁻¹² of the mean): no change.
 *   <li>Equally good shapes: the one with fewer free numbers, and of slopes the earliest.
 *   <li>Values that are NaN or infinite, times that do not ascend, arrays of different length:
 *       refused.
 * </ul>
 *
 * <p>Source: G. Schwarz, Annals of Statistics 6(2), 1978, doi 10.1214/aos/1176344136.
 *
 * @param kind the shape
 * @param start where the change begins: the first time of the new level, or the last of the old one
 *     before a slope; NaN where there is no change
 */
public record ChangeShape(Kind kind, double start) {
  /** Values that a slope has at least, its start not among them. */
  public static final int LEAST_OF_A_SLOPE = 5;

  private static final double ROUNDING = 1e-12;

  /** Shapes. */
  public enum Kind {
    NONE,
    STEP,
    SLOPE
  }

  private static final ChangeShape NONE = new ChangeShape(Kind.NONE, Double.NaN);

  /**
   * The shape of a series.
   *
   * @param times ascending, such as nights some of which are missing
   * @param series the values at these times
   * @param changed the time from which the series is known to have changed
   */
  public static ChangeShape of(double[] times, double[] series, double changed) {
    check(times, series);
    int first = firstFrom(times, changed);
    double floor = ROUNDING * ROUNDING * sumOfSquares(series);
    double flat = residual(new double[series.length], series);
    if (first == 0 || first == series.length || !(flat > floor)) {
      return NONE;
    }
    double best = criterion(flat, floor, series.length, 1);
    ChangeShape shape = NONE;
    double step = criterion(residual(steps(series.length, first), series), floor, series.length, 2);
    if (step < best) {
      best = step;
      shape = new ChangeShape(Kind.STEP, times[first]);
    }
    for (int start = 0; start <= first && start + LEAST_OF_A_SLOPE < series.length; start++) {
      double slope = criterion(residual(ramp(times, start), series), floor, series.length, 3);
      if (slope < best) {
        best = slope;
        shape = new ChangeShape(Kind.SLOPE, times[start]);
      }
    }
    return shape;
  }

  private static int firstFrom(double[] times, double changed) {
    int first = 0;
    while (first < times.length && times[first] < changed) {
      first++;
    }
    return first;
  }

  private static double[] steps(int size, int first) {
    double[] steps = new double[size];
    for (int i = first; i < size; i++) {
      steps[i] = 1;
    }
    return steps;
  }

  private static double[] ramp(double[] times, int start) {
    double[] ramp = new double[times.length];
    for (int i = start; i < times.length; i++) {
      ramp[i] = times[i] - times[start];
    }
    return ramp;
  }

  /** Sum of squares around a line in one regressor; around the mean where it is constant. */
  private static double residual(double[] regressor, double[] series) {
    double meanX = mean(regressor);
    double meanY = mean(series);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < series.length; i++) {
      double x = regressor[i] - meanX;
      double y = series[i] - meanY;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    return xx > 0 ? Math.max(0, yy - xy * xy / xx) : yy;
  }

  private static double criterion(double squares, double floor, int size, int free) {
    return size * StrictMath.log(Math.max(squares, floor) / size) + free * StrictMath.log(size);
  }

  private static double mean(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    return mean;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static void check(double[] times, double[] series) {
    if (times.length != series.length) {
      throw new IllegalArgumentException(
          times.length + " times for " + series.length + " values: give one per value");
    }
    Checks.comparable(times);
    Checks.comparable(series);
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(
            "time " + times[i] + " follows " + times[i - 1] + ": sort the values by time");
      }
    }
  }
}
