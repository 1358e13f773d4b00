package io.nightaudit.jobs.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that name a period: two nights, a week, a month or a quarter. */
final class PeriodOptions {
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

  @Option(names = "--from", paramLabel = "DATE", description = "The first night, as yyyy-MM-dd.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last night.")
  private LocalDate to;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "A week from Monday to Sunday, by its ISO number, such as 2026-W47.")
  private String week;

  @Option(names = "--month", paramLabel = "MONTH", description = "A month, such as 2026-11.")
  private String month;

  @Option(names = "--quarter", paramLabel = "QUARTER", description = "A quarter, such as 2026-Q4.")
  private String quarter;

  /** First and last night. */
  record Period(LocalDate from, LocalDate to) {}

  /** The period that was named, by exactly one of the ways. */
  Period period(CommandSpec command) {
    boolean range = from != null || to != null;
    long named = Stream.of(week, month, quarter).filter(Objects::nonNull).count();
    if (named + (range ? 1 : 0) == 0) {
      throw usage(
          command,
          "Which period? Name one with --from and --to, or with --week, --month or --quarter.");
    }
    if (named + (range ? 1 : 0) > 1) {
      throw usage(
          command, "--from/--to, --week, --month and --quarter exclude one another; leave one.");
    }
    if (range && (from == null || to == null)) {
      throw usage(command, "A period needs both --from and --to.");
    }
    try {
      return range ? new Period(from, to) : named();
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw usage(command, wrong.getMessage());
    }
  }

  private Period named() {
    if (week != null) {
      return week();
    }
    return month != null ? month() : quarter();
  }

  private Period week() {
    Matcher matcher = WEEK.matcher(week);
    if (!matcher.matches()) {
      throw wrong("--week", week, "the ISO year and week, such as 2026-W47");
    }
    LocalDate early = LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4);
    int number = Integer.parseInt(matcher.group(2));
    long weeks = early.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
    if (number < 1 || number > weeks) {
      throw wrong("--week", week, "a week from 01 to %s of that year".formatted(weeks));
    }
    LocalDate monday = early.minusDays(early.getDayOfWeek().getValue() - 1L).plusWeeks(number - 1L);
    return new Period(monday, monday.plusDays(6));
  }

  private Period month() {
    try {
      YearMonth parsed = YearMonth.parse(month);
      return new Period(parsed.atDay(1), parsed.atEndOfMonth());
    } catch (DateTimeException notAMonth) {
      throw wrong("--month", month, "year and month, such as 2026-11");
    }
  }

  private Period quarter() {
    Matcher matcher = QUARTER.matcher(quarter);
    if (!matcher.matches()) {
      throw wrong("--quarter", quarter, "year and quarter from Q1 to Q4, such as 2026-Q4");
    }
    int first = 3 * Integer.parseInt(matcher.group(2)) - 2;
    YearMonth begin = YearMonth.of(Integer.parseInt(matcher.group(1)), first);
    return new Period(begin.atDay(1), begin.plusMonths(2).atEndOfMonth());
  }

  private static IllegalArgumentException wrong(String option, String value, String remedy) {
    return new IllegalArgumentException("%s is '%s'; give %s.".formatted(option, value, remedy));
  }

  private static ParameterException usage(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
