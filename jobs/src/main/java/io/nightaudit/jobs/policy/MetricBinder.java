package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what each metric tolerates. */
final class MetricBinder {
  private static final Pointer AT = Pointer.of("policy", "metrics");
  private static final double DEFAULT_DISTANCE = 0.1;
  private static final double GATE_WEIGHT = 4;

  private final JsonNode metrics;
  private final Names names;
  private final Problems problems;

  MetricBinder(JsonNode metrics, Names names, Problems problems) {
    this.metrics = metrics;
    this.names = names;
    this.problems = problems;
  }

  SortedMap<String, MetricPolicy> bind() {
    SortedMap<String, MetricPolicy> lines = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : metrics.properties()) {
      Pointer at = AT.child(entry.getKey());
      measure(entry.getKey(), names, at, problems)
          .ifPresent(measure -> lines.put(measure.name(), line(measure, entry.getValue(), at)));
    }
    return lines;
  }

  /** The measure of a name; a problem where the catalogue or the archive has none. */
  static Optional<Measure> measure(String name, Names names, Pointer at, Problems problems) {
    Optional<Measure> measure = parse(name);
    if (measure.isEmpty()) {
      problems.of(at, "names no metric" + Nearest.hint(name, metricNames()));
    } else if (isUnmappedScore(measure.get(), names)) {
      problems.of(
          at,
          "is about the score "
              + name
              + ", which is not mapped; add it to archive.columns"
              + guess(Nearest.to(name, names.scores())));
      return Optional.empty();
    }
    return measure;
  }

  private static Optional<Measure> parse(String name) {
    int dot = name.indexOf('.');
    Optional<Metric> metric = Metric.named(dot < 0 ? name : name.substring(0, dot));
    boolean many =
        metric.filter(m -> m == Metric.SCORES || m == Metric.GUARDRAIL_RULE_HITS).isPresent();
    String argument = dot < 0 ? "" : name.substring(dot + 1);
    return dot < 0 || many && !argument.isBlank()
        ? metric.map(m -> new Measure(m, argument))
        : Optional.empty();
  }

  private static boolean isUnmappedScore(Measure measure, Names names) {
    return measure.metric() == Metric.SCORES
        && !measure.argument().isEmpty()
        && !names.hasColumn(Column.SCORES.id())
        && !names.hasColumn(measure.name());
  }

  private static String guess(List<String> nearest) {
    return nearest.isEmpty() ? "" : "; or did you mean " + String.join(" or ", nearest) + "?";
  }

  static List<String> metricNames() {
    return Arrays.stream(Metric.values()).map(Metric::id).toList();
  }

  private MetricPolicy line(Measure measure, JsonNode own, Pointer at) {
    JsonNode line = inherited(measure, own);
    Amount material = Amount.of(line.path("material"));
    Harm harm =
        Optional.of(line.path("harm").asText())
            .filter(text -> !text.isEmpty())
            .map(text -> Harm.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(measure.metric().harm());
    boolean gate = line.path("gate").asBoolean();
    if (gate && harm == Harm.NEITHER) {
      problems.of(
          at.child("gate"),
          "is true, but no direction does harm; add harm: decrease or harm: increase");
    }
    boolean relative = material.form() == Amount.Form.PERCENT;
    return new MetricPolicy(
        material(measure, material, at),
        relative,
        harm,
        gate,
        line.path("distance").asDouble(DEFAULT_DISTANCE),
        line.path("weight").asDouble(gate ? GATE_WEIGHT : 1));
  }

  /** A score's line lies over the line of its metric. */
  private JsonNode inherited(Measure measure, JsonNode own) {
    ObjectNode line = metrics.path(measure.metric().id()).deepCopy();
    own.properties().forEach(entry -> line.set(entry.getKey(), entry.getValue()));
    return line;
  }

  private double material(Measure measure, Amount amount, Pointer at) {
    String unit = measure.metric().unit();
    Pointer place = at.child("material");
    if (amount.form() == Amount.Form.POINTS && unit.equals("points")) {
      return amount.value() * 100;
    }
    if (amount.form() == Amount.Form.POINTS && !unit.equals("share") && !unit.equals("score")) {
      problems.of(place, "is in points, which are for shares; write 20% or a number of " + unit);
    }
    if (amount.form() == Amount.Form.NUMBER && unit.equals("share") && amount.value() > 1) {
      problems.of(
          place, "is " + amount.value() + ", more than a share can change; write points or 0 to 1");
    }
    return amount.value();
  }
}
