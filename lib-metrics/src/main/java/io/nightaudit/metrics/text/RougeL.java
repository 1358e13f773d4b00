package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE-L: how much of a reference an answer holds in the same order.
 *
 * <p>Precision = common / answer words, recall = common / reference words, F = 2PR/(P+R), all 0 to
 * 1, higher is better; common is the length of the longest common subsequence of words. Words are
 * runs of a–z and 0–9 of the lower-cased text, so it is for English. Of several rows take the mean.
 *
 * <ul>
 *   <li>No words on a side: all 0.
 *   <li>More than 4·10^9 pairs of words (two texts of 63,000 words): refused.
 * </ul>
 *
 * Source: C.-Y. Lin, ROUGE, ACL 2004; as google rouge_score without stemmer.
 *
 * @param common words in common, in order
 * @param answerWords words of the answer
 * @param referenceWords words of the reference
 */
public record RougeL(int common, int answerWords, int referenceWords) {
  private static final long MOST_PAIRS = 4_000_000_000L;

  /** The score of one answer. */
  public static RougeL of(String answer, String reference) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] first = numbers(words(answer), numbers);
    int[] second = numbers(words(reference), numbers);
    if ((long) first.length * second.length > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "ROUGE-L compares at most %s pairs of words. Provided: %s times %s; shorten the texts"
              .formatted(MOST_PAIRS, first.length, second.length));
    }
    boolean swap = first.length < second.length;
    int common = swap ? common(second, first) : common(first, second);
    return new RougeL(common, first.length, second.length);
  }

  /** common / answer words; 0 without words. */
  public double precision() {
    return common == 0 ? 0 : (double) common / answerWords;
  }

  /** common / reference words; 0 without words. */
  public double recall() {
    return common == 0 ? 0 : (double) common / referenceWords;
  }

  /** Harmonic mean of both; 0 if nothing is in common. */
  public double f() {
    return common == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
  }

  /** Longest common subsequence, in memory of the shorter one. */
  private static int common(int[] longer, int[] shorter) {
    int[] row = new int[shorter.length + 1];
    for (int word : longer) {
      int diagonal = 0;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        row[j] = shorter[j - 1] == word ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[shorter.length];
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    // Python lower-cases before it keeps a-z: a capital of another script may become one of them.
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || !isWord(lower.charAt(i))) {
        if (i > start) {
          words.add(lower.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static int[] numbers(List<String> words, Map<String, Integer> known) {
    return words.stream()
        .mapToInt(word -> known.computeIfAbsent(word, unknown -> known.size()))
        .toArray();
  }
}
