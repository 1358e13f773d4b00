package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.ChrfCounts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares a text with references by the n-grams of 1 to 6 characters they share, and for chrF++ by
 * those of 1 and 2 words too.
 *
 * <p>A character is a code point; white space does not count and case matters. Words stand between
 * white space, with one ASCII punctuation mark at the end, or else at the beginning, apart. Of
 * several references the one with the highest chrF (β = 2) counts, the first of equals. The counts
 * of a night add up to the chrF of the night; see {@link ChrfCounts} for the formula, the range and
 * the edge cases.
 *
 * <ul>
 *   <li>Empty hypothesis: hypothesis counts of 0.
 *   <li>Empty reference: all counts 0.
 *   <li>No reference: an error, as there is nothing to compare with.
 * </ul>
 *
 * <p>Source: the counts of sacreBLEU 2 with the signature {@code case:mixed|eff:yes|nc:6|nw:0|
 * space:no}, or {@code nw:2}. Time is proportional to the length of the texts.
 */
public final class Chrf {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final Chrf DEFAULT = new Chrf(0);
  private static final Chrf PLUS_PLUS = new Chrf(2);

  private final int wordOrder;

  private Chrf(int wordOrder) {
    this.wordOrder = wordOrder;
  }

  /** chrF: characters only. */
  public static Chrf withDefaults() {
    return DEFAULT;
  }

  /** chrF++: words and pairs of words too. */
  public static Chrf plusPlus() {
    return PLUS_PLUS;
  }

  /**
   * The counts of one segment.
   *
   * @throws IllegalArgumentException if there is no reference
   */
  public ChrfCounts counts(String hypothesis, List<String> references) {
    References.requireOne(references);
    int[] characters = characters(hypothesis);
    ChrfCounts best = null;
    for (String reference : references) {
      ChrfCounts counts = counts(hypothesis, characters, reference);
      if (best == null || counts.score() > best.score()) {
        best = counts;
      }
    }
    return best;
  }

  private ChrfCounts counts(String hypothesis, int[] characters, String reference) {
    Columns columns = new Columns(ChrfCounts.CHARACTER_ORDERS + wordOrder);
    columns.add(characters, characters(reference), ChrfCounts.CHARACTER_ORDERS);
    if (wordOrder > 0) {
      WordNames names = new WordNames();
      columns.add(words(hypothesis, names), words(reference, names), wordOrder);
    }
    return ChrfCounts.ofSegment(columns.hypothesis, columns.reference, columns.match);
  }

  private static int[] characters(String text) {
    return text.codePoints().filter(codePoint -> !WhiteSpace.is(codePoint)).toArray();
  }

  private static int[] words(String text, WordNames names) {
    IntSequence words = new IntSequence();
    WhiteSpace.split(text, word -> parts(word).forEach(part -> words.add(names.name(part))));
    return words.toArray();
  }

  /**
   * A mark at the end goes before one at the beginning, so {@code (hi)} is {@code (hi} and {@code
   * )}.
   */
  private static Stream<String> parts(String word) {
    int last = word.length() - 1;
    if (last > 0 && PUNCTUATION.indexOf(word.charAt(last)) >= 0) {
      return Stream.of(word.substring(0, last), word.substring(last));
    }
    if (last > 0 && PUNCTUATION.indexOf(word.charAt(0)) >= 0) {
      return Stream.of(word.substring(0, 1), word.substring(1));
    }
    return Stream.of(word);
  }

  /** Counts by order, filled from the characters on. */
  private static final class Columns {
    private final long[] hypothesis;
    private final long[] reference;
    private final long[] match;
    private int filled;

    Columns(int orders) {
      hypothesis = new long[orders];
      reference = new long[orders];
      match = new long[orders];
    }

    void add(int[] text, int[] referenceText, int orders) {
      long[] all = NgramMatches.totals(text.length, orders);
      long[] allOfReference = NgramMatches.totals(referenceText.length, orders);
      long[] shared = NgramMatches.byOrder(text, List.of(referenceText), orders);
      for (int order = 0; order < orders; order++, filled++) {
        hypothesis[filled] = allOfReference[order] > 0 ? all[order] : 0;
        reference[filled] = allOfReference[order];
        match[filled] = shared[order];
      }
    }
  }
}
