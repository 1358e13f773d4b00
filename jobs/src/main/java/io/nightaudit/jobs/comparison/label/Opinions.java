package io.nightaudit.jobs.comparison.label;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.metrics.summary.CoincidenceMatrix;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people said of one interaction for one target: of one person the latest label counts, of two
 * people both do.
 *
 * @param byPerson the label of each person
 */
public record Opinions(SortedMap<String, Double> byPerson) {
  /** Ratings of one interaction that agreement is measured from. */
  private static final int MOST_RATINGS = 64;

  private static final int MOST_VALUES = 256;
  private static final int DIGITS = 6;

  /** The last word of every person, whatever the order of the labels. */
  public static Opinions of(Collection<HumanLabel> labels) {
    Map<String, HumanLabel> latest = new HashMap<>();
    Comparator<HumanLabel> order =
        Comparator.comparing(HumanLabel::labelledAt).thenComparingDouble(HumanLabel::value);
    for (HumanLabel label : labels) {
      latest.merge(
          label.who(), label, (one, other) -> order.compare(one, other) >= 0 ? one : other);
    }
    SortedMap<String, Double> byPerson = new TreeMap<>();
    latest.forEach((who, label) -> byPerson.put(who, label.value()));
    return new Opinions(byPerson);
  }

  /** The mean of what they said. */
  public double mean() {
    return byPerson.values().stream().mapToDouble(Double::doubleValue).sum() / byPerson.size();
  }

  /** 1 for yes and 0 for no by the majority; empty where people are split in half. */
  OptionalDouble majority() {
    double mean = mean();
    return mean == 0.5 ? OptionalDouble.empty() : OptionalDouble.of(mean > 0.5 ? 1 : 0);
  }

  /** Krippendorff's α; NaN where it cannot be told. */
  static double agreement(Collection<Opinions> all) {
    long values = all.stream().flatMap(o -> o.byPerson().values().stream()).distinct().count();
    if (values > MOST_VALUES || all.stream().anyMatch(o -> o.byPerson().size() > MOST_RATINGS)) {
      return Double.NaN;
    }
    CoincidenceMatrix.Accumulator matrix = new CoincidenceMatrix.Accumulator(DIGITS);
    all.forEach(
        opinions ->
            matrix.add(
                opinions.byPerson().values().stream().mapToDouble(Double::doubleValue).toArray()));
    return matrix.build().alpha(CoincidenceMatrix.Metric.INTERVAL);
  }

  static long doubly(Collection<Opinions> all) {
    return all.stream().filter(opinions -> opinions.byPerson().size() > 1).count();
  }
}
