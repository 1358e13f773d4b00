package io.nightaudit.metrics.text;

import java.util.Arrays;

/**
 * Length of the longest common subsequence of two sequences of names, in time proportional to the
 * product of their lengths / 64 and memory to their sum.
 *
 * <p>A bit of the row is 0 where the length grows. Source: Hyyrö, "Bit-parallel LCS-length
 * computation revisited", AWOCA 2004.
 */
final class CommonSubsequence {
  private final int[] pattern;
  private final int words;

  /** Where the positions of a name begin in {@link #positions}; they end where the next begin. */
  private final int[] starts;

  private final int[] positions;

  /** Masks of names too frequent to be set bit by bit; there are at most 64. */
  private final long[][] masks;

  private final long[] scratch;

  private CommonSubsequence(int[] pattern, int names) {
    this.pattern = pattern;
    words = pattern.length + Long.SIZE - 1 >>> 6;
    starts = new int[names + 1];
    positions = new int[pattern.length];
    masks = new long[names][];
    scratch = new long[words];
    index(names);
  }

  /** The length for two sequences of names from 0 (inclusive) to {@code names} (exclusive). */
  static int length(int[] first, int[] second, int names) {
    return first.length < second.length
        ? new CommonSubsequence(first, names).with(second)
        : new CommonSubsequence(second, names).with(first);
  }

  private void index(int names) {
    for (int name : pattern) {
      starts[name + 1]++;
    }
    for (int name = 0; name < names; name++) {
      starts[name + 1] += starts[name];
    }
    int[] next = Arrays.copyOf(starts, names);
    for (int position = 0; position < pattern.length; position++) {
      positions[next[pattern[position]]++] = position;
    }
    for (int name = 0; name < names; name++) {
      if (starts[name + 1] - starts[name] > words) {
        masks[name] = new long[words];
        flip(name, masks[name]);
      }
    }
  }

  private void flip(int name, long[] mask) {
    for (int index = starts[name]; index < starts[name + 1]; index++) {
      mask[positions[index] >>> 6] ^= 1L << positions[index];
    }
  }

  private int with(int[] text) {
    long[] row = new long[words];
    Arrays.fill(row, -1L);
    for (int name : text) {
      if (masks[name] != null) {
        step(row, masks[name]);
      } else if (starts[name] < starts[name + 1]) {
        flip(name, scratch);
        step(row, scratch);
        flip(name, scratch);
      }
    }
    int grown = 0;
    for (long word : row) {
      grown += Long.bitCount(~word);
    }
    return grown;
  }

  /** row = (row + (row & mask)) | (row & ~mask), with the carry from word to word. */
  private static void step(long[] row, long[] mask) {
    long carry = 0;
    for (int word = 0; word < row.length; word++) {
      long old = row[word];
      long matching = old & mask[word];
      long sum = old + matching + carry;
      carry = (matching | old & ~sum) >>> 63;
      row[word] = sum | old & ~mask[word];
    }
  }
}
