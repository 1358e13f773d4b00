package io.nightaudit.metrics.text;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much a text repeats itself.
 *
 * <p>Distinct-n = different n-grams of words / n-grams, above 0 to 1, lower is more repetitive.
 * Repeated share = 4-grams that stood before in the text / 4-grams, 0 to 1, higher is worse.
 * Computed for each text and averaged, since the distinct share of many texts together falls with
 * their number.
 *
 * <ul>
 *   <li>Fewer words than n: no value. Words are split at white space and lower-cased.
 * </ul>
 *
 * Source: J. Li et al., A Diversity-Promoting Objective Function, NAACL 2016.
 *
 * @param ngrams number of n-grams for n = 1 to 4
 * @param distinct number of different ones for n = 1 to 4
 */
public record Repetition(long[] ngrams, long[] distinct) {
  private static final int ORDERS = 4;

  public Repetition {
    ngrams = ngrams.clone();
    distinct = distinct.clone();
  }

  @Override
  public long[] ngrams() {
    return ngrams.clone();
  }

  @Override
  public long[] distinct() {
    return distinct.clone();
  }

  /** Repetition within one text. */
  public static Repetition of(String text) {
    Ngrams numbering = new Ngrams();
    int[] words = numbering.numbers(Words.of(text.toLowerCase(Locale.ROOT)));
    int[] current = words;
    long[] ngrams = new long[ORDERS];
    long[] distinct = new long[ORDERS];
    for (int n = 0; n < ORDERS; n++) {
      if (n > 0) {
        numbering.nextOrder();
        current = numbering.longer(current, words);
      }
      ngrams[n] = current.length;
      distinct[n] = Ngrams.counts(current).size();
    }
    return new Repetition(ngrams, distinct);
  }

  /** Different n-grams / n-grams; none for a text of fewer than n words. */
  public OptionalDouble distinct(int n) {
    if (n < 1 || n > ORDERS) {
      throw new IllegalArgumentException("n must be 1 to %s. Provided: %s".formatted(ORDERS, n));
    }
    return ngrams[n - 1] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) distinct[n - 1] / ngrams[n - 1]);
  }

  /** 4-grams that stood before / 4-grams; none for a text of fewer than four words. */
  public OptionalDouble repeatedShare() {
    OptionalDouble share = distinct(ORDERS);
    return share.isEmpty() ? share : OptionalDouble.of(1 - share.getAsDouble());
  }
}
