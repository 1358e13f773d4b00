package io.nightaudit.jobs.benchmark;

import io.nightaudit.metrics.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes texts that cost about what real ones do: frequent and rare words after Zipf's law,
 * sentences, paragraphs, lists, numbers, and some letters and signs outside ASCII.
 */
final class BenchmarkText {
  private static final int VOCABULARY = 30_000;
  private static final int DRAWS = 1 << 16;
  private static final int ACCENTED = 61;
  private static final int LONGEST_SENTENCE = 24;

  private final String[] draws = draws(vocabulary());

  private static List<String> vocabulary() {
    List<String> words = new ArrayList<>(new WordList().words());
    int frequent = words.size();
    SplittableRandom random = new SplittableRandom(frequent);
    while (words.size() < VOCABULARY) {
      String word = words.get(random.nextInt(frequent)) + words.get(random.nextInt(frequent));
      words.add(words.size() % ACCENTED == 0 ? word + "é" : word);
    }
    return words;
  }

  /** The word of rank r is drawn in proportion to 1 / r. */
  private static String[] draws(List<String> words) {
    String[] draws = new String[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double rank = StrictMath.pow(words.size(), (i + 0.5) / DRAWS);
      draws[i] = words.get((int) rank - 1);
    }
    return draws;
  }

  /** A text of a fifth to nine fifths of the mean length, in characters. */
  String write(SplittableRandom random, int mean) {
    int length = (int) (mean * (0.2 + 1.6 * random.nextDouble()));
    StringBuilder text = new StringBuilder(length + 200);
    while (text.length() < length) {
      sentence(text, random);
    }
    return text.append(random.nextInt(100) == 0 ? " 🙂" : "").toString();
  }

  private void sentence(StringBuilder text, SplittableRandom random) {
    int begin = random.nextInt(100);
    text.append(begin < 6 ? "\n\n" : begin < 14 ? "\n- " : text.length() == 0 ? "" : " ");
    int words = 4 + random.nextInt(LONGEST_SENTENCE - 3);
    for (int i = 0; i < words; i++) {
      word(text, random, i == 0);
      text.append(i == words - 1 ? "" : random.nextInt(12) == 0 ? ", " : " ");
    }
    text.append(".....?!:".charAt(random.nextInt(8)));
  }

  private void word(StringBuilder text, SplittableRandom random, boolean first) {
    if (random.nextInt(40) == 0) {
      text.append(random.nextInt(10_000));
      return;
    }
    String word = draws[random.nextInt(DRAWS)];
    if (first) {
      text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    } else {
      text.append(word);
    }
  }
}
