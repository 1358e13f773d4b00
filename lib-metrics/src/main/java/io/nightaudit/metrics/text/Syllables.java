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

  /** Syllables of the ASCII word between two positions that has so many groups of vowels. */
  static int count(byte[] buffer, int start, int end, int groups) {
    if (groups <= 1) {
      return 1;
    }
    int last = buffer[end - 1] | 0x20;
    int before = buffer[end - 2] | 0x20;
    boolean silent = last == 'e' && before != 'l' && !isVowel(before);
    return silent ? groups - 1 : groups;
  }
}
