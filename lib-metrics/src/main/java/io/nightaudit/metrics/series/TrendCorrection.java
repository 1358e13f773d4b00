package io.nightaudit.metrics.series;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mann–Kendall tests that allow for dependence between days.
 *
 * <p>The trend taken out before measuring the dependence is the {@link SenSlope}; ρ_k is the
 * autocorrelation with divisor n. Results as those of {@link MannKendall}.
 *
 * <p>Only {@link #PREWHITENED} keeps its promise. Share of series without a trend called
 * significant at 5 % (4,000 simulated series of 56 days of AR(1) noise with the dependence 0, .3,
 * .5): plain .045, .134, .230; HAMED_RAO .085, .149, .177; PREWHITENED .047, .049, .052;
 * TREND_FREE_PREWHITENED .054, .150, .282.
 *
 * <ul>
 *   <li>Too few values for a test of what remains: Z and p are NaN.
 *   <li>All values equal: S = 0, Z = 0, p = 1.
 * </ul>
 */
public enum TrendCorrection {
  /**
   * Var · (1 + 2/(n(n−1)(n−2)) Σ_k (n−k)(n−k−1)(n−k−2) ρ_k) with the ρ_k of the ranks of the
   * detrended series that are significant at 5 %, |ρ_k| &gt; 1.96/√n.
   *
   * <p>Strong alternation can make the corrected variance 0 or negative: Z and p are then NaN. Many
   * lags are looked at, so for independent values the test rejects more often than it promises.
   * Source: K. H. Hamed and A. R. Rao, Journal of Hydrology 204, 1998, doi
   * 10.1016/S0022-1694(97)00125-X; pyMannKendall {@code hamed_rao_modification_test}.
   */
  HAMED_RAO {
    @Override
    MannKendall corrected(double[] series) {
      MannKendall plain = MannKendall.of(series);
      double factor = varianceFactor(ranks(detrended(series, slope(series))));
      return MannKendall.of(plain.s(), plain.variance() * factor);
    }
  },
  /**
   * Test of x_t − ρ₁ x_{t−1}; a trend is in ρ₁ too, so this weakens it.
   *
   * <p>Source: H. von Storch, in Analysis of Climate Variability, 1995; pyMannKendall {@code
   * pre_whitening_modification_test}.
   */
  PREWHITENED {
    @Override
    MannKendall corrected(double[] series) {
      return MannKendall.of(whitened(series));
    }
  },
  /**
   * The detrended series is prewhitened, gets its trend back and is tested.
   *
   * <p>Source: S. Yue, P. Pilon, B. Phinney and G. Cavadias, Hydrological Processes 16, 2002, doi
   * 10.1002/hyp.1095; pyMannKendall {@code trend_free_pre_whitening_modification_test}.
   */
  TREND_FREE_PREWHITENED {
    @Override
    MannKendall corrected(double[] series) {
      double slope = slope(series);
      return MannKendall.of(detrended(whitened(detrended(series, slope)), -slope));
    }
  };

  private static final int FEWEST = 4;
  private static final double NORMAL_975 =
      NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

  abstract MannKendall corrected(double[] series);

  /** Tests a series of equally spaced values. */
  public MannKendall test(double[] series) {
    MannKendall plain = MannKendall.of(series);
    boolean constant = plain.s() == 0 && plain.variance() == 0;
    if (series.length < FEWEST) {
      return constant && series.length == FEWEST - 1
          ? plain
          : new MannKendall(plain.s(), plain.variance(), Double.NaN, Double.NaN);
    }
    // Neither ranks nor autocorrelations change with the scale.
    return constant ? plain : corrected(UnitScale.of(series));
  }

  private static double slope(double[] series) {
    return SenSlope.median(series);
  }

  /** x_t − t · slope, t from 1. */
  private static double[] detrended(double[] series, double slope) {
    double[] result = new double[series.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = series[i] - (i + 1) * slope;
    }
    return result;
  }

  private static double[] ranks(double[] series) {
    long[] doubled = Ranks.doubled(series);
    double[] ranks = new double[doubled.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = doubled[i] / 2.0;
    }
    return ranks;
  }

  private static double[] whitened(double[] series) {
    double dependence = Autocorrelation.of(series).at(1);
    double[] result = new double[series.length - 1];
    for (int i = 0; i < result.length; i++) {
      result[i] = series[i + 1] - dependence * series[i];
    }
    return result;
  }

  private static double varianceFactor(double[] ranks) {
    double n = ranks.length;
    double least = NORMAL_975 / Math.sqrt(n);
    Autocorrelation dependence = Autocorrelation.of(ranks);
    double sum = 0;
    for (int lag = 1; lag < ranks.length; lag++) {
      double correlation = dependence.at(lag);
      if (Math.abs(correlation) > least) {
        sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
      }
    }
    return 1 + 2 / (n * (n - 1) * (n - 2)) * sum;
  }
}
