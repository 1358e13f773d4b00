package io.nightaudit.metrics.significance;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** The exact distribution of a statistic over all orders of two small samples. */
record Enumeration(TreeMap<Double, Integer> orders, int total) {
  static Enumeration of(int n, int m, ToDoubleFunction<Pooled> statistic) {
    TreeMap<Double, Integer> orders = new TreeMap<>();
    Pooled.forEachOrder(
        n, m, order -> orders.merge(statistic.applyAsDouble(order), 1, Integer::sum));
    return new Enumeration(orders, orders.values().stream().mapToInt(i -> i).sum());
  }

  /** Share of the orders with a statistic at least as large; equal up to rounding counts. */
  double tail(double statistic) {
    int count = orders.tailMap(statistic - 1e-9).values().stream().mapToInt(i -> i).sum();
    return (double) count / total;
  }

  /** Calls with each value that occurs and its tail. */
  void forEach(BiConsumer<Double, Double> consumer) {
    orders.keySet().forEach(value -> consumer.accept(value, tail(value)));
  }
}
