package io.nightaudit.metrics.text;

import java.util.Objects;

/**
 * Tells in which language a text begins, from its script and, where several languages share one,
 * from its trigrams of letters: the language with the largest Σ max(0, 16 ln(share / 0.00002)) over
 * the trigrams, where the share of a trigram in a language comes from a table of the jar.
 *
 * <p>Told apart: en de fr es it pt nl pl cs sv da no fi hu ro tr vi id, ru uk bg, ar fa; el he hi
 * th ko ja zh by script.
 *
 * <ul>
 *   <li>Fewer than four letters of a script of several languages, a lead of less than 40 (odds of
 *       about 12 to 1), less than 23 a letter (lists of names, code, a language that is not in the
 *       list), no letter: {@value #UNDETERMINED}.
 *   <li>Only the first 400 letters within the first 4,000 bytes are looked at; digits, marks and
 *       punctuation do not count.
 *   <li>Several scripts: the one with the most letters, in which one ideograph, kana or Hangul
 *       syllable counts as three.
 *   <li>A language that is not in the list may be taken for its neighbour (Slovak for Czech, Malay
 *       for Indonesian, Afrikaans for Dutch, Marathi for Hindi).
 *   <li>Invalid UTF-8 ends a word and counts as nothing.
 * </ul>
 *
 * <p>Integers only, so equal bytes give the same language everywhere. The package documentation
 * holds what was measured. Sources: Cavnar and Trenkle, "N-gram-based text categorization", SDAIR
 * 1994; Dunning, "Statistical identification of language", MCCS 94-273, 1994.
 */
public final class LanguageDetector {
  /** The code of a text whose language is not told. */
  public static final String UNDETERMINED = "und";

  static final int LETTERS = 400;
  private static final int BYTES = 4_000;
  private static final int FEWEST_LETTERS = 4;
  private static final int LEAST_LEAD = 40;
  private static final int LEAST_WEIGHT_OF_LETTER = 23;
  private static final Language[] LANGUAGES = Language.values();

  private final long[] lanes = new long[LanguageTrigrams.WIDTH];
  private final LetterCounts letters = new LetterCounts();

  private LanguageDetector() {}

  /**
   * The ISO 639-1 code of the language of the bytes from {@code from} (inclusive) to {@code to}
   * (exclusive), or "und".
   */
  public static String identify(byte[] utf8, int from, int to) {
    Objects.checkFromToIndex(from, to, utf8.length);
    LanguageDetector detector = new LanguageDetector();
    detector.read(utf8, from, from + Math.min(to - from, BYTES));
    return detector.decide().code();
  }

  private Language decide() {
    Script script = letters.main();
    Language only = Language.onlyOf(script);
    boolean several = only == Language.UNDETERMINED && letters.of(script) >= FEWEST_LETTERS;
    return several ? byTrigrams(script) : only;
  }

  private void read(byte[] utf8, int from, int to) {
    int trigram = 0;
    int index = from;
    while (index < to && letters.total() < LETTERS) {
      int codePoint = utf8[index];
      if (codePoint >= 0) {
        index++;
      } else {
        int packed = Utf8.decode(utf8, index, to);
        codePoint = Utf8.codePoint(packed);
        index += Utf8.width(packed);
      }
      int symbol = LanguageTrigrams.symbol(codePoint);
      if (symbol != LanguageTrigrams.SEPARATOR) {
        trigram = symbol == LanguageTrigrams.MARK ? trigram : letter(trigram, symbol, codePoint);
      } else {
        trigram = endWord(trigram, codePoint);
      }
    }
    if (index == to) {
      endWord(trigram, ' ');
    }
  }

  private int letter(int trigram, int symbol, int codePoint) {
    letters.add(codePoint < 0x80 ? 0 : UnicodeTable.script(UnicodeTable.property(codePoint)));
    int next = LanguageTrigrams.next(trigram, symbol);
    if (LanguageTrigrams.last(trigram) != LanguageTrigrams.SEPARATOR) {
      LanguageTrigrams.add(next, lanes);
    }
    return next;
  }

  /** Ends a word; the letter that ended it may be a word of its own, as in Han. */
  private int endWord(int trigram, int codePoint) {
    int property = codePoint < 0x80 ? 0 : UnicodeTable.property(codePoint);
    if (UnicodeTable.classOf(property) == UnicodeTable.SINGLE) {
      letters.add(UnicodeTable.script(property));
    }
    if (LanguageTrigrams.last(trigram) != LanguageTrigrams.SEPARATOR) {
      LanguageTrigrams.add(LanguageTrigrams.next(trigram, LanguageTrigrams.SEPARATOR), lanes);
    }
    return 0;
  }

  private Language byTrigrams(Script script) {
    Language best = Language.UNDETERMINED;
    int first = 0;
    int second = 0;
    for (int language = 0; language < LanguageTrigrams.LANGUAGES; language++) {
      int score = LANGUAGES[language].script() == script ? score(language) : 0;
      if (score > first) {
        second = first;
        first = score;
        best = LANGUAGES[language];
      } else {
        second = Math.max(second, score);
      }
    }
    boolean known = first >= LEAST_WEIGHT_OF_LETTER * letters.of(script);
    return known && first - second >= LEAST_LEAD ? best : Language.UNDETERMINED;
  }

  private int score(int language) {
    return LanguageTrigrams.score(lanes, language);
  }
}
