package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Quantity;
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
    return Digits.significant(value);
  }

  /** A change of a gate metric with its sign, such as "−32.0 points". */
  static String change(Gate gate, double change) {
    return gate.isShare() ? Quantity.SHARE.difference(change) : quantity(gate).difference(change);
  }

  /** The size of a change of a gate metric, without a sign. */
  static String size(Gate gate, double size) {
    return gate.isShare() ? Digits.significant(100 * size) + " points" : quantity(gate).value(size);
  }

  /** A cost in days of a harm of one material limit. */
  static String cost(double days) {
    return "as much as %s days of a harm of one material limit".formatted(number(days));
  }

  /** A value of a gate metric. */
  static String value(Gate gate, double value) {
    return quantity(gate).value(value);
  }

  private static Quantity quantity(Gate gate) {
    String unit = gate.isShare() ? "share" : gate.measure().metric().unit();
    return Quantity.of(gate.measure().name(), unit);
  }

  /** The dimensions that a route's mix is held fixed over. */
  static String dimensions(RouteCase route) {
    List<String> names = new ArrayList<>(route.strata().get(0).slice().level());
    names.removeAll(route.route().level());
    return names.isEmpty() ? "requests" : String.join(" and ", names);
  }
}
