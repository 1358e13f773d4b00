package io.nightaudit.metrics.text;

/**
 * How much of two texts is their longest common subsequence of words (ROUGE-L).
 *
 * <p>precision = common / prediction words, recall = common / reference words, F = 2 P R / (P + R);
 * each 0 to 1, higher is closer to the reference. A word is a longest run of a–z and 0–9 after
 * lower-casing; no stemming. The mean over rows describes a night.
 *
 * <ul>
 *   <li>A text without such words, so one in another script too: 0 for all three, as rouge_score
 *       has it; a caller who wants no value there asks for the number of words.
 *   <li>Both equal and not empty: 1.
 *   <li>Beyond 2^32 pairs of words (65,536 words each): an error.
 * </ul>
 *
 * <p>Source: Lin 2004, https://aclanthology.org/W04-1013; as rouge_score 0.1.2 computes it ({@code
 * RougeScorer(['rougeL'])}).
 *
 * @param common length of the longest common subsequence, in words
 * @param predictionWords words of the prediction
 * @param referenceWords words of the reference
 */
public record RougeL(long common, long predictionWords, long referenceWords) {
  private static final long MOST_PAIRS = 1L << 32;
  private static final char KELVIN = 0x212A;
  private static final char DOTTED_I = 0x130;

  /** Checks 0 ≤ common ≤ words of either text. */
  public RougeL {
    if (common < 0 || common > predictionWords || common > referenceWords) {
      throw new IllegalArgumentException(
          "common must be 0 to the words of either text, but is %s of %s and %s"
              .formatted(common, predictionWords, referenceWords));
    }
  }

  /**
   * Compares a prediction with its reference.
   *
   * @throws IllegalArgumentException if the texts have more than 2^32 pairs of words
   */
  public static RougeL of(String prediction, String reference) {
    WordNames names = new WordNames();
    int[] first = words(prediction, names);
    int[] second = words(reference, names);
    if ((long) first.length * second.length > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "ROUGE-L compares at most %s pairs of words, but the texts have %s x %s; shorten them or count the row as missing"
              .formatted(MOST_PAIRS, first.length, second.length));
    }
    int common = CommonSubsequence.length(first, second, names.size());
    return new RougeL(common, first.length, second.length);
  }

  /** Common / prediction words, 0 to 1; 0 without words. */
  public double precision() {
    return common == 0 ? 0 : (double) common / predictionWords;
  }

  /** Common / reference words, 0 to 1; 0 without words. */
  public double recall() {
    return common == 0 ? 0 : (double) common / referenceWords;
  }

  /** Harmonic mean of precision and recall, 0 to 1; 0 if nothing is common. */
  public double f() {
    double sum = precision() + recall();
    return sum > 0 ? 2 * precision() * recall() / sum : 0;
  }

  private static int[] words(String text, WordNames names) {
    IntSequence words = new IntSequence();
    StringBuilder word = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      char folded = fold(character);
      if (folded != 0) {
        word.append(folded);
      }
      if (folded == 0 || character == DOTTED_I) {
        end(word, words, names);
      }
    }
    end(word, words, names);
    return words.toArray();
  }

  private static void end(StringBuilder word, IntSequence words, WordNames names) {
    if (word.length() > 0) {
      words.add(names.name(word.toString()));
      word.setLength(0);
    }
  }

  /**
   * The lower case of a character if it is a–z or 0–9, else 0. Two characters outside ASCII have
   * such a lower case; the dotted I becomes an i and a combining dot, which ends the word.
   */
  private static char fold(char character) {
    if (character >= 'A' && character <= 'Z') {
      return (char) (character + ('a' - 'A'));
    }
    if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
      return character;
    }
    return switch (character) {
      case KELVIN -> 'k';
      case DOTTED_I -> 'i';
      default -> 0;
    };
  }
}
