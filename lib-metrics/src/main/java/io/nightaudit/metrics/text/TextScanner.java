package io.nightaudit.metrics.text;

import java.util.Arrays;

/** The one pass over a text: counts characters, words, sentences, lines, links and emoji. */
final class TextScanner {
  private static final int[] FLAGS = AsciiTable.flags();
  private static final int WWW = Terms.hash("www");
  private static final int HTTP = Terms.hash("http");
  private static final int HTTPS = Terms.hash("https");
  private static final int JOINER = 0x200D;
  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int APOSTROPHE = 0x2019;

  final WordTerms terms = new WordTerms();
  final TextLines lines = new TextLines();
  final long[] letters = new long[Script.values().length];
  long characters;
  long words;
  long sentences;
  long syllables;
  long capitals;
  long digits;
  long punctuation;
  long emoji;
  long links;
  long invalid;
  int firstWord;
  int secondWord;

  /** Whether a mark that ends sentences was seen where it ends one. */
  boolean ended;

  boolean questionMark;

  /** Whether a semicolon ends a sentence, which asks in Greek. */
  boolean semicolon;

  /** Last code point that is not white space; a letter stands for any word. */
  int lastVisible;

  int lineWords;

  /** Where the last link began, or −1. */
  int lastLink;

  /** Where the last white space stood, or −1. */
  int lastSpace;

  private byte[] buffer;
  private int end;
  private long sentenceWords;
  private int lineVisible;
  private boolean numberLast;
  private int linkBody;
  private int wordHash;
  private int wordLength;
  private int wordDigits;
  private int wordVowels;
  private boolean afterVowel;

  void scan(byte[] text, int offset, int length) {
    clear(text, offset, length);
    int index = beginLine(offset);
    while (index < end) {
      int value = text[index];
      if (value < 0) {
        index = wide(index);
      } else if ((FLAGS[value] & AsciiTable.WORD) != 0) {
        index = word(index);
      } else if ((FLAGS[value] & AsciiTable.PUNCTUATION) != 0) {
        index = punctuation(value, index);
      } else {
        index = value == '\n' ? newline(index) : blank(value, index);
      }
    }
    lines.end(lineVisible);
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
    words = sentences = syllables = capitals = digits = punctuation = emoji = links = invalid = 0;
    ended = questionMark = semicolon = numberLast = false;
    firstWord = secondWord = lastVisible = 0;
    sentenceWords = 0;
    lastLink = lastSpace = linkBody = -1;
  }

  private int beginLine(int index) {
    lineWords = 0;
    lineVisible = 0;
    return lines.begin(buffer, index, end);
  }

  private int newline(int index) {
    lines.end(lineVisible);
    int next = beginLine(index + 1);
    lastSpace = next - 1;
    if (lines.breaksSentence()) {
      endSentence();
    }
    return next;
  }

  private int blank(int value, int index) {
    if ((FLAGS[value] & AsciiTable.SPACE) != 0) {
      lastSpace = index;
    }
    return index + 1;
  }

  /** A word in ASCII; on meeting any other character it is read again by {@link #wideWord}. */
  private int word(int start) {
    byte[] text = buffer;
    int limit = end;
    int hash = Terms.SEED;
    int upper = 0;
    int numerals = 0;
    int vowels = 0;
    int vowelBefore = 0;
    int apostrophes = 0;
    int index = start;
    for (; index < limit; index++) {
      int value = text[index];
      if (value < 0) {
        return wideWord(start);
      }
      int flags = FLAGS[value];
      if ((flags & AsciiTable.WORD) == 0) {
        if (value != '\'' || !letterAt(index + 1)) {
          break;
        }
        apostrophes++;
      }
      hash = Terms.step(hash, flags & 0xFF);
      upper += flags >>> AsciiTable.UPPER_SHIFT & 1;
      numerals += flags >>> AsciiTable.DIGIT_SHIFT & 1;
      int vowel = flags >>> AsciiTable.VOWEL_SHIFT & 1;
      vowels += vowel & ~vowelBefore;
      vowelBefore = vowel;
    }
    capitals += upper;
    letters[0] += index - start - numerals - apostrophes;
    syllables += Syllables.count(text, start, index, vowels);
    punctuation += apostrophes;
    endWord(start, index, Terms.finish(hash), index - start, numerals);
    return index;
  }

  private boolean letterAt(int index) {
    if (index >= end) {
      return false;
    }
    if (buffer[index] >= 0) {
      return (FLAGS[buffer[index]] & (AsciiTable.WORD | AsciiTable.DIGIT)) == AsciiTable.WORD;
    }
    int property = UnicodeTable.property(Utf8.codePoint(Utf8.decode(buffer, index, end)));
    int characterClass = UnicodeTable.classOf(property);
    return characterClass == UnicodeTable.LETTER || characterClass == UnicodeTable.UPPER;
  }

  private int wideWord(int start) {
    wordHash = Terms.SEED;
    wordLength = wordDigits = wordVowels = 0;
    afterVowel = false;
    int index = start;
    while (index < end) {
      int packed = Utf8.decode(buffer, index, end);
      int codePoint = Utf8.codePoint(packed);
      int property = UnicodeTable.property(codePoint);
      boolean apostrophe = codePoint == APOSTROPHE || codePoint == '\'';
      boolean joins = apostrophe && letterAt(index + Utf8.width(packed));
      if (!joins && !UnicodeTable.inWord(UnicodeTable.classOf(property))) {
        break;
      }
      addToWord(codePoint, property);
      characters -= Utf8.width(packed) - 1;
      index += Utf8.width(packed);
    }
    syllables += Math.max(1, wordVowels);
    endWord(start, index, Terms.finish(wordHash), wordLength, wordDigits);
    return index;
  }

  private void addToWord(int codePoint, int property) {
    wordHash = Terms.fold(wordHash, codePoint);
    wordLength++;
    boolean vowel = false;
    switch (UnicodeTable.classOf(property)) {
      case UnicodeTable.UPPER, UnicodeTable.LETTER -> {
        letters[UnicodeTable.script(property)]++;
        capitals += UnicodeTable.classOf(property) == UnicodeTable.UPPER ? 1 : 0;
        vowel = Syllables.isVowel(LatinFold.base(UnicodeTable.lower(codePoint)));
      }
      case UnicodeTable.DIGIT -> wordDigits++;
      default -> emoji += codePoint == KEYCAP ? 1 : 0;
    }
    wordVowels += vowel && !afterVowel ? 1 : 0;
    afterVowel = vowel;
  }

  private void endWord(int start, int index, int hash, int length, int numerals) {
    words++;
    sentenceWords++;
    lineWords++;
    lastVisible = lineVisible = 'a';
    digits += numerals;
    numberLast = numerals == length;
    int term = numberLast ? Terms.placeholder(numerals) : hash;
    terms.add(term);
    if (words == 1) {
      firstWord = term;
    } else if (words == 2) {
      secondWord = term;
    }
    if (index + 2 < end && (buffer[index] == ':' || buffer[index] == '.')) {
      link(start, index, term);
    }
  }

  private void link(int start, int index, int term) {
    if (buffer[index] == ':') {
      if ((term == HTTP || term == HTTPS) && buffer[index + 1] == '/' && buffer[index + 2] == '/') {
        links++;
        lastLink = start;
        linkBody = index + 3;
      }
    } else if (term == WWW && start != linkBody && buffer[index + 1] > ' ') {
      links++;
      lastLink = start;
    }
  }

  private void endSentence() {
    if (sentenceWords > 0) {
      sentences++;
      sentenceWords = 0;
    }
  }

  private int punctuation(int value, int index) {
    punctuation++;
    lastVisible = lineVisible = value;
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
      lastVisible = lineVisible = value;
    }
    punctuation += index - start - 1;
    boolean itemNumber = numberLast && lineWords == 1 && index == start + 1 && lines.item();
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
        endWord(index, next, Terms.finish(Terms.fold(Terms.SEED, codePoint)), 1, 0);
      }
      case UnicodeTable.SPACE -> lastSpace = next - 1;
      case UnicodeTable.MARK -> emoji += codePoint == KEYCAP ? 1 : 0;
      case UnicodeTable.PUNCTUATION -> {
        return widePunctuation(codePoint, next);
      }
      case UnicodeTable.EMOJI, UnicodeTable.REGIONAL -> {
        return emojiSequence(characterClass, codePoint, next);
      }
      default -> {
        invalid += codePoint == Utf8.INVALID ? 1 : 0;
        lastVisible = lineVisible = codePoint;
      }
    }
    return next;
  }

  private int widePunctuation(int codePoint, int next) {
    if (peek(next) == VARIATION_SELECTOR) {
      return emojiSequence(UnicodeTable.EMOJI, codePoint, next);
    }
    punctuation++;
    lastVisible = lineVisible = codePoint;
    questionMark |= SentenceMarks.asks(codePoint);
    if (SentenceMarks.ends(codePoint) && (codePoint != 0x2026 || sentenceEndsAt(next))) {
      ended = true;
      endSentence();
    }
    return next;
  }

  /** One emoji with its selectors, skin tones and joined parts; two flag halves are one emoji. */
  private int emojiSequence(int characterClass, int codePoint, int start) {
    emoji++;
    lastVisible = lineVisible = codePoint;
    int index = start;
    boolean joined = false;
    boolean half = characterClass == UnicodeTable.REGIONAL;
    while (index < end && buffer[index] < 0) {
      int packed = Utf8.decode(buffer, index, end);
      int part = Utf8.codePoint(packed);
      int partClass = UnicodeTable.classOf(UnicodeTable.property(part));
      boolean second = half && partClass == UnicodeTable.REGIONAL;
      boolean attached = joined && (partClass == UnicodeTable.EMOJI || isSymbol(partClass));
      boolean modifier = part == VARIATION_SELECTOR || part >= 0x1F3FB && part <= 0x1F3FF;
      if (!second && !attached && !modifier && part != JOINER) {
        break;
      }
      half = false;
      joined = part == JOINER;
      characters -= Utf8.width(packed) - 1;
      index += Utf8.width(packed);
    }
    return index;
  }

  private static boolean isSymbol(int characterClass) {
    return characterClass == UnicodeTable.PUNCTUATION;
  }

  private int peek(int index) {
    return index < end ? Utf8.codePoint(Utf8.decode(buffer, index, end)) : Utf8.INVALID;
  }
}
