package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import io.nightaudit.metrics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fixed limit of the policy says of a candidate's own value.
 *
 * @param rule the limit
 * @param measure what it limits
 * @param value the candidate's value
 * @param n values behind it
 * @param interval its interval
 * @param outcome FAILS where the whole interval lies beyond the limit, UNDECIDED where there are
 *     too few values
 * @param reason what that says
 */
public record RuleJudgement(
    Rule rule,
    Measure measure,
    double value,
    long n,
    Interval interval,
    Outcome outcome,
    String reason) {

  /** The fixed limits on all traffic that a candidate has a value for. */
  static List<RuleJudgement> of(CohortComparison cohorts, Policy policy, double confidence) {
    List<RuleJudgement> judged = new ArrayList<>();
    for (Rule rule : policy.rules().values()) {
      if (!rule.kind().relative() && rule.level().isEmpty()) {
        cohorts.evidence().keySet().stream()
            .filter(measure -> concerns(rule, measure, policy))
            .forEach(
                measure -> of(rule, measure, cohorts, policy, confidence).ifPresent(judged::add));
      }
    }
    return judged;
  }

  /** A rule over every score limits those that do harm beyond it. */
  private static boolean concerns(Rule rule, Measure measure, Policy policy) {
    Harm beyond = rule.kind() == Rule.Kind.ABOVE ? Harm.INCREASE : Harm.DECREASE;
    return rule.metric().equals(Metric.SCORES.id() + ".*")
        ? measure.metric() == Metric.SCORES && policy.of(measure).harm() == beyond
        : rule.metric().equals(measure.name());
  }

  private static Optional<RuleJudgement> of(
      Rule rule, Measure measure, CohortComparison cohorts, Policy policy, double confidence) {
    Evidence evidence = cohorts.evidence().get(measure);
    return cohorts
        .own(measure, confidence)
        .map(interval -> of(rule, measure, evidence, interval, policy.gate().minimumRows()));
  }

  private static RuleJudgement of(
      Rule rule, Measure measure, Evidence evidence, Interval interval, int minimumRows) {
    boolean above = rule.kind() == Rule.Kind.ABOVE;
    boolean beyond = above ? interval.low() > rule.limit() : interval.high() < rule.limit();
    boolean enough = evidence.n() >= minimumRows;
    Outcome outcome = beyond ? Outcome.FAILS : Outcome.PASSES;
    return new RuleJudgement(
        rule,
        measure,
        evidence.value(),
        evidence.n(),
        interval,
        enough ? outcome : Outcome.UNDECIDED,
        sentence(rule, measure, evidence, interval) + (enough ? "" : few(evidence, minimumRows)));
  }

  private static String sentence(Rule rule, Measure measure, Evidence evidence, Interval interval) {
    Quantity quantity = Quantity.of(measure.name(), evidence.unit(measure));
    return "%s is %s (%s); the limit is %s %s"
        .formatted(
            measure.title(),
            quantity.value(evidence.value()),
            quantity.interval(interval.low(), interval.high()),
            rule.kind() == Rule.Kind.ABOVE ? "at most" : "at least",
            quantity.value(rule.limit()));
  }

  private static String few(Evidence evidence, int minimumRows) {
    return ", but there are %s values; the policy asks for %s"
        .formatted(Digits.whole(evidence.n()), Digits.whole(minimumRows));
  }
}
