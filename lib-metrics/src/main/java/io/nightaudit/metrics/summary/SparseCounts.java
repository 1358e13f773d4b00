package io.nightaudit.metrics.summary;

import java.util.Arrays;

/** Positive counts by integer key, in ascending order of the key. */
final class SparseCounts {
  static final SparseCounts EMPTY = new SparseCounts(new int[0], new long[0]);

  private final int[] keys;
  private final long[] counts;

  /** Takes both arrays over; the keys ascend and the counts are positive. */
  SparseCounts(int[] keys, long[] counts) {
    this.keys = keys;
    this.counts = counts;
  }

  int size() {
    return keys.length;
  }

  int key(int position) {
    return keys[position];
  }

  long count(int position) {
    return counts[position];
  }

  long of(int key) {
    int position = Arrays.binarySearch(keys, key);
    return position < 0 ? 0 : counts[position];
  }

  long total() {
    long total = 0;
    for (long count : counts) {
      total = Require.sum(total, count, "values");
    }
    return total;
  }

  /** The largest count; 0 if empty. */
  long largest() {
    return Arrays.stream(counts).max().orElse(0);
  }

  int[] keys() {
    return keys.clone();
  }

  long[] counts() {
    return counts.clone();
  }

  SparseCounts plus(SparseCounts other) {
    Collector collector = new Collector(size() + other.size());
    forEachPair(
        other,
        (key, mine, theirs) -> collector.put(key, Require.sum(mine, theirs, "values of a bucket")));
    return collector.build();
  }

  SparseCounts minus(SparseCounts other) {
    Collector collector = new Collector(size() + other.size());
    forEachPair(
        other,
        (key, mine, theirs) ->
            collector.put(key, Require.remainder(mine, theirs, "bucket " + key)));
    return collector.build();
  }

  /** Visits every key that occurs on either side, ascending; a count that is absent is 0. */
  void forEachPair(SparseCounts other, TermCounts.PairConsumer consumer) {
    int left = 0;
    int right = 0;
    while (left < size() || right < other.size()) {
      boolean hasLeft = right == other.size() || (left < size() && keys[left] <= other.keys[right]);
      boolean hasRight =
          left == size() || (right < other.size() && other.keys[right] <= keys[left]);
      int key = hasLeft ? keys[left] : other.keys[right];
      consumer.accept(key, hasLeft ? counts[left++] : 0, hasRight ? other.counts[right++] : 0);
    }
  }

  /** The keys of either side, ascending. */
  int[] union(SparseCounts other) {
    int[] union = new int[size() + other.size()];
    int[] size = new int[1];
    forEachPair(other, (key, mine, theirs) -> union[size[0]++] = key);
    return Arrays.copyOf(union, size[0]);
  }

  /** The counts of both sides at each key of the union. */
  long[][] align(SparseCounts other) {
    int[] union = union(other);
    return new long[][] {at(union), other.at(union)};
  }

  private long[] at(int[] wanted) {
    return Arrays.stream(wanted).mapToLong(this::of).toArray();
  }

  ByteWriter write(ByteWriter writer) {
    writer.number(size());
    int previous = 0;
    for (int i = 0; i < size(); i++) {
      writer.signed((long) keys[i] - previous).number(counts[i]);
      previous = keys[i];
    }
    return writer;
  }

  static SparseCounts read(ByteReader reader, int smallestKey, int largestKey) {
    int size = reader.entries(2, "the number of buckets");
    int[] keys = new int[size];
    long[] counts = new long[size];
    long key = 0;
    for (int i = 0; i < size; i++) {
      long step = reader.signed("a bucket");
      reader.require(Math.abs(step) <= 1 << 20 && (i == 0 || step > 0), "a bucket");
      key += step;
      reader.require(key >= smallestKey && key <= largestKey, "a bucket");
      keys[i] = (int) key;
      counts[i] = reader.positive("the count of a bucket");
    }
    return new SparseCounts(keys, counts);
  }

  /** Collects counts whose keys arrive in ascending order and drops zeros. */
  static final class Collector {
    private final int[] keys;
    private final long[] counts;
    private int size;

    Collector(int capacity) {
      keys = new int[capacity];
      counts = new long[capacity];
    }

    void put(int key, long count) {
      if (count != 0) {
        keys[size] = key;
        counts[size++] = count;
      }
    }

    SparseCounts build() {
      return new SparseCounts(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }
  }
}
