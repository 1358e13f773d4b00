package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;

/** What must hold for every kind of summary, whatever the values: numbers stand for values. */
class SummaryLawsTest {

  @Provide
  Arbitrary<Samples> subtracting() {
    return Arbitraries.of(Samples.class).filter(Samples::subtracts);
  }

  /** Mostly few values; now and then so many that tables grow and turn dense. */
  @Provide
  Arbitrary<List<Integer>> values() {
    Arbitrary<List<Integer>> few = Arbitraries.integers().between(0, 999).list().ofMaxSize(30);
    Arbitrary<List<Integer>> many =
        Arbitraries.integers()
            .between(1_000, 2_000)
            .map(size -> IntStream.range(0, size).boxed().toList());
    return Arbitraries.integers()
        .between(0, 50)
        .withDistribution(RandomDistribution.uniform())
        .flatMap(choice -> choice == 50 ? many : few);
  }

  /** So few different values that two lists are often equal. */
  @Provide
  Arbitrary<List<Integer>> repeated() {
    return Arbitraries.integers().between(0, 2).list().ofMaxSize(3);
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void plus_anyGrouping_sameBytes(
      @ForAll Samples samples,
      @ForAll("values") List<Integer> first,
      @ForAll("values") List<Integer> second,
      @ForAll("values") List<Integer> third) {
    Summary a = samples.of(first);
    Summary b = samples.of(second);
    Summary c = samples.of(third);
    byte[] whole = samples.of(joined(first, second, third)).toBytes();

    assertThat(a.plus(b).plus(c).toBytes()).isEqualTo(whole);
    assertThat(a.plus(b.plus(c)).toBytes()).isEqualTo(whole);
    assertThat(c.plus(a).plus(b).toBytes()).isEqualTo(whole);
    assertThat(a.plus(b).toBytes()).isEqualTo(b.plus(a).toBytes());
  }

  private static List<Integer> joined(
      List<Integer> first, List<Integer> second, List<Integer> third) {
    return Stream.of(first, second, third).flatMap(List::stream).toList();
  }

  @Property(seed = "2", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void plus_empty_isNeutral(@ForAll Samples samples, @ForAll("values") List<Integer> values) {
    Summary some = samples.of(values);
    assertThat(some.plus(samples.empty()).toBytes()).isEqualTo(some.toBytes());
    assertThat(samples.empty().plus(some).toBytes()).isEqualTo(some.toBytes());
    assertThat(samples.empty().count()).isZero();
    assertThat(samples.empty().missing()).isZero();
    if (samples.subtracts()) {
      assertThat(some.minus(samples.empty()).toBytes()).isEqualTo(some.toBytes());
    }
  }

  @Property(seed = "3", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void add_anyOrderAndPartition_sameBytes(
      @ForAll Samples samples,
      @ForAll("values") List<Integer> values,
      @ForAll @IntRange(min = 1, max = 8) int parts,
      @ForAll Random random) {
    byte[] whole = samples.of(values).toBytes();
    List<Accumulator> accumulators =
        Stream.generate(samples::accumulator)
            .limit(parts)
            .collect(ArrayList::new, List::add, List::addAll);
    List<Integer> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(number -> samples.add(accumulators.get(random.nextInt(parts)), number));

    Summary sum = samples.empty();
    Accumulator merged = samples.accumulator();
    for (Accumulator part : accumulators) {
      sum = sum.plus(part.build());
      merged.add(part.build());
    }

    assertThat(sum.toBytes()).isEqualTo(whole);
    assertThat(merged.build().toBytes()).isEqualTo(whole);
  }

  @Property(seed = "4", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void add_summaryBetweenValues_equalsWhole(
      @ForAll Samples samples,
      @ForAll("values") List<Integer> before,
      @ForAll("values") List<Integer> partial,
      @ForAll("values") List<Integer> after) {
    Accumulator mixed = samples.accumulator();
    before.forEach(number -> samples.add(mixed, number));
    mixed.add(samples.of(partial));
    mixed.build();
    after.forEach(number -> samples.add(mixed, number));
    assertThat(mixed.build()).isEqualTo(samples.of(joined(before, partial, after)));
  }

  @Property(seed = "5", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void minus_part_leavesTheRest(
      @ForAll("subtracting") Samples samples,
      @ForAll("values") List<Integer> first,
      @ForAll("values") List<Integer> second,
      @ForAll("values") List<Integer> third) {
    Summary a = samples.of(first);
    Summary b = samples.of(second);
    Summary rest = a.plus(b).minus(b);
    if (a instanceof LogHistogram expected) {
      assertSameButExtremes((LogHistogram) rest, expected);
    } else {
      assertThat(rest.toBytes()).isEqualTo(a.toBytes());
    }
    Summary c = samples.of(third);
    if (b.count() > 0 && c.count() > 0) {
      assertThat(a.plus(c).minus(c)).as("the rest alone decides the bytes").isEqualTo(rest);
    }
    assertThat(a.plus(b).minus(b).minus(a)).isEqualTo(samples.empty());
    assertThat(Summary.fromBytes(rest.toBytes())).isEqualTo(rest);
  }

  private static void assertSameButExtremes(LogHistogram actual, LogHistogram expected) {
    assertThat(actual.buckets()).isEqualTo(expected.buckets());
    assertThat(actual.counts()).isEqualTo(expected.counts());
    assertThat(actual.sum()).isEqualTo(expected.sum());
    assertThat(actual.variance()).isEqualTo(Double.valueOf(expected.variance()));
    assertThat(actual.missing()).isEqualTo(expected.missing());
    if (expected.count() > 0) {
      assertThat(actual.min()).isLessThanOrEqualTo(expected.min());
      assertThat(actual.max()).isGreaterThanOrEqualTo(expected.max());
    }
  }

  @Property(seed = "6", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void minus_moreThanThereIs_throws(
      @ForAll("subtracting") Samples samples,
      @ForAll("values") List<Integer> part,
      @ForAll @IntRange(max = 999) int more) {
    Summary a = samples.of(part);
    Summary whole = a.plus(samples.of(List.of(more)));
    assertThatThrownBy(() -> a.minus(whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be part of this one");
  }

  @Property(seed = "7", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void fromBytes_written_isEqual(@ForAll Samples samples, @ForAll("values") List<Integer> values) {
    Summary some = samples.of(values);
    Summary read = Summary.fromBytes(some.toBytes());
    assertThat(read).isEqualTo(some).hasSameHashCodeAs(some).hasToString(some.toString());
    assertThat(read.toBytes()).isEqualTo(some.toBytes());
    assertThat(read.definition()).isEqualTo(samples.empty().definition());
  }

  @Property(seed = "8", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void equals_anyTwo_asTheirBytes(
      @ForAll Samples samples,
      @ForAll("repeated") List<Integer> first,
      @ForAll("repeated") List<Integer> second) {
    Summary a = samples.of(first);
    Summary b = samples.of(second);
    assertThat(a.equals(b)).isEqualTo(Arrays.equals(a.toBytes(), b.toBytes()));
    if (a.equals(b)) {
      assertThat(a).hasSameHashCodeAs(b);
    }
  }

  @Property(seed = "9", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void count_anyValues_addsUpWithMissing(
      @ForAll Samples samples, @ForAll("values") List<Integer> values) {
    Summary some = samples.of(values);
    assertThat(some.count()).isNotNegative();
    assertThat(some.missing()).isNotNegative();
    assertThat(some.count() + some.missing()).isEqualTo(values.size());
  }

  @Property(seed = "10", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void plus_otherDefinition_throwsWithBothNames(@ForAll Samples samples, @ForAll Samples other) {
    String mine = samples.empty().definition();
    String theirs = other.empty().definition();
    if (mine.equals(theirs)) {
      assertThat(samples.empty().plus(other.empty())).isEqualTo(samples.empty());
      return;
    }
    assertThat(samples.empty()).isNotEqualTo(other.empty());
    assertThatThrownBy(() -> samples.empty().plus(other.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(mine, theirs);
    assertThatThrownBy(() -> samples.accumulator().add(other.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(mine, theirs);
  }

  @Property(seed = "11", edgeCases = EdgeCasesMode.NONE, tries = 200)
  void retainedBytes_moreValues_doesNotShrink(
      @ForAll Samples samples, @ForAll("values") List<Integer> values) {
    Accumulator accumulator = samples.accumulator();
    long before = accumulator.retainedBytes();
    assertThat(before).isBetween(16L, 20_000L);
    accumulator.add(samples.of(values));
    assertThat(accumulator.retainedBytes()).isGreaterThanOrEqualTo(before);
  }
}
