package io.nightaudit.jobs.profile.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StratumSampleTest {
  private static final int SIZE = 5;

  private record Line(int level, long priority, String id) {}

  /** Levels with many ties, and some equal priorities of different and of equal rows. */
  private static List<Line> lines(long seed, int count) {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int level = (int) (10 * random.nextGaussian());
      long priority = random.nextInt(20) == 0 ? random.nextInt(3) : random.nextLong();
      lines.add(new Line(level, priority, random.nextInt(30) == 0 ? "same" : "id" + i));
    }
    return lines;
  }

  private static StratumSample sample(List<Line> lines) {
    StratumSample sample = new StratumSample(SIZE);
    for (Line line : lines) {
      sample.count(line.level(), true);
      if (sample.admits(line.level(), line.priority())) {
        byte[] content = (line.id() + line.level()).getBytes(StandardCharsets.UTF_8);
        sample.add(line.level(), line.priority(), content);
      }
    }
    return sample;
  }

  private static List<String> drawn(StratumSample sample, int level) {
    return sample.draw(level).stream().map(c -> new String(c, StandardCharsets.UTF_8)).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void draw_anyCut_isTheFirstOfAllRowsBeyondIt(long seed) {
    List<Line> lines = lines(seed, 2_000);
    StratumSample sample = sample(lines);
    for (int cut = -30; cut <= 30; cut++) {
      int from = cut;
      List<String> first =
          lines.stream()
              .filter(line -> line.level() >= from)
              .sorted(
                  Comparator.comparingLong(Line::priority)
                      .thenComparing(line -> line.id() + line.level()))
              .limit(SIZE)
              .map(line -> line.id() + line.level())
              .toList();
      assertThat(drawn(sample, cut)).as("cut %s", cut).isEqualTo(first);
      assertThat(sample.withId(cut))
          .isEqualTo(lines.stream().filter(line -> line.level() >= from).count());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void merge_anySplitInAnyOrder_isTheSampleOfTheWhole(long seed) {
    List<Line> lines = lines(seed, 1_000);
    byte[] whole = sample(lines).toBytes();
    Random random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      List<Line> shuffled = new ArrayList<>(lines);
      Collections.shuffle(shuffled, random);
      List<byte[]> parts = new ArrayList<>();
      for (int begin = 0; begin < shuffled.size(); ) {
        int end = Math.min(shuffled.size(), begin + random.nextInt(200));
        parts.add(sample(shuffled.subList(begin, end)).toBytes());
        begin = end;
      }
      while (parts.size() > 1) {
        byte[] left = parts.remove(random.nextInt(parts.size()));
        byte[] right = parts.remove(random.nextInt(parts.size()));
        parts.add(StratumSample.merged(left, right));
      }
      assertThat(parts.get(0)).isEqualTo(whole);
    }
  }

  @Test
  void sample_ofManyRows_staysSmall() {
    StratumSample sample = sample(lines(1, 100_000));
    assertThat(sample.toBytes().length).isLessThan(10_000);
  }

  /** By hand: level 9 has 1 row, 8 has 2, 7 has 7, 1 has 90. */
  @ParameterizedTest
  @CsvSource({
    "0.001, -5, 9",
    "0.01, -5, 9",
    "0.029, -5, 9",
    "0.03, -5, 8",
    "0.05, -5, 8",
    "0.1, -5, 7",
    "0.5, -5, 7",
    "0.5, 7, 8",
    "0.5, 8, 9"
  })
  void cut_ofAShare_isTheLowestLevelWithinIt(double share, int floor, int cut) {
    StratumSample sample = new StratumSample(SIZE);
    int[][] counts = {{9, 1}, {8, 2}, {7, 7}, {1, 90}};
    for (int[] count : counts) {
      for (int i = 0; i < count[1]; i++) {
        sample.count(count[0], i % 2 == 0);
      }
    }
    assertThat(sample.cut(share, floor)).hasValue(cut);
    assertThat(sample.withId(7) + sample.withoutId(7)).isEqualTo(10);
  }

  @Test
  void cut_ofOneLevelOrBelowTheFloor_isNone() {
    StratumSample sample = new StratumSample(SIZE);
    assertThat(sample.cut(0.5, -5)).isEmpty();
    sample.count(3, true);
    sample.count(3, true);
    assertThat(sample.cut(0.5, -5)).isEmpty();
    sample.count(0, true);
    assertThat(sample.cut(0.5, 3)).isEmpty();
    assertThat(sample.cut(0.5, 0)).hasValue(3);
  }

  @Test
  void sample_ofSizeNone_countsAndKeepsNothing() {
    StratumSample sample = new StratumSample(0);
    sample.count(1, true);
    assertThat(sample.admits(1, Long.MIN_VALUE)).isFalse();
    assertThat(sample.draw(1)).isEmpty();
    assertThat(sample.withId(1)).isEqualTo(1);
  }

  @Test
  void merge_ofAnotherSize_isRefused() {
    assertThatThrownBy(() -> new StratumSample(2).merge(new StratumSample(3)))
        .hasMessageContaining("size 2")
        .hasMessageContaining("size 3");
  }
}
