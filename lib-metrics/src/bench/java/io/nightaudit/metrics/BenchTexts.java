package io.nightaudit.metrics;

import io.nightaudit.metrics.text.WordList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts to measure with: words of the public list, frequent ones more often, in sentences. */
public final class BenchTexts {
  private BenchTexts() {}

  /** Texts of at least {@code size} characters, the same in every run. */
  public static byte[][] of(int count, int size) {
    Random random = new Random(3);
    List<String> words = new WordList().words();
    byte[][] texts = new byte[count][];
    for (int index = 0; index < count; index++) {
      texts[index] = text(random, words, size).getBytes(StandardCharsets.UTF_8);
    }
    return texts;
  }

  private static String text(Random random, List<String> words, int size) {
    StringBuilder text = new StringBuilder("The ");
    while (text.length() < size) {
      double skewed = StrictMath.pow(words.size(), random.nextDouble());
      text.append(words.get((int) skewed - 1));
      int next = random.nextInt(100);
      text.append(next < 6 ? ". The " : next < 7 ? ".\n\n" : next < 13 ? ", " : " ");
    }
    return text.substring(0, size);
  }
}
