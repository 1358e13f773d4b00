package io.nightaudit.metrics.distance;

/**
 * Shares of two rows of counts over the bins that at least one of them uses.
 *
 * <p>A bin that is empty on both sides says nothing, so dropping it makes sparse and dense
 * summaries give the same distance.
 */
record BinnedShares(double[] reference, double[] current, double inverseSizes) {

  /** Shares by the given rule; no bins if both sides are empty. */
  static BinnedShares of(long[] reference, long[] current, Smoothing smoothing) {
    Counts.check(reference, current);
    long[] usedReference = new long[usedBins(reference, current)];
    long[] usedCurrent = new long[usedReference.length];
    int bin = 0;
    for (int i = 0; i < reference.length; i++) {
      if (reference[i] > 0 || current[i] > 0) {
        usedReference[bin] = reference[i];
        usedCurrent[bin] = current[i];
        bin++;
      }
    }
    double n = Counts.total(reference);
    double m = Counts.total(current);
    return new BinnedShares(
        smoothing.shares(usedReference, n), smoothing.shares(usedCurrent, m), 1 / n + 1 / m);
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
    // Rounding may leave the share of the only bin a hair above 1.
    return Math.sqrt(inverseSizes * pooled * Math.max(0, 1 - pooled));
  }
}
