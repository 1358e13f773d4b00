package io.nightaudit.metrics.text;

import java.util.List;

/** Counts the n-grams of a text that occur in references. */
final class NgramMatches {
  private NgramMatches() {}

  /**
   * Matches by order 1, 2, …: each n-gram counts as often as the text holds it, at most as often as
   * the one reference that holds it most often.
   */
  static long[] byOrder(int[] text, List<int[]> references, int orders) {
    long[] matches = new long[orders];
    int[] names = new int[text.length];
    int[][] referenceNames =
        references.stream().map(symbols -> new int[symbols.length]).toArray(int[][]::new);
    for (int order = 1; order <= orders; order++) {
      NgramNames known = new NgramNames();
      for (int index = 0; index < referenceNames.length; index++) {
        referenceNames[index] = known.add(referenceNames[index], references.get(index), order);
      }
      names = known.find(names, text, order);
      matches[order - 1] = clipped(names, mostOften(referenceNames, known.size()));
    }
    return matches;
  }

  /** N-grams by order 1, 2, … of a text of so many symbols. */
  static long[] totals(int length, int orders) {
    long[] totals = new long[orders];
    for (int order = 1; order <= orders; order++) {
      totals[order - 1] = Math.max(0, length - order + 1);
    }
    return totals;
  }

  private static int[] mostOften(int[][] references, int size) {
    int[] most = new int[size];
    int[] counts = new int[size];
    for (int[] names : references) {
      for (int name : names) {
        counts[name]++;
      }
      for (int name : names) {
        most[name] = Math.max(most[name], counts[name]);
        counts[name] = 0;
      }
    }
    return most;
  }

  private static long clipped(int[] names, int[] limits) {
    long matches = 0;
    for (int name : names) {
      if (name != NgramNames.UNKNOWN && limits[name]-- > 0) {
        matches++;
      }
    }
    return matches;
  }
}
