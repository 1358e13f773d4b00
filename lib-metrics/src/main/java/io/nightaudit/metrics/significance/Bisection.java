package io.nightaudit.metrics.significance;

import java.util.function.DoubleUnaryOperator;

/** Where an ascending function crosses a value, to the last digits of a double. */
final class Bisection {
  private Bisection() {}

  /** The x between both ends with f(x) = value; an end if the function does not cross it. */
  static double solve(DoubleUnaryOperator ascending, double value, double from, double to) {
    double low = from;
    double high = to;
    double middle = low + (high - low) / 2;
    // The bound matters only for noise in the last digit of the function.
    for (int i = 0; i < 200 && middle > low && middle < high; i++) {
      if (ascending.applyAsDouble(middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }
}
