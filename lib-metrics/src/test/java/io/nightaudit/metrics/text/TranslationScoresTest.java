package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.metrics.summary.BleuCounts;
import io.nightaudit.metrics.summary.BleuCounts.Smoothing;
import io.nightaudit.metrics.summary.ChrfCounts;
import io.nightaudit.metrics.summary.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationScoresTest {
  private static final Bleu BLEU = Bleu.withDefaults();

  // The example of sacreBLEU's README and its test/test_bleu.py
  private static final List<String> ANSWERS =
      List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");

  private static final List<List<String>> REFERENCES =
      List.of(
          List.of("The dog bit the man.", "The dog had bit the man."),
          List.of("It was not unexpected.", "No one was surprised."),
          List.of("The man bit him first.", "The man had bitten the dog."));

  // sacreBLEU test/test_sentence_bleu.py, issue 98
  private static final String SUGAR_REFERENCE = "producţia de zahăr brut se exprimă în zahăr alb;";
  private static final String SUGAR =
      "Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;";

  private record Row(String answer, String reference, long[] counts, double[] scores) {}

  private static List<String[]> lines() throws IOException {
    try (InputStream in = TranslationScoresTest.class.getResourceAsStream("/text/scores.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private static List<Row> rows() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Row> rows = new ArrayList<>();
    for (String[] cells : lines()) {
      if (!cells[0].equals("corpus")) {
        rows.add(
            new Row(
                json.readValue(cells[0], String.class),
                json.readValue(cells[1], String.class),
                Arrays.stream(cells, 2, 12).mapToLong(Long::parseLong).toArray(),
                Arrays.stream(cells, 12, 16).mapToDouble(Double::parseDouble).toArray()));
      }
    }
    return rows;
  }

  private static BleuCounts corpus(Bleu bleu) {
    Summary sum = BleuCounts.empty();
    for (int i = 0; i < ANSWERS.size(); i++) {
      sum = sum.plus(bleu.counts(ANSWERS.get(i), REFERENCES.get(i)));
    }
    return (BleuCounts) sum;
  }

  @Test
  void bleu_readmeExample_equalsSacreBleu() {
    BleuCounts counts = corpus(BLEU);

    assertThat(counts.correct()).containsExactly(14, 7, 5, 3);
    assertThat(counts.total()).containsExactly(17, 14, 11, 8);
    assertThat(counts.systemLength()).isEqualTo(17);
    assertThat(counts.referenceLength()).isEqualTo(18);
    assertThat(counts.score()).isCloseTo(48.530827, within(5e-7));
    assertThat(corpus(BLEU.with(BleuTokenizer.NONE)).score()).isCloseTo(49.1919566, within(5e-8));
  }

  @ParameterizedTest
  @CsvSource({"1, 77.65", "2, 60.50", "3, 53.93", "4, 48.53"})
  void bleu_fewerOrders_equalsSacreBleu(int orders, double score) {
    assertThat(corpus(BLEU).score(Smoothing.EXPONENTIAL, orders, false))
        .isCloseTo(score, within(.005));
  }

  @Test
  void bleu_statistics_equalsSacreBleu() {
    BleuCounts counts = BleuCounts.of(11, 11, new long[] {9, 7, 5, 3}, new long[] {10, 8, 6, 4});
    assertThat(counts.score() / 100).isCloseTo(.8375922397, within(5e-11));
  }

  @ParameterizedTest
  @CsvSource({
    "EXPONENTIAL, MTEVAL_13A, 8.493",
    "NONE, MTEVAL_13A, 0",
    "FLOOR, MTEVAL_13A, 4.51688",
    "ADD_ONE, MTEVAL_13A, 14.882",
    "EXPONENTIAL, NONE, 7.347"
  })
  void bleu_sentence_smoothsAsSacreBleu(
      Smoothing smoothing, BleuTokenizer tokenizer, double score) {
    BleuCounts counts = BLEU.with(tokenizer).counts(SUGAR, List.of(SUGAR_REFERENCE));
    assertThat(counts.score(smoothing, 4, true)).isCloseTo(score, within(6e-4));
  }

  @Test
  void bleu_nothingInCommon_isZero() {
    assertThat(BLEU.counts("this is a cat", List.of("okay thanks")).score()).isZero();
    assertThat(BLEU.counts("", List.of("okay thanks")).score()).isZero();
    assertThat(BLEU.counts("", List.of("")).score()).isZero();
    assertThat(BleuCounts.empty().score()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BLEU.counts("a", List.of()))
        .withMessageContaining("at least one reference");
  }

  /** 200 random pairs: counts, sentence scores and the corpus, see src/test/reference. */
  @Test
  void scores_randomPairs_equalOtherTools() throws IOException {
    for (Row row : rows()) {
      BleuCounts bleu = BLEU.counts(row.answer(), List.of(row.reference()));
      long[] counts = new long[10];
      counts[0] = bleu.systemLength();
      counts[1] = bleu.referenceLength();
      System.arraycopy(bleu.correct(), 0, counts, 2, 4);
      System.arraycopy(bleu.total(), 0, counts, 6, 4);
      assertThat(counts).as(row.toString()).isEqualTo(row.counts());
      assertThat(bleu.score(Smoothing.EXPONENTIAL, 4, true))
          .isCloseTo(row.scores()[0], within(1e-9));
      assertThat(Chrf.withDefaults().counts(row.answer(), List.of(row.reference())).score())
          .as(row.toString())
          .isCloseTo(row.scores()[1], within(1e-9));
      assertThat(Chrf.plusPlus().counts(row.answer(), List.of(row.reference())).score())
          .as(row.toString())
          .isCloseTo(row.scores()[2], within(1e-9));
      assertThat(RougeL.of(row.answer(), row.reference()).f())
          .as(row.toString())
          .isCloseTo(row.scores()[3], within(1e-12));
    }
  }

  /** The score of a corpus is the score of summed counts, however it was cut and ordered. */
  @Test
  void scores_anySplitOfTheCorpus_equalOtherTools() throws IOException {
    List<Row> rows = new ArrayList<>(rows());
    String[] expected =
        lines().stream().filter(cells -> cells[0].equals("corpus")).findFirst().orElseThrow();
    Random random = new Random(9);
    for (int run = 0; run < 5; run++) {
      Collections.shuffle(rows, random);
      int cut = random.nextInt(rows.size());
      assertThat(((BleuCounts) bleu(rows, 0, cut).plus(bleu(rows, cut, rows.size()))).score())
          .isCloseTo(Double.parseDouble(expected[2]), within(1e-9));
      assertThat(((ChrfCounts) chrf(rows, 0, cut, 0).plus(chrf(rows, cut, rows.size(), 0))).score())
          .isCloseTo(Double.parseDouble(expected[3]), within(1e-9));
      assertThat(((ChrfCounts) chrf(rows, 0, cut, 2).plus(chrf(rows, cut, rows.size(), 2))).score())
          .isCloseTo(Double.parseDouble(expected[4]), within(1e-9));
    }
  }

  private static Summary bleu(List<Row> rows, int from, int to) {
    Summary sum = BleuCounts.empty();
    for (Row row : rows.subList(from, to)) {
      sum = sum.plus(BLEU.counts(row.answer(), List.of(row.reference())));
    }
    return sum;
  }

  private static Summary chrf(List<Row> rows, int from, int to, int wordOrders) {
    Chrf chrf = wordOrders == 0 ? Chrf.withDefaults() : Chrf.plusPlus();
    Summary sum = ChrfCounts.empty(wordOrders);
    for (Row row : rows.subList(from, to)) {
      sum = sum.plus(chrf.counts(row.answer(), List.of(row.reference())));
    }
    return sum;
  }

  // sacreBLEU test/test_chrf.py, beta 3; the first with eps_smoothing, the second without
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abcdefg | hijklmnop | 0.0 | 0",
        "aa | ab | 8.3333 | 25",
        "a | a | 16.6667 | 100",
        "a b c | a b c | 50 | 100",
        "a b c | abc | 50 | 100",
        "'' | reference | 0 | 0",
        "Die Beziehung zwischen Obama und Netanjahu ist nicht gerade freundlich."
            + "| Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich."
            + "| 64.1302698 | 64.1302698",
        "Niemand hat die Absicht, eine Mauer zu errichten"
            + "| Niemand hat die Absicht, eine Mauer zu errichten | 100 | 100"
      })
  void chrf_published_equalsSacreBleu(
      String answer, String reference, double smoothed, double effective) {
    ChrfCounts counts = Chrf.withDefaults().counts(answer, List.of(reference));

    assertThat(counts.smoothed(3)).isCloseTo(smoothed, within(1e-4));
    assertThat(counts.score(3)).isCloseTo(effective, within(1e-4));
  }

  // sacreBLEU test/test_chrf.py, sentence_chrf(eps_smoothing=True), beta 2
  @Test
  void chrf_czech_equalsSacreBleu() {
    ChrfCounts counts =
        Chrf.withDefaults()
            .counts(
                "Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře.",
                List.of(
                    "Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře."));

    assertThat(counts.smoothed(2)).isCloseTo(39.14078509, within(5e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counts.score(Double.NaN))
        .withMessageContaining("NaN");
  }

  @Test
  void chrf_severalReferences_takesTheBest() {
    ChrfCounts one = Chrf.withDefaults().counts("abc", List.of("abc"));
    assertThat(Chrf.withDefaults().counts("abc", List.of("xyz", "abc"))).isEqualTo(one);
  }

  // google rouge_score: testRougeL, "testing one two" against "testing two" and its testdata
  @Test
  void rougeL_published_equalsRougeScore() {
    RougeL score = RougeL.of("testing two", "testing one two");
    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.recall()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(score.f()).isCloseTo(.8, within(1e-15));
    assertThat(RougeL.of("", "a").f()).isZero();
    assertThat(RougeL.of("日本", "日本").f()).isZero();
  }

  @Test
  void rougeL_hugeTexts_isRefused() {
    String words = "a ".repeat(64_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RougeL.of(words, words))
        .withMessageContaining("64000 times 64000");
  }

  /** Ten megabytes without a space, of spaces, of full stops: linear time, no exception. */
  @ParameterizedTest
  @CsvSource({"a", "' '", ".", "&", "-", "1", "\uD83D"})
  void bleu_tenMegabytes_isCounted(String unit) {
    String text = unit.repeat(10_000_000);
    assertThat(BLEU.counts(text, List.of("a . -")).systemLength()).isNotNegative();
  }
}
