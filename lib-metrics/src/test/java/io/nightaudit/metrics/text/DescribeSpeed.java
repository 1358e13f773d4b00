package io.nightaudit.metrics.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Prints how fast texts of about 1.7 KB are described; asserts nothing. */
final class DescribeSpeed {
  private static final int TEXTS = 4_000;
  private static final int SIZE = 1_700;
  private static final int ROUNDS = 12;

  private DescribeSpeed() {}

  public static void main(String[] arguments) {
    byte[][] texts = texts();
    TextDescription description = new TextDescription();
    for (int round = 0; round < ROUNDS; round++) {
      long bytes = 0;
      long terms = 0;
      long start = System.nanoTime();
      for (byte[] text : texts) {
        description.describe(text, 0, text.length);
        bytes += text.length;
        terms += description.termCount();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double speed = bytes / seconds / 1e6;
      System.out.printf(Locale.ROOT, "%.0f MB/s, %d terms a text%n", speed, terms / texts.length);
    }
  }

  /** Words of the list, frequent ones more often, in sentences and paragraphs. */
  private static byte[][] texts() {
    Random random = new Random(3);
    List<String> words = new WordList().words();
    byte[][] texts = new byte[TEXTS][];
    for (int index = 0; index < TEXTS; index++) {
      StringBuilder text = new StringBuilder("The ");
      while (text.length() < SIZE) {
        double skewed = StrictMath.pow(words.size(), random.nextDouble());
        text.append(words.get((int) skewed - 1));
        int next = random.nextInt(100);
        text.append(next < 6 ? ". The " : next < 7 ? ".\n\n" : next < 13 ? ", " : " ");
      }
      texts[index] = text.toString().getBytes(StandardCharsets.UTF_8);
    }
    return texts;
  }
}
