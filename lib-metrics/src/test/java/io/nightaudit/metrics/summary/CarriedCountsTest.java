package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarriedCountsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 200_000})
  void bucketCounter_onesAcrossSixteenBits_areAllCounted(int number) {
    BucketCounter counter = new BucketCounter();
    for (int i = 0; i < number; i++) {
      counter.add(-3, 1);
    }
    counter.add(7, 1);

    SparseCounts counts = counter.signedCounts();

    assertThat(counts.keys()).containsExactly(-3, 7);
    assertThat(counts.counts()).containsExactly(number, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void denseCounter_onesAcrossSixteenBits_areAllCounted(int number) {
    DenseCounter counter = new DenseCounter(16);
    for (int i = 0; i < number; i++) {
      counter.addEach(new int[] {2, 15, 9}, 2);
    }

    assertThat(counter.counts().keys()).containsExactly(2, 15);
    assertThat(counter.counts().counts()).containsExactly(number, number);
  }

  @ParameterizedTest
  @ValueSource(longs = {65_535, 65_536, 1L << 40, Long.MAX_VALUE - 1})
  void add_largeCounts_areKeptOrOverflow(long count) {
    BucketCounter sparse = new BucketCounter();
    DenseCounter dense = new DenseCounter(8);
    sparse.add(5, count);
    sparse.add(5, 1);
    dense.add(5, count);
    dense.add(5, 1);

    assertThat(sparse.unsignedCounts().counts()).containsExactly(count + 1);
    assertThat(dense.counts().counts()).containsExactly(count + 1);
    assertThatThrownBy(() -> sparse.add(5, Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> dense.add(5, Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4_096, 65_536})
  void termDocument_reused_forgetsTheDocumentBefore(int buckets) {
    TermDocument document = new TermDocument(buckets);
    document.take(new int[] {1, 0, 1, 1, 0}, 5);
    assertThat(document.size()).isEqualTo(2);

    document.take(new int[] {1}, 1);

    assertThat(document.size()).isEqualTo(1);
    assertThat(document.distinct()[0]).isEqualTo(1);
  }
}
