package io.nightaudit.metrics.series;

/** Linear interpolation of a table in the logarithm of its argument. */
record LogInterpolation(double[] arguments, double[] values) {

  /** Value at x; beyond the ends the nearest two entries are continued. */
  double at(double x) {
    int upper = 1;
    while (upper < arguments.length - 1 && x > arguments[upper]) {
      upper++;
    }
    double low = StrictMath.log(arguments[upper - 1]);
    double share = (StrictMath.log(x) - low) / (StrictMath.log(arguments[upper]) - low);
    return values[upper - 1] + share * (values[upper] - values[upper - 1]);
  }
}
