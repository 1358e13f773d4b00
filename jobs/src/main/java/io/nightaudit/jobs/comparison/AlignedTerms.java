package io.nightaudit.jobs.comparison;

import java.util.Arrays;

/** Document counts of two nights over the buckets that either uses, in growing arrays. */
final class AlignedTerms {
  private static final int FIRST_SIZE = 1_024;

  private int[] buckets = new int[FIRST_SIZE];
  private long[] first = new long[FIRST_SIZE];
  private long[] second = new long[FIRST_SIZE];
  private int size;

  void add(int bucket, long mine, long theirs) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
    }
    buckets[size] = bucket;
    first[size] = mine;
    second[size++] = theirs;
  }

  int[] buckets() {
    return Arrays.copyOf(buckets, size);
  }

  long[] first() {
    return Arrays.copyOf(first, size);
  }

  long[] second() {
    return Arrays.copyOf(second, size);
  }
}
