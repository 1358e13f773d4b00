package io.nightaudit.jobs.report.chart;

import io.nightaudit.jobs.metric.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Values to vertical positions, with the ticks between; linear or logarithmic. */
final class Scale {
  private static final double LARGE_SHARE = 0.3;
  private static final double SPREAD_FOR_LOGARITHM = 6;
  private static final int TICKS = 4;

  private final double low;
  private final double high;
  private final boolean logarithmic;
  private final List<Double> ticks;

  private Scale(double low, double high, boolean logarithmic, List<Double> ticks) {
    this.low = low;
    this.high = high;
    this.logarithmic = logarithmic;
    this.ticks = List.copyOf(ticks);
  }

  /** A scale that shows all values: shares from 0, wide spreads of positive values by logarithm. */
  static Scale of(Quantity quantity, List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    if (quantity == Quantity.SHARE && least >= 0 && most <= 1) {
      return most > LARGE_SHARE ? linear(0, 1) : linear(0, Math.max(most, 0.001));
    }
    if (least > 0 && most / least > SPREAD_FOR_LOGARITHM) {
      return logarithmic(least, most);
    }
    return least == most
        ? linear(least - padding(least), most + padding(most))
        : linear(least, most);
  }

  /** From 0 to the largest, as bars need it. */
  static Scale bars(double most) {
    return linear(0, most > 0 ? most : 1);
  }

  /** A linear scale widened to round ends. */
  static Scale linear(double least, double most) {
    double step = step((most - least) / TICKS);
    long first = (long) Math.floor(least / step + 1e-9);
    long last = (long) Math.ceil(most / step - 1e-9);
    List<Double> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return new Scale(first * step, last * step, false, ticks);
  }

  List<Double> ticks() {
    return ticks;
  }

  /** From 0 at the low end to 1 at the high end; values outside are put at the end. */
  double share(double value) {
    double position =
        logarithmic
            ? (log(value) - log(low)) / (log(high) - log(low))
            : (value - low) / (high - low);
    return Math.max(0, Math.min(1, position));
  }

  private static Scale logarithmic(double least, double most) {
    List<Double> ticks = new ArrayList<>();
    double decade = StrictMath.pow(10, Math.floor(log(least)));
    double[] steps = most / least > 50 ? new double[] {1} : new double[] {1, 2, 5};
    for (; decade <= most; decade *= 10) {
      for (double step : steps) {
        if (step * decade >= least && step * decade <= most) {
          ticks.add(step * decade);
        }
      }
    }
    return new Scale(least * 0.9, most * 1.1, true, ticks);
  }

  private static double step(double rough) {
    double decade = StrictMath.pow(10, Math.floor(log(rough)));
    for (double multiple : new double[] {1, 2, 2.5, 5}) {
      if (multiple * decade >= rough * (1 - 1e-9)) {
        return multiple * decade;
      }
    }
    return 10 * decade;
  }

  private static double padding(double value) {
    return value == 0 ? 1 : Math.abs(value) * 0.1;
  }

  private static double log(double value) {
    return StrictMath.log10(Math.max(value, 1e-300));
  }
}
