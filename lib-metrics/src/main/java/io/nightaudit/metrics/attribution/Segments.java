package io.nightaudit.metrics.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BinaryOperator;

/** Factors of segments before and now, as rows of a segment's factors. */
record Segments(List<String> factors, double[][] before, double[][] now) {
  Segments {
    factors = List.copyOf(factors);
    if (factors.isEmpty() || new HashSet<>(factors).size() < factors.size()) {
      throw new IllegalArgumentException(
          "factors " + factors + ": give at least one, each of them once");
    }
    if (before.length != now.length) {
      throw new IllegalArgumentException(
          before.length
              + " segments before and "
              + now.length
              + " now: align them, with a factor 0 where a segment is absent");
    }
  }

  /**
   * The bridge whose effects are, in each segment of both sides, those of a split of its change.
   */
  CostBridge bridge(BinaryOperator<double[]> split) {
    double[] effects = new double[factors.size()];
    double[] sums = new double[2];
    double entry = 0;
    double exit = 0;
    for (int s = 0; s < before.length; s++) {
      double cost0 = product(s, before[s]);
      double cost1 = product(s, now[s]);
      sums[0] += cost0;
      sums[1] += cost1;
      if (cost0 == 0 || cost1 == 0) {
        entry += cost1;
        exit -= cost0;
      } else {
        add(effects, split.apply(before[s], now[s]));
      }
    }
    if (!Double.isFinite(sums[0] + sums[1])) {
      throw new ArithmeticException(
          "sums %s and %s overflow: give factors in larger units".formatted(sums[0], sums[1]));
    }
    return new CostBridge(sums[0], sums[1], named(effects), entry, exit);
  }

  private static void add(double[] sums, double[] terms) {
    for (int f = 0; f < sums.length; f++) {
      sums[f] += terms[f];
    }
  }

  private List<CostBridge.Effect> named(double[] effects) {
    List<CostBridge.Effect> named = new ArrayList<>();
    for (int f = 0; f < effects.length; f++) {
      named.add(new CostBridge.Effect(factors.get(f), effects[f]));
    }
    return named;
  }

  private double product(int segment, double[] row) {
    check(segment, row);
    double product = 1;
    for (double value : row) {
      // An absent segment has no price or length; what it lacks must not make its cost NaN.
      if (value == 0) {
        return 0;
      }
      product *= value;
    }
    if (!Double.isFinite(product)) {
      throw new ArithmeticException(
          "the product of segment %s is %s: give factors in larger units"
              .formatted(segment, product));
    }
    return product;
  }

  private void check(int segment, double[] row) {
    if (row.length != factors.size()) {
      throw new IllegalArgumentException(
          "%s values in segment %s for %s factors: give one each"
              .formatted(row.length, segment, factors.size()));
    }
    boolean absent = false;
    for (double value : row) {
      absent |= value == 0;
    }
    for (int f = 0; f < row.length; f++) {
      boolean usable = row[f] >= 0 && row[f] < Double.POSITIVE_INFINITY;
      if (!usable && !(absent && Double.isNaN(row[f]))) {
        throw new IllegalArgumentException(
            "%s %s of segment %s is not a finite number from 0 up: give a factor 0 if it is absent"
                .formatted(factors.get(f), row[f], segment));
      }
    }
  }
}
