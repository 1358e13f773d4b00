package io.nightaudit.metrics.distance;

/**
 * Shares of two rows of counts over the bins that at least one of them uses.
 *
 * <p>A bin that is empty on both sides says nothing, so dropping it makes sparse and dense
 * summaries give the same distance.
 */
record BinnedShares(double[] reference, double[] current, double inverseSizes) {

  /** Shares {@code (count + pseudoCount) / (total + pseudoCount * bins)}; no bins if empty. */
  static BinnedShares of(long[] reference, long[] current, double pseudoCount) {
    Counts.check(reference, current);
    int bins = usedBins(reference, current);
    double referenceTotal = Counts.total(reference);
    double currentTotal = Counts.total(current);
    double[] p = new double[bins];
    double[] q = new double[bins];
    int bin = 0;
    for (int i = 0; i < reference.length; i++) {
      if (reference[i] > 0 || current[i] > 0) {
        p[bin] = (reference[i] + pseudoCount) / (referenceTotal + pseudoCount * bins);
        q[bin] = (current[i] + pseudoCount) / (currentTotal + pseudoCount * bins);
        bin++;
      }
    }
    return new BinnedShares(p, q, 1 / referenceTotal + 1 / currentTotal);
  }

  private static int usedBins(long[] reference, long[] current) {
    int bins = 0;
    for (int i = 0; i < reference.length; i++) {
      bins += reference[i] > 0 || current[i] > 0 ? 1 : 0;
    }
    return bins;
  }

  /** Whether a side has no count at all; nothing can be compared then. */
  boolean oneSideEmpty() {
    return !(inverseSizes < Double.POSITIVE_INFINITY);
  }

  int bins() {
    return reference.length;
  }

  /** Standard deviation of the difference of shares in a bin when nothing has changed. */
  double nullDeviation(int bin, double referenceTotal, double currentTotal) {
    double pooled =
        (reference[bin] * referenceTotal + current[bin] * currentTotal)
            / (referenceTotal + currentTotal);
    return Math.sqrt(inverseSizes * pooled * (1 - pooled));
  }
}
