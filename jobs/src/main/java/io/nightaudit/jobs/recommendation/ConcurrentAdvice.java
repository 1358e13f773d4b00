package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;

/** What two releases that served the same nights say: enough to roll back, to keep, or to wait. */
final class ConcurrentAdvice {
  private ConcurrentAdvice() {}

  static Recommendation of(AdviceDraft draft, Concurrent contrast, RouteCase route) {
    draft.reason(
        "On %s nights that both releases served, %s of the new one differs by %s (valid at every night: %s to %s; %s and %s values)."
            .formatted(
                contrast.nights(),
                contrast.gate().measure().title(),
                AdviceText.change(contrast.gate(), contrast.mean()),
                AdviceText.change(contrast.gate(), contrast.interval().low()),
                AdviceText.change(contrast.gate(), contrast.interval().high()),
                Digits.whole(contrast.fromRows()),
                Digits.whole(contrast.toRows())));
    double material = contrast.gate().material(baseline(contrast, route));
    if (contrast.leastHarm() > 0 && contrast.gate().harmOf(contrast.mean()) >= material) {
      return route.lastKnownGood().isPresent()
          ? draft.build(Action.ROLL_BACK, Grade.A, "Roll %s back".formatted(route.route().title()))
          : draft.build(
              Action.INVESTIGATE,
              Grade.A,
              "Find out what changed in %s".formatted(route.route().title()));
    }
    return contrast.mostHarm() < material
        ? draft.build(Action.KEEP, Grade.A, "Keep %s".formatted(route.route().title()))
        : draft.build(Action.HOLD, Grade.A, "Wait with %s".formatted(route.route().title()));
  }

  private static double baseline(Concurrent contrast, RouteCase route) {
    var evidence = route.whole().compared().streams().get(contrast.gate().measure()).evidence();
    return evidence.get(route.night()).baseline().value();
  }
}
