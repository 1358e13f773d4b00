package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads thresholds and rules. */
final class PolicyBinder {
  private static final Pointer AT = Pointer.of("policy");

  private final JsonNode policy;
  private final Names names;
  private final Problems problems;

  PolicyBinder(JsonNode policy, Names names, Problems problems) {
    this.policy = policy;
    this.names = names;
    this.problems = problems;
  }

  Policy bind(List<List<String>> levels) {
    SortedMap<String, MetricPolicy> metrics =
        new MetricBinder(policy.path("metrics"), names, problems).bind();
    int baseline = policy.path("baseline-nights").asInt();
    int history = policy.path("history-nights").asInt();
    atMost("baseline-nights", baseline, "history-nights", history, AT);
    ScorePolicy score = score(policy.path("score"));
    Pointer nights = AT.child("score");
    atMost(
        "learning-nights", score.learningNights(), "weekday-nights", score.weekdayNights(), nights);
    if (score.weekdayNights() > history) {
      problems.of(
          nights.child("weekday-nights"),
          "is "
              + score.weekdayNights()
              + ", more than policy.history-nights, "
              + history
              + "; raise that");
    }
    SortedMap<String, Rule> rules =
        new RuleBinder(names, levels, metrics, problems).bind(policy.path("rules"));
    return new Policy(
        policy.path("version").asText(),
        baseline,
        history,
        policy.path("minimum-rows").asInt(),
        coverage(policy.path("coverage")),
        alarms(policy.path("alarms")),
        new CalendarBinder(policy.path("calendar"), problems).bind(),
        score,
        metrics,
        rules,
        rollback(policy.path("rollback")),
        review(policy.path("review")),
        gate(policy.path("gate")),
        new ApprovalBinder(policy, problems).findings(rules.keySet()),
        new ApprovalBinder(policy, problems).approval(),
        new RetentionBinder(policy.path("retention"), problems).bind());
  }

  private void atMost(String key, int value, String otherKey, int limit, Pointer at) {
    if (value > limit) {
      problems.of(
          at.child(key),
          "is "
              + value
              + ", more than "
              + at.child(otherKey).path()
              + ", "
              + limit
              + "; lower it or raise that");
    }
  }

  private static CoveragePolicy coverage(JsonNode node) {
    return new CoveragePolicy(
        node.path("minimum-volume").asDouble(),
        node.path("maximum-volume").asDouble(),
        node.path("missing-hour").asDouble(),
        node.path("maximum-duplicate-share").asDouble());
  }

  private AlarmPolicy alarms(JsonNode node) {
    double allTraffic = node.path("all-traffic").asDouble();
    double routes = node.path("routes").asDouble();
    if (allTraffic + routes > 1) {
      problems.of(
          AT.child("alarms").child("routes"),
          "is %s, and all-traffic is %s; together they may be 1 at most"
              .formatted(routes, allTraffic));
    }
    return new AlarmPolicy(
        node.path("false-per-month").asDouble(),
        allTraffic,
        routes,
        node.path("scores").asInt(),
        node.path("guardrail-rules").asInt());
  }

  private static ReviewPolicy review(JsonNode node) {
    return new ReviewPolicy(
        node.path("per-stratum").asInt(),
        node.path("low-scores").asDouble(),
        node.path("unlisted-words").asDouble(),
        node.path("high-costs").asDouble());
  }

  private static GatePolicy gate(JsonNode node) {
    return new GatePolicy(
        node.path("confidence").asDouble(),
        node.path("minimum-rows").asInt(),
        node.path("undecided").asText().equals("pass"));
  }

  private static ScorePolicy score(JsonNode node) {
    return new ScorePolicy(
        node.path("learning-nights").asInt(),
        node.path("weekday-nights").asInt(),
        node.path("ewma-weight").asDouble(),
        node.path("unusual").asDouble());
  }

  private RollbackPolicy rollback(JsonNode node) {
    Pointer at = AT.child("rollback");
    int most = node.path("most-nights").asInt();
    int least = node.path("minimum-concurrent-nights").asInt();
    atMost("minimum-concurrent-nights", least, "most-nights", most, at);
    return new RollbackPolicy(
        names.sliced(node.path("mix"), AT.child("rollback").child("mix")),
        node.path("times-material").asDouble(),
        node.path("minimum-placebos").asInt(),
        node.path("dating").asInt(),
        node.path("minimum-concurrent-nights").asInt(),
        node.path("minimum-concurrent-rows").asInt(),
        node.path("confidence").asDouble(),
        node.path("horizon-days").asInt(),
        node.path("rollback-cost").asDouble(),
        node.path("most-nights").asInt(),
        node.path("least-sample-ratio").asDouble(),
        node.path("effect-nights").asInt(),
        shares(node.path("shares")));
  }

  private static SortedMap<String, Double> shares(JsonNode node) {
    SortedMap<String, Double> shares = new TreeMap<>();
    node.properties().forEach(entry -> shares.put(entry.getKey(), entry.getValue().asDouble()));
    return shares;
  }
}
