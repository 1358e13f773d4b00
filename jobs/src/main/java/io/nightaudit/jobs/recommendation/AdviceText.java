package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.ValueText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a recommendation. */
final class AdviceText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private AdviceText() {}

  static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).format(DAY);
  }

  static String number(double value) {
    return ValueText.number(value);
  }

  /** A change of a gate metric with its sign, such as "−32.0 points". */
  static String change(Gate gate, double change) {
    return gate.isShare()
        ? ValueText.signed(100 * change, 1) + " points"
        : (change > 0 ? "+" : "") + ValueText.of(gate.measure().metric().unit(), change);
  }

  /** The size of a change of a gate metric, without a sign. */
  static String size(Gate gate, double size) {
    return gate.isShare()
        ? ValueText.number(100 * size) + " points"
        : ValueText.of(gate.measure().metric().unit(), size);
  }

  /** A value of a gate metric. */
  static String value(Gate gate, double value) {
    return ValueText.of(gate.isShare() ? "share" : gate.measure().metric().unit(), value);
  }

  /** The dimensions that a route's mix is held fixed over. */
  static String dimensions(RouteCase route) {
    List<String> names = new ArrayList<>(route.strata().get(0).slice().level());
    names.removeAll(route.route().level());
    return names.isEmpty() ? "requests" : String.join(" and ", names);
  }
}
