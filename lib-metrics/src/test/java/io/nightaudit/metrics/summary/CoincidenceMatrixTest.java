package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.summary.CoincidenceMatrix.Metric;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoincidenceMatrixTest {
  private static final double NO = Double.NaN;

  /** The three coders of https://en.wikipedia.org/wiki/Krippendorff%27s_alpha, by coder. */
  static final double[][] WIKIPEDIA = {
    {NO, NO, NO, NO, NO, 3, 4, 1, 2, 1, 1, 3, 3, NO, 3},
    {1, NO, 2, 1, 3, 3, 4, 3, NO, NO, NO, NO, NO, NO, NO},
    {NO, NO, 2, 1, 3, 4, 4, NO, 2, 1, 1, 3, 3, NO, 4}
  };

  /** Example C of Krippendorff (2011): four observers, 12 units. */
  static final double[][] FOUR_OBSERVERS = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3},
    {NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO}
  };

  /** Example A of Krippendorff (2011): two observers, two values. */
  private static final double[][] BINARY = {
    {0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}
  };

  /** Example B of Krippendorff (2011): two observers, five names. */
  static final String[] NAMES = {"aabbdcccedda", "babbbccceddd"};

  static CoincidenceMatrix ofNumbers(int scale, double[][] byRater) {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator(scale);
    for (int unit = 0; unit < byRater[0].length; unit++) {
      int u = unit;
      accumulator.add(Arrays.stream(byRater).mapToDouble(rater -> rater[u]).toArray());
    }
    return accumulator.build();
  }

  static CoincidenceMatrix ofNames(String... byRater) {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator();
    for (int unit = 0; unit < byRater[0].length(); unit++) {
      int u = unit;
      accumulator.add(
          Arrays.stream(byRater).map(rater -> String.valueOf(rater.charAt(u))).toList());
    }
    return accumulator.build();
  }

  /** Wikipedia prints .691 and .811. */
  @ParameterizedTest
  @CsvSource({
    // krippendorff.alpha(reliability_data=data, level_of_measurement=metric.lower())
    "NOMINAL, 0.691358024691358",
    "ORDINAL, 0.8067214199413153",
    "INTERVAL, 0.8108448928121059",
    "RATIO, 0.8089436707842471"
  })
  void alpha_threeCoders_isThatOfWikipedia(Metric metric, double alpha) {
    assertThat(ofNumbers(0, WIKIPEDIA).alpha(metric)).isCloseTo(alpha, within(1e-14));
  }

  /** Krippendorff (2011) prints .743, .815, .849 and .797. */
  @ParameterizedTest
  @CsvSource({
    "NOMINAL, 0.743421052631579",
    "ORDINAL, 0.8153875037548814",
    "INTERVAL, 0.8491071428571428",
    "RATIO, 0.7974027747116121"
  })
  void alpha_fourObservers_isThatOfKrippendorff(Metric metric, double alpha) {
    assertThat(ofNumbers(0, FOUR_OBSERVERS).alpha(metric)).isCloseTo(alpha, within(1e-14));
  }

  /** Krippendorff (2011) prints .095 and .692. */
  @Test
  void alpha_twoObservers_isThatOfKrippendorff() {
    assertThat(ofNumbers(0, BINARY).alpha(Metric.NOMINAL))
        .isCloseTo(0.09523809523809534, within(1e-14));
    assertThat(ofNames(NAMES).alpha(Metric.NOMINAL)).isCloseTo(0.6919642857142858, within(1e-14));
  }

  /** The matrix of example C as Krippendorff (2011) prints it. */
  @Test
  void coincidences_fourObservers_areThosePrinted() {
    CoincidenceMatrix matrix = ofNumbers(0, FOUR_OBSERVERS);
    double[][] printed = {
      {7, 4 / 3.0, 1 / 3.0, 1 / 3.0, 0},
      {4 / 3.0, 10, 4 / 3.0, 1 / 3.0, 0},
      {1 / 3.0, 4 / 3.0, 8, 1 / 3.0, 0},
      {1 / 3.0, 1 / 3.0, 1 / 3.0, 4, 0},
      {0, 0, 0, 0, 3}
    };
    assertThat(matrix.values()).containsExactly("1", "2", "3", "4", "5");
    for (int c = 0; c < printed.length; c++) {
      assertThat(matrix.coincidences()[c]).containsExactly(printed[c], within(1e-15));
    }
    assertThat(matrix.count()).isEqualTo(11);
    assertThat(matrix.missing()).as("the last unit has one rating").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    // krippendorff.alpha([[0, .5, 2, 7.25], [0, 1.5, 2, 6.5], [1, nan, 3, 7.25]], ...)
    "NOMINAL, 0.23076923076923062",
    "ORDINAL, 0.8764139086719732",
    "INTERVAL, 0.9597741707833451",
    "RATIO, 0.5359336275024011"
  })
  void alpha_fractionsAndZero_equalsPython(Metric metric, double alpha) {
    double[][] data = {{0, .5, 2, 7.25}, {-0.0, 1.5, 2, 6.5}, {1, NO, 3, 7.25}};
    assertThat(ofNumbers(2, data).alpha(metric)).isCloseTo(alpha, within(1e-14));
    assertThat(ofNumbers(12, data).alpha(metric)).isCloseTo(alpha, within(1e-14));
    assertThat(ofNumbers(2, data).values())
        .containsExactly("0.00", "0.50", "1.00", "1.50", "2.00", "3.00", "6.50", "7.25");
  }

  @Test
  void alpha_negativeNumbers_needsAnotherMetricThanRatio() {
    CoincidenceMatrix matrix = ofNumbers(0, new double[][] {{-3, 0, 2, 7, -1}, {-3, 1, 2, 6, -2}});
    // krippendorff.alpha([[-3, 0, 2, 7, -1], [-3, 1, 2, 6, -2]], level_of_measurement=...)
    assertThat(matrix.alpha(Metric.INTERVAL)).isCloseTo(0.9752066115702479, within(1e-14));
    assertThat(matrix.alpha(Metric.ORDINAL)).isCloseTo(0.9668711656441717, within(1e-14));
    assertThatThrownBy(() -> matrix.alpha(Metric.RATIO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("at least 0", "-3", "INTERVAL");
  }

  @ParameterizedTest
  @EnumSource
  void alpha_agreementAndNone_isOneOrUndefined(Metric metric) {
    assertThat(ofNumbers(0, new double[][] {{1, 2, 9}, {1, 2, 9}, {1, 2, 9}}).alpha(metric))
        .isEqualTo(1);
    assertThat(ofNumbers(0, new double[][] {{2, 2}, {2, 2}}).alpha(metric)).isNaN();
    assertThat(CoincidenceMatrix.empty(0).alpha(metric)).isNaN();
    // Two raters who never agree: 1 - (n - 1) Σo / Σ n_c n_k = 1 - 3 · 2 / 4
    assertThat(ofNumbers(0, new double[][] {{1, 2}, {2, 1}}).alpha(metric)).isEqualTo(-0.5);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOMINAL")
  void alpha_namesByOrder_throws(Metric metric) {
    assertThatThrownBy(() -> ofNames(NAMES).alpha(metric))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("names", "NOMINAL");
  }

  @Test
  void add_absentRatings_areLeftOut() {
    CoincidenceMatrix.Accumulator names = new CoincidenceMatrix.Accumulator();
    names.add(Arrays.asList("a", null, "b"));
    names.add(Arrays.asList(null, "a"));
    names.add(List.of());
    assertThat(names.build().count()).isEqualTo(1);
    assertThat(names.build().missing()).isEqualTo(2);
    CoincidenceMatrix.Accumulator numbers = new CoincidenceMatrix.Accumulator(0);
    numbers.add(1, Double.NEGATIVE_INFINITY, NO, 2, Double.POSITIVE_INFINITY);
    numbers.add(Double.MAX_VALUE, -Double.MAX_VALUE);
    numbers.add(NO, 1);
    assertThat(numbers.build().count()).isEqualTo(2);
    assertThat(numbers.build().values())
        .containsExactly("-9223372036854775807", "1", "2", "9223372036854775807");
  }

  @Test
  void add_otherSortOfValues_throws() {
    assertThatThrownBy(() -> new CoincidenceMatrix.Accumulator().add(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("names", "with a scale");
    assertThatThrownBy(() -> new CoincidenceMatrix.Accumulator(0).add(List.of("1", "2")))
        .hasMessageContainingAll("numbers of scale 0", "without a scale");
    assertThatThrownBy(() -> new CoincidenceMatrix.Accumulator(13)).hasMessageContaining("0 to 12");
  }

  @Test
  void add_tooManyRatings_throwsAndChangesNothing() {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator();
    accumulator.add(Collections.nCopies(64, "a"));
    CoincidenceMatrix before = accumulator.build();
    assertThatThrownBy(() -> accumulator.add(Collections.nCopies(65, "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("64", "65");
    assertThat(accumulator.build()).isEqualTo(before);
    assertThat(before.count()).isEqualTo(1);
    assertThat(before.coincidences()).isDeepEqualTo(new double[][] {{64}});
  }

  @Test
  void add_tooManyValues_throwsHoweverTheyMeet() {
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator(0);
    IntStream.range(0, 128).forEach(i -> accumulator.add(2 * i, 2 * i + 1));
    CoincidenceMatrix full = accumulator.build();
    assertThat(full.values()).hasSize(256);
    assertThat(Summary.fromBytes(full.toBytes())).isEqualTo(full);
    assertThatThrownBy(() -> accumulator.add(0, 256))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("256", "257", "round");
    assertThat(accumulator.build()).isEqualTo(full);
    CoincidenceMatrix.Accumulator other = new CoincidenceMatrix.Accumulator(0);
    other.add(0, 256);
    assertThatThrownBy(() -> full.plus(other.build())).hasMessageContaining("257");
    assertThatThrownBy(() -> other.build().plus(full)).hasMessageContaining("257");
  }

  @Test
  void minus_lastUseOfAValue_forgetsIt() {
    CoincidenceMatrix some = ofNames("ab", "aa");
    CoincidenceMatrix other = ofNames("zz", "az");
    assertThat(some.plus(other).values()).containsExactly("a", "b", "z");
    assertThat(some.plus(other).minus(other).values()).containsExactly("a", "b");
  }

  @Test
  void minus_pairsOfNoUnits_throws() {
    // Three raters: a a b adds 2 to (a, a) and 2 to (a, b); a pair of two raters is of another m.
    CoincidenceMatrix three = ofNames("a", "a", "b");
    assertThatThrownBy(() -> three.minus(ofNames("a", "b"))).hasMessageContaining("part of");
    CoincidenceMatrix mixed = ofNames("ab", "ab", "ba");
    assertThatThrownBy(() -> mixed.minus(ofNames("a", "a", "a"))).hasMessageContaining("part of");
  }

  /** The definition, computed plainly: o_ck = Σ_u n_uc (n_uk − [c=k]) / (m_u − 1). */
  @Test
  void coincidences_manyUnits_equalDefinition() {
    double[][] expected = new double[3][3];
    CoincidenceMatrix.Accumulator accumulator = new CoincidenceMatrix.Accumulator(0);
    for (int unit = 0; unit < 500; unit++) {
      int u = unit;
      double[] ratings =
          DoubleStream.iterate(0, i -> i + 1)
              .limit(2 + u % 7)
              .map(i -> (u * 31 + (int) i * (u % 5)) % 3)
              .toArray();
      accumulator.add(ratings);
      long[] times = new long[3];
      Arrays.stream(ratings).forEach(rating -> times[(int) rating]++);
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < 3; k++) {
          expected[c][k] += times[c] * (times[k] - (c == k ? 1.0 : 0)) / (ratings.length - 1);
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      assertThat(accumulator.build().coincidences()[c]).containsExactly(expected[c], within(1e-9));
    }
    assertThat(accumulator.build().count()).isEqualTo(500);
  }
}
