package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.Rule;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.Interval;
import io.nightaudit.metrics.interval.RatioOfMeans;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** Judges the fixed rules of the policy: limits that no daily score may average away. */
final class RuleJudge {
  /** Rows on both sides without which a relative rule says nothing. */
  private static final int LEAST_ROWS = 200;

  private static final double CONFIDENCE = 0.95;

  private final Policy policy;

  RuleJudge(Policy policy) {
    this.policy = policy;
  }

  /** The rules that a stream breaks on a night. */
  List<Rule> broken(Slice slice, ComparedStream stream, long night) {
    return policy.rules().values().stream()
        .filter(rule -> concerns(rule, slice, stream))
        .filter(rule -> breaks(rule, stream, night, earliest(night)))
        .toList();
  }

  /** The first of the nights in a row, up to a night, on which a rule is broken. */
  long since(Rule rule, ComparedStream stream, long night) {
    long first = night;
    long earliest = rule.kind().relative() ? earliest(night) : night - policy.historyNights();
    while (first - 1 > earliest
        && stream.nights().containsKey(first - 1)
        && breaks(rule, stream, first - 1, earliest(night))) {
      first--;
    }
    return first;
  }

  private long earliest(long night) {
    return night - policy.baselineNights();
  }

  /** A rule over every score watches those whose fall or rise does harm, as the policy says. */
  private boolean concerns(Rule rule, Slice slice, ComparedStream stream) {
    if (!slice.level().equals(List.copyOf(new TreeSet<>(rule.level())))) {
      return false;
    }
    boolean everyScore = rule.metric().equals(Metric.SCORES.id() + ".*");
    return everyScore
        ? stream.measure().metric() == Metric.SCORES && harms(rule, stream)
        : rule.metric().equals(stream.measure().name());
  }

  private boolean harms(Rule rule, ComparedStream stream) {
    Harm harm = StreamJudge.harm(stream, policy);
    return rule.kind() == Rule.Kind.FALLS || rule.kind() == Rule.Kind.BELOW
        ? harm == Harm.DECREASE
        : harm == Harm.INCREASE;
  }

  private boolean breaks(Rule rule, ComparedStream stream, long night, long earliest) {
    return rule.kind().relative()
        ? breaksRelative(rule, stream.moments(), night, earliest)
        : breaksFixed(rule, stream.nights().get(night));
  }

  private boolean breaksFixed(Rule rule, StreamNight night) {
    boolean enough = night.n() >= Math.max(policy.minimumRows(), LEAST_ROWS / 10);
    return enough
        && (rule.kind() == Rule.Kind.ABOVE
            ? night.value() > rule.limit()
            : night.value() < rule.limit());
  }

  private static boolean breaksRelative(
      Rule rule, SortedMap<Long, StratumMoments> moments, long night, long earliest) {
    StratumMoments tonight = moments.get(night);
    StratumMoments before =
        pooled(moments.subMap(Math.max(earliest, night - rule.nights()), night));
    if (tonight == null || tonight.n() < LEAST_ROWS || before.n() < LEAST_ROWS) {
      return false;
    }
    Interval ratio =
        RatioOfMeans.logDelta(
            tonight.n(),
            tonight.mean(),
            tonight.variance(),
            before.n(),
            before.mean(),
            before.variance(),
            CONFIDENCE);
    return switch (rule.kind()) {
      case TIMES -> ratio.low() > rule.limit();
      case RISES -> ratio.low() > 1 + rule.limit();
      case FALLS -> ratio.high() < 1 - rule.limit();
      case ABOVE, BELOW -> throw new IllegalStateException(rule.name() + " is not relative");
    };
  }

  private static StratumMoments pooled(SortedMap<Long, StratumMoments> nights) {
    return nights.values().stream().reduce(StratumMoments.absent(), StratumMoments::plus);
  }

  /** What a broken rule says. */
  static String text(Rule rule, String unit) {
    return switch (rule.kind()) {
      case ABOVE -> "above the limit of " + Quantity.of(rule.metric(), unit).value(rule.limit());
      case BELOW -> "below the limit of " + Quantity.of(rule.metric(), unit).value(rule.limit());
      case TIMES ->
          "more than × %s that of %s"
              .formatted(Digits.significant(rule.limit()), before(rule.nights()));
      case RISES ->
          "risen by more than %s against %s"
              .formatted(Quantity.SHARE.value(rule.limit()), before(rule.nights()));
      case FALLS ->
          "fallen by more than %s against %s"
              .formatted(Quantity.SHARE.value(rule.limit()), before(rule.nights()));
    };
  }

  private static String before(int nights) {
    return nights == 1 ? "the night before" : "the " + nights + " nights before";
  }
}
