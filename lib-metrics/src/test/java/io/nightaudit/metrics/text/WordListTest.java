package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordListTest {
  private final WordList list = new WordList();

  @Test
  void words_shipped_areDistinctSingleLowerCaseWords() {
    assertThat(list.words()).hasSizeGreaterThan(2_000).doesNotHaveDuplicates();
    assertThat(list.words()).allMatch(word -> word.matches("[a-z]+('[a-z]+)?"));
    assertThat(list.words()).contains("step", "check", "prime", "error", "invoice", "refund");
  }

  @Test
  void nameOf_everyBucket_isThatOfOneWordAtMost() {
    for (int buckets : new int[] {4_096, 65_536}) {
      for (String word : list.words()) {
        assertThat(list.nameOf(Terms.bucket(Terms.hash(word), buckets), buckets)).contains(word);
      }
    }
  }

  @Test
  void nameOf_bucketOfAnyOtherTerm_isEmpty() {
    for (int i = 0; i < 20_000; i++) {
      int word = Terms.hash("zq" + Integer.toString(i, 26));
      int pair = Terms.hash("step", "zq" + Integer.toString(i, 26));
      assertThat(list.nameOf(Terms.bucket(word, 4_096), 4_096)).isEmpty();
      assertThat(list.nameOf(Terms.bucket(pair, 65_536), 65_536)).isEmpty();
    }
    assertThat(list.nameOf(0, 1)).isEmpty();
  }

  @Test
  void hash_everyListedWord_isTheTermOfATextOfThatWord() {
    TextDescription description = new TextDescription();
    for (String word : list.words()) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      description.describe(bytes, 0, bytes.length);
      assertThat(description.termCount()).as(word).isEqualTo(1);
      assertThat(description.termHashes()[0]).as(word).isEqualTo(Terms.hash(word));
    }
  }

  @Test
  void read_wordsOfAsciiBesideAWideOne_equalsTheShortPath() {
    WideWord wide = new WideWord();
    TextDescription description = new TextDescription();
    for (String word : list.words()) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      assertThat(wide.read(bytes, 0, bytes.length, new long[Script.values().length]))
          .isEqualTo(bytes.length);
      assertThat(Terms.finish(wide.hash)).as(word).isEqualTo(Terms.raw(word));
      byte[] five = (word + " " + word + " a a a").getBytes(StandardCharsets.US_ASCII);
      description.describe(five, 0, five.length);
      double syllables = (2.0 * wide.syllables() + 3) / 5;
      assertThat(description.readability())
          .as(word)
          .isCloseTo(206.835 - 1.015 * 5 - 84.6 * syllables, within(1e-9));
    }
  }

  @Test
  void hash_fixedWords_neverChanges() {
    // Python, 64-bit: x = 1; for c in b"step": x = rotl(x, 5) ^ c; then the two multiplications.
    assertThat(Terms.raw("step")).isEqualTo(243584880);
    assertThat(Terms.pair(Terms.raw("step"), Terms.raw("one"))).isEqualTo(1740503334);
    assertThat(Terms.hash("ÄRGER")).isEqualTo(Terms.hash("ärger"));
    assertThat(Terms.hash("12345")).isEqualTo(Terms.hash("12345678")).isEqualTo(Terms.hash("#5"));
  }

  @Test
  void nameOf_bucketOutsideRange_throws() {
    assertThatThrownBy(() -> list.nameOf(8, 8)).hasMessageContaining("0 to 7");
    assertThatThrownBy(() -> Terms.bucket(1, 0)).hasMessageContaining("at least 1");
  }
}
