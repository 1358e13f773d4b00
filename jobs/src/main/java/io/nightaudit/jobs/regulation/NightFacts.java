package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.metric.Column;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of one night, as far as articles ask for it.
 *
 * @param night the date
 * @param read whether there was an archive that could be read
 * @param columns ids of the canonical columns that the night has, {@code scores.NAME} included
 * @param computed names of the measures that have a value for all traffic
 * @param here the facts that hold, each as a sentence
 * @param lacking all other facts, each with the sentence that says so
 */
public record NightFacts(
    LocalDate night,
    boolean read,
    SortedSet<String> columns,
    SortedSet<String> computed,
    Map<Fact, String> here,
    Map<Fact, String> lacking) {
  public NightFacts {
    columns = Collections.unmodifiableSortedSet(new TreeSet<>(columns));
    computed = Collections.unmodifiableSortedSet(new TreeSet<>(computed));
    here = Collections.unmodifiableMap(copy(here));
    lacking = Collections.unmodifiableMap(copy(lacking));
    for (Fact fact : Fact.values()) {
      if (here.containsKey(fact) == lacking.containsKey(fact)) {
        throw new IllegalArgumentException(
            fact + " must either hold or be lacking; say which, and in a sentence");
      }
    }
  }

  /** Whether the night has a column; any single score is the column of scores. */
  boolean has(String column) {
    boolean scored = column.equals(Column.SCORES.id());
    return scored ? columns.stream().anyMatch(Evidence::isQualityScore) : columns.contains(column);
  }

  private static Map<Fact, String> copy(Map<Fact, String> facts) {
    Map<Fact, String> copy = new EnumMap<>(Fact.class);
    copy.putAll(facts);
    return copy;
  }

  /** The same night with other columns and computed measures. */
  NightFacts with(Set<String> otherColumns, Set<String> otherComputed) {
    return new NightFacts(
        night, read, new TreeSet<>(otherColumns), new TreeSet<>(otherComputed), here, lacking);
  }
}
