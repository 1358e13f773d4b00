package io.nightaudit.jobs.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the night of a file off its path, as the layout of the archive's folders says. */
final class LayoutPattern {
  private static final Pattern PLACE = Pattern.compile("\\{(date|yyyy|MM|dd|HH)}");

  private final Pattern pattern;

  LayoutPattern(String layout) {
    StringBuilder expression = new StringBuilder();
    Matcher place = PLACE.matcher(layout);
    int end = 0;
    while (place.find()) {
      boolean again = expression.indexOf(name(place.group(1))) >= 0;
      expression.append(Pattern.quote(layout.substring(end, place.start())));
      expression.append(digits(place.group(1), again));
      end = place.end();
    }
    expression.append(Pattern.quote(layout.substring(end)));
    pattern = Pattern.compile(expression + "(?:/.*)?");
  }

  private static String name(String place) {
    return "(?<" + place + ">";
  }

  private static String digits(String place, boolean again) {
    String digits =
        switch (place) {
          case "date" -> "\\d{4}-\\d{2}-\\d{2}";
          case "yyyy" -> "\\d{4}";
          default -> "\\d{2}";
        };
    return again ? "\\k<" + place + ">" : name(place) + digits + ")";
  }

  /** The night of a path below the archive; empty where it is not of the layout. */
  Optional<LocalDate> night(String path) {
    Matcher matcher = pattern.matcher(path);
    return matcher.matches() ? date(matcher) : Optional.empty();
  }

  private Optional<LocalDate> date(Matcher matcher) {
    try {
      return Optional.of(
          has("date")
              ? LocalDate.parse(matcher.group("date"))
              : LocalDate.of(
                  Integer.parseInt(matcher.group("yyyy")),
                  Integer.parseInt(matcher.group("MM")),
                  Integer.parseInt(matcher.group("dd"))));
    } catch (DateTimeException noDate) {
      // A folder such as dt=2026-13-45 is no night.
      return Optional.empty();
    }
  }

  private boolean has(String place) {
    return pattern.pattern().contains(name(place));
  }
}
