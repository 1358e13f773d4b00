package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantileBinsTest {

  private static LogHistogram of(double... values) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    Arrays.stream(values).forEach(accumulator::add);
    return accumulator.build();
  }

  @Test
  void of_smoothBaseline_binsAreAboutEqual() {
    Random random = new Random(4);
    double[] values = random.doubles(50_000, 1e3, 1e6).toArray();
    LogHistogram baseline = of(values);
    QuantileBins bins = QuantileBins.of(baseline, 10);
    assertThat(bins.size()).isEqualTo(10);
    assertThat(Arrays.stream(bins.count(baseline)).sum()).isEqualTo(50_000);
    for (long count : bins.count(baseline)) {
      assertThat(count).isBetween(3_500L, 6_500L);
    }
  }

  @Test
  void of_smallIntegers_cutsAfterThem() {
    QuantileBins bins = QuantileBins.of(of(1, 2, 3, 4), 4);
    assertThat(bins.upperBounds()).containsExactly(1, 2, 3);
    assertThat(bins.count(of(-9, 0, 1, 2, 3, 4, 1e12))).containsExactly(3, 1, 1, 2);
  }

  @Test
  void of_constantBaseline_hasBinsBelowAndAbove() {
    QuantileBins bins = QuantileBins.of(of(5, 5, 5, 5, 5), 10);
    assertThat(bins.count(of(4, 5, 5, 6, 7))).containsExactly(1, 2, 2);
  }

  @Test
  void of_spikeBetweenValues_standsAlone() {
    QuantileBins bins = QuantileBins.of(of(1, 2, 5, 5, 5, 5, 5, 5, 8, 9), 5);
    assertThat(bins.count(of(1, 2, 4, 5, 5, 6, 8, 9))).containsExactly(3, 2, 3);
  }

  @Test
  void of_adjacentSpikes_cutsDoNotRepeat() {
    QuantileBins bins = QuantileBins.of(of(0, 0, 0, 1, 1, 1), 6);
    assertThat(bins.count(of(-1, 0, 0, 1, 2))).containsExactly(1, 2, 1, 1);
  }

  @Test
  void of_emptyBaseline_isOneBin() {
    assertThat(QuantileBins.of(LogHistogram.empty(0), 10).count(of(1, 2))).containsExactly(2);
  }

  @Test
  void count_otherScale_throws() {
    QuantileBins bins = QuantileBins.of(of(1, 2), 2);
    assertThatThrownBy(() -> bins.count(LogHistogram.empty(3)))
        .hasMessageContaining("scale 0")
        .hasMessageContaining("scale 3");
    assertThatThrownBy(() -> QuantileBins.of(of(1), 1)).hasMessageContaining("2 to 1000");
  }
}
