package io.nightaudit.metrics.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What words and groups of three letters say about the language: a set of languages, a bit each,
 * and a weight that falls with the size of the set.
 *
 * <p>A group holds three letters of a listed word, its beginning and end marked by a blank.
 */
final class LanguageWords {
  /** Before the first letter of a word and after the last one. */
  static final long BLANK = ' ';

  private static final long SEED = 1;
  private static final int LETTER_BITS = 21;
  private static final long GROUP = (1L << 3 * LETTER_BITS) - 1;

  /** Distinguishes groups from words in the one table. */
  private static final long WORD = 1L << 63;

  private static final int GROUP_WEIGHT = 12;

  /** Letters behind this count by themselves too. */
  static final int LAST_ASCII = 0x7F;

  /** Groups of more languages than this say nothing. */
  private static final int GROUP_LANGUAGES = 4;

  private static final int[] WORD_WEIGHTS = {0, 24, 36, 48, 48, 60};

  static final LanguageWords SHIPPED = new LanguageWords(TextResource.lines("language-words.txt"));

  private final String[] codes;
  private final long[] keys;
  private final int[] languages;
  private final int[] weights;
  private final int mask;

  private LanguageWords(List<String> lines) {
    codes = new String[lines.size()];
    Map<Long, Integer> sets = new LinkedHashMap<>();
    Map<Long, Integer> sizes = new LinkedHashMap<>();
    for (int language = 0; language < lines.size(); language++) {
      String[] words = lines.get(language).split(" ");
      codes[language] = words[0];
      for (String word : List.of(words).subList(1, words.length)) {
        add(word, 1 << language, sets, sizes);
      }
    }
    int capacity = Integer.highestOneBit(sets.size()) << 2;
    mask = capacity - 1;
    keys = new long[capacity];
    languages = new int[capacity];
    weights = new int[capacity];
    sets.forEach((key, set) -> store(key, set, sizes.get(key)));
  }

  private static void add(
      String word, int language, Map<Long, Integer> sets, Map<Long, Integer> sizes) {
    long hash = SEED;
    long group = BLANK;
    int[] letters = word.codePoints().toArray();
    for (int letter : letters) {
      hash = word(hash, letter);
      group = group(group, letter);
      put(group, language, 0, sets, sizes);
      if (letter > LAST_ASCII) {
        put(letter, language, 0, sets, sizes);
      }
    }
    put(group(group, (int) BLANK), language, 0, sets, sizes);
    put(hash | WORD, language, Math.min(letters.length, WORD_WEIGHTS.length - 1), sets, sizes);
  }

  private static void put(
      long key, int language, int size, Map<Long, Integer> sets, Map<Long, Integer> sizes) {
    sets.merge(key, language, (left, right) -> left | right);
    sizes.put(key, size);
  }

  private void store(long key, int set, int size) {
    int count = Integer.bitCount(set);
    int weight = size > 0 ? WORD_WEIGHTS[size] / count : GROUP_WEIGHT / count;
    if (size == 0 && count > GROUP_LANGUAGES) {
      return;
    }
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = slot + 1 & mask;
    }
    keys[slot] = key;
    languages[slot] = set;
    weights[slot] = weight;
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
  }

  String code(int language) {
    return codes[language];
  }

  int count() {
    return codes.length;
  }

  /** The bit of each language of the codes. */
  int set(String... some) {
    int set = 0;
    for (String code : some) {
      set |= 1 << Arrays.asList(codes).indexOf(code);
    }
    return set;
  }

  static long word(long hash, int letter) {
    return (hash ^ letter) * 0x100000001B3L;
  }

  static long group(long group, int letter) {
    return (group << LETTER_BITS | letter) & GROUP;
  }

  void scoreWord(long hash, int[] scores) {
    score(hash | WORD, scores);
  }

  /** Scores one letter outside ASCII. */
  void scoreLetter(int letter, int[] scores) {
    score(letter, scores);
  }

  void scoreGroup(long group, int[] scores) {
    score(group, scores);
  }

  private void score(long key, int[] scores) {
    int slot = slot(key);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        return;
      }
      slot = slot + 1 & mask;
    }
    for (int set = languages[slot]; set != 0; set &= set - 1) {
      scores[Integer.numberOfTrailingZeros(set)] += weights[slot];
    }
  }
}
