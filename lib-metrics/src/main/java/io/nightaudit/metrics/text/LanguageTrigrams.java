package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each frequent trigram of letters speaks for each language, from a table of the jar.
 *
 * <p>A row holds the weights of one trigram, four languages to a long of 16 bits each, so that a
 * few additions of longs add all weights at once. The first row is empty: it stands for a trigram
 * that is not in the table.
 */
final class LanguageTrigrams {
  /** Languages with trigrams: the first of {@link Language}. */
  static final int LANGUAGES = Language.GREEK.ordinal();

  static final int LANES = 4;
  static final int LANE_BITS = 16;

  /** Longs of a row. */
  static final int WIDTH = (LANGUAGES + LANES - 1) / LANES;

  /** No weight is larger, so that {@link LanguageDetector#LETTERS} of them fit into a lane. */
  static final int LARGEST_WEIGHT = 127;

  /** Symbol of anything that ends a word. */
  static final int SEPARATOR = 0;

  /** Symbol of a letter that is in no trigram. */
  static final int OTHER_LETTER = 1;

  /** Symbol of a mark or joiner, which is passed over. */
  static final int MARK = 255;

  private static final int FIRST_LETTER = 2;
  private static final int SYMBOL_TABLE = 0x2000;
  private static final int SYMBOL_BITS = 8;
  private static final int MULTIPLIER = 0x9E3779B1;

  private static final byte[] SYMBOLS = new byte[SYMBOL_TABLE];
  private static final long[] ROWS;
  private static final int[] KEYS;
  private static final int[] STARTS;
  private static final int SHIFT;

  static {
    Map<String, int[]> weights = new LinkedHashMap<>();
    for (String line : TextResource.lines("language-trigrams.txt")) {
      read(line.split(" "), weights);
    }
    assignSymbols(weights.keySet());
    int slots = Integer.highestOneBit(weights.size()) << 2;
    SHIFT = Integer.numberOfLeadingZeros(slots) + 1;
    KEYS = new int[slots];
    STARTS = new int[slots];
    ROWS = new long[(weights.size() + 1) * WIDTH];
    int start = 0;
    for (Map.Entry<String, int[]> entry : weights.entrySet()) {
      start += WIDTH;
      insert(key(entry.getKey()), start);
      pack(entry.getValue(), start);
    }
  }

  private LanguageTrigrams() {}

  /** The symbol of a code point, 0 to 255. */
  static int symbol(int codePoint) {
    if (codePoint >= 0 && codePoint < SYMBOL_TABLE) {
      return SYMBOLS[codePoint] & 0xFF;
    }
    return unlisted(codePoint);
  }

  /** Adds a symbol to a trigram; the oldest of three drops out. */
  static int next(int trigram, int symbol) {
    return (trigram << SYMBOL_BITS | symbol) & 0xFFFFFF;
  }

  /** The symbol that was added last. */
  static int last(int trigram) {
    return trigram & 0xFF;
  }

  /** Adds the weights of a trigram to the lanes. */
  static void add(int trigram, long[] lanes) {
    int slot = trigram * MULTIPLIER >>> SHIFT;
    while (KEYS[slot] != trigram) {
      if (KEYS[slot] == 0) {
        return;
      }
      slot = slot + 1 & KEYS.length - 1;
    }
    int start = STARTS[slot];
    for (int index = 0; index < WIDTH; index++) {
      lanes[index] += ROWS[start + index];
    }
  }

  static int score(long[] lanes, int language) {
    return (int) (lanes[language / LANES] >>> language % LANES * LANE_BITS) & 0xFFFF;
  }

  /** A line holds a language, a weight and the trigrams of this weight; _ is a word's border. */
  private static void read(String[] fields, Map<String, int[]> weights) {
    int language = ordinal(fields[0]);
    int weight = Integer.parseInt(fields[1]);
    if (weight < 1 || weight > LARGEST_WEIGHT) {
      throw new IllegalStateException("A weight of the table is not 1 to 127: " + weight);
    }
    for (int index = 2; index < fields.length; index++) {
      weights.computeIfAbsent(fields[index], key -> new int[LANGUAGES])[language] = weight;
    }
  }

  private static int ordinal(String code) {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language.ordinal();
      }
    }
    throw new IllegalStateException("The table names an unknown language: " + code);
  }

  private static void assignSymbols(Iterable<String> trigrams) {
    for (int codePoint = 0; codePoint < SYMBOL_TABLE; codePoint++) {
      SYMBOLS[codePoint] = (byte) unlisted(codePoint);
    }
    List<Integer> letters = new ArrayList<>();
    trigrams.forEach(trigram -> trigram.chars().forEach(letters::add));
    int free = FIRST_LETTER;
    for (int letter : letters.stream().sorted().distinct().toList()) {
      if (letter != '_') {
        SYMBOLS[letter] = (byte) free++;
      }
    }
    if (free > MARK) {
      throw new IllegalStateException("The table has more letters than symbols: " + free);
    }
    for (int codePoint = 0; codePoint < SYMBOL_TABLE; codePoint++) {
      int lower = UnicodeTable.lower(codePoint);
      if (lower != codePoint && lower < SYMBOL_TABLE) {
        SYMBOLS[codePoint] = SYMBOLS[lower];
      }
    }
  }

  private static int unlisted(int codePoint) {
    return switch (UnicodeTable.classOf(UnicodeTable.property(codePoint))) {
      case UnicodeTable.LETTER, UnicodeTable.UPPER -> OTHER_LETTER;
      case UnicodeTable.MARK -> MARK;
      default -> SEPARATOR;
    };
  }

  private static int key(String trigram) {
    int key = 0;
    for (int index = 0; index < trigram.length(); index++) {
      key = next(key, SYMBOLS[trigram.charAt(index)] & 0xFF);
    }
    return key;
  }

  private static void insert(int key, int start) {
    int slot = key * MULTIPLIER >>> SHIFT;
    while (KEYS[slot] != 0) {
      slot = slot + 1 & KEYS.length - 1;
    }
    KEYS[slot] = key;
    STARTS[slot] = start;
  }

  private static void pack(int[] weights, int start) {
    for (int language = 0; language < LANGUAGES; language++) {
      long lane = (long) weights[language] << language % LANES * LANE_BITS;
      ROWS[start + language / LANES] |= lane;
    }
  }
}
