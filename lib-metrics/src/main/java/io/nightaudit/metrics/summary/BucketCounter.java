package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * A small open-addressing map from a 16-bit bucket to a positive count.
 *
 * <p>Hundreds of thousands of these live at once, so it starts with 8 slots of 10 bytes. A count of
 * 0 marks a free slot.
 */
final class BucketCounter {
  private static final int FIRST_CAPACITY = 8;

  private char[] keys = new char[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private int size;

  /** Adds to the count of a bucket, of which the lower 16 bits are kept. */
  void add(int bucket, long count) {
    char key = (char) bucket;
    int slot = slot(key);
    if (counts[slot] == 0) {
      if (count == 0) {
        return;
      }
      if (size >= counts.length - counts.length / 4) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    counts[slot] = Math.addExact(counts[slot], count);
  }

  private int slot(char key) {
    int mask = counts.length - 1;
    // Fibonacci hashing: neighbouring buckets land far apart.
    int slot = (key * 0x9E3779B1 >>> 16) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    char[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new char[oldKeys.length * 2];
    counts = new long[oldCounts.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  int size() {
    return size;
  }

  /** The counts by bucket, which are read as 16 bits with sign. */
  SparseCounts signedCounts() {
    return counts(true);
  }

  /** The counts by bucket, which are read as 16 bits without sign. */
  SparseCounts unsignedCounts() {
    return counts(false);
  }

  private SparseCounts counts(boolean signed) {
    int[] sorted = new int[size];
    int position = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        sorted[position++] = signed ? (short) keys[i] : keys[i];
      }
    }
    Arrays.sort(sorted);
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = counts[slot((char) sorted[i])];
    }
    return new SparseCounts(sorted, values);
  }

  long retainedBytes() {
    return 24 + 2 * 16 + 10L * keys.length;
  }
}
