package io.nightaudit.metrics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for the distances and rank statistics of any two samples of numbers. */
class OrderedLawsTest {
  @Property(seed = "7")
  void ordered_any_obeysIdentitySymmetryAndBounds(
      @ForAll OrderedDistance distance, @ForAll(supplier = Rows.Any.class) Rows rows) {
    double[] values = values(rows.reference().length);
    double value = distance.between(values, rows.reference(), rows.current());
    assertThat(value).isNotNegative();
    assertThat(distance.between(values, rows.current(), rows.reference())).isEqualTo(value);
    assertThat(distance.between(values, rows.reference(), rows.reference())).isZero();
    assertThat(distance.noiseFloor(TiedCounts.of(values, rows.reference(), rows.current())))
        .isNotNegative();
    double largest =
        OrderedDistance.KOLMOGOROV_SMIRNOV.between(values, rows.reference(), rows.current());
    double kuiper = OrderedDistance.KUIPER.between(values, rows.reference(), rows.current());
    assertThat(largest).isBetween(0.0, 1.0);
    assertThat(kuiper).isBetween(largest, Math.min(1, 2 * largest));
    double range = values[values.length - 1] - values[0];
    assertThat(OrderedDistance.WASSERSTEIN.between(values, rows.reference(), rows.current()))
        .isLessThanOrEqualTo(range * largest * (1 + 1e-12));
  }

  @Property(seed = "8")
  void ordered_values_moveAndStretchTheDistance(@ForAll(supplier = Rows.Any.class) Rows rows) {
    double[] values = values(rows.reference().length);
    double[] stretched = Arrays.stream(values).map(x -> 4 * x + 100).toArray();
    for (OrderedDistance distance : OrderedDistance.values()) {
      double factor =
          switch (distance) {
            case KOLMOGOROV_SMIRNOV, KUIPER -> 1;
            case WASSERSTEIN -> 4;
            case ENERGY -> 2;
          };
      double value = distance.between(values, rows.reference(), rows.current());
      assertThat(distance.between(stretched, rows.reference(), rows.current()))
          .isCloseTo(factor * value, within(1e-12 * (1 + value)));
      // Only the shares matter.
      Rows larger = rows.times(7, 2);
      assertThat(distance.between(values, larger.reference(), larger.current()))
          .isCloseTo(value, within(1e-7 * (1 + value)));
    }
    // Merging neighbours looks at fewer points.
    double[] ties = values.clone();
    ties[ties.length - 1] = ties[Math.max(0, ties.length - 2)];
    assertThat(OrderedDistance.KOLMOGOROV_SMIRNOV.between(ties, rows.reference(), rows.current()))
        .isLessThanOrEqualTo(
            OrderedDistance.KOLMOGOROV_SMIRNOV.between(values, rows.reference(), rows.current()));
  }

  @Property(seed = "9")
  void ranks_any_obeyTheirLaws(@ForAll(supplier = Rows.Any.class) Rows rows) {
    double[] values = values(rows.reference().length);
    TiedCounts counts = TiedCounts.of(values, rows.reference(), rows.current());
    Rows back = rows.swapped();
    TiedCounts swapped = TiedCounts.of(values, back.reference(), back.current());
    TiedCounts same = TiedCounts.of(values, rows.reference(), rows.reference());
    MannWhitney forward = MannWhitney.of(counts);
    MannWhitney backward = MannWhitney.of(swapped);
    double pairs = (double) counts.referenceTotal * counts.currentTotal;
    assertThat(forward.effect()).isBetween(0.0, 1.0 + 1e-12);
    assertThat(forward.effect() + backward.effect()).isCloseTo(1, within(1e-12));
    assertThat(forward.u() + backward.u()).isCloseTo(pairs, within(1e-12 * pairs));
    assertThat(forward.variance()).isBetween(0.0, pairs * (2 * pairs + 1));
    assertThat(MannWhitney.of(same).effect()).isCloseTo(0.5, within(1e-12));
    assertThat(CramerVonMises.integral(same)).isZero();
    assertThat(CramerVonMises.statistic(same)).isCloseTo(0, within(1e-9));
    double integral = CramerVonMises.integral(counts);
    assertThat(CramerVonMises.integral(swapped)).isCloseTo(integral, within(1e-9 * (1 + integral)));
    AndersonDarling darling = AndersonDarling.of(counts);
    assertThat(darling.squared()).isNotNegative();
    assertThat(AndersonDarling.of(same).squared()).isZero();
    assertThat(AndersonDarling.of(swapped).squared())
        .isCloseTo(darling.squared(), within(1e-9 * (1 + darling.squared())));
  }

  @Property(seed = "10")
  void ranks_increasingTransformation_changesNothing(@ForAll(supplier = Rows.Any.class) Rows rows) {
    double[] values = values(rows.reference().length);
    double[] cubes = Arrays.stream(values).map(x -> x * x * x).toArray();
    TiedCounts counts = TiedCounts.of(values, rows.reference(), rows.current());
    TiedCounts cubed = TiedCounts.of(cubes, rows.reference(), rows.current());
    assertThat(MannWhitney.of(cubed)).isEqualTo(MannWhitney.of(counts));
    assertThat(CramerVonMises.statistic(cubed)).isEqualTo(CramerVonMises.statistic(counts));
    assertThat(AndersonDarling.of(cubed)).isEqualTo(AndersonDarling.of(counts));
  }

  @Property(seed = "11")
  void samples_anyOrder_giveTheSameCounts(
      @ForAll("sample") double[] x, @ForAll("sample") double[] y) {
    TiedCounts counts = TiedCounts.of(x, y);
    TiedCounts shuffled = TiedCounts.of(reversed(x), reversed(y));
    assertThat(shuffled.values()).containsExactly(counts.values());
    assertThat(shuffled.reference()).containsExactly(counts.reference());
    assertThat(shuffled.current()).containsExactly(counts.current());
    assertThat(Counts.total(counts.reference())).isEqualTo(x.length);
    // The same through sorted values that repeat.
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    long[] ones = new long[sorted.length];
    Arrays.fill(ones, 1);
    assertThat(TiedCounts.of(sorted, ones, new long[ones.length]).reference())
        .containsExactly(TiedCounts.of(x, new double[0]).reference());
    for (ToolConvention convention : ToolConvention.values()) {
      if (convention.takesNumbers()) {
        double value = convention.ofNumbers(x, y);
        assertThat(value).isNotNegative();
        assertThat(convention.ofNumbers(reversed(x), reversed(y))).isEqualTo(value);
      }
    }
  }

  @Provide
  static Arbitrary<double[]> sample() {
    return Arbitraries.integers()
        .between(-40, 40)
        .map(i -> i / 4.0 + 0.0)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(sample -> Arrays.stream(sample).mapToDouble(Double::doubleValue).toArray())
        .withoutEdgeCases();
  }

  private static double[] values(int size) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = i * i / 8.0 - 3;
    }
    return values;
  }

  private static double[] reversed(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }
}
