package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which slices of a period may be shown. */
class PeriodSizesTest {
  private static final PeriodSizes.Size ALL = size(10, "", 100);

  private static PeriodSizes.Size size(long night, String slice, long interactions) {
    return new PeriodSizes.Size(night, slice, interactions, false);
  }

  @Test
  void largest_someSlices_allTrafficAndTheLargest() {
    List<PeriodSizes.Size> shown =
        List.of(
            ALL, size(10, "t=a", 20), size(11, "t=a", 20), size(10, "t=b", 50), size(9, "t=c", 90));
    PeriodSizes sizes = PeriodSizes.of(shown, List.of(), 10);
    assertThat(sizes.largest(1)).containsExactly("", "t=b");
    assertThat(sizes.largest(5)).containsExactly("", "t=b", "t=a");
    assertThat(sizes.withheld()).isZero();
  }

  /** The one that is hidden would be all traffic less the others. */
  @Test
  void shows_oneHiddenNight_withholdsTheSliceAndTheSmallestOther() {
    List<PeriodSizes.Size> shown =
        List.of(
            ALL,
            size(10, "t=a", 20),
            size(11, "t=a", 20),
            size(10, "t=b", 50),
            size(10, "t=c", 30));
    List<PeriodSizes.Size> profiled = and(shown, size(11, "t=b", 3));
    PeriodSizes sizes = PeriodSizes.of(shown, profiled, 10);
    assertThat(sizes.shows("t=b")).isFalse();
    assertThat(sizes.shows("t=c")).isFalse();
    assertThat(sizes.shows("t=a")).isTrue();
    assertThat(sizes.withheld()).isEqualTo(2);
    assertThat(sizes.largest(5)).containsExactly("", "t=a");
  }

  @Test
  void shows_twoHiddenSlices_withholdsThemAlone() {
    List<PeriodSizes.Size> shown = List.of(ALL, size(10, "t=a", 20));
    PeriodSizes sizes =
        PeriodSizes.of(shown, and(and(shown, size(10, "t=b", 3)), size(10, "t=c", 2)), 10);
    assertThat(sizes.shows("t=a")).isTrue();
    assertThat(sizes.withheld()).isEqualTo(2);
  }

  @Test
  void showsBefore_hiddenOnlyBefore_keepsThePeriodAndDropsTheComparison() {
    List<PeriodSizes.Size> shown =
        List.of(
            ALL, size(10, "t=a", 20), size(9, "t=a", 20), size(10, "t=b", 50), size(9, "t=c", 5));
    PeriodSizes sizes = PeriodSizes.of(shown, and(shown, size(9, "t=b", 1)), 10);
    assertThat(sizes.shows("t=b")).isTrue();
    assertThat(sizes.showsBefore("t=b")).isFalse();
    assertThat(sizes.showsBefore("t=c")).isFalse();
    assertThat(sizes.showsBefore("t=a")).isTrue();
    assertThat(sizes.showsBefore("")).isTrue();
  }

  private static List<PeriodSizes.Size> and(List<PeriodSizes.Size> sizes, PeriodSizes.Size more) {
    return Stream.concat(sizes.stream(), Stream.of(more)).toList();
  }
}
