package io.nightaudit.metrics.text;

/**
 * Names terms: a term is a lower-cased word or a pair of neighbouring words, known by a 32-bit
 * hash.
 *
 * <p>The word hash rotates 64 bits by five for each lower-cased code point and adds it without
 * carry (both apostrophes as {@code '}, variation selectors left out), then mixes by
 * multiplication. A word of digits only is replaced by a placeholder for its length, so that
 * identifiers do not flood the vocabulary: {@code #1}, {@code #2}, {@code #3}, {@code #4}, {@code
 * #5} (5 to 8 digits), {@code #9} (9 and more). A word of the public list has a code of its own in
 * place of the hash.
 *
 * <p>A hash is any of the 2^32 whole numbers; a bucket is from 0 to the number of buckets − 1.
 *
 * <ul>
 *   <li>Different terms may share a hash: by chance one pair in 2^32.
 *   <li>The empty string has a hash like any other word, though no text holds it; null fails.
 *   <li>Upper and lower case give the same hash; a pair depends on the order of its words.
 *   <li>Fewer than one bucket: refused.
 * </ul>
 *
 * <p>Source: K. Weinberger et al., Feature hashing, ICML 2009, arXiv 0902.2206.
 */
public final class Terms {
  static final long SEED = 1;
  private static final int LONGEST_EXACT = 4;
  private static final int LONG = 9;
  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int[] PLACEHOLDERS = new int[LONG + 1];

  static {
    for (int digits = 1; digits <= LONG; digits++) {
      int shown = digits > LONGEST_EXACT && digits < LONG ? LONGEST_EXACT + 1 : digits;
      PLACEHOLDERS[digits] = finish(step(step(SEED, '#'), '0' + shown));
    }
  }

  private Terms() {}

  /** Hash of a single word as {@link TextDescription#termHashes} gives it. */
  public static int hash(String word) {
    return TermCodes.of(raw(word));
  }

  /** Hash of the letters of a word. */
  static int raw(String word) {
    long hash = SEED;
    int digits = 0;
    int length = 0;
    for (int index = 0;
        index < word.length();
        index += Character.charCount(word.codePointAt(index))) {
      int codePoint = word.codePointAt(index);
      hash = fold(hash, codePoint);
      length++;
      int property = UnicodeTable.property(codePoint);
      digits += UnicodeTable.classOf(property) == UnicodeTable.DIGIT ? 1 : 0;
    }
    return length > 0 && digits == length ? placeholder(digits) : finish(hash);
  }

  /** Hash of a pair of neighbouring words as {@link TextDescription#termHashes} gives it. */
  public static int hash(String first, String second) {
    return TermCodes.of(pair(raw(first), raw(second)));
  }

  /** Bucket of a term hash, 0 to {@code buckets} − 1: the unsigned remainder. */
  public static int bucket(int hash, int buckets) {
    if (buckets < 1) {
      throw new IllegalArgumentException("buckets must be at least 1. Provided value: " + buckets);
    }
    return Integer.remainderUnsigned(hash, buckets);
  }

  static long step(long hash, int lowered) {
    return Long.rotateLeft(hash, 5) ^ lowered;
  }

  /** Adds one code point of any case. */
  static long fold(long hash, int codePoint) {
    if (codePoint == VARIATION_SELECTOR) {
      return hash;
    }
    return step(hash, codePoint == 0x2019 ? '\'' : UnicodeTable.lower(codePoint));
  }

  static int finish(long hash) {
    long mixed = hash * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> 32);
  }

  static int placeholder(int digits) {
    return PLACEHOLDERS[Math.min(digits, LONG)];
  }

  static int pair(int first, int second) {
    int mixed = (first * 0x9E3779B1 + Integer.rotateLeft(second, 15)) * 0x85EBCA6B;
    return mixed ^ mixed >>> 15;
  }
}
