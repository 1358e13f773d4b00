package io.nightaudit.metrics.text;

import java.util.Arrays;

/**
 * Distinct 32-bit hashes in order of first appearance; emptied in constant time.
 *
 * <p>A slot holds the number of the text that wrote it beside the hash, so slots of earlier texts
 * count as free. A small text uses only a small part of the slots, which stays in the cache.
 */
final class HashSet32 {
  private static final int SMALLEST = 256;
  private long[] slots = new long[4 * SMALLEST];
  private int[] items = new int[2 * SMALLEST];
  private int mask;
  private int size;
  private long epoch;

  /** Empties the set and prepares it for about so many hashes. */
  void clear(int expected) {
    size = 0;
    use(Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected)) << 2));
  }

  /** Adds a hash and tells whether it is new. */
  boolean add(int hash) {
    long[] table = slots;
    long entry = epoch | hash & 0xFFFFFFFFL;
    int index = hash & mask;
    for (long slot = table[index]; slot != entry; slot = table[index]) {
      if ((slot ^ entry) >>> 32 != 0) {
        table[index] = entry;
        append(hash);
        return true;
      }
      index = index + 1 & mask;
    }
    return false;
  }

  int size() {
    return size;
  }

  /** The hashes; only the first {@link #size()} entries count. */
  int[] items() {
    return items;
  }

  private void append(int hash) {
    items[size++] = hash;
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    if (2 * size > mask) {
      rehash();
    }
  }

  private void rehash() {
    int count = size;
    size = 0;
    use(2 * (mask + 1));
    for (int index = 0; index < count; index++) {
      add(items[index]);
    }
  }

  private void use(int capacity) {
    mask = capacity - 1;
    if (slots.length < capacity) {
      slots = new long[capacity];
    }
    epoch += 1L << 32;
    if (epoch == 0) {
      Arrays.fill(slots, 0);
      epoch = 1L << 32;
    }
  }
}
