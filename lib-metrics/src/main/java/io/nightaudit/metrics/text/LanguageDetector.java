package io.nightaudit.metrics.text;

import java.util.Arrays;
import java.util.Objects;

/**
 * Tells in which language a text begins, from its script and, where several languages share one,
 * from its trigrams of letters: the language with the largest Σ max(0, 16 ln(share / 0.00002)) over
 * the trigrams, where the share of a trigram in a language comes from a table of the jar.
 *
 * <ul>
 *   <li>Undetermined: fewer than four letters; a lead of less than 40 (odds of about 12 to 1); less
 *       than 23 a letter, which is a language that is not in the list; a script without one.
 *   <li>Only the first 400 letters within the first 4,000 bytes are looked at; digits, marks and
 *       punctuation do not count. The main script decides in a mixed text.
 *   <li>A language that is not in the list may be taken for its neighbour (Slovak for Czech, Malay
 *       for Indonesian, Afrikaans for Dutch, Marathi for Hindi).
 *   <li>Invalid UTF-8 ends a word and is otherwise passed over.
 * </ul>
 *
 * <p>Integers only, so equal bytes give the same language everywhere. Not safe for use by several
 * threads at once; allocates nothing. The package documentation holds what was measured.
 *
 * <p>Source: Cavnar and Trenkle, "N-gram-based text categorization", SDAIR 1994, for the trigrams;
 * Dunning, "Statistical identification of language", 1994, for adding up logarithms.
 */
public final class LanguageDetector {
  static final int LETTERS = 400;
  private static final int BYTES = 4_000;
  private static final int FEWEST_LETTERS = 4;
  private static final int LEAST_LEAD = 40;
  private static final int LEAST_WEIGHT_OF_LETTER = 23;
  private static final Language[] LANGUAGES = Language.values();

  private final long[] lanes = new long[LanguageTrigrams.WIDTH];
  private final LetterCounts letters = new LetterCounts();

  public LanguageDetector() {}

  /** The language of the bytes from {@code from} to before {@code to}. */
  public Language identify(byte[] utf8, int from, int to) {
    Objects.checkFromToIndex(from, to, utf8.length);
    Arrays.fill(lanes, 0);
    letters.clear();
    read(utf8, from, to - from > BYTES ? from + BYTES : to);
    Script script = letters.main();
    Language only = Language.onlyOf(script);
    if (letters.total() < FEWEST_LETTERS || only != Language.UNDETERMINED) {
      return letters.total() < FEWEST_LETTERS ? Language.UNDETERMINED : only;
    }
    return byTrigrams(script);
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
