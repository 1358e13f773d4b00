package io.nightaudit.metrics.text;

import java.util.Objects;

/**
 * Describes one text, given as UTF-8 bytes, in one pass; reused per thread, each call overwrites
 * the text before it.
 *
 * <p>A word is a longest run of letters, digits and combining marks; an apostrophe (' or ’) before
 * a letter joins, everything else separates (a hyphen, an underscore, a decimal point too). A
 * letter of Han, kana, Thai, Lao, Khmer or Burmese is a word of its own. A sentence ends at a run
 * of sentence-ending marks followed by white space, a closing mark or nothing, at an empty line,
 * before a list item or heading, and at the end of the text; it holds at least one word.
 *
 * <p>Counts are from 0 up, shares from 0 to 1 of the characters or letters. None says what is good:
 * they are read for changes.
 *
 * <ul>
 *   <li>Empty text, white space: counts 0, shares NaN where nothing is there to divide by,
 *       repetition 0, script {@link Script#NONE}, no question, code, refusal or valid JSON, not
 *       unfinished.
 *   <li>Invalid UTF-8 is read as replacement characters.
 *   <li>A range outside the buffer: an IndexOutOfBoundsException.
 *   <li>Before the first text: as an empty one.
 * </ul>
 *
 * <p>Source: the definitions above; Unicode Standard Annex #29 is the fuller one of words and
 * sentences.
 */
public final class TextDescription {
  private static final int FRAGMENT_WORDS = 5;
  private static final int READABLE_WORDS = 5;
  private static final int UNFINISHED_WORDS = 20;
  private static final int CLOSING_LINE_WORDS = 3;

  private static final Script[] SCRIPTS = Script.values();
  private final TextScanner scanner = new TextScanner();
  private final RefusalDetector refusals = new RefusalDetector();
  private byte[] buffer = {};
  private int offset;
  private int length;

  /** A description of no text yet. */
  public TextDescription() {}

  /** Describes the text; the bytes must not change before the last reading of its descriptors. */
  public void describe(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
    scanner.scan(buffer, offset, length);
  }

  /**
   * Unicode code points; an invalid sequence counts as the one replacement character it becomes.
   */
  public long characters() {
    return scanner.characters;
  }

  /** Words as defined above, from 0 up. */
  public long words() {
    return scanner.words;
  }

  /** Sentences as defined above, from 0 up; 0 only without words. */
  public long sentences() {
    return scanner.sentences;
  }

  /** Words / sentences; NaN for a text without words. */
  public double wordsPerSentence() {
    return (double) scanner.words / scanner.sentences;
  }

  /** Upper-case and title-case letters / letters, 0 to 1; NaN for a text without letters. */
  public double capitalShare() {
    return (double) scanner.capitals / letters();
  }

  /** Decimal digits / characters, 0 to 1; NaN for an empty text. */
  public double digitShare() {
    return (double) scanner.digits / scanner.characters;
  }

  /** Punctuation and symbols that are no emoji / characters, 0 to 1; NaN for an empty text. */
  public double punctuationShare() {
    return (double) scanner.punctuation / scanner.characters;
  }

  /** Emoji as seen: a joined sequence, a flag, a skin tone or a keycap with its base is one. */
  public long emoji() {
    return scanner.emoji;
  }

  /**
   * Whether the text is written as a question: a question mark of any script ends a sentence (in
   * Greek a semicolon), or it begins with an English interrogative ("how", "is", "when did").
   */
  public boolean question() {
    return scanner.questionMark
        || scanner.semicolon && script() == Script.GREEK
        || Interrogatives.begin(scanner.terms.word(0), scanner.terms.word(1));
  }

  /** Whether the text is key words: 1 to 4 words, no mark that ends a sentence, not a question. */
  public boolean fragment() {
    return scanner.words > 0 && scanner.words < FRAGMENT_WORDS && !scanner.ended && !question();
  }

  /** Occurrences of http://, https:// and www. (once for https://www.). */
  public long links() {
    return scanner.links.count;
  }

  /**
   * Whether the text holds code: a fence of three backticks begins a line, or at least two lines,
   * list items aside, end with ; { or }, or are indented by four columns and hold ( or = or end
   * with a colon. Data in braces over several lines counts too.
   */
  public boolean code() {
    return scanner.lines.code();
  }

  /** The script with the most letters, the earlier constant if equal; NONE without letters. */
  public Script script() {
    Script most = Script.NONE;
    long count = 0;
    for (Script script : SCRIPTS) {
      if (scanner.letters[script.ordinal()] > count) {
        most = script;
        count = scanner.letters[script.ordinal()];
      }
    }
    return most;
  }

  /**
   * 1 − distinct runs of four words / runs of four words, 0 (nothing repeated) to 1; 0 for fewer
   * than four words. Numbers count by their placeholder, see {@link Terms}. Only the first 65,536
   * words are looked at.
   */
  public double repetition() {
    return scanner.terms.repetition();
  }

  /** Syllables, estimated by groups of vowels, which suits English only; at least one a word. */
  public long syllables() {
    return scanner.syllables;
  }

  /**
   * The reading ease of this text alone, see {@link ReadingEase}; NaN unless the script is Latin
   * and there are at least five words.
   */
  public double readability() {
    if (scanner.words < READABLE_WORDS || script() != Script.LATIN) {
      return Double.NaN;
    }
    return readingEase().value();
  }

  /** The sums of this text from which a reading ease is computed, whatever its script. */
  public ReadingEase readingEase() {
    return new ReadingEase(scanner.words, scanner.sentences, scanner.syllables);
  }

  /**
   * Whether a phrase of refusal, in one of several languages, is in the first 400 characters;
   * computed when asked.
   */
  public boolean refusal() {
    return refusals.detect(buffer, offset, length);
  }

  /**
   * Whether the text looks cut off: at least 20 words, and an open fence or a last visible
   * character that is neither a sentence-ending mark nor closes anything. A last line that is a
   * list item, a code line, a link or a closing line of at most three words is finished; Thai,
   * which has no full stop, always is.
   */
  public boolean unfinished() {
    if (scanner.words < UNFINISHED_WORDS) {
      return false;
    }
    if (scanner.lines.fenceOpen()) {
      return true;
    }
    boolean closingLine = scanner.lines.several() && scanner.lineWords() <= CLOSING_LINE_WORDS;
    boolean link = scanner.links.last > scanner.lastSpace;
    return !SentenceMarks.closes(scanner.lastVisible)
        && !scanner.lines.item()
        && !closingLine
        && !link
        && !scanner.lines.code()
        && script() != Script.THAI;
  }

  /**
   * Whether the whole text is one JSON value, white space around it aside; computed when asked. A
   * fenced value, nesting beyond 1,000 and invalid UTF-8 are not valid.
   */
  public boolean validJson() {
    return scanner.invalid == 0 && JsonCheck.isValid(buffer, offset, length);
  }

  /**
   * Hashes of the distinct words and pairs of neighbouring words, see {@link Terms}; only the first
   * {@link #termCount} entries count. Only the first 65,536 words are looked at. The array is
   * reused by the next text.
   */
  public int[] termHashes() {
    return scanner.terms.hashes();
  }

  /** Number of distinct words and pairs of {@link #termHashes}, from 0 up. */
  public int termCount() {
    return scanner.terms.count();
  }

  /**
   * The same hashes once for every time that a term occurs, in the order of the text; only the
   * first {@link #termOccurrenceCount} entries count. The array is reused by the next text.
   */
  public int[] termOccurrences() {
    return scanner.terms.occurring();
  }

  /** 2 words − 1 for up to 65,536 words, 0 without words. */
  public int termOccurrenceCount() {
    return scanner.terms.occurrences();
  }

  /**
   * Words that the public list of English words does not have ({@link WordList}), each as often as
   * it occurs: names, jargon, slang, numbers, codes, other languages. From 0 up; only the first
   * 65,536 words are looked at.
   */
  public long unlistedWords() {
    return scanner.terms.unlisted();
  }

  private long letters() {
    long sum = 0;
    for (long count : scanner.letters) {
      sum += count;
    }
    return sum;
  }
}
