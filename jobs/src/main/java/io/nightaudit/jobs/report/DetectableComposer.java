package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.DetectableChange;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.policy.MetricPolicy;
import java.util.Optional;

/** Writes how small a change of one figure could have been seen, in the words of its limit. */
final class DetectableComposer {
  private final MetricPolicy tolerance;
  private final Quantity quantity;

  DetectableComposer(MetricPolicy tolerance, Measure measure, String unit) {
    this.tolerance = tolerance;
    this.quantity = Quantity.of(measure.name(), unit);
  }

  SelfReport.MinimumDetectable of(DetectableChange change) {
    return new SelfReport.MinimumDetectable(
        change.direction().name(),
        change.within7(),
        change.within14(),
        change.within28(),
        change.seesMaterial(),
        size(change, change.within7()),
        "%s within 14 nights, %s within 28"
            .formatted(size(change, change.within14()), size(change, change.within28())));
  }

  private String size(DetectableChange change, Optional<Double> size) {
    return size.map(found -> sign(change.direction()) + amount(change, found))
        .orElseGet(() -> "no " + name(change.direction()) + ", however large");
  }

  /** A limit that is relative is compared in percent of what was expected. */
  private String amount(DetectableChange change, double size) {
    if (tolerance.relative() && change.expected() != 0) {
      return Digits.significant(2, 100 * size / Math.abs(change.expected())) + "%";
    }
    return quantity == Quantity.SHARE
        ? Digits.significant(2, 100 * size) + " points"
        : quantity.value(size);
  }

  private static String sign(Harm direction) {
    return switch (direction) {
      case INCREASE -> "+";
      case DECREASE -> "−";
      case NEITHER -> "± ";
    };
  }

  private static String name(Harm direction) {
    return switch (direction) {
      case INCREASE -> "rise";
      case DECREASE -> "fall";
      case NEITHER -> "change";
    };
  }
}
