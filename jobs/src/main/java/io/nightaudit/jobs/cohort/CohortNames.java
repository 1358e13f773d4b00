package io.nightaudit.jobs.cohort;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.policy.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cohorts that an archive has, found by their whole name, by one of its parts, or by any text
 * that only one name holds.
 */
public final class CohortNames {
  private static final String SEPARATOR = " \\+ ";
  private static final int SHOWN = 5;

  private final SortedMap<String, Long> rows;

  /** Names and how many interactions each has. */
  public CohortNames(SortedMap<String, Long> rows) {
    this.rows = new TreeMap<>(rows);
  }

  /**
   * The one name that is meant.
   *
   * @throws UnknownCohortException if there is none or more than one
   */
  public String named(String text) {
    if (rows.containsKey(text)) {
      return text;
    }
    for (List<String> found : List.of(withPart(text), holding(text))) {
      if (found.size() == 1) {
        return found.get(0);
      } else if (!found.isEmpty()) {
        throw new UnknownCohortException(
            "'%s' is part of %s releases: %s; name more of one"
                .formatted(text, found.size(), listed(found)));
      }
    }
    throw new UnknownCohortException(
        rows.isEmpty()
            ? "there is no release '%s': nothing could be measured".formatted(text)
            : "no release of the archive is or holds '%s'; %s"
                .formatted(text, "the nearest are " + listed(nearest(text))));
  }

  private List<String> withPart(String text) {
    return rows.keySet().stream()
        .filter(name -> List.of(name.split(SEPARATOR)).contains(text))
        .toList();
  }

  private List<String> holding(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return rows.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(plain))
        .toList();
  }

  /** Names that look alike, or have parts that do, then those with the most interactions. */
  private List<String> nearest(String text) {
    List<String> nearest = new ArrayList<>(Nearest.to(text, rows.keySet()));
    for (String name : rows.keySet()) {
      if (!Nearest.to(text, List.of(name.split(SEPARATOR))).isEmpty() && !nearest.contains(name)) {
        nearest.add(name);
      }
    }
    rows.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .filter(name -> !nearest.contains(name))
        .forEach(nearest::add);
    return nearest;
  }

  private String listed(List<String> names) {
    List<String> shown =
        names.stream()
            .limit(SHOWN)
            .map(name -> "'%s' (%s rows)".formatted(name, Digits.whole(rows.get(name))))
            .toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
