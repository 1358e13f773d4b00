package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDescriptionTest {
  private static final String ALPHABET =
      "aeZ09 .?!'’\n\t\"`(;:{=#*-,éßЖяΩ;عש漢ひカ한अไ。？😀👍🏽🇩🇪‍️⃣…ᾈ\u0000http://www.";

  /** Counted by hand. Flags: Q question, F fragment, C code, U unfinished, J valid JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        // text | characters | words | sentences | emoji | links | script | flags
        "Hello world. How are you?|25|5|2|0|0|LATIN|Q",
        "reset password|14|2|1|0|0|LATIN|F",
        "What is the time|16|4|1|0|0|LATIN|Q",
        "When I left, it rained.|23|5|1|0|0|LATIN|-",
        "Do you sell 3.5 kg bags|23|7|1|0|0|LATIN|Q",
        "Don’t panic! It's 42.|21|4|2|0|0|LATIN|-",
        "See https://www.example.com/?a=b for more.|42|9|1|0|1|LATIN|-",
        "www.example.com and http://example.org|38|7|1|0|2|LATIN|-",
        "Great 👍🏽 👨‍👩‍👧 🇩🇪 ❤️ 1️⃣|24|2|1|5|0|LATIN|F",
        "Привет, как дела?|17|3|1|0|0|CYRILLIC|Q",
        "Πού είναι;|10|2|1|0|0|GREEK|Q",
        "أين المكتبة؟|12|2|1|0|0|ARABIC|Q",
        "שלום עולם|9|2|1|0|0|HEBREW|F",
        "你好。今天好吗？|8|6|2|0|0|HAN|Q",
        "こんにちは|5|5|1|0|0|HIRAGANA_KATAKANA|-",
        "안녕하세요 여러분|9|2|1|0|0|HANGUL|F",
        "नमस्ते दुनिया।|14|2|1|0|0|DEVANAGARI|-",
        "สวัสดี|6|4|1|0|0|THAI|F",
        "{\"a\": [1, 2]}|13|3|1|0|0|LATIN|FJ",
        "42|2|1|1|0|0|NONE|FJ",
        "...|3|0|0|0|0|NONE|-",
        "1. One\\n2. Two\\n|14|4|2|0|0|LATIN|F",
        "Title\\n\\nBody text|16|3|2|0|0|LATIN|F",
        "```python\\nprint(1)\\n```|22|3|1|0|0|LATIN|FC",
        "def f(x):\\n    y = x\\n    if y:\\n        return y|46|9|1|0|0|LATIN|C",
        "int a = 1;\\nint b = 2;|21|6|1|0|0|LATIN|C",
      })
  void describe_handCountedTexts_givesDescriptors(
      String text,
      long characters,
      long words,
      long sentences,
      long emoji,
      long links,
      Script script,
      String flags) {
    TextDescription description = of(text.replace("\\n", "\n"));
    assertThat(description.characters()).isEqualTo(characters);
    assertThat(description.words()).isEqualTo(words);
    assertThat(description.sentences()).isEqualTo(sentences);
    assertThat(description.emoji()).isEqualTo(emoji);
    assertThat(description.links()).isEqualTo(links);
    assertThat(description.script()).isEqualTo(script);
    assertThat(flags(description)).isEqualTo(flags.equals("-") ? "" : flags);
  }

  @Test
  void describe_empty_givesZerosAndNaN() {
    TextDescription description = of("");
    assertThat(description.characters()).isZero();
    assertThat(description.words()).isZero();
    assertThat(description.termCount()).isZero();
    assertThat(description.wordsPerSentence()).isNaN();
    assertThat(description.capitalShare()).isNaN();
    assertThat(description.digitShare()).isNaN();
    assertThat(description.punctuationShare()).isNaN();
    assertThat(description.readability()).isNaN();
    assertThat(description.repetition()).isZero();
    assertThat(description.script()).isEqualTo(Script.NONE);
    assertThat(description.refusal()).isFalse();
    assertThat(flags(description)).isEmpty();
  }

  @Test
  void shares_mixedText_areOfLettersAndCharacters() {
    TextDescription description = of("AbÉ, 12 don't");
    assertThat(description.capitalShare()).isEqualTo(2.0 / 7);
    assertThat(description.digitShare()).isEqualTo(2.0 / 13);
    assertThat(description.punctuationShare()).isEqualTo(2.0 / 13);
  }

  @Test
  void readability_handCountedSentence_isFlesch() {
    // The cat sat on the mat: 6 words, 1 sentence, 6 syllables.
    assertThat(of("The cat sat on the mat.").readability())
        .isCloseTo(206.835 - 1.015 * 6 - 84.6, within(1e-12));
    // A ta-ble made com-pa-ny hap-py: 5 words, 1 + 2 + 1 + 3 + 2 syllables.
    assertThat(of("A table made company happy").readability())
        .isCloseTo(206.835 - 1.015 * 5 - 84.6 * 9 / 5, within(1e-12));
    assertThat(of("Only four words here").readability()).isNaN();
    assertThat(of("Это предложение на русском языке").readability()).isNaN();
  }

  @Test
  void repetition_repeatedRuns_isShareOfRepeats() {
    // a b c d a b c d: runs abcd bcda cdab dabc abcd, four of five distinct.
    assertThat(of("a b c d a b c d").repetition()).isCloseTo(0.2, within(1e-12));
    assertThat(of("a b c").repetition()).isZero();
    assertThat(of("no no no no no no no").repetition()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "and then he went on to the|true",
        "and then he went on to the end.|false",
        "and he said \"done\"|false",
        "as shown (see above)|false",
        "and then,|true",
        "growing by 5%|true",
        "see https://example.com/a|false",
        "fin\\nKind regards,\\nSupport|false",
        "these:\\n- one thing\\n- another thing that is long|false",
        "code:\\n```\\nx = 1|true",
        "code:\\n```\\nx = 1\\n```|false",
        "thanks 😀|false"
      })
  void unfinished_endOfLongText_looksCutOff(String ending, boolean expected) {
    String start = "one two three four five six seven eight nine ten ".repeat(2);
    assertThat(of(start + ending.replace("\\n", "\n")).unfinished()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " [1, {\"a\": null}] \n",
        "\"x\"",
        "true",
        "-1.5e3",
        "{\"a\":1,\"a\":2}",
        "\"é😀\""
      })
  void validJson_oneValue_isTrue(String text) {
    assertThat(of(text).validJson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{} {}",
        "1 2",
        "[1,]",
        "```json\n{}\n```",
        "{a: 1}",
        "Sure: {}",
        "tru",
        "1\u0000",
        "\u0000{\u0000}",
        "{'a': 1}",
        "[1]]",
        "NaN"
      })
  void validJson_anythingElse_isFalse(String text) {
    assertThat(of(text).validJson()).isFalse();
  }

  @Test
  void validJson_nestingOfAMillion_isFalse() {
    assertThat(of("[".repeat(1_000_000) + "]".repeat(1_000_000)).validJson()).isFalse();
    assertThat(of("[".repeat(900) + "]".repeat(900)).validJson()).isTrue();
  }

  @Test
  void validJson_invalidUtf8_isFalse() {
    byte[] bytes = {'"', (byte) 0xC3, '"'};
    assertThat(of(bytes).validJson()).isFalse();
  }

  @Test
  void describe_surrogatesInThreeBytes_countAsReplacements() {
    byte[] pair = {
      'a', (byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80
    };
    assertThat(of(pair).characters()).isEqualTo(3);
    assertThat(of(pair).emoji()).isZero();
  }

  @Test
  void describe_nul_isACharacterBetweenWords() {
    TextDescription description = of("a\u0000b");
    assertThat(description.characters()).isEqualTo(3);
    assertThat(description.words()).isEqualTo(2);
  }

  @Test
  void characters_randomBytes_equalTheCodePointsOfTheDecodedText() {
    Random random = new Random(7);
    int[] frequent = {
      0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xFF, 0x20
    };
    for (int run = 0; run < 20_000; run++) {
      byte[] bytes = new byte[random.nextInt(24)];
      for (int index = 0; index < bytes.length; index++) {
        boolean any = random.nextInt(4) == 0;
        bytes[index] =
            (byte) (any ? random.nextInt(256) : frequent[random.nextInt(frequent.length)]);
      }
      String decoded = new String(bytes, StandardCharsets.UTF_8);
      assertThat(of(bytes).characters())
          .as(Arrays.toString(bytes))
          .isEqualTo(decoded.codePointCount(0, decoded.length()));
    }
  }

  @Test
  void describe_reusedInstanceAtAnyOffset_equalsFreshInstance() {
    Random random = new Random(11);
    TextDescription reused = new TextDescription();
    for (int run = 0; run < 3_000; run++) {
      byte[] bytes = randomText(random).getBytes(StandardCharsets.UTF_8);
      int offset = random.nextInt(9);
      byte[] padded = new byte[bytes.length + offset + random.nextInt(9)];
      random.nextBytes(padded);
      System.arraycopy(bytes, 0, padded, offset, bytes.length);
      reused.describe(padded, offset, bytes.length);
      assertThat(everything(reused)).isEqualTo(everything(of(bytes)));
    }
  }

  @Test
  void describe_rangeOutsideBuffer_throws() {
    assertThatThrownBy(() -> new TextDescription().describe(new byte[3], 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void termHashes_smallText_areDistinctWordsAndPairs() {
    TextDescription description = of("Step step 12345 DON’T");
    assertThat(Arrays.copyOf(description.termHashes(), description.termCount()))
        .containsExactlyInAnyOrder(
            Terms.hash("step"),
            Terms.hash("#5"),
            Terms.hash("don't"),
            Terms.hash("step", "step"),
            Terms.hash("step", "54321"),
            Terms.hash("#5", "don't"));
  }

  @Test
  void termHashes_manyWords_areTakenFromTheFirst65536() {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 70_000).forEach(number -> text.append('w').append(number).append(' '));
    TextDescription description = of(text.toString());
    assertThat(description.words()).isEqualTo(70_000);
    // 2 · 65,536 − 1 terms; two 32-bit hashes coincide with expectation 2.
    assertThat(description.termCount()).isBetween(131_071 - 15, 131_071);
    int[] hashes = Arrays.copyOf(description.termHashes(), description.termCount());
    // One bit of a code is kept for listed words: 31 bits coincide twice as often.
    assertThat(Arrays.stream(hashes).distinct().count()).isGreaterThan(hashes.length - 30L);
    assertThat(hashes).doesNotContain(Terms.hash("w65536")).contains(Terms.hash("w65535"));
  }

  private static String randomText(Random random) {
    int[] codePoints = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(random.nextInt(20) == 0 ? 3_000 : 80);
    for (int index = 0; index < length; index++) {
      text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return text.toString();
  }

  private static String everything(TextDescription description) {
    return String.join(
        " ",
        "" + description.characters(),
        "" + description.words(),
        "" + description.sentences(),
        "" + description.capitalShare(),
        "" + description.digitShare(),
        "" + description.punctuationShare(),
        "" + description.emoji(),
        "" + description.links(),
        "" + description.script(),
        "" + description.repetition(),
        "" + description.readability(),
        "" + description.refusal(),
        flags(description),
        Arrays.toString(Arrays.copyOf(description.termHashes(), description.termCount())));
  }

  private static String flags(TextDescription description) {
    return (description.question() ? "Q" : "")
        + (description.fragment() ? "F" : "")
        + (description.code() ? "C" : "")
        + (description.unfinished() ? "U" : "")
        + (description.validJson() ? "J" : "");
  }

  private static TextDescription of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TextDescription of(byte[] bytes) {
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    return description;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "What IS the time, 0",
    "what is xqz and Xqz, 2",
    "price 42 flimp, 2",
    "und was ist das, 3"
  })
  void unlistedWords_ofAText_areWordsThatTheListLacks(String text, long unlisted) {
    TextDescription description = new TextDescription();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    description.describe(bytes, 0, bytes.length);
    assertThat(description.unlistedWords()).isEqualTo(unlisted);
  }
}
