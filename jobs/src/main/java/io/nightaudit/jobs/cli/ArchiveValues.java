package io.nightaudit.jobs.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages of errors without the values of an archive that they quote. Spark's messages about data
 * begin with a condition in brackets and end with a state of class 22, or that of raised errors;
 * Java's quote what they could not read.
 */
final class ArchiveValues {
  private static final String HIDDEN = "(a value of the archive, which is not printed)";

  private static final Pattern SPARK =
      Pattern.compile(
          "(?s)\\[((?:[A-Z0-9_]+\\.?)+)\\] .*SQLSTATE: (?:22\\w{3}|P0001)"
              + "|(?s)\\[(INCONSISTENT_BEHAVIOR_CROSS_VERSION[A-Z0-9_.]*)\\].*");

  private static final List<Pattern> JAVA =
      List.of(
          Pattern.compile("(?s)(?<=Serialization stack:).*"),
          Pattern.compile("(?s)(?<=For input string: ).*"),
          Pattern.compile("(?s)(?<=Text ').*(?=' could not be parsed)"),
          Pattern.compile("(?s)(?<=Malformed input|Unmappable character).*"));

  private ArchiveValues() {}

  /** A message without values; null stays null. */
  static String without(String message) {
    if (message == null) {
      return null;
    }
    String hidden =
        SPARK
            .matcher(message)
            .replaceAll(
                found -> {
                  String condition = found.group(1) == null ? found.group(2) : found.group(1);
                  return Matcher.quoteReplacement("[" + condition + "] " + HIDDEN);
                });
    for (Pattern quoting : JAVA) {
      hidden = quoting.matcher(hidden).replaceAll(Matcher.quoteReplacement(HIDDEN));
    }
    return hidden;
  }
}
