package io.nightaudit.jobs.metric;

import java.io.Serializable;
import java.util.Optional;

/**
 * What one stream measures: a metric, and where the metric has many streams, which one.
 *
 * @param metric the catalogue's metric
 * @param argument the score's or the rule's name, empty where the metric is one stream
 */
public record Measure(Metric metric, String argument) implements Comparable<Measure>, Serializable {
  public static Measure of(Metric metric) {
    return new Measure(metric, "");
  }

  /** The measure of a name that {@link #name()} made. */
  public static Measure parse(String name) {
    return Metric.named(name)
        .map(Measure::of)
        .or(() -> withArgument(name))
        .orElseThrow(() -> new IllegalArgumentException("no metric is named " + name));
  }

  /** The name in tables, policies and reports, such as {@code scores.correct}. */
  public String name() {
    return argument.isEmpty() ? metric.id() : metric.id() + "." + argument;
  }

  /** What a report prints, such as "Score “correct”". */
  public String title() {
    return argument.isEmpty() ? metric.title() : metric.title() + " “" + argument + "”";
  }

  @Override
  public int compareTo(Measure other) {
    int byMetric = metric.compareTo(other.metric);
    return byMetric != 0 ? byMetric : argument.compareTo(other.argument);
  }

  private static Optional<Measure> withArgument(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Metric.named(name.substring(0, dot))
            .map(metric -> new Measure(metric, name.substring(dot + 1)));
  }
}
