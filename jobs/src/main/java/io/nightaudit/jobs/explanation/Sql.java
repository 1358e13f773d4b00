package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.policy.ColumnMapping;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names and texts as Spark SQL reads them, whatever characters a log brings. */
final class Sql {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_PRINTABLE = 0x7E;

  private Sql() {}

  /** A text in quotes; what cannot be seen is written as its number. */
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("'");
    for (char unit : text.toCharArray()) {
      if (unit == '\'' || unit == '\\') {
        quoted.append('\\').append(unit);
      } else if (unit < FIRST_PRINTABLE || unit > LAST_PRINTABLE) {
        String digits = Integer.toHexString(unit);
        quoted.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      } else {
        quoted.append(unit);
      }
    }
    return quoted.append('\'').toString();
  }

  /** A name or a path of names. */
  static String path(String path) {
    return Arrays.stream(path.split("\\.", -1)).map(Sql::name).collect(Collectors.joining("."));
  }

  static String name(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** The files of a folder as a table. */
  static String files(String format, String path) {
    return format + "." + name(path);
  }

  /** What a mapping finds in a row. */
  static String source(ColumnMapping mapping) {
    return switch (mapping.source()) {
      case COLUMN -> path(mapping.text());
      case EXPRESSION -> "(" + mapping.text() + ")";
      case LITERAL -> text(mapping.text());
    };
  }
}
