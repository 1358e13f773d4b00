package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold for the distances and tests of any counts in bins. */
class BinnedLawsTest {
  /** The largest difference adds up where two bins move the same way, so it is left out. */
  private static final Set<BinnedDistance> SHRINK_WHEN_BINS_MERGE =
      EnumSet.complementOf(EnumSet.of(BinnedDistance.MAXIMUM_DIFFERENCE));

  private static final Set<BinnedDistance> BOUNDED_BY_ONE =
      EnumSet.of(
          BinnedDistance.JENSEN_SHANNON,
          BinnedDistance.HELLINGER,
          BinnedDistance.TOTAL_VARIATION,
          BinnedDistance.MAXIMUM_DIFFERENCE);

  @Property(seed = "1")
  void binned_any_obeysIdentitySymmetryAndBounds(
      @ForAll BinnedDistance distance, @ForAll(supplier = Rows.Any.class) Rows rows) {
    double value = distance.between(rows.reference(), rows.current());
    assertThat(value).isBetween(0.0, BOUNDED_BY_ONE.contains(distance) ? 1.0 : 1e6);
    assertThat(distance.between(rows.reference(), rows.reference())).isZero();
    if (distance != BinnedDistance.KULLBACK_LEIBLER) {
      assertThat(distance.between(rows.current(), rows.reference()))
          .isCloseTo(value, within(1e-12 * (1 + value)));
    }
  }

  @Property(seed = "2")
  void binned_unsmoothed_knowsNoScale(
      @ForAll BinnedDistance distance,
      @ForAll(supplier = Rows.Any.class) Rows rows,
      @ForAll @IntRange(min = 1, max = 1000) int factor) {
    Rows larger = rows.times(factor, 3);
    double value = distance.between(rows.reference(), rows.current(), Smoothing.NONE);
    double scaled = distance.between(larger.reference(), larger.current(), Smoothing.NONE);
    assertThat(scaled).satisfies(close(value));
    // Proportional counts are equal shares, up to rounding, of which a root is taken.
    assertThat(distance.between(rows.reference(), larger.reference(), Smoothing.NONE))
        .isCloseTo(0, within(1e-7));
  }

  @Property(seed = "3")
  void binned_unsmoothed_neverGrowsWhenBinsMerge(
      @ForAll(supplier = Rows.Any.class) Rows rows, @ForAll @IntRange(max = 11) int bin) {
    Rows merged = new Rows(merged(rows.reference(), bin), merged(rows.current(), bin));
    for (BinnedDistance distance : SHRINK_WHEN_BINS_MERGE) {
      double fine = distance.between(rows.reference(), rows.current(), Smoothing.NONE);
      double coarse = distance.between(merged.reference(), merged.current(), Smoothing.NONE);
      assertThat(coarse).as("%s", distance).isLessThanOrEqualTo(fine + 1e-7);
    }
    double fine = ChiSquare.homogeneity(rows.reference(), rows.current()).cramersV();
    assertThat(ChiSquare.homogeneity(merged.reference(), merged.current()).cramersV())
        .isLessThanOrEqualTo(fine + 1e-9);
    double ratio = LikelihoodRatio.homogeneity(rows.reference(), rows.current()).statistic();
    assertThat(LikelihoodRatio.homogeneity(merged.reference(), merged.current()).statistic())
        .isLessThanOrEqualTo(ratio * (1 + 1e-9) + 1e-3);
  }

  @Property(seed = "4")
  void binned_bins_haveNoOrderAndEmptyOnesDoNotCount(
      @ForAll BinnedDistance distance,
      @ForAll Smoothing smoothing,
      @ForAll(supplier = Rows.Any.class) Rows rows) {
    double value = distance.between(rows.reference(), rows.current(), smoothing);
    assertThat(
            distance.between(
                Arrays.copyOf(rows.reference(), 20), Arrays.copyOf(rows.current(), 20), smoothing))
        .isEqualTo(value);
    assertThat(distance.between(reversed(rows.reference()), reversed(rows.current()), smoothing))
        .satisfies(close(value));
  }

  @Property(seed = "5")
  void binned_oneSideEmpty_isNaN(
      @ForAll BinnedDistance distance,
      @ForAll Smoothing smoothing,
      @ForAll(supplier = Rows.Any.class) Rows rows) {
    long[] none = new long[rows.reference().length];
    assertThat(distance.between(rows.reference(), none, smoothing)).isNaN();
    assertThat(distance.between(none, rows.current(), smoothing)).isNaN();
    assertThat(distance.noiseFloor(rows.reference(), none)).isNaN();
    assertThat(distance.noiseFloor(rows.reference(), rows.current())).isNotNegative();
  }

  @Property(seed = "6")
  void tests_any_obeyTheirLaws(@ForAll(supplier = Rows.Any.class) Rows rows) {
    ChiSquare square = ChiSquare.homogeneity(rows.reference(), rows.current());
    assertThat(square.cramersV()).isBetween(0.0, 1.0);
    assertThat(square.pValue()).isBetween(0.0, 1.0);
    if (!Double.isNaN(square.correctedV())) {
      // Bergsma's correction never strengthens an association that is not complete.
      assertThat(square.correctedV()).isBetween(0.0, 1.0);
    }
    assertThat(ChiSquare.homogeneity(rows.current(), rows.reference()).statistic())
        .isCloseTo(square.statistic(), within(1e-9 * (1 + square.statistic())));
    assertThat(ChiSquare.homogeneity(rows.reference(), rows.reference()).statistic()).isZero();
    assertThat(LikelihoodRatio.homogeneity(rows.reference(), rows.reference()).statistic())
        .isZero();
    assertThat(GoodnessOfFit.of(rows.reference(), rows.reference()).statistic()).isZero();
    assertThat(LikelihoodRatio.homogeneity(rows.reference(), rows.current()).statistic())
        .isNotNegative();
  }

  private static Consumer<Double> close(double value) {
    return other -> {
      if (Double.isInfinite(value)) {
        assertThat(other).isEqualTo(value);
      } else {
        assertThat(other).isCloseTo(value, within(1e-7 * (1 + value)));
      }
    };
  }

  /** The bin and the next one as one. */
  private static long[] merged(long[] counts, int bin) {
    long[] merged = counts.clone();
    int from = bin % counts.length;
    int to = (bin + 1) % counts.length;
    if (from != to) {
      merged[to] += merged[from];
      merged[from] = 0;
    }
    return merged;
  }

  private static long[] reversed(long[] counts) {
    long[] result = new long[counts.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = counts[result.length - 1 - i];
    }
    return result;
  }
}
