package io.nightaudit.jobs.demo;

import java.util.List;

/**
 * A stream of seeded numbers (SplitMix64), the same on every machine and in whatever order rows are
 * made.
 *
 * <p>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class Dice {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final int UNIFORMS = 12;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream that belongs to these numbers, in this order. */
  static Dice of(long... seeds) {
    long state = 0;
    for (long seed : seeds) {
      state = mix(state + GAMMA + seed);
    }
    return new Dice(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number of [0, 1). */
  double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** A whole number of [0, bound). */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** A whole number of [low, high]. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Mean 0, standard deviation 1, within ±6: the sum of twelve uniform numbers, less six. */
  double normal() {
    double sum = 0;
    for (int i = 0; i < UNIFORMS; i++) {
      sum += uniform();
    }
    return sum - UNIFORMS / 2.0;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** An index, in proportion to its weight. */
  int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double point = uniform() * total;
    int index = 0;
    while (index < weights.length - 1 && point >= weights[index]) {
      point -= weights[index++];
    }
    return index;
  }
}
