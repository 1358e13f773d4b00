package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void namesOf_bucketOfAWord_holdsTheWord() {
    int bucket = Terms.bucket(Terms.hash("refund"), 4_096);
    assertThat(list.namesOf(bucket, 4_096)).contains("refund");
    assertThat(list.namesOf(0, 1)).isEqualTo(list.words());
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
  void hash_fixedWords_neverChanges() {
    // Python: FNV-1a of b"step" (0x811C9DC5, 0x01000193), then fmix32 of MurmurHash3.
    assertThat(Terms.hash("step")).isEqualTo(1457656446);
    assertThat(Terms.hash("step", "one")).isEqualTo(1898105364);
    assertThat(Terms.hash("ÄRGER")).isEqualTo(Terms.hash("ärger"));
    assertThat(Terms.hash("12345")).isEqualTo(Terms.hash("12345678")).isEqualTo(Terms.hash("#5"));
  }

  @Test
  void namesOf_bucketOutsideRange_throws() {
    assertThatThrownBy(() -> list.namesOf(8, 8)).hasMessageContaining("0 to 7");
    assertThatThrownBy(() -> Terms.bucket(1, 0)).hasMessageContaining("at least 1");
  }
}
