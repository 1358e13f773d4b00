package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.explanation.ExplainedFigure.ChangeOrigin;
import io.nightaudit.jobs.explanation.StoredFigure.Comparison;
import io.nightaudit.jobs.metric.Extraction;
import io.nightaudit.jobs.metric.Quantity;
import java.util.Locale;
import java.util.Optional;

/** How a change follows from the value and the baseline. */
final class ChangeOrigins {
  private ChangeOrigins() {}

  static Optional<ChangeOrigin> of(FigureFacts facts) {
    return facts
        .stored()
        .flatMap(StoredFigure::comparison)
        .filter(compared -> Double.isFinite(compared.change().value()))
        .map(compared -> of(facts, compared));
  }

  private static ChangeOrigin of(FigureFacts facts, Comparison compared) {
    Evidence.Change change = compared.change();
    String kind = change.kind().name().toLowerCase(Locale.ROOT);
    Quantity quantity = Quantity.of(facts.measure().name(), facts.unit());
    return new ChangeOrigin(
        kind,
        change.value(),
        Exact.present(change.low()),
        Exact.present(change.high()),
        quantity.change(kind, change.value()),
        arithmetic(facts.value(), compared),
        method(facts, change));
  }

  private static String arithmetic(double value, Comparison compared) {
    String tonight = Exact.number(value);
    String before = Exact.number(compared.baseline().value());
    String result = Exact.number(compared.change().value());
    return compared.change().kind() == Evidence.ChangeKind.RATIO
        ? "%s / %s − 1 = %s".formatted(tonight, before, result)
        : "%s − %s = %s".formatted(tonight, before, result);
  }

  private static String method(FigureFacts facts, Evidence.Change change) {
    if (!Double.isFinite(change.low())) {
      return "no interval";
    }
    return switch (change.kind()) {
      case POINTS -> "Newcombe's interval of a difference of two shares, 95%";
      case DIFFERENCE -> "Welch's interval of a difference of two means, 95%";
      case RATIO ->
          facts.measure().metric().extraction() instanceof Extraction.Quantile
              ? "tonight's interval, divided by the value before"
              : "delta method on the logarithm of a ratio of two means, 95%";
    };
  }
}
