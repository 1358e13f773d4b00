package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.explanation.ExplainedFigure.PolicyLine;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import io.nightaudit.jobs.report.MaterialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The keys of the policy that act on a figure, with their values and who sets them. */
final class PolicyLines {
  private static final String METRICS = "policy.metrics.";

  private final NightContext context;
  private final FigureFacts facts;
  private final Policy policy;

  PolicyLines(NightContext context, FigureFacts facts) {
    this.context = context;
    this.facts = facts;
    this.policy = context.configuration().policy();
  }

  List<PolicyLine> lines() {
    Measure measure = facts.measure();
    MetricPolicy tolerance = policy.of(measure);
    List<PolicyLine> lines = new ArrayList<>();
    lines.add(ofMetric("material", material(tolerance)));
    lines.add(ofMetric("harm", tolerance.harm().name().toLowerCase(Locale.ROOT)));
    lines.add(ofMetric("distance", Exact.number(tolerance.distance())));
    lines.add(ofMetric("weight", Exact.number(tolerance.weight())));
    lines.add(ofMetric("gate", Boolean.toString(tolerance.gate())));
    lines.add(of("policy.minimum-rows", Integer.toString(policy.minimumRows())));
    lines.add(of("policy.baseline-nights", Integer.toString(policy.baselineNights())));
    lines.add(of("policy.history-nights", Integer.toString(policy.historyNights())));
    lines.add(
        of("policy.score.learning-nights", Integer.toString(policy.score().learningNights())));
    lines.add(of("policy.score.ewma-weight", Exact.number(policy.score().ewmaWeight())));
    lines.add(of("policy.alarms.false-per-month", Exact.number(policy.alarms().falsePerMonth())));
    policy.rules().values().stream().filter(this::concerns).map(this::rule).forEach(lines::add);
    return lines;
  }

  private String material(MetricPolicy tolerance) {
    if (facts.measure().metric().unit().equals("mix")) {
      return "none: a mix is material by its distance";
    }
    return tolerance.material() == 0
        ? "0: every change is"
        : MaterialText.of(tolerance, facts.measure().name(), facts.unit());
  }

  /** A score's own line lies over the line of its metric. */
  private PolicyLine ofMetric(String key, String value) {
    String own = METRICS + facts.measure().name() + "." + key;
    return Optional.of(own).filter(context.ownKeys()::contains).isPresent()
        ? of(own, value)
        : of(METRICS + facts.measure().metric().id() + "." + key, value);
  }

  private PolicyLine of(String key, String value) {
    return new PolicyLine(
        key, value, context.ownKeys().contains(key) ? context.fileName() : "default");
  }

  private boolean concerns(Rule rule) {
    Measure measure = facts.measure();
    boolean named =
        rule.metric().equals(measure.name())
            || measure.metric() == Metric.SCORES && rule.metric().equals(Metric.SCORES.id() + ".*");
    Slice slice = facts.slice();
    return named && slice.level().equals(List.copyOf(new TreeSet<>(rule.level())));
  }

  private PolicyLine rule(Rule rule) {
    String key = "policy.rules." + rule.name();
    boolean broken =
        facts
            .recomputed()
            .map(found -> found.judgement().rules().contains(rule.name()))
            .orElse(false);
    String nights = rule.kind().relative() ? " against %s nights".formatted(rule.nights()) : "";
    String value =
        "%s %s%s is a %s; %s tonight"
            .formatted(
                rule.kind().name().toLowerCase(Locale.ROOT),
                Digits.significant(rule.limit()),
                nights,
                rule.verdict().name().toLowerCase(Locale.ROOT),
                broken ? "broken" : "not broken");
    boolean own = context.ownKeys().stream().anyMatch(name -> name.startsWith(key + "."));
    return new PolicyLine(key, value, own ? context.fileName() : "default");
  }
}
