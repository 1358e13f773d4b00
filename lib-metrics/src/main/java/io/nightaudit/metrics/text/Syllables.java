package io.nightaudit.metrics.text;

/**
 * Estimates the syllables of an English word: its groups of vowels (y included), less one for a
 * final silent e (not after l or another vowel), at least one.
 */
final class Syllables {
  private Syllables() {}

  static boolean isVowel(int lower) {
    return switch (lower) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
      default -> false;
    };
  }

  /** Syllables of a word of so many groups of vowels that ends in two lower-case characters. */
  static int count(int groups, int beforeLast, int last) {
    if (groups <= 1) {
      return 1;
    }
    boolean silent = last == 'e' && beforeLast != 'l' && !isVowel(beforeLast);
    return silent ? groups - 1 : groups;
  }
}
