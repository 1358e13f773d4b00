package io.nightaudit.metrics.attribution;

import java.util.List;

/**
 * The way from one sum of products to another in terms of its factors.
 *
 * <p>now − before = Σ effects + entry + exit, up to rounding. All in the unit of the sum; positive
 * terms raised it.
 *
 * @param before Σ of the products before
 * @param now Σ of the products now
 * @param effects one for each factor, in the order they were given in
 * @param entry Σ of the products of segments that were 0 before, from 0 up
 * @param exit minus Σ of the products of segments that are 0 now, from 0 down
 */
public record CostBridge(
    double before, double now, List<Effect> effects, double entry, double exit) {

  /**
   * What came from one factor.
   *
   * @param factor its name
   * @param value in the unit of the sum
   */
  public record Effect(String factor, double value) {}

  public CostBridge {
    effects = List.copyOf(effects);
  }

  /** Now minus before. */
  public double total() {
    return now - before;
  }

  /** The effect of a factor by its name. */
  public double effect(String factor) {
    return effects.stream()
        .filter(effect -> effect.factor().equals(factor))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "factor '%s' is none of %s: give one of these"
                        .formatted(factor, effects.stream().map(Effect::factor).toList())))
        .value();
  }
}
