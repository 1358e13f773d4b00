package io.nightaudit.metrics.text;

/**
 * Names the distinct n-grams of one order by the numbers 0, 1, 2, … in order of first appearance.
 *
 * <p>An n-gram is known by the name of its beginning, which is one shorter, and its last symbol: 64
 * bits that two different n-grams never share, so no hash decides whether they are equal.
 */
final class NgramNames {
  /** Stands for an n-gram that was never added. */
  static final int UNKNOWN = -1;

  private static final int SMALLEST = 16;
  private long[] keys = new long[SMALLEST];

  /** One more than the name, 0 for a free slot. */
  private int[] slots = new int[SMALLEST];

  private int size;

  /** How many n-grams are named. */
  int size() {
    return size;
  }

  /**
   * Names every n-gram of a text.
   *
   * @param beginnings names of the n-grams one shorter by position; of order 1 all 0
   */
  int[] add(int[] beginnings, int[] symbols, int order) {
    int[] names = new int[Math.max(0, symbols.length - order + 1)];
    for (int position = 0; position < names.length; position++) {
      names[position] = add(key(beginnings[position], symbols[position + order - 1]));
    }
    return names;
  }

  /** As {@link #add(int[], int[], int)}, but n-grams never added stay {@link #UNKNOWN}. */
  int[] find(int[] beginnings, int[] symbols, int order) {
    int[] names = new int[Math.max(0, symbols.length - order + 1)];
    for (int position = 0; position < names.length; position++) {
      int beginning = beginnings[position];
      names[position] =
          beginning == UNKNOWN
              ? UNKNOWN
              : slots[slot(key(beginning, symbols[position + order - 1]))] - 1;
    }
    return names;
  }

  private static long key(int beginning, int symbol) {
    return (long) beginning << 32 | symbol & 0xFFFFFFFFL;
  }

  private int add(long key) {
    int slot = slot(key);
    if (slots[slot] == 0) {
      if (3L * size > 2L * keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      slots[slot] = ++size;
    }
    return slots[slot] - 1;
  }

  /** The slot of the key, or the free slot where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) mix(key) & mask;
    while (slots[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new long[2 * oldKeys.length];
    slots = new int[keys.length];
    for (int index = 0; index < oldKeys.length; index++) {
      if (oldSlots[index] != 0) {
        int slot = slot(oldKeys[index]);
        keys[slot] = oldKeys[index];
        slots[slot] = oldSlots[index];
      }
    }
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long key) {
    long mixed = (key ^ key >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
