package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.BleuCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what BLEU needs of an answer and its references; {@link BleuCounts} adds up and scores.
 *
 * <p>N-grams of 1 to 4 words in common, each at most as often as in the reference that has it most
 * often; the reference length is the one closest to the answer's, the shorter of two.
 *
 * <ul>
 *   <li>An empty answer or reference has no n-grams. No reference at all: refused.
 *   <li>Case counts.
 * </ul>
 *
 * Source: K. Papineni et al., ACL 2002; exactly as sacreBLEU 2, {@code
 * nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp}.
 */
public final class Bleu {
  private static final Bleu DEFAULT = new Bleu(BleuTokenizer.MTEVAL_13A);

  private final BleuTokenizer tokenizer;

  private Bleu(BleuTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** With the tokenizer 13a. */
  public static Bleu withDefaults() {
    return DEFAULT;
  }

  /** With another tokenizer. */
  public Bleu with(BleuTokenizer other) {
    return new Bleu(other);
  }

  /** The counts of one answer. */
  public BleuCounts counts(String answer, List<String> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("BLEU needs at least one reference; leave the row out");
    }
    Ngrams ngrams = new Ngrams();
    int[] words = ngrams.numbers(tokenizer.tokens(answer));
    List<int[]> others = new ArrayList<>();
    references.forEach(reference -> others.add(ngrams.numbers(tokenizer.tokens(reference))));
    long[] correct = new long[BleuCounts.ORDERS];
    long[] total = new long[BleuCounts.ORDERS];
    int[] current = words;
    List<int[]> currentOthers = new ArrayList<>(others);
    for (int n = 0; n < BleuCounts.ORDERS; n++) {
      if (n > 0) {
        ngrams.nextOrder();
        current = ngrams.longer(current, words);
        for (int r = 0; r < others.size(); r++) {
          currentOthers.set(r, ngrams.longer(currentOthers.get(r), others.get(r)));
        }
      }
      total[n] = current.length;
      correct[n] = Ngrams.common(Ngrams.counts(current), mostOften(currentOthers));
    }
    return BleuCounts.of(words.length, closest(words.length, others), correct, total);
  }

  private static Map<Integer, Integer> mostOften(List<int[]> references) {
    Map<Integer, Integer> most = new HashMap<>();
    references.forEach(
        reference ->
            Ngrams.counts(reference)
                .forEach((ngram, count) -> most.merge(ngram, count, Math::max)));
    return most;
  }

  private static int closest(int length, List<int[]> references) {
    int closest = references.get(0).length;
    for (int[] reference : references) {
      int nearer = Math.abs(length - reference.length) - Math.abs(length - closest);
      if (nearer < 0 || (nearer == 0 && reference.length < closest)) {
        closest = reference.length;
      }
    }
    return closest;
  }
}
