package io.nightaudit.metrics.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds any of a list of phrases in one pass over the symbols of a text.
 *
 * <p>A phrase matches whole words; one that begins with {@code ^} matches only where a sentence
 * begins. Source: Aho and Corasick, "Efficient string matching", CACM 18(6), 1975.
 */
final class PhraseAutomaton {
  /** Symbol of anything that no phrase holds. */
  static final short OTHER = 0;

  /** The beginning of the text, a sentence or a line. */
  static final short BOUNDARY = 1;

  static final short QUOTE = 2;

  /** A letter or digit that no phrase holds. */
  static final short LETTER = 3;

  static final short SPACE = 4;
  private static final short FIRST_PHRASE_SYMBOL = 5;
  private static final int SYMBOL_TABLE = 0x10000;
  private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB";
  private static final String BOUNDARIES =
      ".!?:;\n\u2013\u2014\u3002\uFF01\uFF1F\uFF1A\u2026\u061F\u06D4";
  private static final String SPACES = " \t\r,-*_#()\u00A0\uFF0C\u3001\u060C";

  private final short[] symbols = new short[SYMBOL_TABLE];

  /** Whether the symbol is a letter of a script that puts spaces between words. */
  private final boolean[] spaced;

  private final int width;

  /** Where the row of the next state begins; its complement if a phrase may end there. */
  private final int[] next;

  /** Length of the phrase that ends in a state, negative if it is anchored, 0 if none ends. */
  private final int[] phraseLength;

  /** The longest proper suffix of a state in which a phrase ends, 0 if there is none. */
  private final int[] shorter;

  PhraseAutomaton(List<String> phrases) {
    width = assignSymbols(phrases);
    spaced = new boolean[width];
    for (int codePoint = 0; codePoint < SYMBOL_TABLE; codePoint++) {
      int characterClass = UnicodeTable.classOf(UnicodeTable.property(codePoint));
      spaced[symbols[codePoint]] |= UnicodeTable.inWord(characterClass);
    }
    List<int[]> trie = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    trie.add(new int[width]);
    lengths.add(0);
    for (String phrase : phrases) {
      insert(phrase, trie, lengths);
    }
    next = new int[trie.size() * width];
    for (int state = 0; state < trie.size(); state++) {
      System.arraycopy(trie.get(state), 0, next, state * width, width);
    }
    phraseLength = lengths.stream().mapToInt(Integer::intValue).toArray();
    shorter = new int[trie.size()];
    link();
    for (int entry = 0; entry < next.length; entry++) {
      int row = next[entry] * width;
      next[entry] = endsPhrase(next[entry]) == 0 ? row : ~row;
    }
  }

  /** Symbols by code point; a code point beyond the table is {@link #OTHER}. */
  short[] symbols() {
    return symbols;
  }

  boolean matches(short[] text, int count) {
    int row = 0;
    for (int index = 0; index < count; index++) {
      row = next[row + text[index]];
      if (row < 0) {
        row = ~row;
        if (isFound(text, count, index + 1, row / width)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFound(short[] text, int count, int end, int state) {
    for (int found = endsPhrase(state); found != 0; found = shorter[found]) {
      if (isWhole(text, count, end, phraseLength[found])) {
        return true;
      }
    }
    return false;
  }

  private int endsPhrase(int state) {
    return phraseLength[state] != 0 ? state : shorter[state];
  }

  private boolean isWhole(short[] text, int count, int end, int length) {
    short before = text[end - Math.abs(length) - 1];
    boolean begins = length < 0 ? before == BOUNDARY : !joins(before, text[end - length]);
    return begins && (end == count || !joins(text[end - 1], text[end]));
  }

  private boolean joins(short left, short right) {
    return spaced[left] && spaced[right];
  }

  private int assignSymbols(List<String> phrases) {
    for (int codePoint = 0; codePoint < SYMBOL_TABLE; codePoint++) {
      int characterClass = UnicodeTable.classOf(UnicodeTable.property(codePoint));
      symbols[codePoint] = UnicodeTable.inWord(characterClass) ? LETTER : OTHER;
    }
    QUOTES.chars().forEach(quote -> symbols[quote] = QUOTE);
    BOUNDARIES.chars().forEach(boundary -> symbols[boundary] = BOUNDARY);
    SPACES.chars().forEach(space -> symbols[space] = SPACE);
    short free = FIRST_PHRASE_SYMBOL;
    for (int used : phrases.stream().flatMapToInt(String::chars).sorted().distinct().toArray()) {
      if (used != '^' && used != ' ') {
        symbols[used] = free++;
      }
    }
    for (int codePoint = 0; codePoint < SYMBOL_TABLE; codePoint++) {
      int base = LatinFold.base(UnicodeTable.lower(codePoint));
      if (base < SYMBOL_TABLE && symbols[base] >= FIRST_PHRASE_SYMBOL) {
        symbols[codePoint] = symbols[base];
      }
    }
    symbols['\u2019'] = symbols['\''];
    return free;
  }

  private void insert(String phrase, List<int[]> trie, List<Integer> lengths) {
    boolean anchored = phrase.startsWith("^");
    String body = anchored ? phrase.substring(1) : phrase;
    int state = 0;
    for (int index = 0; index < body.length(); index++) {
      int symbol = symbols[body.charAt(index)];
      if (trie.get(state)[symbol] == 0) {
        trie.get(state)[symbol] = trie.size();
        trie.add(new int[width]);
        lengths.add(0);
      }
      state = trie.get(state)[symbol];
    }
    // The same phrase without an anchor matches more, so it wins.
    if (lengths.get(state) <= 0) {
      lengths.set(state, anchored ? -body.length() : body.length());
    }
  }

  /** Completes the transitions breadth first, so that matching never steps back. */
  private void link() {
    int[] suffix = new int[phraseLength.length];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(0);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int symbol = 0; symbol < width; symbol++) {
        int target = next[state * width + symbol];
        int fallback = state == 0 ? 0 : next[suffix[state] * width + symbol];
        if (target == 0) {
          next[state * width + symbol] = fallback;
        } else {
          suffix[target] = fallback;
          shorter[target] = endsPhrase(fallback);
          queue.add(target);
        }
      }
    }
  }
}
