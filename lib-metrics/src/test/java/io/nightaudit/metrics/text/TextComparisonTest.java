package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.metrics.Archives;
import io.nightaudit.metrics.summary.BleuCounts;
import io.nightaudit.metrics.summary.BleuSmoothing;
import io.nightaudit.metrics.summary.ChrfCounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 200 random pairs against sacrebleu 2.6.0 and rouge_score 0.1.2, written by
 * src/test/reference/text_comparison.py.
 */
class TextComparisonTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static final Bleu PLAIN = Bleu.withDefaults().withTokenizer(BleuTokenizer.NONE);
  private static final List<JsonNode> CASES = new ArrayList<>();
  private static JsonNode whole;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream stream =
        TextComparisonTest.class.getResourceAsStream("text-comparison.jsonl")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        CASES.add(new ObjectMapper().readTree(line));
      }
    }
    whole = CASES.remove(CASES.size() - 1);
    assertThat(CASES).hasSize(200);
  }

  @Test
  void bleu_eachPair_isAsSacrebleu() {
    for (JsonNode pair : CASES) {
      BleuCounts counts = Bleu.withDefaults().counts(hypothesis(pair), references(pair));
      assertThat(statistics(counts)).as(pair.toString()).isEqualTo(longs(pair.get("bleu")));
      assertThat(statistics(PLAIN.counts(hypothesis(pair), references(pair))))
          .as(pair.toString())
          .isEqualTo(longs(pair.get("plain")));
      for (BleuSmoothing smoothing : BleuSmoothing.values()) {
        assertThat(counts.sentenceScore(smoothing))
            .as(pair.toString())
            .isCloseTo(pair.get("sentence").get(smoothing.ordinal()).asDouble(), EXACT);
      }
    }
  }

  @Test
  void chrf_eachPair_isAsSacrebleu() {
    for (JsonNode pair : CASES) {
      ChrfCounts words = Chrf.plusPlus().counts(hypothesis(pair), references(pair));
      assertThat(statistics(words)).as(pair.toString()).isEqualTo(longs(pair.get("chrf")));
      assertThat(words.score()).isCloseTo(pair.get("chrf2++").asDouble(), EXACT);
      ChrfCounts characters = Chrf.withDefaults().counts(hypothesis(pair), references(pair));
      assertThat(characters.score()).isCloseTo(pair.get("chrf2").asDouble(), EXACT);
    }
  }

  @Test
  void rougeL_eachPair_isAsRougeScore() {
    for (JsonNode pair : CASES) {
      RougeL rouge = RougeL.of(hypothesis(pair), references(pair).get(0));
      double[] expected = Archives.doubles(pair.get("rougeL"));
      assertThat(new double[] {rouge.precision(), rouge.recall(), rouge.f()})
          .as(pair.toString())
          .containsExactly(expected, EXACT);
    }
  }

  @Test
  void score_whole_isAsSacrebleu() {
    BleuCounts bleu = BleuCounts.EMPTY;
    BleuCounts plain = BleuCounts.EMPTY;
    ChrfCounts chrf = ChrfCounts.empty(0);
    ChrfCounts words = ChrfCounts.empty(2);
    ChrfCounts first = ChrfCounts.empty(2);
    for (JsonNode pair : CASES) {
      String text = hypothesis(pair);
      List<String> references = references(pair);
      bleu = bleu.plus(Bleu.withDefaults().counts(text, references));
      plain = plain.plus(PLAIN.counts(text, references));
      chrf = chrf.plus(Chrf.withDefaults().counts(text, references));
      words = words.plus(Chrf.plusPlus().counts(text, references));
      first = first.plus(Chrf.plusPlus().counts(text, references.subList(0, 1)));
    }
    for (BleuSmoothing smoothing : BleuSmoothing.values()) {
      double expected = whole.get("bleu").get(smoothing.ordinal()).asDouble();
      assertThat(bleu.score(smoothing)).isCloseTo(expected, EXACT);
    }
    assertThat(bleu.count()).isEqualTo(200);
    assertThat(plain.score()).isCloseTo(whole.get("plain").asDouble(), EXACT);
    assertThat(chrf.score()).isCloseTo(whole.get("chrf2").asDouble(), EXACT);
    assertThat(words.score()).isCloseTo(whole.get("chrf2++").asDouble(), EXACT);
    assertThat(first.epsilonScore(2)).isCloseTo(whole.get("eps").asDouble(), EXACT);
  }

  private static String hypothesis(JsonNode pair) {
    return pair.get("hypothesis").asText();
  }

  private static List<String> references(JsonNode pair) {
    List<String> references = new ArrayList<>();
    pair.get("references").forEach(reference -> references.add(reference.asText()));
    return references;
  }

  private static long[] statistics(BleuCounts counts) {
    LongStream lengths = LongStream.of(counts.systemLength(), counts.referenceLength());
    LongStream orders =
        LongStream.concat(LongStream.of(counts.correct()), LongStream.of(counts.total()));
    return LongStream.concat(lengths, orders).toArray();
  }

  private static long[] statistics(ChrfCounts counts) {
    long[] statistics = new long[3 * counts.match().length];
    for (int order = 0; order < counts.match().length; order++) {
      statistics[3 * order] = counts.hypothesis()[order];
      statistics[3 * order + 1] = counts.reference()[order];
      statistics[3 * order + 2] = counts.match()[order];
    }
    return statistics;
  }

  private static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = array.get(index).asLong();
    }
    return values;
  }
}
