package io.nightaudit.jobs.regulation;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One piece of evidence that an article needs: a fact, a column, or a metric with its columns.
 *
 * @param fact the fact, if it is one
 * @param metric the metric, if it is one
 * @param columns ids of the columns without which it is not there
 * @param of what it is evidence of
 */
record Evidence(Optional<Fact> fact, Optional<Metric> metric, List<String> columns, String of) {
  /** Scores with these names are logged events of people and of marking, not quality. */
  static final String OVERRIDDEN = "scores.overridden";

  static final String ESCALATED = "scores.escalated";
  static final String DISCLOSED = "scores.disclosed";
  static final String MARKED = "scores.marked";

  private static final Set<String> EVENTS = Set.of(OVERRIDDEN, ESCALATED, DISCLOSED, MARKED);

  static Evidence fact(Fact fact) {
    return new Evidence(Optional.of(fact), Optional.empty(), List.of(), "");
  }

  static Evidence metric(Metric metric, String of) {
    List<String> columns = metric.needs().stream().map(Column::id).toList();
    return new Evidence(Optional.empty(), Optional.of(metric), columns, of);
  }

  static Evidence column(Column column, String of) {
    return column(column.id(), of);
  }

  static Evidence column(String column, String of) {
    return new Evidence(Optional.empty(), Optional.empty(), List.of(column), of);
  }

  static boolean isQualityScore(String name) {
    return name.startsWith(Column.SCORE_PREFIX) && !EVENTS.contains(name);
  }

  boolean isHuman() {
    return fact.filter(Fact::isHuman).isPresent();
  }

  boolean isHere(NightFacts facts) {
    return lacks(facts).isEmpty()
        && fact.map(f -> facts.here().containsKey(f)).orElse(true)
        && (metric.isEmpty() || !computed(facts).isEmpty());
  }

  /** The measures that it is read from tonight. */
  List<String> computed(NightFacts facts) {
    return facts.computed().stream().filter(this::isMeasuredBy).toList();
  }

  private boolean isMeasuredBy(String measure) {
    boolean event = metric.isEmpty() && columns.contains(measure);
    boolean score = metric.filter(m -> m == Metric.SCORES).isPresent() && isQualityScore(measure);
    return event || score || metric.filter(m -> m.id().equals(measure)).isPresent();
  }

  /** What is said where it is here: a fact's sentence. */
  Optional<String> sentence(NightFacts facts) {
    return fact.map(facts.here()::get);
  }

  /** What is said where it is missing, with the column by name. */
  String gap(NightFacts facts) {
    List<String> lacks = lacks(facts);
    if (fact.isPresent()) {
      return facts.lacking().get(fact.get());
    }
    if (lacks.isEmpty()) {
      return "`%s` has no value tonight: no evidence of %s."
          .formatted(metric.orElseThrow().id(), of);
    }
    String names = "`" + String.join("`, `", lacks) + "`";
    return "The archive has no column %s: no evidence of %s.".formatted(names, of);
  }

  private List<String> lacks(NightFacts facts) {
    return columns.stream().filter(column -> !facts.has(column)).toList();
  }
}
