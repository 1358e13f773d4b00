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

  private final PhraseAutomaton phrases = RefusalPhrases.SHIPPED;
  private final short[] symbols = new short[CHARACTERS + 2];
  private int count;
  private boolean quoted;
  private boolean visible;

  boolean detect(byte[] buffer, int offset, int length) {
    fold(buffer, offset, offset + length);
    return phrases.matches(symbols, count);
  }

  private void fold(byte[] buffer, int offset, int end) {
    count = 0;
    quoted = false;
    visible = false;
    symbols[count++] = PhraseAutomaton.BOUNDARY;
    int index = offset;
    boolean lineStart = true;
    for (int read = 0; read < CHARACTERS && index < end; read++) {
      int codePoint = buffer[index];
      int width = 1;
      if (codePoint < 0) {
        int packed = Utf8.decode(buffer, index, end);
        codePoint = Utf8.codePoint(packed);
        width = Utf8.width(packed);
      }
      if (lineStart && codePoint == '>') {
        index = lineEnd(buffer, index, end);
        continue;
      }
      lineStart = codePoint == '\n' || lineStart && codePoint == ' ';
      add(codePoint);
      index += width;
    }
  }

  private static int lineEnd(byte[] buffer, int index, int end) {
    int next = index;
    while (next < end && buffer[next] != '\n') {
      next++;
    }
    return next;
  }

  private void add(int codePoint) {
    short symbol = phrases.symbol(codePoint);
    if (symbol == PhraseAutomaton.QUOTE) {
      quoted = quoted != visible;
      symbol = PhraseAutomaton.SPACE;
    }
    visible |= symbol != PhraseAutomaton.SPACE;
    if (quoted) {
      symbol = PhraseAutomaton.LETTER;
    }
    short last = symbols[count - 1];
    boolean repeated = last == PhraseAutomaton.SPACE || last == PhraseAutomaton.BOUNDARY;
    if (symbol == PhraseAutomaton.SPACE && repeated) {
      return;
    }
    symbols[count++] = symbol;
  }
}
