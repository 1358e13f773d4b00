package io.nightaudit.metrics.summary;

import java.util.Arrays;

/** BLEU of given counts, with as many orders as there are counts. */
record BleuFormula(long systemLength, long referenceLength, long[] correct, long[] total) {
  private static final double LOG_OF_ZERO = -9_999_999_999.0;

  double brevityPenalty() {
    if (systemLength >= referenceLength) {
      return 1;
    }
    return systemLength == 0
        ? 0
        : StrictMath.exp(1 - (double) referenceLength / (double) systemLength);
  }

  double score(BleuSmoothing smoothing) {
    return score(smoothing, correct.length);
  }

  double effectiveOrderScore(BleuSmoothing smoothing) {
    return score(smoothing, ordersWithNgrams(smoothing));
  }

  private double score(BleuSmoothing smoothing, int orders) {
    if (!anyCorrect()) {
      return 0;
    }
    double[] precisions = precisions(smoothing);
    double logarithms = 0;
    for (int index = 0; index < orders; index++) {
      double precision = precisions[index];
      logarithms += precision == 0 ? LOG_OF_ZERO : StrictMath.log(precision);
    }
    return brevityPenalty() * StrictMath.exp(logarithms / orders);
  }

  double[] precisions(BleuSmoothing smoothing) {
    double[] precisions = new double[correct.length];
    int orders = anyCorrect() ? ordersWithNgrams(smoothing) : 0;
    int unmatched = 0;
    for (int index = 0; index < orders; index++) {
      int added = smoothing.added(index + 1);
      double matches = (double) correct[index] + added;
      double all = (double) total[index] + added;
      precisions[index] =
          matches == 0 ? smoothing.unmatched(all, ++unmatched) : 100 * matches / all;
    }
    return precisions;
  }

  private boolean anyCorrect() {
    return Arrays.stream(correct).anyMatch(matches -> matches > 0);
  }

  private int ordersWithNgrams(BleuSmoothing smoothing) {
    int orders = 0;
    while (orders < total.length && (total[orders] > 0 || smoothing.added(orders + 1) > 0)) {
      orders++;
    }
    return orders;
  }
}
