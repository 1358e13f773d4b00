package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * 4,096 registers that keep the largest rank put into each, 0 to 53.
 *
 * <p>An entry is {@code index · 64 + rank}. Few entries live in an open-addressing table, in which
 * 0 marks a free slot; many in one byte per register.
 */
final class Registers {
  static final int SIZE = 4096;
  static final int LARGEST_RANK = 53;
  private static final int FIRST_CAPACITY = 8;
  private static final int LARGEST_CAPACITY = SIZE / Integer.BYTES;

  private int[] sparse = new int[FIRST_CAPACITY];
  private int used;
  private byte[] dense;

  void put(int index, int rank) {
    if (dense != null) {
      dense[index] = (byte) Math.max(dense[index], rank);
      return;
    }
    int slot = slot(index);
    if (sparse[slot] == 0 && ++used > sparse.length / 2) {
      grow();
      put(index, rank);
      return;
    }
    sparse[slot] = Math.max(sparse[slot], index << 6 | rank);
  }

  private int slot(int index) {
    int mask = sparse.length - 1;
    int slot = index & mask;
    while (sparse[slot] != 0 && sparse[slot] >>> 6 != index) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] entries = entries();
    used = 0;
    if (sparse.length * 2 > LARGEST_CAPACITY) {
      dense = new byte[SIZE];
      sparse = null;
    } else {
      sparse = new int[sparse.length * 2];
    }
    for (int entry : entries) {
      put(entry >>> 6, entry & 63);
    }
  }

  /** The registers in use, ascending. */
  int[] entries() {
    int[] entries =
        dense == null ? Arrays.stream(sparse).filter(entry -> entry != 0).toArray() : ofDense();
    Arrays.sort(entries);
    return entries;
  }

  private int[] ofDense() {
    int[] entries = new int[SIZE];
    int size = 0;
    for (int index = 0; index < SIZE; index++) {
      if (dense[index] != 0) {
        entries[size++] = index << 6 | dense[index];
      }
    }
    return Arrays.copyOf(entries, size);
  }

  long retainedBytes() {
    return 24 + 16 + (dense == null ? 4L * sparse.length : dense.length);
  }
}
