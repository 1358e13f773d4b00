package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final String[] PIECES = {
    "a", "B", "é", "1", " ", " ", "'", "’", "-", ".", "漢", "字", "か", "ก", "́", "\uFE0F", "😀", "ё",
    "🇩", "_", "\n", "٣", "!", "ß", "𝟏"
  };

  /** Strings and bytes must agree on what a word is. */
  @Test
  void names_randomTexts_areAsManyAsTheDescriptionCounts() {
    Random random = new Random(7);
    TextDescription description = new TextDescription();
    for (int repetition = 0; repetition < 20_000; repetition++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(16); length > 0; length--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      description.describe(bytes, 0, bytes.length);
      assertThat(Words.names(text.toString(), new WordNames()).length)
          .as(text.toString())
          .isEqualTo((int) description.words());
    }
  }

  @Test
  void names_sameWordInOtherCase_areEqual() {
    int[] names = Words.names("Don’t don't DON'T Éa éA", new WordNames());
    assertThat(names).containsExactly(0, 0, 0, 1, 1);
  }
}
