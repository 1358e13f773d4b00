package io.nightaudit.metrics.interval;

/** How limits are read off the sorted replicates of a {@link DayBootstrap}. */
public enum BootstrapMethod {
  /** Quantiles of the replicates: keeps the range of the statistic, but too narrow for few days. */
  PERCENTILE {
    @Override
    Interval limits(Replicates replicates, double confidence) {
      double tail = (1 - confidence) / 2;
      return new Interval(replicates.quantile(tail), replicates.quantile(1 - tail), confidence);
    }
  },

  /** Quantiles mirrored at the estimate, 2θ̂ − q: for statistics without bounds. */
  BASIC {
    @Override
    Interval limits(Replicates replicates, double confidence) {
      double estimate = replicates.estimate();
      Interval quantiles = PERCENTILE.limits(replicates, confidence);
      return new Interval(
          estimate - (quantiles.high() - estimate),
          estimate + (estimate - quantiles.low()),
          confidence);
    }
  },

  /**
   * Bias-corrected and accelerated, the default: quantiles at Φ(z₀ + (z₀ ± z)/(1 − a(z₀ ± z))).
   *
   * <p>z₀ = Φ⁻¹(share of replicates below the estimate, ties half, at least half a replicate on
   * each side); a = Σd³/(6 (Σd²)^1.5) with d the mean of the estimates that leave out one day minus
   * each of them. Source: B. Efron, JASA 82, 1987, doi 10.1080/01621459.1987.10478410.
   */
  BCA {
    @Override
    Interval limits(Replicates replicates, double confidence) {
      double z = StrictNormal.quantile(1 - (1 - confidence) / 2);
      return new Interval(
          replicates.quantile(level(replicates, -z)),
          replicates.quantile(level(replicates, z)),
          confidence);
    }

    private double level(Replicates replicates, double z) {
      double bias = replicates.bias();
      double step = bias + z;
      double divisor = 1 - replicates.acceleration() * step;
      // At the pole of the correction the limit is the outermost replicate.
      return divisor > 0 ? StrictNormal.probability(bias + step / divisor) : step > 0 ? 1 : 0;
    }
  };

  abstract Interval limits(Replicates replicates, double confidence);
}
