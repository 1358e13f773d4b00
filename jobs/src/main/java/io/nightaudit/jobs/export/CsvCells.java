package io.nightaudit.jobs.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cells of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */
public final class CsvCells {
  private static final String FORMULA = "=+-@\t\r";

  private CsvCells() {}

  /** One line, its line feed at the end. */
  public static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(",", "", "\n"));
  }

  /** A text; one that a spreadsheet would take for a formula begins with an apostrophe. */
  public static String text(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(character -> ",\"\n\r".indexOf(character) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** A number, empty where there is none. */
  public static String number(Double value) {
    return value == null || value.isNaN() ? "" : value.toString();
  }
}
