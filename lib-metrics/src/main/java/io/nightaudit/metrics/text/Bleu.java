package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.BleuCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a text with references by the n-grams of 1 to 4 tokens they share, as BLEU does.
 *
 * <p>Each n-gram of the hypothesis is correct as often as the reference that holds it most often
 * holds it; the reference length is that of the reference closest in length, the shorter of two
 * equally close. Case matters. The counts of a night add up to the BLEU of the night; see {@link
 * BleuCounts} for the formula, the range and the edge cases.
 *
 * <ul>
 *   <li>Empty hypothesis: counts of 0 beside the length of the shortest reference.
 *   <li>No reference: an error, as there is nothing to compare with.
 *   <li>White space at the end, and {@code <skipped>}, do not count.
 * </ul>
 *
 * <p>Source: the counts of sacreBLEU 2 with the signature {@code case:mixed|tok:13a}, Post 2018,
 * doi:10.18653/v1/W18-6319. Time is proportional to the length of the texts.
 */
public final class Bleu {
  private static final Bleu DEFAULT = new Bleu(BleuTokenizer.MTEVAL_13A);

  private final BleuTokenizer tokenizer;

  private Bleu(BleuTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Tokens as mteval-v13a separates them. */
  public static Bleu withDefaults() {
    return DEFAULT;
  }

  public Bleu withTokenizer(BleuTokenizer tokenizer) {
    return new Bleu(tokenizer);
  }

  /**
   * The counts of one segment.
   *
   * @throws IllegalArgumentException if there is no reference
   */
  public BleuCounts counts(String hypothesis, List<String> references) {
    References.requireOne(references);
    WordNames names = new WordNames();
    List<int[]> tokensOfReferences = new ArrayList<>();
    for (String reference : references) {
      tokensOfReferences.add(tokens(reference, names));
    }
    int[] tokens = tokens(hypothesis, names);
    return BleuCounts.ofSegment(
        tokens.length,
        closestLength(tokens.length, tokensOfReferences),
        NgramMatches.byOrder(tokens, tokensOfReferences, BleuCounts.ORDERS),
        NgramMatches.totals(tokens.length, BleuCounts.ORDERS));
  }

  private int[] tokens(String text, WordNames names) {
    return names.split(tokenizer.separate(WhiteSpace.stripEnd(text)));
  }

  private static int closestLength(int length, List<int[]> references) {
    int closest = references.get(0).length;
    for (int[] reference : references) {
      int distance = Math.abs(reference.length - length);
      int shortest = Math.abs(closest - length);
      if (distance < shortest || distance == shortest && reference.length < closest) {
        closest = reference.length;
      }
    }
    return closest;
  }
}
