package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.RollbackPolicy;
import io.nightaudit.metrics.decision.RollbackDecision;
import java.util.List;

/** What the rule for two releases in the same nights decided by, in sentences. */
final class DecisionText {
  private final List<GateContrast> gates;
  private final RollbackPolicy policy;

  DecisionText(List<GateContrast> gates, RollbackPolicy policy) {
    this.gates = gates;
    this.policy = policy;
  }

  List<String> of(RollbackDecision decision) {
    return decision.reasons().stream().map(this::of).toList();
  }

  private String of(RollbackDecision.Reason reason) {
    return switch (reason.kind()) {
      case GUARDRAIL_EXCEEDED -> exceeded(reason);
      case ARMS_NOT_COMPARABLE ->
          "The releases did not get the shares of the traffic that were planned (p %s, at least %s is needed): their difference is not used."
              .formatted(AdviceText.number(reason.value()), AdviceText.number(reason.limit()));
      case NO_GATE -> "No metric that may decide about a rollback has values of both releases.";
      case NO_EVIDENCE -> "No night has values of both releases for %s.".formatted(title(reason));
      case TOO_FEW_NIGHTS ->
          "The releases served together on %s; %s are needed."
              .formatted(nights(reason.value()), whole(reason.limit()));
      case TOO_FEW_ROWS ->
          "The smaller side has %s values; %s are needed."
              .formatted(whole(reason.value()), whole(reason.limit()));
      case HARM_IS_CERTAIN ->
          "%s: worse by at least %s, on whichever night one looks."
              .formatted(title(reason), size(reason, reason.value()));
      case LOSS_ABOVE_ROLLBACK_COST -> loss(reason, "more than");
      case LOSS_WITHIN_ROLLBACK_COST -> loss(reason, "no more than");
      case WITHIN_MARGIN -> within(reason);
      case MARGIN_NOT_EXCLUDED ->
          "%s: may be worse by %s; the material limit is %s."
              .formatted(title(reason), size(reason, reason.value()), size(reason, reason.limit()));
      case OUT_OF_TIME ->
          "The releases served together on %s; after %s the expected loss decides."
              .formatted(nights(reason.value()), whole(reason.limit()));
    };
  }

  private static String exceeded(RollbackDecision.Reason reason) {
    return "%s: above %s for the new release, on whichever night one looks; the hard limit is %s."
        .formatted(
            Measure.parse(reason.metric()).title(),
            Quantity.SHARE.value(reason.value()),
            Quantity.SHARE.value(reason.limit()));
  }

  private String loss(RollbackDecision.Reason reason, String than) {
    return "To keep it for %s is expected to cost %s by %s, %s a rollback, which costs %s."
        .formatted(
            policy.horizonDays() == 1 ? "a day" : policy.horizonDays() + " days",
            AdviceText.cost(reason.value()),
            title(reason),
            than,
            AdviceText.number(reason.limit()));
  }

  private String within(RollbackDecision.Reason reason) {
    return reason.value() > 0
        ? "%s: worse by %s at most; the material limit is %s."
            .formatted(title(reason), size(reason, reason.value()), size(reason, reason.limit()))
        : "%s: no worse.".formatted(title(reason));
  }

  private String title(RollbackDecision.Reason reason) {
    return Measure.parse(reason.metric()).title();
  }

  private String size(RollbackDecision.Reason reason, double value) {
    return gates.stream()
        .filter(contrast -> contrast.gate().measure().name().equals(reason.metric()))
        .findFirst()
        .map(contrast -> AdviceText.size(contrast.gate(), value))
        .orElse(AdviceText.number(value));
  }

  private static String nights(double nights) {
    return nights == 1 ? "one night" : whole(nights) + " nights";
  }

  private static String whole(double value) {
    return Digits.whole(Math.round(value));
  }
}
