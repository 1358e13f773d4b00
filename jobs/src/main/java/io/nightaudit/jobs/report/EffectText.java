package io.nightaudit.jobs.report;

import io.nightaudit.jobs.decision.RecommendationRecord;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.recommendation.EffectCheck;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.wording.Nights;

/** What came of a rollback, in words. */
final class EffectText {
  private EffectText() {}

  static String of(EffectCheck check, RecommendationRecord of) {
    String unit =
        of.executed().flatMap(e -> e.proposal().expected()).map(Expected::unit).orElse("");
    Quantity quantity = Quantity.of(check.metric(), unit);
    String expected =
        "Expected was %s; the material limit is %s."
            .formatted(
                quantity.difference(check.expected()),
                quantity.difference(Math.abs(check.material())).replace("+", ""));
    return head(check) + ". " + found(check, quantity) + " " + expected;
  }

  private static String head(EffectCheck check) {
    return switch (check.outcome()) {
      case PENDING -> "%s of %s nights so far".formatted(check.nights(), check.needed());
      case CAME_BACK -> "It came back";
      case DID_NOT_COME_BACK -> "It did not come back";
      case TOO_LITTLE_DATA -> "Too little data to say whether it came back";
    };
  }

  private static String found(EffectCheck check, Quantity quantity) {
    return check
        .effect()
        .map(effect -> found(check, effect, quantity))
        .orElseGet(
            () ->
                check.reason().isEmpty()
                    ? "No interval can be given yet."
                    : Sentences.closed("Nothing is estimated: " + check.reason()));
  }

  private static String found(EffectCheck check, Recommendation.Effect effect, Quantity quantity) {
    return "%s moved by %s since %s (95%% interval %s; %s after, %s before), with the mix held at that of the nights before the rollback."
        .formatted(
            Measure.parse(check.metric()).title(),
            quantity.difference(effect.value()),
            Nights.brief(Identifiers.date(check.firstNight())),
            quantity.differences(effect.low(), effect.high()),
            Sentences.count(effect.after(), "value"),
            Digits.whole(effect.before()));
  }
}
