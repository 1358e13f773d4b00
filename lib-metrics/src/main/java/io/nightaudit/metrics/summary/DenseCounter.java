package io.nightaudit.metrics.summary;

/** A count for each of up to 65,536 buckets, in two bytes each, so that many stay in the cache. */
final class DenseCounter {
  private final char[] lows;
  private final CarriedCounts carried = new CarriedCounts();

  DenseCounter(int buckets) {
    lows = new char[buckets];
  }

  DenseCounter(int buckets, SparseCounts counts) {
    this(buckets);
    for (int i = 0; i < counts.size(); i++) {
      add(counts.key(i), counts.count(i));
    }
  }

  void add(int bucket, long number) {
    set(bucket, Require.sum(count(bucket), number, "values of a bucket"));
  }

  /** Adds one to each of the first so many buckets, which differ. */
  void addEach(int[] buckets, int size) {
    char[] counts = lows;
    for (int i = 0; i < size; i++) {
      int bucket = buckets[i];
      if (++counts[bucket] == 0) {
        long more = 1L << Character.SIZE;
        carried.set(bucket, Require.sum(carried.of(bucket), more, "values of a bucket"));
      }
    }
  }

  private void set(int bucket, long count) {
    lows[bucket] = (char) count;
    carried.set(bucket, count - lows[bucket]);
  }

  private long count(int bucket) {
    return lows[bucket] + carried.of(bucket);
  }

  SparseCounts counts() {
    SparseCounts.Collector collector = new SparseCounts.Collector(lows.length);
    for (int bucket = 0; bucket < lows.length; bucket++) {
      collector.put(bucket, count(bucket));
    }
    return collector.build();
  }

  long retainedBytes() {
    return 24 + 16 + 2L * lows.length + carried.retainedBytes();
  }
}
