package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.summary.BleuCounts;
import io.nightaudit.metrics.summary.BleuSmoothing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BleuTest {
  private static final Bleu BLEU = Bleu.withDefaults();
  private static final Bleu PLAIN = BLEU.withTokenizer(BleuTokenizer.NONE);

  // README and test_bleu.py of sacreBLEU
  private static final List<String> HYPOTHESES =
      List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");
  private static final List<List<String>> REFERENCES =
      List.of(
          List.of("The dog bit the man.", "The dog had bit the man."),
          List.of("It was not unexpected.", "No one was surprised."),
          List.of("The man bit him first.", "The man had bitten the dog."));

  // test_sentence_bleu.py of sacreBLEU, its issue 98
  private static final String SYSTEM =
      "Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;";
  private static final String REFERENCE = "producţia de zahăr brut se exprimă în zahăr alb;";

  @Test
  void counts_readme_areAsPublished() {
    BleuCounts sum = sum(BLEU);
    assertThat(sum.correct()).containsExactly(14, 7, 5, 3);
    assertThat(sum.total()).containsExactly(17, 14, 11, 8);
    assertThat(sum.systemLength()).isEqualTo(17);
    assertThat(sum.referenceLength()).isEqualTo(18);
    assertThat(sum.score()).isCloseTo(48.530827, within(5e-7));
    assertThat(sum(PLAIN).score()).isCloseTo(49.1919566, within(5e-8));
  }

  // BLEU(max_ngram_order=6): counts 14/17, 7/14, 5/11, 3/8, 2/5, 1/3
  @Test
  void byOrder_readmeToOrderSix_isAsSacrebleu() {
    long[] matches = new long[6];
    for (int index = 0; index < HYPOTHESES.size(); index++) {
      WordNames names = new WordNames();
      List<int[]> references =
          REFERENCES.get(index).stream()
              .map(text -> names.split(Mteval13a.separate(text)))
              .toList();
      int[] tokens = names.split(Mteval13a.separate(HYPOTHESES.get(index)));
      long[] found = NgramMatches.byOrder(tokens, references, 6);
      IntStream.range(0, 6).forEach(order -> matches[order] += found[order]);
    }
    assertThat(matches).containsExactly(14, 7, 5, 3, 2, 1);
  }

  private static BleuCounts sum(Bleu bleu) {
    BleuCounts sum = BleuCounts.EMPTY;
    for (int index = 0; index < HYPOTHESES.size(); index++) {
      sum = sum.plus(bleu.counts(HYPOTHESES.get(index), REFERENCES.get(index)));
    }
    return sum;
  }

  // its test allows 0.001
  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL, MTEVAL_13A, 8.493",
    "FLOOR, MTEVAL_13A, 4.51688",
    "ADD_K, MTEVAL_13A, 14.882",
    "NONE, MTEVAL_13A, 0",
    "EXPONENTIAL, NONE, 7.347"
  })
  void sentenceScore_issue98_isAsPublished(
      BleuSmoothing smoothing, BleuTokenizer tokenizer, double published) {
    BleuCounts counts = BLEU.withTokenizer(tokenizer).counts(SYSTEM, List.of(REFERENCE));
    assertThat(counts.sentenceScore(smoothing)).isCloseTo(published, within(1e-3));
  }

  // test_bleu.py: raw_corpus_bleu(system, [reference], .01); these need no smoothing
  @ParameterizedTest
  @CsvSource({"test, a test, 0.3678794411714425", "a test, a test, 1.0"})
  void sentenceScore_shortTexts_isAsPublished(String system, String reference, double published) {
    assertThat(BLEU.counts(system, List.of(reference)).sentenceScore() / 100)
        .isCloseTo(published, within(1e-12));
  }

  // test_bleu.py: Statistics([4, 2, 1, 0], [6, 5, 4, 3])
  @Test
  void counts_clipped_areAsPublished() {
    BleuCounts counts =
        PLAIN.counts("am I am a character sequence", List.of("I am a symbol string sequence a a"));
    assertThat(counts.correct()).containsExactly(4, 2, 1, 0);
    assertThat(counts.total()).containsExactly(6, 5, 4, 3);
  }

  @Test
  void counts_equallyCloseReferences_takesTheShorter() {
    assertThat(BLEU.counts("a b c", List.of("a b c d", "a b")).referenceLength()).isEqualTo(2);
    assertThat(BLEU.counts("a b c", List.of("a b", "a b c d")).referenceLength()).isEqualTo(2);
  }

  @Test
  void counts_noReference_throws() {
    assertThatThrownBy(() -> BLEU.counts("a", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1")
        .hasMessageContaining("missing");
  }

  @Test
  void counts_emptyTexts_areZero() {
    assertThat(BLEU.counts("", List.of("a b")).systemLength()).isZero();
    assertThat(BLEU.counts(" \n", List.of("")).score()).isZero();
  }

  // Tokenizer13a()(text)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello, world.|Hello , world .",
        "1,000.5 and .5|1,000.5 and . 5",
        "10-20|10 - 20",
        "state-of-the-art|state-of-the-art",
        "a...b|a . . . b",
        "&amp;lt;|<",
        "&amp;quot;|& quot ;",
        "it's|it's",
        "x<skipped>y|xy",
        "😀.|😀 ."
      })
  void separate_examples_areAsSacrebleu(String text, String tokens) {
    assertThat(String.join(" ", split(Mteval13a.separate(text)))).isEqualTo(tokens);
  }

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("([\\{-\\~\\[-\\` -\\&\\(-\\+\\:-\\@\\/])"),
          Pattern.compile("([^0-9])([\\.,])"),
          Pattern.compile("([\\.,])([^0-9])"),
          Pattern.compile("([0-9])(-)"));
  private static final List<String> REPLACEMENTS = List.of(" $1 ", "$1 $2 ", " $1 $2", "$1 $2 ");

  @Test
  void separate_randomTexts_isAsTheRegularExpressions() {
    Random random = new Random(13);
    String alphabet = "..,,,--  01959ab&;~`[]{}(+@/'\"é漢\uD83D\uDE00\uD83D\u00a0\t_^|:!$#";
    for (int repetition = 0; repetition < 20_000; repetition++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(split(Mteval13a.separate(text.toString())))
          .as(text.toString())
          .isEqualTo(split(byRegularExpressions(text.toString())));
    }
  }

  private static String byRegularExpressions(String text) {
    String line = " " + text + " ";
    for (int step = 0; step < PATTERNS.size(); step++) {
      line = PATTERNS.get(step).matcher(line).replaceAll(REPLACEMENTS.get(step));
    }
    return line;
  }

  private static List<String> split(CharSequence text) {
    List<String> words = new ArrayList<>();
    WhiteSpace.split(text, words::add);
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ",.", "1-", "-\n", "&amp;", "<skipped>", "a ", "\u3000", "&"})
  @Timeout(20)
  void counts_megabytesOfOnePattern_isLinear(String pattern) {
    String text = pattern.repeat(1_000_000 / pattern.length());
    BleuCounts counts = BLEU.counts(text, List.of(text + "b"));
    assertThat(counts.correct()[0]).isLessThanOrEqualTo(counts.systemLength());
    assertThat(counts.total()[0]).isEqualTo(counts.systemLength());
  }

  @Test
  @Timeout(20)
  void counts_tenMegabytesOfStops_finishes() {
    BleuCounts counts = BLEU.counts(".".repeat(10_000_000), List.of("."));
    assertThat(counts.systemLength()).isEqualTo(10_000_000);
    assertThat(counts.correct()).containsExactly(1, 0, 0, 0);
  }

  /** One segment with very many references costs no more than their length. */
  @Test
  @Timeout(20)
  void counts_manyReferences_isLinear() {
    List<String> references = IntStream.range(0, 50_000).mapToObj(n -> "a b c d e" + n).toList();
    assertThat(BLEU.counts("a b c d", references).correct()).containsExactly(4, 3, 2, 1);
  }
}
