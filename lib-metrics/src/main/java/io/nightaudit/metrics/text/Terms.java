package io.nightaudit.metrics.text;

/**
 * Names terms: a term is a lower-cased word or a pair of neighbouring words, known by a 32-bit
 * hash.
 *
 * <p>The word hash is FNV-1a over lower-cased code points (both apostrophes as {@code '}, variation
 * selectors left out), then the finaliser of MurmurHash3. A word of digits only is replaced by a
 * placeholder for its length, so that identifiers do not flood the vocabulary: {@code #1}, {@code
 * #2}, {@code #3}, {@code #4}, {@code #5} (5 to 8 digits), {@code #9} (9 and more).
 *
 * <p>Source: Fowler, Noll, Vo and Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
 */
public final class Terms {
  static final int SEED = 0x811C9DC5;
  private static final int PRIME = 0x01000193;
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
    int hash = SEED;
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
    return pair(hash(first), hash(second));
  }

  /** Bucket of a term hash, 0 to {@code buckets} − 1: the unsigned remainder. */
  public static int bucket(int hash, int buckets) {
    if (buckets < 1) {
      throw new IllegalArgumentException("buckets must be at least 1. Provided value: " + buckets);
    }
    return Integer.remainderUnsigned(hash, buckets);
  }

  static int step(int hash, int lowered) {
    return (hash ^ lowered) * PRIME;
  }

  /** Adds one code point of any case. */
  static int fold(int hash, int codePoint) {
    if (codePoint == VARIATION_SELECTOR) {
      return hash;
    }
    return step(hash, codePoint == 0x2019 ? '\'' : UnicodeTable.lower(codePoint));
  }

  static int finish(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }

  static int placeholder(int digits) {
    return PLACEHOLDERS[Math.min(digits, LONG)];
  }

  static int pair(int first, int second) {
    int mixed = (first * 0x9E3779B1 + Integer.rotateLeft(second, 15)) * 0x85EBCA6B;
    return mixed ^ mixed >>> 15;
  }
}
