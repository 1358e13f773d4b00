package io.nightaudit.metrics.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What the strata of two arms have in common over nights: the mix of the baseline, and the variance
 * of values in each arm.
 *
 * @param mix values of the baseline by stratum
 * @param release variance of its values by stratum, within nights
 * @param baseline variance of its values by stratum, within nights
 */
record PooledStrata(double[] mix, double[] release, double[] baseline) {

  static PooledStrata of(List<ConcurrentNights.Arms> nights) {
    int strata = nights.get(0).release().size();
    Squares release = new Squares(strata);
    Squares baseline = new Squares(strata);
    double[] mix = new double[strata];
    for (ConcurrentNights.Arms night : nights) {
      if (night.release().size() != strata) {
        throw new IllegalArgumentException(
            "%s strata in a night, %s in the first: align them, absent ones too"
                .formatted(night.release().size(), strata));
      }
      release.add(night.release());
      baseline.add(night.baseline());
      for (int s = 0; s < strata; s++) {
        mix[s] += night.baseline().get(s).n();
      }
    }
    return new PooledStrata(mix, release.variances(baseline), baseline.variances(release));
  }

  List<StratumMoments> ofRelease(List<StratumMoments> night) {
    return with(release, night);
  }

  List<StratumMoments> ofBaseline(List<StratumMoments> night) {
    return with(baseline, night);
  }

  private static List<StratumMoments> with(double[] variances, List<StratumMoments> night) {
    List<StratumMoments> pooled = new ArrayList<>(variances.length);
    for (int s = 0; s < variances.length; s++) {
      pooled.add(new StratumMoments(night.get(s).n(), night.get(s).mean(), variances[s]));
    }
    return pooled;
  }

  /** Sums of squares within nights and their degrees of freedom, by stratum. */
  private record Squares(double[] sums, double[] freedoms) {
    Squares(int strata) {
      this(new double[strata], new double[strata]);
    }

    void add(List<StratumMoments> night) {
      for (int s = 0; s < sums.length; s++) {
        double freedom = Math.max(0, night.get(s).n() - 1);
        freedoms[s] += freedom;
        sums[s] += freedom * night.get(s).variance();
      }
    }

    /** Variance by stratum; where this arm has no spread, that of both arms. */
    double[] variances(Squares other) {
      double[] variances = new double[sums.length];
      for (int s = 0; s < sums.length; s++) {
        double both = sums[s] + other.sums[s];
        variances[s] =
            sums[s] > 0
                ? sums[s] / freedoms[s]
                : both / Math.max(1, freedoms[s] + other.freedoms[s]);
      }
      return variances;
    }
  }
}
