package io.nightaudit.jobs.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The valid names nearest to a misspelt one. */
public final class Nearest {
  private static final int SUGGESTIONS = 3;
  private static final int LONGEST_LIST = 12;

  private Nearest() {}

  /**
   * Up to three names within an edit distance of a third of the word, nearest first, none of them
   * more than one edit farther than the nearest.
   *
   * <p>The edit distance counts insertions, deletions, replacements and swaps of neighbours.
   */
  public static List<String> to(String word, Collection<String> names) {
    int limit = Math.max(2, word.length() / 3);
    List<Candidate> candidates =
        names.stream()
            .map(name -> new Candidate(name, distance(plain(word), plain(name))))
            .filter(candidate -> candidate.distance() <= limit)
            .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
            .toList();
    return candidates.stream()
        // Beside an almost equal name, a distant one is no help.
        .filter(candidate -> candidate.distance() <= candidates.get(0).distance() + 1)
        .limit(SUGGESTIONS)
        .map(Candidate::name)
        .toList();
  }

  /** The end of a sentence: what may have been meant, or what there is. */
  static String hint(String word, Collection<String> names) {
    List<String> nearest = to(word, names);
    if (!nearest.isEmpty()) {
      return "; did you mean " + String.join(" or ", nearest) + "?";
    }
    return names.isEmpty() ? "" : "; there " + list(names);
  }

  private static String list(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(LONGEST_LIST).toList());
    String more =
        names.size() > LONGEST_LIST ? " and " + (names.size() - LONGEST_LIST) + " more" : "";
    return (names.size() == 1 ? "is " : "are ") + shown + more;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cheapest(int[][] cost, String left, String right, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private record Candidate(String name, int distance) {}
}
