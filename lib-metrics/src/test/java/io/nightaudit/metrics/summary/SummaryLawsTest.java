package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryLawsTest {
  private static final int SIZE = 3_000;

  @ParameterizedTest
  @EnumSource
  void plus_anyGrouping_sameBytes(Samples samples) {
    Summary a = samples.of(0, 500);
    Summary b = samples.of(500, 520);
    Summary c = samples.of(520, SIZE);
    assertThat(a.plus(b).plus(c).toBytes()).isEqualTo(a.plus(b.plus(c)).toBytes());
    assertThat(a.plus(b).toBytes()).isEqualTo(b.plus(a).toBytes());
    assertThat(a.plus(b).plus(c).toBytes()).isEqualTo(samples.of(0, SIZE).toBytes());
  }

  @ParameterizedTest
  @EnumSource
  void plus_randomSplits_equalsWhole(Samples samples) {
    byte[] whole = samples.of(0, SIZE).toBytes();
    Random random = new Random(11);
    for (int repetition = 0; repetition < 5; repetition++) {
      int parts = 1 + random.nextInt(20);
      List<Accumulator> accumulators = new ArrayList<>();
      IntStream.range(0, parts).forEach(part -> accumulators.add(samples.accumulator()));
      for (int number : shuffled(random)) {
        samples.add(accumulators.get(random.nextInt(parts)), number);
      }
      Summary sum = samples.empty();
      Accumulator merged = samples.accumulator();
      for (Accumulator part : accumulators) {
        sum = sum.plus(part.build());
        merged.add(part.build());
      }
      assertThat(sum.toBytes()).isEqualTo(whole);
      assertThat(merged.build().toBytes()).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void add_valuesAfterPartial_equalsWhole(Samples samples) {
    Accumulator mixed = samples.accumulator();
    for (int number = 0; number < 100; number++) {
      samples.add(mixed, number);
    }
    mixed.add(samples.of(100, 2_900));
    for (int number = 2_900; number < SIZE; number++) {
      samples.add(mixed, number);
    }
    assertThat(mixed.build()).isEqualTo(samples.of(0, SIZE));
  }

  @ParameterizedTest
  @EnumSource
  void add_otherOrder_sameBytes(Samples samples) {
    Accumulator shuffled = samples.accumulator();
    for (int number : shuffled(new Random(5))) {
      samples.add(shuffled, number);
    }
    assertThat(shuffled.build().toBytes()).isEqualTo(samples.of(0, SIZE).toBytes());
  }

  private static List<Integer> shuffled(Random random) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
    Collections.shuffle(numbers, random);
    return numbers;
  }

  @ParameterizedTest
  @EnumSource
  void plus_empty_isNeutral(Samples samples) {
    Summary some = samples.of(0, SIZE);
    assertThat(some.plus(samples.empty()).toBytes()).isEqualTo(some.toBytes());
    assertThat(samples.empty().plus(some).toBytes()).isEqualTo(some.toBytes());
    assertThat(samples.empty().plus(samples.empty())).isEqualTo(samples.empty());
    assertThat(samples.empty().count()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void count_severalValues_addsUpWithMissing(Samples samples) {
    Summary some = samples.of(0, SIZE);
    assertThat(some.missing()).isPositive();
    assertThat(some.count() + some.missing()).isEqualTo(SIZE);
  }

  @ParameterizedTest
  @EnumSource
  void fromBytes_written_isEqual(Samples samples) {
    for (int size : new int[] {0, 1, 2, 30, SIZE}) {
      Summary some = samples.of(0, size);
      Summary read = Summary.fromBytes(some.toBytes());
      assertThat(read).isEqualTo(some).hasSameHashCodeAs(some).hasToString(some.toString());
      assertThat(read.toBytes()).isEqualTo(some.toBytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromBytes_cutOffOrLeftOver_throws(Samples samples) {
    byte[] bytes = samples.of(0, 40).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Summary.fromBytes(part))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cut off after " + length);
    }
    assertThatThrownBy(() -> Summary.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 bytes left over");
  }

  /** Whatever is accepted must be canonical: reading and writing gives the same bytes. */
  @ParameterizedTest
  @EnumSource
  void fromBytes_anyByteChanged_isRejectedOrCanonical(Samples samples) {
    byte[] bytes = samples.of(0, 25).toBytes();
    Random random = new Random(3);
    int rejected = 0;
    for (int repetition = 0; repetition < 3_000; repetition++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        assertThat(Summary.fromBytes(changed).toBytes()).isEqualTo(changed);
      } catch (IllegalArgumentException expected) {
        assertThat(expected.getMessage()).isNotBlank();
        rejected++;
      }
    }
    assertThat(rejected).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void fromBytes_unknownKindOrVersion_throws(Samples samples) {
    byte[] kind = samples.empty().toBytes();
    kind[0] = 99;
    assertThatThrownBy(() -> Summary.fromBytes(kind)).hasMessageContaining("kind 99");
    byte[] version = samples.empty().toBytes();
    version[1] = 2;
    assertThatThrownBy(() -> Summary.fromBytes(version)).hasMessageContaining("version 2");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISTINCT_COUNT")
  void minus_part_leavesTheRest(Samples samples) {
    Summary a = samples.of(0, 700);
    Summary b = samples.of(700, SIZE);
    Summary rest = a.plus(b).minus(b);
    if (a instanceof LogHistogram expected) {
      assertSameButExtremes((LogHistogram) rest, expected);
    } else {
      assertThat(rest.toBytes()).isEqualTo(a.toBytes());
    }
    Summary c = samples.of(SIZE, SIZE + 200);
    assertThat(a.plus(c).minus(c)).as("the rest alone decides the bytes").isEqualTo(rest);
    assertThat(a.plus(b).minus(b).minus(a)).isEqualTo(samples.empty());
    assertThat(Summary.fromBytes(rest.toBytes())).isEqualTo(rest);
    assertThat(a.minus(samples.empty())).isEqualTo(a);
  }

  private static void assertSameButExtremes(LogHistogram actual, LogHistogram expected) {
    assertThat(actual.buckets()).isEqualTo(expected.buckets());
    assertThat(actual.counts()).isEqualTo(expected.counts());
    assertThat(actual.sum()).isEqualTo(expected.sum());
    assertThat(actual.variance()).isEqualTo(expected.variance());
    assertThat(actual.missing()).isEqualTo(expected.missing());
    assertThat(actual.min()).isLessThanOrEqualTo(expected.min());
    assertThat(actual.max()).isGreaterThanOrEqualTo(expected.max());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISTINCT_COUNT")
  void minus_notContained_throws(Samples samples) {
    assertThatThrownBy(() -> samples.of(0, 100).minus(samples.of(0, SIZE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be part of this one");
  }

  @ParameterizedTest
  @EnumSource
  void plus_otherDefinition_throwsWithBothNames(Samples samples) {
    for (Samples other : Samples.values()) {
      if (!other.empty().definition().equals(samples.empty().definition())) {
        assertThatThrownBy(() -> samples.empty().plus(other.empty()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(samples.empty().definition())
            .hasMessageContaining(other.empty().definition());
        assertThatThrownBy(() -> samples.accumulator().add(other.empty()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(other.empty().definition());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void retainedBytes_moreValues_doesNotShrink(Samples samples) {
    Accumulator accumulator = samples.accumulator();
    long before = accumulator.retainedBytes();
    assertThat(before).isBetween(16L, 20_000L);
    accumulator.add(samples.of(0, SIZE));
    assertThat(accumulator.retainedBytes()).isGreaterThanOrEqualTo(before);
  }
}
