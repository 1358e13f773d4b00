package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.policy.MetricPolicy;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.EffectCheck.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says whether a gate metric came back after a rollback: some whole nights after it against as many
 * before it on which the release served, the mix held at that of the nights before. A night in
 * which the rollback was carried out belongs to neither side.
 */
public final class EffectJudge {
  private final Policy policy;
  private final ZoneId zone;

  public EffectJudge(Policy policy, ZoneId zone) {
    this.policy = policy;
    this.zone = zone;
  }

  /** Whole nights before and after a rollback. */
  private record Nights(long firstBefore, long lastBefore, long firstAfter, int needed) {
    boolean has(long night) {
      return night >= firstBefore && night <= lastBefore
          || night >= firstAfter && night < firstAfter + needed;
    }

    int passed(long night) {
      return (int) Math.max(0, Math.min(needed, night - firstAfter + 1));
    }
  }

  /** How many nights after make it final: as the policy says, or as the baseline can hold. */
  public int needed() {
    int needed = policy.rollback().effectNights();
    while (needed > 1 && needed + before(needed) > policy.baselineNights()) {
      needed--;
    }
    return needed;
  }

  private static int before(int after) {
    return Math.max(GateEffect.LEAST_NIGHTS_BEFORE, after);
  }

  private Nights nights(Instant at) {
    LocalDate date = at.atZone(zone).toLocalDate();
    boolean whole = date.atStartOfDay(zone).toInstant().equals(at);
    long day = date.toEpochDay();
    return new Nights(day - before(needed()), day - 1, whole ? day : day + 1, needed());
  }

  /** Whether a night still knows all nights that the check rests on. */
  public boolean knows(Executed executed, long night) {
    return nights(executed.at()).firstBefore() >= night - policy.baselineNights();
  }

  /**
   * What can be said on a night; empty where no effect was expected, as of anything but a rollback.
   *
   * @param strata the route by the dimensions over which its mix is held fixed
   * @param unreliable nights whose archive cannot be relied on
   */
  public Optional<EffectCheck> check(
      Executed executed, List<JudgedSlice> strata, Collection<Long> unreliable, long night) {
    Nights nights = nights(executed.at());
    return executed
        .proposal()
        .expected()
        .filter(expected -> executed.proposal().action().equals(Action.ROLL_BACK.name()))
        .map(
            expected -> {
              Gate gate = gate(expected);
              SortedSet<Long> known = known(gate, strata, nights, night);
              known.removeIf(each -> unreliable.contains(each) || each < expected.since());
              return check(expected, nights, night, effect(gate, strata, known, nights));
            });
  }

  private Gate gate(Expected expected) {
    Measure measure = Measure.parse(expected.metric());
    MetricPolicy tolerance = policy.of(measure);
    return new Gate(measure, tolerance.harm(), tolerance, expected.unit().equals("share"));
  }

  private static SortedSet<Long> known(
      Gate gate, List<JudgedSlice> strata, Nights nights, long night) {
    return strata.stream()
        .flatMap(stratum -> gate.moments(stratum).headMap(night + 1).keySet().stream())
        .filter(nights::has)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<GateEffect> effect(
      Gate gate, List<JudgedSlice> strata, SortedSet<Long> known, Nights nights) {
    return GateEffect.between(
        gate, strata, List.copyOf(known), nights.firstAfter(), policy.rollback().confidence());
  }

  private EffectCheck check(
      Expected expected, Nights nights, long night, Optional<GateEffect> effect) {
    int passed = nights.passed(night);
    return new EffectCheck(
        passed < nights.needed() ? Outcome.PENDING : outcome(expected, effect),
        expected.metric(),
        nights.firstAfter(),
        passed,
        nights.needed(),
        -expected.value(),
        expected.material(),
        effect
            .map(each -> each.effect(nights.firstAfter()))
            .filter(each -> Double.isFinite(each.low()) && Double.isFinite(each.high())),
        effect.isPresent() ? "" : missing(expected, nights));
  }

  private static String missing(Expected expected, Nights nights) {
    return "%s whole nights with values before the rollback and one after it are needed; looked for from %s to %s and from %s on"
        .formatted(
            GateEffect.LEAST_NIGHTS_BEFORE,
            LocalDate.ofEpochDay(Math.max(nights.firstBefore(), expected.since())),
            LocalDate.ofEpochDay(nights.lastBefore()),
            LocalDate.ofEpochDay(nights.firstAfter()));
  }

  /** In harm, what is better is below zero; what was expected, too. */
  private static Outcome outcome(Expected expected, Optional<GateEffect> effect) {
    if (effect.isEmpty()) {
      return Outcome.TOO_LITTLE_DATA;
    }
    GateEffect found = effect.get();
    double wanted = Math.min(0, expected.material() - found.gate().harmOf(expected.value()));
    if (found.mostHarm() < 0 && found.harm() <= wanted) {
      return Outcome.CAME_BACK;
    }
    return found.leastHarm() > wanted ? Outcome.DID_NOT_COME_BACK : Outcome.TOO_LITTLE_DATA;
  }
}
