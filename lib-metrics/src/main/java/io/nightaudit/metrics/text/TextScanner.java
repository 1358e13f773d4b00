package io.nightaudit.metrics.text;

import java.util.Arrays;

/** The one pass over a text: counts characters, words, sentences, lines, links and emoji. */
final class TextScanner {
  private static final int[] FLAGS = AsciiTable.flags();

  /** So long a word is counted in the eight bits of {@link AsciiTable} and one bit a letter. */
  private static final int LONGEST_SHORT_WORD = 60;

  private static final int KEYCAP = 0x20E3;

  final WordTerms terms = new WordTerms();
  final TextLines lines = new TextLines();
  final Links links = new Links();
  final long[] letters = new long[Script.values().length];
  long characters;
  long words;
  long sentences;
  long syllables;
  long capitals;
  long digits;
  long punctuation;
  long emoji;
  long invalid;

  /** Whether a mark that ends sentences was seen where it ends one. */
  boolean ended;

  boolean questionMark;

  /** Whether a semicolon ends a sentence, which asks in Greek. */
  boolean semicolon;

  /** Last code point that is not white space; a letter stands for any word. */
  int lastVisible;

  /** Where the last white space stood, or −1. */
  int lastSpace;

  private final WideWord wideWord = new WideWord();
  private byte[] buffer;
  private int end;
  private long wordsBeforeSentence;
  private long wordsBeforeLine;
  private int lineVisible;
  private boolean numberLast;

  void scan(byte[] text, int offset, int length) {
    clear(text, offset, length);
    int index = beginLine(offset);
    while (index < end) {
      int value = text[index];
      int flags = FLAGS[value & 0xFF];
      if ((flags & AsciiTable.WORD) != 0) {
        index = word(index);
      } else if (value == ' ') {
        lastSpace = index++;
      } else if (value < 0) {
        index = wide(index);
      } else if ((flags & AsciiTable.PUNCTUATION) != 0) {
        index = punctuation(value, index);
      } else if (value == '\n') {
        index = newline(index);
      } else {
        lastSpace = (flags & AsciiTable.SPACE) != 0 ? index : lastSpace;
        index++;
      }
    }
    endLine();
    endSentence();
    buffer = null;
  }

  private void clear(byte[] text, int offset, int length) {
    buffer = text;
    end = offset + length;
    terms.clear(length);
    lines.clear();
    Arrays.fill(letters, 0);
    characters = length;
    words = sentences = syllables = capitals = digits = punctuation = emoji = invalid = 0;
    ended = questionMark = semicolon = numberLast = false;
    lastVisible = 0;
    wordsBeforeSentence = wordsBeforeLine = 0;
    lastSpace = -1;
    links.clear();
  }

  private int beginLine(int index) {
    wordsBeforeLine = words;
    lineVisible = 0;
    return lines.begin(buffer, index, end);
  }

  private void endLine() {
    lines.end(lineVisible);
    lastVisible = lineVisible == 0 ? lastVisible : lineVisible;
  }

  /** Words of the current line so far, or of the last line. */
  long lineWords() {
    return words - wordsBeforeLine;
  }

  private int newline(int index) {
    endLine();
    int next = beginLine(index + 1);
    lastSpace = next - 1;
    if (lines.breaksSentence()) {
      endSentence();
    }
    return next;
  }

  /** A short word in ASCII; any other is read by {@link #wideWord}. */
  private int word(int start) {
    byte[] text = buffer;
    int limit = Math.min(end, start + LONGEST_SHORT_WORD);
    long hash = Terms.SEED;
    int counts = 0;
    long vowels = 0;
    int apostrophes = 0;
    int index = start;
    for (; index < limit; index++) {
      int flags = FLAGS[text[index] & 0xFF];
      if ((flags & AsciiTable.WORD) == 0) {
        if (text[index] != '\'' || !WideWord.letterAt(text, index + 1, end)) {
          break;
        }
        apostrophes++;
      }
      counts += flags;
      hash = Terms.step(hash, flags >>> AsciiTable.LOWER_SHIFT & AsciiTable.BYTE);
      vowels = vowels << 1 | flags >>> AsciiTable.VOWEL_SHIFT & 1;
    }
    if (index < end && (text[index] < 0 || index == limit)) {
      return wideWord(start);
    }
    int length = index - start;
    int numerals = counts >>> AsciiTable.DIGIT_SHIFT & AsciiTable.BYTE;
    capitals += counts & AsciiTable.BYTE;
    letters[0] += length - numerals - apostrophes;
    punctuation += apostrophes;
    // A group of vowels begins where a vowel follows no vowel.
    int groups = Long.bitCount(vowels & ~(vowels >>> 1));
    int beforeLast = length > 1 ? text[index - 2] | 0x20 : 0;
    syllables += Syllables.count(groups, beforeLast, text[index - 1] | 0x20);
    endWord(start, index, hash, length, numerals);
    return index;
  }

  private int wideWord(int start) {
    int index = wideWord.read(buffer, start, end, letters);
    characters -= Utf8.continuations(buffer, start, index);
    capitals += wideWord.capitals;
    punctuation += wideWord.apostrophes;
    emoji += wideWord.keycaps;
    syllables += wideWord.syllables();
    endWord(start, index, wideWord.hash, wideWord.length, wideWord.digits);
    return index;
  }

  private void endWord(int start, int index, long hash, int length, int numerals) {
    words++;
    lineVisible = 'a';
    digits += numerals;
    numberLast = numerals == length;
    int term = numberLast ? Terms.placeholder(numerals) : Terms.finish(hash);
    terms.add(term);
    if (index + 2 < end && (buffer[index] == ':' || buffer[index] == '.')) {
      links.word(buffer, start, index, term);
    }
  }

  private void endSentence() {
    if (words > wordsBeforeSentence) {
      sentences++;
      wordsBeforeSentence = words;
    }
  }

  private int punctuation(int value, int index) {
    punctuation++;
    lineVisible = value;
    switch (value) {
      case '.', '!', '?' -> {
        return marks(index);
      }
      case '(', '=' -> lines.codeMark();
      case ';' -> semicolon |= sentenceEndsAt(index + 1);
      default -> {
        // Neither ends a sentence nor hints at code.
      }
    }
    return index + 1;
  }

  /** A run of sentence-ending marks; it ends a sentence unless it is inside a token or a number. */
  private int marks(int start) {
    boolean question = false;
    int index = start;
    for (; index < end; index++) {
      int value = buffer[index];
      if (value != '.' && value != '!' && value != '?') {
        break;
      }
      question |= value == '?';
      lineVisible = value;
    }
    punctuation += index - start - 1;
    boolean itemNumber = numberLast && lineWords() == 1 && index == start + 1 && lines.item();
    if (!itemNumber && sentenceEndsAt(index)) {
      ended = true;
      questionMark |= question;
      endSentence();
    }
    return index;
  }

  private boolean sentenceEndsAt(int index) {
    if (index >= end) {
      return true;
    }
    if (buffer[index] >= 0) {
      return (FLAGS[buffer[index]] & (AsciiTable.SPACE | AsciiTable.CLOSER)) != 0;
    }
    int property = UnicodeTable.property(Utf8.codePoint(Utf8.decode(buffer, index, end)));
    return !UnicodeTable.inWord(UnicodeTable.classOf(property));
  }

  /** Anything outside ASCII that does not continue a word. */
  private int wide(int index) {
    int packed = Utf8.decode(buffer, index, end);
    int codePoint = Utf8.codePoint(packed);
    int property = UnicodeTable.property(codePoint);
    int characterClass = UnicodeTable.classOf(property);
    if (UnicodeTable.inWord(characterClass) && characterClass != UnicodeTable.MARK) {
      return wideWord(index);
    }
    int next = index + Utf8.width(packed);
    characters -= Utf8.width(packed) - 1;
    switch (characterClass) {
      case UnicodeTable.SINGLE -> {
        letters[UnicodeTable.script(property)]++;
        syllables++;
        endWord(index, next, Terms.fold(Terms.SEED, codePoint), 1, 0);
      }
      case UnicodeTable.SPACE -> lastSpace = next - 1;
      case UnicodeTable.MARK -> emoji += codePoint == KEYCAP ? 1 : 0;
      case UnicodeTable.PUNCTUATION -> {
        return widePunctuation(codePoint, next);
      }
      case UnicodeTable.EMOJI, UnicodeTable.REGIONAL -> {
        return emoji(codePoint, next, characterClass == UnicodeTable.REGIONAL);
      }
      default -> {
        invalid += codePoint == Utf8.INVALID ? 1 : 0;
        lineVisible = codePoint;
      }
    }
    return next;
  }

  private int widePunctuation(int codePoint, int next) {
    if (EmojiSequence.selectorAt(buffer, next, end)) {
      return emoji(codePoint, next, false);
    }
    punctuation++;
    lineVisible = codePoint;
    questionMark |= SentenceMarks.asks(codePoint);
    if (SentenceMarks.ends(codePoint) && (codePoint != 0x2026 || sentenceEndsAt(next))) {
      ended = true;
      endSentence();
    }
    return next;
  }

  private int emoji(int codePoint, int start, boolean flagHalf) {
    emoji++;
    lineVisible = codePoint;
    int index = EmojiSequence.end(buffer, start, end, flagHalf);
    characters -= Utf8.continuations(buffer, start, index);
    return index;
  }
}
