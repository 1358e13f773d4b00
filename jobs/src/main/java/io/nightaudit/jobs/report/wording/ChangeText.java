package io.nightaudit.jobs.report.wording;

import io.nightaudit.jobs.metric.Quantity;
import io.nightaudit.jobs.report.Report.Change;
import java.util.Optional;

/** How a change of a report is written. */
public final class ChangeText {
  private ChangeText() {}

  /** The change with its sign. */
  public static String of(Quantity quantity, Change change) {
    return quantity.change(change.kind(), change.value());
  }

  /** Its interval, where it has one. */
  public static Optional<String> interval(Quantity quantity, Change change) {
    return change.low().isEmpty() || change.high().isEmpty()
        ? Optional.empty()
        : Optional.of(
            quantity.changeInterval(change.kind(), change.low().get(), change.high().get()));
  }
}
