package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much a text repeats itself.
 *
 * <p>Distinct-n = different n-grams / n-grams of words, n = 1 to 4: above 0 to 1, lower repeats
 * more, and a longer text has lower values, so texts of like length are compared. Repeated = words
 * inside a run of four words that occurs more than once / words: 0 to 1, higher repeats more. Words
 * are those of {@link TextDescription} in lower case. A night is described by the mean over its
 * texts, since distinct-n of all texts together depends on how many there are.
 *
 * <ul>
 *   <li>Fewer than n words: distinct-n has no value (NaN), as there are 0 of 0.
 *   <li>One to three words: repeated is 0; no word: no value (NaN).
 *   <li>One word over and over, m times: distinct-n is 1 / (m − n + 1), repeated is 1 from five on.
 * </ul>
 *
 * <p>{@link TextDescription#repetition()} is 1 − distinct-4 by hashes, of the first 65,536 words
 * and with numbers replaced; this class compares the words themselves.
 *
 * <p>Source: Li et al. 2016, doi:10.18653/v1/N16-1014 (distinct-1 and -2); Welleck et al. 2020,
 * arXiv:1908.04319 (seq-rep-4 = 1 − distinct-4). Time is proportional to the length of the text.
 *
 * @param distinct different n-grams of all n-grams for n = 1 to 4, in this order
 * @param repeated words inside a repeated run of four of all words
 */
public record Repetition(List<Rate> distinct, Rate repeated) {
  /** The longest n-gram counted. */
  public static final int ORDERS = 4;

  /** Checks that there is one rate for each order. */
  public Repetition {
    distinct = List.copyOf(distinct);
    if (distinct.size() != ORDERS) {
      throw new IllegalArgumentException(
          "distinct must hold %s rates, but holds %s".formatted(ORDERS, distinct.size()));
    }
  }

  /** Counts the n-grams of a text. */
  public static Repetition of(String text) {
    int[] words = Words.names(text, new WordNames());
    List<Rate> distinct = new ArrayList<>();
    int[] names = new int[words.length];
    for (int order = 1; order <= ORDERS; order++) {
      NgramNames known = new NgramNames();
      names = known.add(names, words, order);
      distinct.add(new Rate(known.size(), names.length, 0));
    }
    return new Repetition(distinct, new Rate(inRepeatedRun(names), words.length, 0));
  }

  /** Different n-grams / n-grams for an order of 1 to 4; NaN without n-grams. */
  public double distinctShare(int order) {
    if (order < 1 || order > ORDERS) {
      throw new IllegalArgumentException(
          "order must be 1 to %s, but is %s".formatted(ORDERS, order));
    }
    return distinct.get(order - 1).value();
  }

  /** Words inside a run of four that occurs more than once / words; NaN without words. */
  public double repeatedShare() {
    return repeated.value();
  }

  private static long inRepeatedRun(int[] runs) {
    int[] counts = new int[Arrays.stream(runs).max().orElse(-1) + 1];
    for (int run : runs) {
      counts[run]++;
    }
    long inside = 0;
    int covered = 0;
    for (int start = 0; start < runs.length; start++) {
      if (counts[runs[start]] > 1) {
        inside += start + ORDERS - Math.max(start, covered);
        covered = start + ORDERS;
      }
    }
    return inside;
  }
}
