package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeriesLawsTest {
  private static final int FIRST = 19_000;

  /** Whole numbers with many ties; sums and products of them are exact. */
  @Provide
  Arbitrary<double[]> tiedSeries() {
    return Arbitraries.integers()
        .between(-9, 9)
        .map(Integer::doubleValue)
        .array(Double[].class)
        .ofMaxSize(40)
        .map(SeriesLawsTest::primitive);
  }

  @Provide
  Arbitrary<double[]> scores() {
    return Arbitraries.doubles()
        .between(-8, 8)
        .ofScale(3)
        .array(Double[].class)
        .ofMaxSize(60)
        .map(SeriesLawsTest::primitive);
  }

  @Provide
  Arbitrary<double[]> shortSeries() {
    return Arbitraries.integers()
        .between(-20, 20)
        .map(Integer::doubleValue)
        .array(Double[].class)
        .ofMinSize(2)
        .ofMaxSize(11)
        .map(SeriesLawsTest::primitive);
  }

  private static double[] primitive(Double[] values) {
    return Arrays.stream(values).mapToDouble(value -> value).toArray();
  }

  @Property(seed = "1001")
  void mannKendall_reversedOrNegated_changesSignOnly(@ForAll("tiedSeries") double[] series) {
    MannKendall trend = MannKendall.of(series);
    for (double[] other : List.of(reversed(series), affine(series, -1, 0))) {
      MannKendall mirrored = MannKendall.of(other);
      assertThat(mirrored.s()).isEqualTo(-trend.s());
      assertThat(mirrored.variance()).isEqualTo(trend.variance());
      assertSame(mirrored.z(), -trend.z());
      assertSame(mirrored.pValue(), trend.pValue());
    }
  }

  @Property(seed = "1002")
  void rankTests_monotoneTransform_areTheSame(@ForAll("tiedSeries") double[] series) {
    double[] transformed = Arrays.stream(series).map(x -> x * x * x + 5).toArray();
    assertThat(Pettitt.of(transformed)).isEqualTo(Pettitt.of(series));
    assertThat(MannKendall.of(transformed)).isEqualTo(MannKendall.of(series));
    Pettitt negated = Pettitt.of(affine(series, -1, 0));
    assertThat(negated).isEqualTo(Pettitt.of(series));
  }

  @Property(seed = "1003")
  void pettitt_anySeries_equalsItsDefinition(@ForAll("tiedSeries") double[] series) {
    long largest = 0;
    int start = 0;
    for (int t = 1; t < series.length; t++) {
      long sum = 0;
      for (int i = 0; i < t; i++) {
        for (int j = t; j < series.length; j++) {
          sum += (long) Math.signum(series[i] - series[j]);
        }
      }
      if (Math.abs(sum) > largest) {
        largest = Math.abs(sum);
        start = t;
      }
    }
    assertThat(Pettitt.of(series).statistic()).isEqualTo(largest);
    assertThat(Pettitt.of(series).start()).isEqualTo(start);
  }

  @Property(seed = "1004")
  void senSlope_affine_followsExactly(@ForAll("tiedSeries") double[] series) {
    double slope = SenSlope.of(series, 0.95).slope();
    assertSame(SenSlope.of(affine(series, 4, 16), 0.95).slope(), 4 * slope);
    assertSame(SenSlope.of(reversed(series), 0.95).slope(), -slope);
    if (series.length > 1) {
      assertThat(SenSlope.of(series, 0.95).interval().contains(slope)).isTrue();
    }
  }

  @Property(seed = "1005")
  void trendCorrection_affine_isTheSame(
      @ForAll("tiedSeries") double[] series, @ForAll TrendCorrection correction) {
    MannKendall trend = correction.test(series);
    // A power of 2 changes no digit.
    assertThat(correction.test(affine(series, 1024, 0))).isEqualTo(trend);
    assertThat(correction.test(affine(series, 0x1p-900, 0))).isEqualTo(trend);
  }

  /** Every way to cut up to eleven values; the best cost is the same, so no cut is better. */
  @Property(seed = "1006", tries = 100)
  void pelt_shortSeries_isNoWorseThanAnyCut(@ForAll("shortSeries") double[] series) {
    if (Arrays.stream(series).distinct().count() == 1) {
      assertThat(ChangePoint.pelt(series)).isEmpty();
      return;
    }
    double found = cost(series, ChangePoint.pelt(series));
    double best = Double.POSITIVE_INFINITY;
    for (int cut = 0; cut < 1 << (series.length - 1); cut++) {
      List<Integer> starts = new ArrayList<>();
      for (int i = 1; i < series.length; i++) {
        if ((cut >> (i - 1) & 1) == 1) {
          starts.add(i);
        }
      }
      best = Math.min(best, cost(series, starts));
    }
    assertThat(found).isCloseTo(best, within(1e-9));
  }

  private static double cost(double[] series, List<Integer> starts) {
    double mean = Arrays.stream(series).average().orElseThrow();
    double squares = Arrays.stream(series).map(x -> (x - mean) * (x - mean)).sum();
    double cost = 3 * starts.size() * Math.log(series.length);
    List<Integer> ends = new ArrayList<>(starts);
    ends.add(series.length);
    int from = 0;
    for (int end : ends) {
      double[] part = Arrays.copyOfRange(series, from, end);
      double level = Arrays.stream(part).average().orElseThrow();
      double spread = Arrays.stream(part).map(x -> (x - level) * (x - level)).sum();
      cost += spread / squares * (series.length - 1) + Math.log(part.length);
      from = end;
    }
    return cost;
  }

  @Property(seed = "1007")
  void charts_scaledByAPowerOfTwo_areScaled(@ForAll("scores") double[] scores) {
    List<Cusum.Point> sums = Cusum.with(0.5, 5).chart(scores);
    List<Cusum.Point> scaledSums = Cusum.with(4, 40).chart(affine(scores, 8, 0));
    List<Ewma.Point> means = Ewma.with(0.25, 3).chart(scores);
    List<Ewma.Point> scaledMeans = Ewma.with(0.25, 24).chart(affine(scores, 8, 0));
    for (int i = 0; i < scores.length; i++) {
      assertThat(scaledSums.get(i))
          .isEqualTo(
              new Cusum.Point(8 * sums.get(i).rise(), 8 * sums.get(i).fall(), sums.get(i).alarm()));
      assertThat(scaledMeans.get(i))
          .isEqualTo(
              new Ewma.Point(
                  8 * means.get(i).value(), 8 * means.get(i).bound(), means.get(i).alarm()));
    }
  }

  @Property(seed = "1008")
  void charts_negatedScores_mirror(@ForAll("scores") double[] scores) {
    double[] negated = affine(scores, -1, 0);
    List<Cusum.Point> sums = Cusum.with(0.5, 5).restarting().chart(scores);
    List<Cusum.Point> mirrored = Cusum.with(0.5, 5).restarting().chart(negated);
    List<EDetector.Point> evidence = EDetector.withRunLength(100).chart(scores);
    List<EDetector.Point> other = EDetector.withRunLength(100).chart(negated);
    for (int i = 0; i < scores.length; i++) {
      assertThat(mirrored.get(i))
          .isEqualTo(new Cusum.Point(sums.get(i).fall(), sums.get(i).rise(), sums.get(i).alarm()));
      double size = evidence.get(i).evidence();
      assertThat(other.get(i).evidence()).isCloseTo(size, within(1e-12 * size));
    }
  }

  /** What a chart says of a night depends on that night and those before it alone. */
  @Property(seed = "1009")
  void charts_prefix_isThePrefixOfTheChart(
      @ForAll("scores") double[] scores, @ForAll @IntRange(max = 60) int length) {
    int size = Math.min(length, scores.length);
    double[] prefix = Arrays.copyOf(scores, size);
    assertThat(Cusum.with(0.5, 5).restarting().chart(prefix))
        .isEqualTo(Cusum.with(0.5, 5).restarting().chart(scores).subList(0, size));
    assertThat(Ewma.with(0.1, 3).withExactLimits().chart(prefix))
        .isEqualTo(Ewma.with(0.1, 3).withExactLimits().chart(scores).subList(0, size));
    assertThat(EDetector.withRunLength(100).chart(prefix))
        .isEqualTo(EDetector.withRunLength(100).chart(scores).subList(0, size));
    SelfStartingScore score = SelfStartingScore.withDefaults();
    List<Night> nights = nights(scores, 1);
    assertThat(score.replay(nights.subList(0, size)))
        .isEqualTo(score.replay(nights).subList(0, size));
  }

  @Property(seed = "1010")
  void selfStartingScore_scaledByAPowerOfTwo_isTheSame(@ForAll("scores") double[] scores) {
    SelfStartingScore score = SelfStartingScore.withDefaults();
    List<ScoredNight> plain = score.replay(nights(scores, 1));
    List<ScoredNight> scaled = score.replay(nights(scores, 0x1p40));
    for (int i = 0; i < scores.length; i++) {
      assertSame(scaled.get(i).z(), plain.get(i).z());
      assertThat(scaled.get(i).ewma()).isEqualTo(plain.get(i).ewma());
      assertThat(scaled.get(i).alarm()).isEqualTo(plain.get(i).alarm());
    }
  }

  private static List<Night> nights(double[] values, double scale) {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      nights.add(new Night(FIRST + i, scale * values[i], scale * scale * 0x1p-6, false));
    }
    return nights;
  }

  /** Equal bits, but for the sign of 0; NaN equals NaN. */
  private static void assertSame(double actual, double expected) {
    assertThat(Double.valueOf(actual + 0.0)).isEqualTo(Double.valueOf(expected + 0.0));
  }

  private static double[] reversed(double[] series) {
    double[] reversed = new double[series.length];
    for (int i = 0; i < series.length; i++) {
      reversed[i] = series[series.length - 1 - i];
    }
    return reversed;
  }

  private static double[] affine(double[] series, double factor, double shift) {
    return Arrays.stream(series).map(x -> factor * x + shift).toArray();
  }
}
