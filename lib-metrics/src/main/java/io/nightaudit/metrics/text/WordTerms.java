package io.nightaudit.metrics.text;

/** Collects the distinct terms and the distinct runs of four words of one text. */
final class WordTerms {
  /**
   * Terms and repetition are taken from so many words; a longer text is judged by its beginning.
   */
  static final int WORD_LIMIT = 65_536;

  private static final int RUN = 4;
  private final HashSet32 terms = new HashSet32();
  private final HashSet32 runs = new HashSet32();
  private int words;
  private int previous;
  private int previousPair;
  private int earlierPair;

  /** Starts a text of so many bytes. */
  void clear(int bytes) {
    int expected = Math.min(bytes / 4, WORD_LIMIT);
    terms.clear(2 * expected);
    runs.clear(expected);
    words = 0;
  }

  void add(int hash) {
    if (words == WORD_LIMIT) {
      return;
    }
    words++;
    terms.add(hash);
    if (words > 1) {
      int pair = Terms.pair(previous, hash);
      terms.add(pair);
      if (words >= RUN) {
        runs.add(Terms.pair(earlierPair, pair));
      }
      earlierPair = previousPair;
      previousPair = pair;
    }
    previous = hash;
  }

  int[] hashes() {
    return terms.items();
  }

  int count() {
    return terms.size();
  }

  double repetition() {
    return words < RUN ? 0 : 1 - (double) runs.size() / (words - RUN + 1);
  }
}
