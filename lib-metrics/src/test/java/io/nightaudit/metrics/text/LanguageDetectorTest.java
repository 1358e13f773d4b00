package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final int SIZE = 10_000_000;

  /** Sentences written for this test only; the counts are those reached, so that none gets lost. */
  @ParameterizedTest
  @CsvSource({"20, 85, 36", "50, 121, 1", "200, 124, 0"})
  void identify_beginningsOfSentences_reachesThisAccuracy(
      int characters, int right, int undetermined) {
    List<String> found = new ArrayList<>();
    List<String> sentences = TextResource.lines("language-sentences.txt");
    int matches = 0;
    for (String line : sentences) {
      String[] fields = line.split("\t");
      int length = fields[1].codePointCount(0, fields[1].length());
      int end = fields[1].offsetByCodePoints(0, Math.min(characters, length));
      found.add(identify(fields[1].substring(0, end)));
      matches += found.get(found.size() - 1).equals(fields[0]) ? 1 : 0;
    }
    assertThat(sentences).hasSize(126);
    assertThat(matches).isGreaterThanOrEqualTo(right);
    assertThat(found.stream().filter("und"::equals).count()).isLessThanOrEqualTo(undetermined);
  }

  @ParameterizedTest
  @CsvSource({
    "el, Καλημέρα",
    "he, שלום",
    "hi, नमस्ते",
    "th, สวัสดี",
    "ko, 안녕하세요 iPhone",
    "ja, こんにちは",
    "ja, 東京都へ行く",
    "zh, 我想买一台新的电脑 MacBook",
    "zh, 東京"
  })
  void identify_scriptOfOneLanguage_needsNoWords(String code, String text) {
    assertThat(identify(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12345 67.8 %",
        "?!.,",
        "🎉🎉",
        "\u0000\u0000\u0000",
        "a",
        "ok",
        "xqzw vbnm kkjh",
        "asdf qwer zxcv hjkl asdf qwer zxcv hjkl",
        "dGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0IGVuY29kaW5nIHdpdGggbm8gc3BhY2Vz",
        "ᚠᚢᚦᚨᚱᚲ",
        "ქართული ენა"
      })
  void identify_noTellingLetters_isUndetermined(String text) {
    assertThat(identify(text)).isEqualTo(LanguageDetector.UNDETERMINED);
  }

  @Test
  void identify_upperCaseAndCombiningMarks_makeNoDifference() {
    assertThat(identify("ES IST NICHT MÖGLICH, ABER WIR KOMMEN WIEDER")).isEqualTo("de");
    String composed = "Je vous remercie, c'est une très bonne idée de répondre déjà aujourd'hui";
    String marked = composed.replace("é", "e\u0301").replace("è", "e\u0300");
    assertThat(identify(marked)).isEqualTo(identify(composed)).isEqualTo("fr");
  }

  @Test
  void identify_partOfArray_looksAtNothingElse() {
    byte[] bytes = "это не то что we are here with you это не то".getBytes(StandardCharsets.UTF_8);
    int from = "это не то что ".getBytes(StandardCharsets.UTF_8).length;
    assertThat(LanguageDetector.identify(bytes, from, from + 20)).isEqualTo("en");
    assertThat(LanguageDetector.identify(bytes, from, from)).isEqualTo("und");
    assertThatThrownBy(() -> LanguageDetector.identify(bytes, 1, bytes.length + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void identify_anyCut_isDefined() {
    byte[] bytes = "Der Preis ist höher als 5 € – это 価格です 🎉".getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from <= bytes.length; from++) {
      for (int to = from; to <= bytes.length; to++) {
        byte[] exact = Arrays.copyOfRange(bytes, from, to);
        assertThat(LanguageDetector.identify(bytes, from, to))
            .isEqualTo(LanguageDetector.identify(exact, 0, exact.length));
      }
    }
  }

  /** Overlong, cut, surrogate and lone bytes between words. */
  @Test
  void identify_invalidUtf8BetweenWords_isPassedOver() {
    int[][] sequences = {
      {0xC0, 0xAF}, {0xE2, 0x82}, {0xED, 0xA0, 0x80}, {0xF0, 0x9F, 0x98}, {0x80}, {0xFF}, {0}
    };
    byte[] words = "the answer is not what you would have".getBytes(StandardCharsets.UTF_8);
    for (int[] sequence : sequences) {
      byte[] bytes = new byte[words.length + 2 * sequence.length];
      for (int index = 0; index < sequence.length; index++) {
        bytes[index] = (byte) sequence[index];
        bytes[bytes.length - sequence.length + index] = (byte) sequence[index];
      }
      System.arraycopy(words, 0, bytes, sequence.length, words.length);
      assertThat(LanguageDetector.identify(bytes, 0, bytes.length)).isEqualTo("en");
    }
  }

  @ParameterizedTest
  @CsvSource({"a,und", "-,und", "the ,en", "и,und", "漢,zh", "\u0301,und"})
  @Timeout(20)
  void identify_tenMegabytes_isDefined(String pattern, String code) {
    int width = pattern.getBytes(StandardCharsets.UTF_8).length;
    byte[] bytes = (pattern + " ").repeat(SIZE / (width + 1)).getBytes(StandardCharsets.UTF_8);
    assertThat(LanguageDetector.identify(bytes, 0, bytes.length)).isEqualTo(code);
  }

  private static String identify(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LanguageDetector.identify(bytes, 0, bytes.length);
  }
}
