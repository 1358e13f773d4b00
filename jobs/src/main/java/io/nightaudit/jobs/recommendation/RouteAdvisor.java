package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Advises on one route: from the strongest evidence that there is to the weakest. */
final class RouteAdvisor {
  private final Policy policy;

  RouteAdvisor(Policy policy) {
    this.policy = policy;
  }

  Recommendation advise(RouteCase route) {
    List<Gate> gates = Gate.of(route.whole(), route.night(), policy);
    Optional<Concurrent> concurrent = new Contests(route, gates, policy).first();
    Recommendation advice =
        concurrent
            .filter(c -> c.isEnough() && !c.isPast(route))
            .map(c -> new ConcurrentAdvice(route, policy, c, draft(route, c)).of())
            .orElseGet(() -> younger(route, concurrent, afterChange(route, gates)));
    return route.reliable() ? advice : onUnreliableNight(advice);
  }

  /** While two releases serve and cannot be compared yet, the later one is not kept either. */
  private Recommendation younger(
      RouteCase route, Optional<Concurrent> concurrent, Recommendation advice) {
    return concurrent
        .filter(c -> advice.action().compareTo(Action.HOLD) <= 0)
        .filter(c -> c.contest().isLive(route.releases(), route.night()))
        .map(c -> waiting(route, c, advice))
        .orElse(advice);
  }

  private Recommendation waiting(RouteCase route, Concurrent concurrent, Recommendation advice) {
    AdviceDraft draft = draft(route, concurrent);
    if (advice.action() == Action.HOLD) {
      draft.reasons(advice.reasons());
    }
    return new ConcurrentAdvice(route, policy, concurrent, draft).of();
  }

  private Recommendation afterChange(RouteCase route, List<Gate> gates) {
    return route
        .releases()
        .changes(route.night() - policy.baselineNights() + 1, route.night())
        .stream()
        .findFirst()
        .filter(change -> ChangeAdvice.asks(route, change))
        .map(change -> new ChangeAdvice(route, policy, change, draft(route, change)).of(gates))
        .orElseGet(() -> alone(route));
  }

  private AdviceDraft draft(RouteCase route, ReleaseChange change) {
    Optional<String> target = route.lastKnownGood(change.to(), change.epochDay());
    return new AdviceDraft(route, change.to(), target.orElse(""), opener(route));
  }

  /** The release that served beside is the one to go back to, if it is known to be good. */
  private AdviceDraft draft(RouteCase route, Concurrent concurrent) {
    Contest contest = concurrent.contest();
    long first = route.releases().firstNight(contest.later());
    String target =
        route
            .known(contest.earlier())
            .filter(release -> release.isGoodBefore(first))
            .map(ReleaseRecord::release)
            .or(() -> route.lastKnownGood(contest.later(), first))
            .orElse("");
    return new AdviceDraft(route, contest.later(), target, opener(route));
  }

  /** The slice of the worst finding, the smallest where several are as bad. */
  private static Slice opener(RouteCase route) {
    return route.findings().stream()
        .min(
            Comparator.comparing(Finding::verdict)
                .thenComparing(finding -> -finding.slice().dimensions().size())
                .thenComparing(Finding::slice))
        .map(Finding::slice)
        .filter(slice -> slice.isWithin(route.route()))
        .orElse(route.route());
  }

  /** What the findings of the route say, whatever releases served. */
  private static Recommendation alone(RouteCase route) {
    String release = route.releases().dominant(route.night()).orElse("");
    AdviceDraft draft = new AdviceDraft(route, release, "", opener(route));
    return switch (worst(route)) {
      case BREACH -> {
        draft.reasons(RouteMoves.breaches(route));
        draft.reason("No release of this route changed with it, so there is none to go back to.");
        yield draft.build(Action.INVESTIGATE);
      }
      case WARNING -> {
        draft.reason("A warning is open: look again tomorrow.");
        yield draft.build(Action.HOLD);
      }
      default -> quiet(route, draft);
    };
  }

  private static Recommendation quiet(RouteCase route, AdviceDraft draft) {
    boolean learning = learning(route);
    draft.reason(
        learning
            ? "Nothing can be judged yet: too few nights are known."
            : "Nothing on this route moved beyond its limits.");
    return draft.build(learning ? Action.HOLD : Action.KEEP);
  }

  private static boolean learning(RouteCase route) {
    return route.whole().judgements().values().stream()
        .allMatch(
            nights ->
                !nights.containsKey(route.night())
                    || unjudged(nights.get(route.night()).verdict()));
  }

  private static boolean unjudged(Verdict verdict) {
    return verdict == Verdict.LEARNING
        || verdict == Verdict.INSUFFICIENT_DATA
        || verdict == Verdict.NOT_COMPUTED;
  }

  private static Verdict worst(RouteCase route) {
    return route.findings().stream()
        .map(Finding::verdict)
        .min(Comparator.naturalOrder())
        .orElse(Verdict.WITHIN_TOLERANCE);
  }

  /** An incomplete archive allows no more than a look. */
  private static Recommendation onUnreliableNight(Recommendation advice) {
    return advice.action() == Action.ROLL_BACK
        ? AdviceDraft.weakened(
            advice,
            "The archive of this night is incomplete, so a rollback is not recommended on it.")
        : advice;
  }
}
