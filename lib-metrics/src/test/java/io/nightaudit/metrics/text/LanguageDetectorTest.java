package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final int SIZE = 10_000_000;

  /** Sentences written for this test only; the counts are those reached, so that none gets lost. */
  @ParameterizedTest
  @CsvSource({
    // file, sentences, characters, rightly named at least, wrongly named at most
    "language-sentences.txt, 126, 20, 111, 6",
    "language-sentences.txt, 126, 50, 121, 2",
    "language-sentences.txt, 126, 200, 125, 0",
    "language-requests.txt, 265, 20, 228, 7",
    "language-requests.txt, 265, 50, 259, 2",
    "language-requests.txt, 265, 200, 259, 2"
  })
  void identify_beginningsOfSentences_reachesThisAccuracy(
      String file, int sentences, int characters, int right, int wrong) {
    List<String> lines = TextResource.lines(file);
    List<String> wronglyNamed = new ArrayList<>();
    int matches = 0;
    for (String line : lines) {
      String[] fields = line.split("\t");
      String named = identify(beginning(fields[1], characters));
      matches += named.equals(fields[0]) ? 1 : 0;
      if (!named.equals(fields[0]) && !named.equals("und")) {
        wronglyNamed.add(named + " for " + line);
      }
    }
    assertThat(lines).hasSize(sentences);
    assertThat(wronglyNamed).hasSizeLessThanOrEqualTo(wrong);
    assertThat(matches).isGreaterThanOrEqualTo(right);
  }

  @Test
  void identify_threeRequests_isAlwaysRight() {
    List<String> lines = TextResource.lines("language-requests.txt");
    for (int index = 0; index + 3 <= lines.size(); index++) {
      String language = lines.get(index).substring(0, 2);
      if (lines.get(index + 2).startsWith(language)) {
        String text =
            lines.subList(index, index + 3).stream()
                .map(line -> line.substring(3))
                .collect(Collectors.joining(" "));
        assertThat(identify(text)).as(text).isEqualTo(language);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ja|JavaのStringクラスとStringBuilderの違いは何ですか",
        "zh|我喜欢喝优の良品牌的酸奶，你呢？今天天气很好，我们去公园吧",
        "ko|Spring Boot에서 설정 파일은 어떻게 읽나요",
        "ru|Как установить Python 3.12 на Windows и проверить версию?",
        "de|Wie installiere ich das Paket numpy 1.26 auf meinem Rechner?",
        "fr|l'été d'aujourd'hui n'est qu'un début",
        "vi|Xin chào, bạn khỏe không? Tôi cần giúp đỡ.",
        "en|1. First, open the settings. 2. Then choose \"Privacy\"."
      })
  void identify_mixedText_isTheMainLanguage(String language, String text) {
    assertThat(identify(text)).isEqualTo(language);
  }

  @Test
  void identify_longText_looksAtTheBeginning() {
    String german = "Wo bleibt mein Paket, das ich schon vor drei Wochen bestellt habe? ";
    String english = "Could you tell me where my parcel is? ".repeat(1_000);
    assertThat(identify(german.repeat(8) + english)).isEqualTo("de");
    assertThat(identify("7".repeat(4_000) + english)).isEqualTo("und");
  }

  /** 400 letters of the heaviest trigrams fit into a lane: else languages spill over. */
  @Test
  void identify_mostFrequentWordOnly_doesNotOverflow() {
    assertThat(identify("the ".repeat(200))).isEqualTo("en");
    assertThat(identify("och ".repeat(200))).isEqualTo("sv");
    assertThat(LanguageDetector.LETTERS * LanguageTrigrams.LARGEST_WEIGHT)
        .isLessThan(1 << LanguageTrigrams.LANE_BITS);
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

  /** A word counts each time, so that one of Czech alone is Czech. */
  @ParameterizedTest
  @CsvSource({"a,cs", "q,und", "-,und", "the ,en", "и,und", "漢,zh", "\u0301,und"})
  @Timeout(20)
  void identify_tenMegabytes_isDefined(String pattern, String code) {
    int width = pattern.getBytes(StandardCharsets.UTF_8).length;
    byte[] bytes = (pattern + " ").repeat(SIZE / (width + 1)).getBytes(StandardCharsets.UTF_8);
    assertThat(LanguageDetector.identify(bytes, 0, bytes.length)).isEqualTo(code);
  }

  private static String beginning(String text, int characters) {
    int length = Math.min(characters, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static String identify(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return LanguageDetector.identify(bytes, 0, bytes.length);
  }
}
