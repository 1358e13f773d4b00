package io.nightaudit.metrics.interval;

import java.util.List;

/**
 * Confidence interval of a weighted sum of independent estimates, from the interval of each.
 *
 * <p>Σ w θ̂ − √Σ w² (θ̂ − l)² to Σ w θ̂ + √Σ w² (u − θ̂)², where l and u change places for a
 * negative weight: the squared distances to the limits stand for the variances ("MOVER"). With
 * weights 1 and −1 and Wilson's limits it is Newcombe's interval of a difference of rates; with the
 * shares of strata it is the stratified one.
 *
 * <p>In the unit of the estimates times that of the weights. It keeps the skew of its parts: near
 * rates of 0 and 1 it has a width above 0.
 *
 * <ul>
 *   <li>No estimates: refused. A weight of 0 takes its estimate out.
 *   <li>Intervals of another confidence than the first, an estimate outside its interval or a
 *       number that is not finite: refused.
 * </ul>
 *
 * <p>Source: G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008, doi 10.1002/sim.3095; X. Yan
 * and X. G. Su, Statistics in Biopharmaceutical Research 2, 2010, doi 10.1198/sbr.2009.0049.
 */
public final class LinearCombination {
  private LinearCombination() {}

  /** The interval of Σ w θ, with the confidence of the parts. */
  public static Interval of(double[] weights, double[] estimates, List<Interval> intervals) {
    if (weights.length == 0
        || weights.length != estimates.length
        || weights.length != intervals.size()) {
      throw new IllegalArgumentException(
          "%s weights, %s estimates, %s intervals: give one of each per part, and a part"
              .formatted(weights.length, estimates.length, intervals.size()));
    }
    double confidence = intervals.get(0).confidence();
    double sum = 0;
    double down = 0;
    double up = 0;
    for (int i = 0; i < weights.length; i++) {
      Interval interval = intervals.get(i);
      check(i, weights[i], estimates[i], interval, confidence);
      double below =
          weights[i] * (estimates[i] - (weights[i] < 0 ? interval.high() : interval.low()));
      double above =
          weights[i] * ((weights[i] < 0 ? interval.low() : interval.high()) - estimates[i]);
      sum += weights[i] * estimates[i];
      down += weights[i] == 0 ? 0 : below * below;
      up += weights[i] == 0 ? 0 : above * above;
    }
    return new Interval(sum - Math.sqrt(down), sum + Math.sqrt(up), confidence);
  }

  private static void check(
      int part, double weight, double estimate, Interval interval, double confidence) {
    if (!Double.isFinite(weight) || !interval.contains(estimate)) {
      throw new IllegalArgumentException(
          "part %s: weight %s, estimate %s in %s to %s: give finite numbers and an interval that holds its estimate"
              .formatted(part, weight, estimate, interval.low(), interval.high()));
    }
    if (interval.confidence() != confidence) {
      throw new IllegalArgumentException(
          "part %s has the confidence %s, the first %s: give all the same"
              .formatted(part, interval.confidence(), confidence));
    }
  }
}
