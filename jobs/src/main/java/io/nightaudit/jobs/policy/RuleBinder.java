package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.Rule.Kind;
import io.nightaudit.jobs.policy.Rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the fixed limits. */
final class RuleBinder {
  static final String EVERY_SCORE = "scores.*";
  private static final Pointer AT = Pointer.of("policy", "rules");

  private final Names names;
  private final List<List<String>> levels;
  private final SortedMap<String, MetricPolicy> policies;
  private final Problems problems;

  RuleBinder(
      Names names,
      List<List<String>> levels,
      SortedMap<String, MetricPolicy> policies,
      Problems problems) {
    this.names = names;
    this.levels = levels;
    this.policies = policies;
    this.problems = problems;
  }

  SortedMap<String, Rule> bind(JsonNode rules) {
    SortedMap<String, Rule> bound = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : rules.properties()) {
      Pointer at = AT.child(entry.getKey());
      measure(entry.getValue(), at)
          .flatMap(measure -> rule(entry.getKey(), measure, entry.getValue(), at))
          .ifPresent(rule -> bound.put(rule.name(), rule));
    }
    return bound;
  }

  private Optional<Measure> measure(JsonNode rule, Pointer at) {
    String name = rule.path("metric").asText();
    if (name.equals(EVERY_SCORE)) {
      return Optional.of(Measure.of(Metric.SCORES));
    }
    return MetricBinder.measure(name, names, at.child("metric"), problems);
  }

  private Optional<Rule> rule(String name, Measure measure, JsonNode node, Pointer at) {
    List<Kind> kinds = Arrays.stream(Kind.values()).filter(kind -> node.has(key(kind))).toList();
    if (kinds.size() != 1) {
      String found =
          kinds.isEmpty()
              ? "no limit"
              : String.join(" and ", kinds.stream().map(RuleBinder::key).toList());
      problems.of(at, "has " + found + "; give one of above, below, times, rises and falls");
      return Optional.empty();
    }
    Kind kind = kinds.get(0);
    double limit = limit(measure, kind, node.path(key(kind)), at.child(key(kind)));
    if (!kind.relative() && node.has("nights")) {
      problems.of(
          at.child("nights"),
          "has no meaning with " + key(kind) + "; leave it out, or use times, rises or falls");
    }
    return Optional.of(
        new Rule(
            name,
            node.path("metric").asText(),
            kind,
            limit,
            kind.relative() ? node.path("nights").asInt(1) : 0,
            level(node.path("level"), at.child("level")),
            severity(measure, kind, node, at.child("verdict"))));
  }

  private static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private double limit(Measure measure, Kind kind, JsonNode node, Pointer at) {
    Amount amount = Amount.of(node);
    String unit = measure.metric().unit();
    if (unit.equals("mix")) {
      problems.of(at, "is a limit of a mix, which has no single value; name another metric");
    } else if (kind.relative()) {
      checkRelative(kind, amount, at);
    } else if (amount.form() != Amount.Form.NUMBER
        && !unit.equals("share")
        && !unit.equals("score")) {
      problems.of(at, "is in percent or points, which are for shares; write a number of " + unit);
    } else if (unit.equals("share") && amount.value() > 1) {
      problems.of(at, "is " + amount.value() + ", more than any share; write it like 5%");
    }
    return amount.value();
  }

  private void checkRelative(Kind kind, Amount amount, Pointer at) {
    if (amount.form() == Amount.Form.POINTS) {
      problems.of(at, "is in points; it compares with the nights before, write it like 15%");
    } else if (!(amount.value() > 0)) {
      problems.of(at, "is " + amount.value() + "; it must be more than 0, such as 15%");
    } else if (kind == Kind.FALLS && amount.value() >= 1) {
      problems.of(at, "is " + amount.value() + "; nothing falls by so much, write it like 15%");
    }
  }

  private List<String> level(JsonNode node, Pointer at) {
    List<String> level = names.sliced(node, at);
    Set<String> wanted = new TreeSet<>(level);
    boolean measured = levels.stream().anyMatch(one -> new TreeSet<>(one).equals(wanted));
    if (!level.isEmpty() && level.stream().allMatch(names::has) && !measured) {
      problems.of(at, "is " + level + ", which is not measured; add it to slices.levels");
    }
    return level;
  }

  private Severity severity(Measure measure, Kind kind, JsonNode node, Pointer at) {
    boolean everyScore = node.path("metric").asText().equals(EVERY_SCORE);
    Harm harm = harm(measure);
    boolean free = harm == Harm.NEITHER && !everyScore;
    if (!node.has("verdict")) {
      return free ? Severity.WARNING : Severity.BREACH;
    }
    Severity severity = Severity.valueOf(node.path("verdict").asText().toUpperCase(Locale.ROOT));
    boolean falls = kind == Kind.FALLS || kind == Kind.BELOW;
    if (severity == Severity.BREACH && free) {
      problems.of(
          at, "is breach, but no direction of " + measure.name() + " does harm; write warning");
    } else if (severity == Severity.BREACH && !everyScore && !harm.of(falls ? -1 : 1)) {
      problems.of(
          at,
          "is breach, but a "
              + (falls ? "fall" : "rise")
              + " of "
              + measure.name()
              + " does no harm; write warning, or set harm in policy.metrics");
    }
    return severity;
  }

  private Harm harm(Measure measure) {
    MetricPolicy own = policies.get(measure.name());
    MetricPolicy policy = own == null ? policies.get(measure.metric().id()) : own;
    return policy == null ? measure.metric().harm() : policy.harm();
  }
}
