package io.nightaudit.metrics.text;

/**
 * Looks for the phrases of a refusal at the beginning of a text.
 *
 * <p>Case, accents, commas, hyphens and markup do not matter. Text between quotation marks and
 * lines quoted with {@code >} are passed over, so that a quoted refusal does not count.
 */
final class RefusalDetector {
  /** Only so many characters from the beginning are looked at. */
  static final int CHARACTERS = 400;

  private final short[] latin = RefusalPhrases.LATIN.symbols();
  private final short[] other = RefusalPhrases.OTHER.symbols();
  private boolean otherScripts;
  private final short[] symbols = new short[CHARACTERS + 1];

  boolean detect(byte[] buffer, int offset, int length) {
    int end = offset + length;
    otherScripts = false;
    return RefusalPhrases.LATIN.matches(symbols, fold(buffer, offset, end, latin))
        || otherScripts && RefusalPhrases.OTHER.matches(symbols, fold(buffer, offset, end, other));
  }

  /**
   * Writes the symbols of the beginning, white space and boundaries once each; gives their count.
   */
  private int fold(byte[] buffer, int offset, int end, short[] table) {
    short last = PhraseAutomaton.BOUNDARY;
    int count = 0;
    symbols[count++] = last;
    boolean quoted = false;
    int index = offset;
    for (int read = 0; read < CHARACTERS && index < end; read++) {
      int codePoint = buffer[index];
      int width = 1;
      if (codePoint < 0) {
        int packed = Utf8.decode(buffer, index, end);
        codePoint = Utf8.codePoint(packed);
        width = Utf8.width(packed);
        otherScripts |= codePoint >= RefusalPhrases.OTHER_SCRIPTS;
      }
      if (codePoint == '>' && last == PhraseAutomaton.BOUNDARY) {
        index = lineEnd(buffer, index, end);
        continue;
      }
      index += width;
      boolean known = codePoint >= 0 && codePoint < table.length;
      short symbol = known ? table[codePoint] : PhraseAutomaton.OTHER;
      if (symbol == PhraseAutomaton.QUOTE) {
        // An answer that stands in quotation marks as a whole is no quotation.
        quoted = !quoted && count > 1;
        symbol = PhraseAutomaton.SPACE;
      }
      symbol = quoted ? PhraseAutomaton.LETTER : symbol;
      if (!repeats(last, symbol)) {
        last = symbol;
        symbols[count++] = symbol;
      }
    }
    return count;
  }

  private static boolean repeats(short last, short symbol) {
    return symbol == PhraseAutomaton.SPACE
        ? last == PhraseAutomaton.SPACE || last == PhraseAutomaton.BOUNDARY
        : symbol == PhraseAutomaton.BOUNDARY && last == PhraseAutomaton.BOUNDARY;
  }

  private static int lineEnd(byte[] buffer, int index, int end) {
    int next = index;
    while (next < end && buffer[next] != '\n') {
      next++;
    }
    return next;
  }
}
