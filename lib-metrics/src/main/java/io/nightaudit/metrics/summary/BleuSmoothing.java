package io.nightaudit.metrics.summary;

/**
 * What stands in for the precision of an order without a correct n-gram.
 *
 * <p>Source: Chen and Cherry 2014, doi:10.3115/v1/W14-3346, with the constants of sacreBLEU 2.
 */
public enum BleuSmoothing {
  /** Nothing: one such order makes the score 0. */
  NONE {
    @Override
    double unmatched(double total, int unmatchedOrders) {
      return 0;
    }
  },
  /** 100 / (2^k · total) for the k-th such order; the default, as mteval-v13a smooths. */
  EXPONENTIAL {
    @Override
    double unmatched(double total, int unmatchedOrders) {
      return 100 / (StrictMath.scalb(1.0, unmatchedOrders) * total);
    }
  },
  /** 100 · 0.1 / total. */
  FLOOR {
    @Override
    double unmatched(double total, int unmatchedOrders) {
      return 100 * FLOOR_VALUE / total;
    }
  },
  /** 1 is added to correct and total of the orders 2 to 4. */
  ADD_K {
    @Override
    double unmatched(double total, int unmatchedOrders) {
      return 0;
    }

    @Override
    int added(int order) {
      return order > 1 ? 1 : 0;
    }
  };

  private static final double FLOOR_VALUE = 0.1;

  /** The precision of the k-th order without a match. */
  abstract double unmatched(double total, int unmatchedOrders);

  int added(int order) {
    return 0;
  }
}
