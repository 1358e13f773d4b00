package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private record Sentence(String language, String text) {
    Sentence first(int characters) {
      int length = Math.min(characters, text.codePointCount(0, text.length()));
      return new Sentence(language, text.substring(0, text.offsetByCodePoints(0, length)));
    }
  }

  private static final List<Sentence> SENTENCES = sentences();

  @Test
  void sentences_list_coversEveryLanguage() {
    assertThat(SENTENCES.stream().map(Sentence::language).collect(Collectors.toSet()))
        .hasSize(Language.values().length - 1);
  }

  /** Measured when the table was made; the generator must not make it worse. */
  @ParameterizedTest
  @CsvSource({
    // characters, rightly named at least, wrongly named at most, of 265
    "20, 228, 9",
    "50, 259, 2",
    "100, 259, 2"
  })
  void identify_sentencesOf30Languages_namesTheirLanguage(int characters, int least, int most) {
    List<Sentence> texts = SENTENCES.stream().map(sentence -> sentence.first(characters)).toList();
    List<Sentence> wrong = new ArrayList<>();
    int right = 0;
    for (Sentence sentence : texts) {
      String named = identify(sentence.text()).code();
      right += named.equals(sentence.language()) ? 1 : 0;
      if (!named.equals(sentence.language()) && !named.equals("und")) {
        wrong.add(sentence);
      }
    }
    assertThat(texts).hasSize(265);
    assertThat(wrong).hasSizeLessThanOrEqualTo(most);
    assertThat(right).isGreaterThanOrEqualTo(least);
  }

  @Test
  void identify_threeSentences_isAlwaysRight() {
    for (int index = 0; index + 3 <= SENTENCES.size(); index++) {
      List<Sentence> three = SENTENCES.subList(index, index + 3);
      if (three.get(0).language().equals(three.get(2).language())) {
        String text = three.stream().map(Sentence::text).collect(Collectors.joining(" "));
        assertThat(identify(text).code()).as(text).isEqualTo(three.get(0).language());
      }
    }
  }

  @Test
  void identify_upperCase_isTheSame() {
    for (Sentence sentence : SENTENCES) {
      // Turkish has an upper case of its own.
      if (!sentence.language().equals("tr")) {
        assertThat(identify(sentence.text().toUpperCase(Locale.ROOT)))
            .as(sentence.text())
            .isEqualTo(identify(sentence.text().toLowerCase(Locale.ROOT)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "42",
        "3.14 + 2 = 5.14",
        "ok",
        "???",
        "😀👍🏽🇩🇪",
        "a",
        "你好",
        "да",
        "xqzw vvkj qqxz",
        "\u0000\u0000\u0000\u0000",
        "ꦲꦏ꧀ꦱꦫꦗꦮ"
      })
  void identify_tooShortOrUnknown_isUndetermined(String text) {
    assertThat(identify(text)).isEqualTo(Language.UNDETERMINED);
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
        "en|1. First, open the settings.\\n2. Then choose \"Privacy\"."
      })
  void identify_mixedText_isTheMainLanguage(String language, String text) {
    assertThat(identify(text.replace("\\n", "\n")).code()).isEqualTo(language);
  }

  @Test
  void identify_window_readsOnlyTheWindow() {
    byte[] bytes = utf8("Wo bleibt mein Paket? Could you tell me where my parcel is?");
    LanguageDetector detector = new LanguageDetector();
    assertThat(detector.identify(bytes, 0, 21)).isEqualTo(Language.GERMAN);
    assertThat(detector.identify(bytes, 22, bytes.length)).isEqualTo(Language.ENGLISH);
    assertThat(detector.identify(bytes, 22, 22)).isEqualTo(Language.UNDETERMINED);
    assertThatThrownBy(() -> detector.identify(bytes, 1, bytes.length + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void identify_reusedInAnyOrder_isTheSame() {
    List<Sentence> shuffled = new ArrayList<>(SENTENCES);
    Collections.shuffle(shuffled, new Random(4));
    LanguageDetector detector = new LanguageDetector();
    for (Sentence sentence : shuffled) {
      byte[] bytes = utf8(sentence.text());
      assertThat(detector.identify(bytes, 0, bytes.length)).isEqualTo(identify(sentence.text()));
    }
  }

  @Test
  void identify_beyond400Letters_looksAtTheBeginning() {
    String german = "Wo bleibt mein Paket, das ich schon vor drei Wochen bestellt habe? ";
    String english = "Could you tell me where my parcel is? ".repeat(1_000);
    assertThat(identify(german.repeat(8) + english)).isEqualTo(Language.GERMAN);
    assertThat(identify("7".repeat(4_000) + english)).isEqualTo(Language.UNDETERMINED);
  }

  /** 400 letters of the heaviest trigrams fit into a lane: else languages spill over. */
  @Test
  void identify_mostFrequentWordOnly_doesNotOverflow() {
    assertThat(identify("the ".repeat(200))).isEqualTo(Language.ENGLISH);
    assertThat(identify("och ".repeat(200))).isEqualTo(Language.SWEDISH);
    assertThat(LanguageDetector.LETTERS * LanguageTrigrams.LARGEST_WEIGHT)
        .isLessThan(1 << LanguageTrigrams.LANE_BITS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x80, 0xC0, 0xC3, 0xED, 0xF4, 0xFF})
  @Timeout(5)
  void identify_tenMegabytesOfOneByte_isUndetermined(int value) {
    byte[] bytes = new byte[10_000_000];
    Arrays.fill(bytes, (byte) value);
    assertThat(new LanguageDetector().identify(bytes, 0, bytes.length))
        .isEqualTo(Language.UNDETERMINED);
  }

  @Test
  void identify_invalidSequences_endWords() {
    byte[] valid = utf8("Where is my parcel today");
    byte[] invalid = valid.clone();
    for (int index = 0; index < invalid.length; index++) {
      invalid[index] = invalid[index] == ' ' ? (byte) 0xFF : invalid[index];
    }
    LanguageDetector detector = new LanguageDetector();
    assertThat(detector.identify(invalid, 0, invalid.length))
        .isEqualTo(detector.identify(valid, 0, valid.length))
        .isEqualTo(Language.ENGLISH);
    // Overlong letters, half a surrogate pair and a cut sequence are no letters.
    byte[] hostile = {
      (byte) 0xC1,
      (byte) 0xA1,
      (byte) 0xE0,
      (byte) 0x81,
      (byte) 0xA1,
      (byte) 0xED,
      (byte) 0xA0,
      (byte) 0xBD,
      (byte) 0xD0
    };
    assertThat(detector.identify(hostile, 0, hostile.length)).isEqualTo(Language.UNDETERMINED);
  }

  @Test
  void identify_randomBytes_givesALanguage() {
    Random random = new Random(11);
    LanguageDetector detector = new LanguageDetector();
    byte[] bytes = new byte[600];
    for (int run = 0; run < 2_000; run++) {
      random.nextBytes(bytes);
      int from = random.nextInt(300);
      assertThat(detector.identify(bytes, from, from + 300)).isNotNull();
    }
  }

  @Test
  void language_ofDescription_isThatOfTheDetector() {
    byte[] bytes = utf8("x Wo bleibt mein Paket? x");
    TextDescription description = new TextDescription();
    description.describe(bytes, 2, bytes.length - 4);
    assertThat(description.language()).isEqualTo(Language.GERMAN);
  }

  private static Language identify(String text) {
    byte[] bytes = utf8(text);
    return new LanguageDetector().identify(bytes, 0, bytes.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    String language = "";
    for (String line : resource().split("\n")) {
      if (line.startsWith("[")) {
        language = line.substring(1, line.indexOf(']'));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sentences.add(new Sentence(language, line));
      }
    }
    return List.copyOf(sentences);
  }

  private static String resource() {
    try (InputStream stream =
        LanguageDetectorTest.class.getResourceAsStream("language-sentences.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
