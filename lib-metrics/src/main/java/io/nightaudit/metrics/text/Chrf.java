package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.ChrfCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Counts what chrF needs of an answer and its reference; {@link ChrfCounts} adds up and scores.
 *
 * <p>N-grams of 1 to 6 characters (code points) without white space, for chrF++ also of 1 and 2
 * words, punctuation at their ends apart.
 *
 * <ul>
 *   <li>Of an order that the reference is too short for, the answer's n-grams do not count either.
 *   <li>Several references: the one with the best score counts, the first of several.
 *   <li>Case counts. No reference: refused.
 * </ul>
 *
 * Source: M. Popović, WMT 2015 and 2017; exactly as sacreBLEU 2, {@code nc:6|nw:0} or {@code nw:2}.
 */
public final class Chrf {
  private static final Chrf DEFAULT = new Chrf(0);
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final int wordOrders;

  private Chrf(int wordOrders) {
    this.wordOrders = wordOrders;
  }

  /** chrF, of characters alone. */
  public static Chrf withDefaults() {
    return DEFAULT;
  }

  /** chrF++, with words of order 1 and 2. */
  public static Chrf plusPlus() {
    return new Chrf(ChrfCounts.MOST_WORD_ORDERS);
  }

  /** The counts of one answer. */
  public ChrfCounts counts(String answer, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("chrF needs at least one reference; leave the row out");
    }
    ChrfCounts best = null;
    for (String reference : references) {
      ChrfCounts counts = counts(answer, reference);
      best = best == null || counts.score() > best.score() ? counts : best;
    }
    return best;
  }

  private ChrfCounts counts(String answer, String reference) {
    List<Long> numbers = new ArrayList<>();
    add(numbers, characters(answer), characters(reference), ChrfCounts.CHARACTER_ORDERS);
    add(numbers, words(answer), words(reference), wordOrders);
    return ChrfCounts.of(wordOrders, numbers.stream().mapToLong(Long::longValue).toArray());
  }

  private static void add(
      List<Long> numbers, List<String> answer, List<String> reference, int orders) {
    Ngrams ngrams = new Ngrams();
    int[] single = ngrams.numbers(answer);
    int[] singleReference = ngrams.numbers(reference);
    int[] current = single;
    int[] currentReference = singleReference;
    for (int n = 0; n < orders; n++) {
      if (n > 0) {
        ngrams.nextOrder();
        current = ngrams.longer(current, single);
        currentReference = ngrams.longer(currentReference, singleReference);
      }
      Map<Integer, Integer> counts = Ngrams.counts(current);
      numbers.add(currentReference.length == 0 ? 0L : current.length);
      numbers.add((long) currentReference.length);
      numbers.add(Ngrams.common(counts, Ngrams.counts(currentReference)));
    }
  }

  private static List<String> characters(String text) {
    return Words.withoutSpaces(text).codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(text)) {
      int last = word.offsetByCodePoints(word.length(), -1);
      int second = word.offsetByCodePoints(0, 1);
      if (second < word.length() && isPunctuation(word.substring(last))) {
        words.add(word.substring(0, last));
        words.add(word.substring(last));
      } else if (second < word.length() && isPunctuation(word.substring(0, second))) {
        words.add(word.substring(0, second));
        words.add(word.substring(second));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isPunctuation(String character) {
    return PUNCTUATION.contains(character);
  }
}
