package io.nightaudit.metrics.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How much of an answer is written in the passages it was to be based on: a proxy, which knows
 * words and not meaning.
 *
 * <p>Support = n-grams of the answer that a passage holds / n-grams of the answer; unsupported
 * numbers = numbers of the answer that no passage holds / numbers of the answer. Each 0 to 1; more
 * support is better, more unsupported numbers are worse. A paraphrase lowers the support though it
 * is true, and a sentence put together from true pieces raises it though it is false: compare
 * nights, not answers.
 *
 * <p>An n-gram is a run of {@code length} (3) words and numbers, so that function words alone
 * seldom match and no list of them is needed; a run that a sentence or line ends earlier counts as
 * one n-gram of its own length. Words are those of {@link TextDescription} in lower case, but
 * digits at their beginning are a number of their own ({@code 10km} is 10 and km; {@code B2} is a
 * word). Numbers are read in English notation: {@code 1,000}, {@code 1000} and {@code 1000.0} are
 * equal, {@code 1.2.3} is equal to itself only, a sign is not looked at, and number words are
 * words. The number that begins a list item ({@code 1.} and a space) and citations ({@code [1]},
 * {@code [2, 13]}) do not count.
 *
 * <ul>
 *   <li>Answer without words, or no passage with a word: {@link Grounding#NONE}, so no value.
 *   <li>Answer without numbers: the share of unsupported numbers has no value.
 *   <li>Passages without numbers: every number of the answer is unsupported.
 *   <li>Repeated n-grams and numbers count each time; n-grams never span two passages.
 * </ul>
 *
 * <p>Source: coverage by extractive fragments, Grusky et al. 2018, doi:10.18653/v1/N18-1065, with
 * n-grams of fixed length in place of longest fragments. Time is proportional to the length of the
 * texts.
 */
public final class Groundedness {
  private static final int LONGEST = 16;
  private static final Groundedness DEFAULT = new Groundedness(3);

  private final int length;

  private Groundedness(int length) {
    this.length = length;
  }

  /** Runs of three words. */
  public static Groundedness withDefaults() {
    return DEFAULT;
  }

  /** Runs of 1 to 16 words; the longer, the less a paraphrase is supported. */
  public Groundedness withLength(int length) {
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "length must be 1 to %s words, but is %s".formatted(LONGEST, length));
    }
    return new Groundedness(length);
  }

  /** Compares an answer with the passages of its context. */
  public Grounding of(String answer, List<String> context) {
    WordNames names = new WordNames();
    List<int[]> known = new ArrayList<>();
    BitSet knownNumbers = new BitSet();
    for (String passage : context) {
      Statements statements = Statements.of(passage, names);
      known.addAll(statements.runs());
      for (int number : statements.numbers()) {
        knownNumbers.set(number);
      }
    }
    if (known.isEmpty()) {
      return Grounding.NONE;
    }
    Statements said = Statements.of(answer, names);
    long unsupported = 0;
    for (int number : said.numbers()) {
      unsupported += knownNumbers.get(number) ? 0 : 1;
    }
    Support support = support(said.runs(), known);
    return new Grounding(support.supported, support.ngrams, unsupported, said.numbers().length);
  }

  private Support support(List<int[]> said, List<int[]> known) {
    Support support = new Support();
    int[][] knownNames = emptyNames(known);
    int[][] saidNames = emptyNames(said);
    for (int order = 1; order <= length; order++) {
      NgramNames ngrams = new NgramNames();
      for (int run = 0; run < knownNames.length; run++) {
        knownNames[run] = ngrams.add(knownNames[run], known.get(run), order);
      }
      for (int run = 0; run < saidNames.length; run++) {
        saidNames[run] = ngrams.find(saidNames[run], said.get(run), order);
        if (order == Math.min(length, said.get(run).length)) {
          support.add(saidNames[run]);
        }
      }
    }
    return support;
  }

  /** Names of the empty n-grams before each position. */
  private static int[][] emptyNames(List<int[]> runs) {
    return runs.stream().map(run -> new int[run.length]).toArray(int[][]::new);
  }

  private static final class Support {
    private long supported;
    private long ngrams;

    void add(int[] names) {
      ngrams += names.length;
      for (int name : names) {
        supported += name == NgramNames.UNKNOWN ? 0 : 1;
      }
    }
  }
}
