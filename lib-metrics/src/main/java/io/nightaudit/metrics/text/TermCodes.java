package io.nightaudit.metrics.text;

import java.util.List;
import java.util.Optional;

/**
 * Gives every word of the public list a bucket of its own, so that a bucket can be named without a
 * doubt: the code of a listed word has its position in the low 11 bits and ones above; the code of
 * any other term is its hash with bit 11 cleared, so that it never falls into such a bucket. Holds
 * for 4,096 buckets and every larger power of two.
 */
final class TermCodes {
  private static final int POSITION_BITS = 11;
  private static final int LISTED = -1 << POSITION_BITS;
  private static final int OTHER = ~(1 << POSITION_BITS);
  private static final int LEAST_BUCKETS = 2 << POSITION_BITS;
  private static final int SLOTS = 8_192;
  private static final int MULTIPLIER = 0x9E3779B1;
  private static final int SHIFT = 19;

  private static final List<String> WORDS = new WordList().words();
  private static final int[] HASHES = new int[SLOTS];
  private static final short[] POSITIONS = new short[SLOTS];

  static {
    if (WORDS.size() > 1 << POSITION_BITS) {
      throw new IllegalStateException(
          WORDS.size() + " words are listed, " + (1 << POSITION_BITS) + " have a bucket");
    }
    for (int position = 0; position < WORDS.size(); position++) {
      int slot = free(Terms.raw(WORDS.get(position)));
      HASHES[slot] = Terms.raw(WORDS.get(position));
      POSITIONS[slot] = (short) (position + 1);
    }
  }

  private TermCodes() {}

  private static int free(int hash) {
    int slot = slot(hash);
    while (POSITIONS[slot] != 0) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private static int slot(int hash) {
    return hash * MULTIPLIER >>> SHIFT;
  }

  /** The code of a term by the hash of its letters. */
  static int of(int hash) {
    int slot = slot(hash);
    while (POSITIONS[slot] != 0) {
      if (HASHES[slot] == hash) {
        return LISTED | POSITIONS[slot] - 1;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return hash & OTHER;
  }

  /** Whether the hash of some letters is that of a listed word. */
  static boolean isListed(int hash) {
    return of(hash) >>> POSITION_BITS == LISTED >>> POSITION_BITS;
  }

  /** The only term that can fall into a bucket, if it is a listed word. */
  static Optional<String> name(int bucket, int buckets) {
    int position = bucket & ~LISTED;
    boolean listed = (bucket | -buckets) == (LISTED | position);
    return buckets >= LEAST_BUCKETS && listed && position < WORDS.size()
        ? Optional.of(WORDS.get(position))
        : Optional.empty();
  }
}
