package io.nightaudit.metrics.text;

import java.util.Arrays;

/** Collects the distinct terms and the repeated runs of four words of one text. */
final class WordTerms {
  /**
   * Terms and repetition are taken from so many words; a longer text is judged by its beginning.
   */
  static final int WORD_LIMIT = 65_536;

  private static final int RUN = 4;
  private final HashSet32 terms = new HashSet32();
  private final HashSet32 runs = new HashSet32();
  private int[] sequence = new int[512];
  private int[] codes = new int[1_024];
  private int[] occurring = new int[1_024];
  private int words;
  private int expected;

  /** How many pairs up to the current word were known; a repeated run has three such pairs. */
  private int knownPairs;

  private boolean mayRepeat;

  /** Starts a text of so many bytes. */
  void clear(int bytes) {
    expected = Math.min(bytes / RUN, WORD_LIMIT);
    terms.clear(2 * expected);
    words = 0;
    knownPairs = 0;
    mayRepeat = false;
  }

  void add(int hash) {
    int position = words;
    if (position == WORD_LIMIT) {
      return;
    }
    if (position == sequence.length) {
      sequence = Arrays.copyOf(sequence, 2 * position);
    }
    sequence[position] = hash;
    words = position + 1;
    terms.add(hash);
    if (position > 0) {
      boolean added = terms.add(Terms.pair(sequence[position - 1], hash));
      knownPairs = added ? 0 : knownPairs + 1;
      mayRepeat |= knownPairs >= RUN - 1;
    }
  }

  /** Hash of the word at a position, 0 if there is none. */
  int word(int position) {
    return position < words ? sequence[position] : 0;
  }

  /** The codes of the distinct terms; only the first {@link #count()} entries count. */
  int[] hashes() {
    int size = terms.size();
    if (codes.length < size) {
      codes = new int[Math.max(size, 2 * codes.length)];
    }
    int[] items = terms.items();
    for (int i = 0; i < size; i++) {
      codes[i] = TermCodes.of(items[i]);
    }
    return codes;
  }

  int count() {
    return terms.size();
  }

  /** The codes of all terms as often as they occur; the first {@link #occurrences()} count. */
  int[] occurring() {
    if (occurring.length < occurrences()) {
      occurring = new int[Math.max(occurrences(), 2 * occurring.length)];
    }
    for (int position = 0; position < words; position++) {
      occurring[2 * position] = TermCodes.of(sequence[position]);
      if (position > 0) {
        int pair = Terms.pair(sequence[position - 1], sequence[position]);
        occurring[2 * position - 1] = TermCodes.of(pair);
      }
    }
    return occurring;
  }

  int occurrences() {
    return Math.max(0, 2 * words - 1);
  }

  /** How many of the words the public list does not have. */
  long unlisted() {
    long unlisted = 0;
    for (int position = 0; position < words; position++) {
      unlisted += TermCodes.isListed(sequence[position]) ? 0 : 1;
    }
    return unlisted;
  }

  double repetition() {
    if (!mayRepeat) {
      return 0;
    }
    runs.clear(expected);
    int last = words - RUN;
    for (int start = 0; start <= last; start++) {
      int first = Terms.pair(sequence[start], sequence[start + 1]);
      int second = Terms.pair(sequence[start + 2], sequence[start + 3]);
      runs.add(Terms.pair(first, second));
    }
    return 1 - (double) runs.size() / (last + 1);
  }
}
