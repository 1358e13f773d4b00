package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Objection.Kind;
import io.nightaudit.metrics.decision.StratumMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What speaks against a rollback, as far as the data shows it. */
final class Counterevidence {
  private static final int MOST_OF_A_KIND = 3;
  private static final int NIGHTS_AWAY = 7;
  private static final int FEW_NIGHTS = 7;
  private static final int LEAST_ROWS = 10;

  private final RouteCase route;
  private final Policy policy;
  private final Move move;
  private final Arms arms;
  private final long from;

  Counterevidence(RouteCase route, Policy policy, Move move) {
    this.route = route;
    this.policy = policy;
    this.move = move;
    this.arms = new Arms(route);
    this.from = route.night() - policy.baselineNights();
  }

  List<Objection> objections() {
    List<Objection> objections = new ArrayList<>();
    away().ifPresent(objections::add);
    objections.addAll(neverServed());
    objections.addAll(guardrails());
    objections.addAll(findings());
    objections.addAll(betterNow());
    cost().ifPresent(objections::add);
    latency().ifPresent(objections::add);
    few().ifPresent(objections::add);
    objections.add(
        new Objection(
            Kind.NOT_IN_THE_LOGS,
            "Not in the logs: what the new release repairs, and whether the provider still offers the earlier one."));
    return objections;
  }

  private Optional<Objection> away() {
    return route
        .known(move.to())
        .map(ReleaseRecord::lastNight)
        .filter(last -> route.night() - last >= NIGHTS_AWAY)
        .map(
            last ->
                new Objection(
                    Kind.TARGET_AWAY,
                    "%s last served this route on %s, %s nights ago."
                        .formatted(move.to(), AdviceText.day(last), route.night() - last)));
  }

  private List<Objection> neverServed() {
    return route.strata().stream()
        .filter(stratum -> !stratum.slice().equals(route.route()))
        .filter(stratum -> interactions(stratum, move.from(), route.night()) >= LEAST_ROWS)
        .filter(stratum -> interactions(stratum, move.to(), from) == 0)
        .limit(MOST_OF_A_KIND)
        .map(
            stratum ->
                new Objection(
                    Kind.TARGET_NEVER_SERVED,
                    "%s has not served %s in the %s nights before."
                        .formatted(move.to(), stratum.slice().title(), policy.baselineNights())))
        .toList();
  }

  private long interactions(JudgedSlice stratum, String release, long since) {
    SortedMap<Long, SortedMap<String, Long>> nights =
        stratum.compared().releases().subMap(since, route.night() + 1);
    return nights.values().stream().mapToLong(night -> night.getOrDefault(release, 0L)).sum();
  }

  /**
   * Rules that act now and never did while the earlier release served, and blocks that are more.
   */
  private List<Objection> guardrails() {
    List<Objection> objections = new ArrayList<>();
    Set<Measure> before = arms.measures(move.to());
    for (Measure measure : arms.measures(move.from())) {
      boolean rule = measure.metric() == Metric.GUARDRAIL_RULE_HITS;
      if (rule && objections.size() < MOST_OF_A_KIND && acts(measure, move.from())) {
        if (!before.contains(measure) || !acts(measure, move.to())) {
          objections.add(
              new Objection(
                  Kind.TARGET_GUARDRAILS,
                  "The guardrail rule “%s” acts now and did not under %s: its guardrails may be older."
                      .formatted(measure.argument(), move.to())));
        }
      }
    }
    blocks().ifPresent(objections::add);
    return objections;
  }

  private boolean acts(Measure rule, String release) {
    StratumMoments hits = arms.pooled(rule, release, from);
    return hits.n() > 0 && hits.mean() > 0;
  }

  private Optional<Objection> blocks() {
    Measure measure = Measure.of(Metric.GUARDRAIL_BLOCKS);
    return pair(measure)
        .filter(pair -> pair.now().mean() > pair.before().mean())
        .filter(pair -> isMaterial(measure, pair))
        .map(
            pair ->
                new Objection(
                    Kind.TARGET_GUARDRAILS,
                    "The guardrails block %s under %s and blocked %s under %s."
                        .formatted(
                            Quantity.SHARE.value(pair.now().mean()),
                            move.from(),
                            Quantity.SHARE.value(pair.before().mean()),
                            move.to())));
  }

  private List<Objection> findings() {
    return route.known(move.to()).map(ReleaseRecord::findings).orElse(List.of()).stream()
        .limit(MOST_OF_A_KIND)
        .map(Finding::sentence)
        .map(
            sentence ->
                new Objection(
                    Kind.TARGET_FINDINGS,
                    "Found while %s served: %s".formatted(move.to(), sentence)))
        .toList();
  }

  private List<Objection> betterNow() {
    Gate gate = move.gate();
    List<Objection> objections = new ArrayList<>();
    for (JudgedSlice stratum : route.strata()) {
      StratumMoments now = arms.pooled(gate.measure(), stratum.slice(), move.from(), move.since());
      StratumMoments before = arms.pooled(gate.measure(), stratum.slice(), move.to(), from);
      boolean both = Math.min(now.n(), before.n()) >= LEAST_ROWS;
      if (both
          && gate.harmOf(now.mean() - before.mean()) < 0
          && objections.size() < MOST_OF_A_KIND) {
        objections.add(
            new Objection(
                Kind.BETTER_NOW,
                "For %s the new release is better: %s of %s, the earlier one %s of %s."
                    .formatted(
                        stratum.slice().title(),
                        AdviceText.value(gate, now.mean()),
                        Digits.whole(now.n()),
                        AdviceText.value(gate, before.mean()),
                        Digits.whole(before.n()))));
      }
    }
    return objections;
  }

  private Optional<Objection> cost() {
    return pair(Measure.of(Metric.COST_PER_INTERACTION))
        .filter(pair -> pair.now().mean() < pair.before().mean())
        .map(
            pair ->
                new Objection(
                    Kind.COST,
                    "Going back costs more: %s interactions under the earlier release, %s now."
                        .formatted(
                            Quantity.UNIT_COST.value(pair.before().mean()),
                            Quantity.UNIT_COST.value(pair.now().mean()))));
  }

  private Optional<Objection> latency() {
    Measure measure = Measure.of(Metric.DURATION_MS);
    return pair(measure)
        .filter(pair -> pair.now().mean() < pair.before().mean())
        .filter(pair -> isMaterial(measure, pair))
        .map(
            pair ->
                new Objection(
                    Kind.LATENCY,
                    "Going back is slower: an answer took %s on average under the earlier release, %s now."
                        .formatted(
                            Quantity.DURATION.value(pair.before().mean()),
                            Quantity.DURATION.value(pair.now().mean()))));
  }

  private record Pair(StratumMoments now, StratumMoments before) {}

  private Optional<Pair> pair(Measure measure) {
    Pair pair =
        new Pair(
            arms.pooled(measure, move.from(), move.since()), arms.pooled(measure, move.to(), from));
    return Math.min(pair.now().n(), pair.before().n()) >= LEAST_ROWS
        ? Optional.of(pair)
        : Optional.empty();
  }

  private boolean isMaterial(Measure measure, Pair pair) {
    return policy
        .of(measure)
        .isMaterial(pair.before().mean(), pair.now().mean() - pair.before().mean());
  }

  private Optional<Objection> few() {
    long nights = route.night() - move.since() + 1;
    return nights < FEW_NIGHTS
        ? Optional.of(
            new Objection(
                Kind.FEW_NIGHTS,
                "%s few: a cause of our own on the same date cannot be excluded."
                    .formatted(nights == 1 ? "One night is" : nights + " nights are")))
        : Optional.empty();
  }
}
