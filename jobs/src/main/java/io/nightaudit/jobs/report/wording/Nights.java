package io.nightaudit.jobs.report.wording;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Dates for people; what is not a date is written as it stands. */
public final class Nights {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Nights() {}

  /** Day and month, such as 22 June. */
  public static String brief(String night) {
    return parse(night).map(Nights::dayAndMonth).orElse(night);
  }

  /** With the year, such as 22 June 2023. */
  public static String full(String night) {
    return parse(night).map(date -> dayAndMonth(date) + " " + date.getYear()).orElse(night);
  }

  /** First to last, such as "1 to 24 June". */
  public static String range(String first, String last) {
    Optional<LocalDate> from = parse(first);
    Optional<LocalDate> to = parse(last);
    if (from.isEmpty() || to.isEmpty() || first.equals(last)) {
      return brief(last);
    }
    if (from.get().getYear() != to.get().getYear()) {
      return full(first) + " to " + full(last);
    }
    boolean sameMonth = from.get().getMonth() == to.get().getMonth();
    return (sameMonth ? "" + from.get().getDayOfMonth() : brief(first)) + " to " + brief(last);
  }

  /** Two times, such as "24 June 2023, 00:00 to 25 June 2023, 00:00". */
  public static String window(String from, String to) {
    return minute(from) + " to " + minute(to);
  }

  /** A time to the minute, such as "24 June 2023, 00:00". */
  public static String minute(String time) {
    boolean known = time.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
    return known ? full(time.substring(0, 10)) + ", " + time.substring(11, 16) : time;
  }

  /** Days since 1970, where it is a date. */
  public static Optional<Long> day(String night) {
    return parse(night).map(LocalDate::toEpochDay);
  }

  private static String dayAndMonth(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1);
  }

  private static Optional<LocalDate> parse(String night) {
    try {
      return Optional.of(LocalDate.parse(night));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
