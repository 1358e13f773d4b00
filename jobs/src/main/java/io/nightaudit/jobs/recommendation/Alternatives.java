package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.recommendation.Recommendation.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What else can be done than a rollback of the whole route. */
final class Alternatives {
  private final RouteCase route;
  private final Move move;
  private final Optional<Loss> loss;

  Alternatives(RouteCase route, Move move, Optional<Loss> loss) {
    this.route = route;
    this.move = move;
    this.loss = loss;
  }

  List<String> list() {
    List<String> alternatives = new ArrayList<>();
    Optional<String> worst = worst();
    worst.ifPresent(
        title -> alternatives.add("Send only %s back to %s.".formatted(title, move.to())));
    worst.ifPresent(
        title ->
            alternatives.add(
                "Suspend %s for now: this keeps the state for an investigation.".formatted(title)));
    alternatives.add(share());
    guardrail(worst).ifPresent(alternatives::add);
    alternatives.add(wait(loss));
    return alternatives;
  }

  /** The part of the route that does worst, where it has parts. */
  private Optional<String> worst() {
    if (route.strata().size() < 2) {
      return Optional.empty();
    }
    return route.strata().stream()
        .filter(slice -> RouteMoves.harm(slice, move.gate(), route.night()) > 0)
        .max(Comparator.comparingDouble(s -> RouteMoves.harm(s, move.gate(), route.night())))
        .map(JudgedSlice::slice)
        .map(slice -> slice.title());
  }

  private String share() {
    boolean both =
        route.releases().serves(move.from(), route.night())
            && route.releases().serves(move.to(), route.night());
    return both
        ? "Give %s a smaller share of the traffic: the evidence grows with less harm."
            .formatted(move.from())
        : "Send a share of the traffic to %s beside %s: on nights that both serve the evidence would be of grade A."
            .formatted(move.to(), move.from());
  }

  /** Only where guardrails are in the archive: elsewhere there may be none to set. */
  private Optional<String> guardrail(Optional<String> worst) {
    boolean known =
        route.whole().compared().streams().keySet().stream()
            .anyMatch(measure -> measure.metric().family() == Family.GUARDRAIL);
    return known
        ? Optional.of(
            "Set a guardrail for %s that catches what is worse, and keep the release."
                .formatted(worst.orElse(route.route().title())))
        : Optional.empty();
  }

  private static String wait(Optional<Loss> loss) {
    return loss.filter(each -> each.nightly() > 0)
        .map(
            each ->
                "Wait for more nights: each is expected to cost %s."
                    .formatted(AdviceText.cost(each.nightly())))
        .orElse("Wait for more nights. The harm goes on meanwhile.");
  }
}
