package io.nightaudit.metrics.significance;

import java.util.Arrays;

/**
 * Probabilities of neighbouring counts and the exact p-values of each.
 *
 * <p>Counts whose probabilities differ by rounding only are equally extreme: where (1+1e-9) times a
 * probability reaches another, both are in the tail of either.
 *
 * @param first smallest possible count
 * @param probabilities of first, first + 1, …; their sum is 1
 */
record CountDistribution(int first, double[] probabilities) {
  private static final double TIE = 1 + 1e-9;

  /** The ratio of the probability of a count + 1 to that of the count. */
  private interface Ratio {
    double after(int count);
  }

  /** Successes of current in n1 and n0 trials with so many successes together and equal rates. */
  static CountDistribution hypergeometric(int successes, int n1, int n0) {
    int first = Math.max(0, successes - n0);
    int last = Math.min(n1, successes);
    int mode = (int) ((successes + 1.0) * (n1 + 1.0) / (n1 + n0 + 2.0));
    return of(
        first,
        mode,
        last,
        s -> (double) (n1 - s) * (successes - s) / ((s + 1.0) * (n0 - successes + s + 1.0)));
  }

  /** Successes in n trials with the given rate, 0 and 1 included. */
  static CountDistribution binomial(int n, double rate) {
    double odds = rate / (1 - rate);
    int mode = (int) Math.min(n, (n + 1.0) * rate);
    return of(0, mode, n, s -> odds * (n - s) / (s + 1));
  }

  /** Relative to the most likely count first, so that no count underflows that matters. */
  private static CountDistribution of(int first, int mode, int last, Ratio ratio) {
    double[] weights = new double[last - first + 1];
    weights[mode - first] = 1;
    double total = 1;
    for (int s = mode; s < last; s++) {
      weights[s + 1 - first] = weights[s - first] * ratio.after(s);
      total += weights[s + 1 - first];
    }
    for (int s = mode; s > first; s--) {
      weights[s - 1 - first] = weights[s - first] / ratio.after(s - 1);
      total += weights[s - 1 - first];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return new CountDistribution(first, weights);
  }

  /** Exact p-value of one count. */
  double pValue(Alternative alternative, int count) {
    int position = count - first;
    double limit = probabilities[position] * TIE;
    return switch (alternative) {
      case TWO_SIDED -> Arrays.stream(probabilities).filter(p -> p <= limit).sum();
      case LESS -> Arrays.stream(probabilities, 0, position + 1).sum();
      case GREATER -> Arrays.stream(probabilities, position, probabilities.length).sum();
    };
  }

  /** Exact p-values of all counts, in the order of the probabilities. */
  double[] pValues(Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> notMoreLikely();
      case LESS -> upTo();
      case GREATER -> from();
    };
  }

  private double[] upTo() {
    double[] sums = probabilities.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  private double[] from() {
    double[] sums = probabilities.clone();
    for (int i = sums.length - 2; i >= 0; i--) {
      sums[i] += sums[i + 1];
    }
    return sums;
  }

  private double[] notMoreLikely() {
    int[] order = Ascending.order(probabilities);
    double[] p = new double[order.length];
    double sum = 0;
    int end = 0;
    for (int position : order) {
      while (end < order.length && probabilities[order[end]] <= probabilities[position] * TIE) {
        sum += probabilities[order[end++]];
      }
      p[position] = sum;
    }
    return p;
  }
}
