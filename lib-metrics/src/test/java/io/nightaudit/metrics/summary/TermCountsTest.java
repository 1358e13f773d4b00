package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermCountsTest {

  private static TermCounts of(int buckets, int[]... documents) {
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(buckets);
    Arrays.stream(documents).forEach(hashes -> accumulator.addDocument(hashes, hashes.length));
    return accumulator.build();
  }

  @Test
  void addDocument_collidingHashes_countOncePerDocument() {
    TermCounts counts = of(8, new int[] {1, 9, 17, -1}, new int[] {1, 2}, new int[0]);
    assertThat(counts.count()).isEqualTo(3);
    assertThat(counts.documents(1)).isEqualTo(2);
    assertThat(counts.documents(2)).isEqualTo(1);
    assertThat(counts.documents(7)).isEqualTo(1);
    assertThat(counts.documents(0)).isZero();
    assertThatThrownBy(() -> counts.documents(8)).hasMessageContaining("0 to 7");
  }

  @Test
  void addDocument_length_limitsTheHashesRead() {
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(8);
    accumulator.addDocument(new int[] {1, 2, 3}, 2);
    assertThat(accumulator.build().documents(3)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 4_096, 65_536})
  void addDocument_randomDocuments_equalsPlainCount(int buckets) {
    Random random = new Random(6);
    long[] expected = new long[buckets];
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(buckets);
    for (int document = 0; document < 200; document++) {
      int[] hashes = random.ints(300).toArray();
      accumulator.addDocument(hashes, hashes.length);
      Arrays.stream(hashes)
          .map(hash -> hash & buckets - 1)
          .distinct()
          .forEach(bucket -> expected[bucket]++);
    }
    TermCounts counts = accumulator.build();
    for (int bucket = 0; bucket < buckets; bucket++) {
      assertThat(counts.documents(bucket)).isEqualTo(expected[bucket]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 131_072, -8})
  void accumulator_notPowerOfTwo_throws(int buckets) {
    assertThatThrownBy(() -> new TermCounts.Accumulator(buckets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("power of two")
        .hasMessageContaining(String.valueOf(buckets));
  }

  @Test
  void forEachPair_bothSides_ascending() {
    List<String> pairs = new ArrayList<>();
    of(8, new int[] {5, 1}, new int[] {5})
        .forEachPair(
            of(8, new int[] {0, 5, 7}),
            (bucket, mine, theirs) -> pairs.add(bucket + ":" + mine + ":" + theirs));
    assertThat(pairs).containsExactly("0:0:1", "1:1:0", "5:2:1", "7:0:1");
  }

  @Test
  void minus_moreDocumentsThanLeft_throws() {
    TermCounts two = of(8, new int[] {1}, new int[] {1});
    assertThatThrownBy(() -> two.minus(of(8, new int[0]))).hasMessageContaining("documents");
  }
}
