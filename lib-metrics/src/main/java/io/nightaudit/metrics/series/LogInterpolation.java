package io.nightaudit.metrics.series;

/** Linear interpolation of a table in the logarithm of its argument; values may be infinite. */
record LogInterpolation(double[] arguments, double[] values) {

  /**
   * Value at x; beyond the ends the nearest two entries are continued. Beside an infinite entry the
   * value is infinite.
   */
  double at(double x) {
    int upper = 1;
    while (upper < arguments.length - 1 && x > arguments[upper]) {
      upper++;
    }
    double low = StrictMath.log(arguments[upper - 1]);
    double share = (StrictMath.log(x) - low) / (StrictMath.log(arguments[upper]) - low);
    return between(values[upper - 1], values[upper], share);
  }

  private static double between(double low, double high, double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? low : high;
    }
    boolean infinite = Double.isInfinite(low) || Double.isInfinite(high);
    return infinite ? Double.POSITIVE_INFINITY : low + share * (high - low);
  }
}
