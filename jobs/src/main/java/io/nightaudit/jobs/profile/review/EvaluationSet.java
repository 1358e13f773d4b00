package io.nightaudit.jobs.profile.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Interactions of the queue, each once, with the probability of being among them. */
public final class EvaluationSet {
  /**
   * One interaction.
   *
   * @param entry what the queue says of it
   * @param drawnFrom the strata asked for that it was drawn from
   * @param probability with which it was drawn from any of the strata asked for
   */
  public record Line(ReviewEntry entry, List<Stratum> drawnFrom, double probability) {
    public Line {
      drawnFrom = List.copyOf(drawnFrom);
    }
  }

  /** A night and a stratum of it. */
  private record Source(long epochDay, Stratum stratum) {}

  /** An interaction of a night. */
  private record Key(long epochDay, String id, String rest) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::epochDay).thenComparing(Key::id).thenComparing(Key::rest);

    static Key of(ReviewEntry entry) {
      return new Key(entry.epochDay(), entry.interactionId(), entry.rest());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private EvaluationSet() {}

  /** The interactions drawn from the strata asked for, by night and id. */
  public static List<Line> of(List<ReviewEntry> queue, Predicate<Stratum> asked) {
    Map<Source, Double> probabilities = new HashMap<>();
    SortedMap<Key, List<ReviewEntry>> drawn = new TreeMap<>();
    for (ReviewEntry entry : queue) {
      if (entry.isDrawn() && asked.test(entry.stratum())) {
        probabilities.put(
            new Source(entry.epochDay(), entry.stratum()), entry.inclusionProbability());
        drawn.computeIfAbsent(Key.of(entry), key -> new ArrayList<>()).add(entry);
      }
    }
    return drawn.values().stream().map(entries -> line(entries, probabilities)).toList();
  }

  private static Line line(List<ReviewEntry> entries, Map<Source, Double> probabilities) {
    ReviewEntry first = entries.get(0);
    double probability = 0;
    for (Stratum stratum : first.strata()) {
      double drawn = probabilities.getOrDefault(new Source(first.epochDay(), stratum), 0.0);
      probability += (1 - probability) * drawn;
    }
    List<Stratum> drawnFrom = entries.stream().map(ReviewEntry::stratum).distinct().toList();
    return new Line(first, drawnFrom, probability);
  }
}
