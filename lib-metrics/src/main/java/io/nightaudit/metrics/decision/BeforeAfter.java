package io.nightaudit.metrics.decision;

import io.nightaudit.metrics.attribution.DirectStandardization;
import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Effect of a release from the nights before and after it, at the mix of the nights before, with
 * the same estimate at dates without a release.
 *
 * <p>effect = Σ_s w_s (m_after,s − m_before,s), w_s the share of stratum s in all nights before the
 * release, m the mean of all values of the stratum in the nights. The interval takes the day-to-day
 * variance of the nightly values at that mix, widened by their autocorrelation, and is never
 * narrower than sampling alone would make it. The placebo dates use the same weights, all nights
 * before them and as many nights after.
 *
 * <p>In the unit of the values, without bounds; above 0 if the nights after are higher.
 *
 * <ul>
 *   <li>Fewer than three nights before or none after, also no nights at all: refused. One night
 *       after: a wider interval. Fewer than three nights before with values: interval (−∞, ∞).
 *   <li>NaN and infinite moments cannot enter: {@link StratumMoments} refuses them. A night without
 *       a value has {@link StratumMoments#absent()} and does not count.
 *   <li>Nights out of order or of different numbers of strata, a confidence outside (0, 1) or NaN:
 *       refused.
 *   <li>A stratum without values on either side of a date gives its weight to the others there; so
 *       does, in a single night, one that is absent that night.
 *   <li>No stratum on both sides: the effect is NaN and the interval (−∞, ∞); such placebo dates
 *       are left out.
 *   <li>No spread at all, neither within nor between nights, gives an interval of width 0.
 *   <li>Without concurrent control it cannot tell a release from anything else of that night.
 * </ul>
 *
 * <p>Source: direct standardisation as {@link DirectStandardization}; interrupted series J. L.
 * Bernal, S. Cummins and A. Gasparrini, Int. J. Epidemiology 46(1), 2017; placebo dates A. Abadie,
 * A. Diamond and J. Hainmueller, J. Amer. Statist. Assoc. 105, 2010.
 *
 * @param effect after minus before, in the unit of the values
 * @param interval of the effect
 * @param autocorrelation lag-1, of the nights before
 * @param placebos effects at earlier dates, in their order
 */
public record BeforeAfter(
    double effect, Interval interval, double autocorrelation, List<Placebo> placebos) {

  /**
   * One night.
   *
   * @param epochDay days since 1970-01-01
   * @param strata moments of all strata, in the same order every night
   */
  public record Night(int epochDay, List<StratumMoments> strata) {
    public Night {
      strata = List.copyOf(strata);
    }
  }

  /**
   * The effect at a date without a release.
   *
   * @param epochDay first night after the supposed release
   * @param effect the estimate there
   */
  public record Placebo(int epochDay, double effect) {}

  public BeforeAfter {
    placebos = List.copyOf(placebos);
  }

  /**
   * Effect at a release.
   *
   * @param nights in ascending order, all with the same strata
   * @param split index of the first night after the release, 3 or more
   * @param nightsAfter number of nights after that are used, 1 or more
   * @param confidence of the interval
   */
  public static BeforeAfter of(List<Night> nights, int split, int nightsAfter, double confidence) {
    check(nights, split, nightsAfter);
    Windows windows = new Windows(nights, split);
    DirectStandardization effect = windows.effectAt(split, nightsAfter);
    DayLevelError error =
        DayLevelError.of(windows.nightlyValuesBefore(split), nightsAfter)
            .atLeast(effect.variance());
    Interval interval =
        Double.isNaN(effect.value())
            ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence)
            : error.around(effect.value(), confidence);
    List<Placebo> placebos = placebos(windows, nights, split, nightsAfter);
    return new BeforeAfter(effect.value(), interval, error.autocorrelation(), placebos);
  }

  /** Whether the effect is larger in size than at every placebo date; false without any. */
  public boolean beyondEveryPlacebo() {
    return !placebos.isEmpty()
        && placebos.stream().allMatch(placebo -> Math.abs(effect) > Math.abs(placebo.effect()));
  }

  private static List<Placebo> placebos(
      Windows windows, List<Night> nights, int split, int nightsAfter) {
    List<Placebo> placebos = new ArrayList<>();
    int first = DayLevelError.LEAST_DAYS_BEFORE;
    for (int date = first; date + nightsAfter <= split; date++) {
      double effect = windows.effectAt(date, nightsAfter).value();
      if (!Double.isNaN(effect)) {
        placebos.add(new Placebo(nights.get(date).epochDay(), effect));
      }
    }
    return placebos;
  }

  private static void check(List<Night> nights, int split, int nightsAfter) {
    if (split < DayLevelError.LEAST_DAYS_BEFORE
        || nightsAfter < 1
        || split + nightsAfter > nights.size()) {
      throw new IllegalArgumentException(
          "%s nights before and %s after of %s nights: give at least %s before and 1 after"
              .formatted(split, nightsAfter, nights.size(), DayLevelError.LEAST_DAYS_BEFORE));
    }
    for (int i = 1; i < nights.size(); i++) {
      if (nights.get(i).strata().size() != nights.get(0).strata().size()
          || nights.get(i).epochDay() <= nights.get(i - 1).epochDay()) {
        throw new IllegalArgumentException(
            "night "
                + nights.get(i).epochDay()
                + " is out of order or has other strata than the first: align the nights");
      }
    }
  }
}
