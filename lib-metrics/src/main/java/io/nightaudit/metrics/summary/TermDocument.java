package io.nightaudit.metrics.summary;

/**
 * The distinct buckets of one document's terms, found once for all groups that the document is
 * counted in; reused, each {@link #take} overwrites the document before it.
 */
public final class TermDocument {
  private final int buckets;

  /** One bit per bucket, set while the terms of one document are taken. */
  private final long[] seen;

  private int[] distinct = {};
  private int size;

  /** Documents of terms in so many buckets, a power of two from 2 to 65,536. */
  public TermDocument(int buckets) {
    this.buckets = TermCounts.checkBuckets(buckets);
    this.seen = new long[Math.max(1, buckets / Long.SIZE)];
  }

  /**
   * Takes the terms of a document.
   *
   * @param hashes hashes of its terms, in any order; only their lower bits are used
   * @param length how many of the hashes to read; 0 is a document without terms
   */
  public void take(int[] hashes, int length) {
    if (distinct.length < length) {
      distinct = new int[Math.max(length, 2 * distinct.length)];
    }
    int mask = buckets - 1;
    int count = 0;
    for (int i = 0; i < length; i++) {
      int bucket = hashes[i] & mask;
      int word = bucket >>> 6;
      distinct[count] = bucket;
      // Whether the bucket is new cannot be foreseen, so it is added without a branch.
      count += (int) (~seen[word] >>> bucket) & 1;
      seen[word] |= 1L << bucket;
    }
    for (int i = 0; i < count; i++) {
      seen[distinct[i] >>> 6] = 0;
    }
    size = count;
  }

  /** Number of buckets, a power of two. */
  public int buckets() {
    return buckets;
  }

  int[] distinct() {
    return distinct;
  }

  int size() {
    return size;
  }
}
