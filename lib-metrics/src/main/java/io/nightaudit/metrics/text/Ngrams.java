package io.nightaudit.metrics.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the n-grams of sequences exactly: equal n-grams of equal order have equal numbers.
 *
 * <p>An n-gram is numbered by the number of its first n−1 parts and its last one, so that nothing
 * is joined and a text of any length takes linear time.
 */
final class Ngrams {
  private final Map<String, Integer> parts = new HashMap<>();
  private final Map<Long, Integer> pairs = new HashMap<>();

  int[] numbers(List<String> sequence) {
    int[] numbers = new int[sequence.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = parts.computeIfAbsent(sequence.get(i), part -> parts.size());
    }
    return numbers;
  }

  /**
   * The numbers of the n-grams one longer.
   *
   * @param ngrams the n-grams in order, of the sequence
   * @param single the single parts of the sequence
   */
  int[] longer(int[] ngrams, int[] single) {
    int[] longer = new int[Math.max(0, ngrams.length - 1)];
    int order = single.length - ngrams.length + 1;
    for (int i = 0; i < longer.length; i++) {
      long key = (long) ngrams[i] << 32 | single[i + order];
      longer[i] = pairs.computeIfAbsent(key, pair -> pairs.size());
    }
    return longer;
  }

  /** Numbers the n-grams of the next order from 0 on; those of this order are forgotten. */
  void nextOrder() {
    pairs.clear();
  }

  static Map<Integer, Integer> counts(int[] ngrams) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int ngram : ngrams) {
      counts.merge(ngram, 1, Integer::sum);
    }
    return counts;
  }

  /** How many n-grams both have, each as often as the side that has it less often. */
  static long common(Map<Integer, Integer> first, Map<Integer, Integer> second) {
    long common = 0;
    for (Map.Entry<Integer, Integer> entry : first.entrySet()) {
      common += Math.min(entry.getValue(), second.getOrDefault(entry.getKey(), 0));
    }
    return common;
  }
}
