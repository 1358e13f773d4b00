package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * A small open-addressing map from a 16-bit bucket to a positive count.
 *
 * <p>Hundreds of thousands of these live at once, and most steps of a pass wait for the memory of
 * one of them, so it starts with 8 slots and a slot has four bytes: the bucket, and 16 bits of the
 * count, which are 0 where a slot is free.
 */
final class BucketCounter {
  private static final int FIRST_CAPACITY = 8;
  private static final int COUNT = 0xFFFF;

  private int[] slots = new int[FIRST_CAPACITY];
  private final CarriedCounts carried = new CarriedCounts();
  private int size;

  /** Adds to the count of a bucket, of which the lower 16 bits are kept. */
  void add(int bucket, long count) {
    int key = bucket & 0xFFFF;
    int slot = slot(key);
    if (slots[slot] == 0) {
      if (count == 0) {
        return;
      }
      if (size >= slots.length - slots.length / 4) {
        grow();
        slot = slot(key);
      }
      size++;
    }
    if (count == 1 && (slots[slot] & COUNT) != COUNT) {
      slots[slot] = (key << 16 | slots[slot] & COUNT) + 1;
    } else {
      set(slot, key, Require.sum(count(slot), count, "values of a bucket"));
    }
  }

  /** One stays in the slot, so that it does not look free, and the rest is carried. */
  private void set(int slot, int key, long count) {
    int low = count <= COUNT ? (int) count : 1;
    slots[slot] = key << 16 | low;
    carried.set(key, count - low);
  }

  private long count(int slot) {
    int entry = slots[slot];
    return entry == 0 ? 0 : (entry & COUNT) + carried.of(entry >>> 16);
  }

  private int slot(int key) {
    int[] table = slots;
    int mask = table.length - 1;
    // Fibonacci hashing: neighbouring buckets land far apart.
    int slot = (key * 0x9E3779B1 >>> 16) & mask;
    while (table[slot] != 0 && table[slot] >>> 16 != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[old.length * 2];
    for (int entry : old) {
      if (entry != 0) {
        slots[slot(entry >>> 16)] = entry;
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
    for (int entry : slots) {
      if (entry != 0) {
        sorted[position++] = signed ? entry >> 16 : entry >>> 16;
      }
    }
    Arrays.sort(sorted);
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = count(slot(sorted[i] & 0xFFFF));
    }
    return new SparseCounts(sorted, values);
  }

  long retainedBytes() {
    return 32 + 16 + 4L * slots.length + carried.retainedBytes();
  }
}
