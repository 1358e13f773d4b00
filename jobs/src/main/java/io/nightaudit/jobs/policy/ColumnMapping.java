package io.nightaudit.jobs.policy;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Where one canonical column comes from: a column or nested path, an SQL expression, or a literal.
 *
 * @param source how {@code text} is meant
 * @param text the column's name or nested path, the expression, or the literal
 * @param pattern the pattern of a time that is text
 * @param zone the zone of a time that has none
 * @param unit the unit of a time that is a number, or of a duration: ns, us, ms, s, min
 * @param kind whether a score is a yes or no ({@code boolean}) or a number
 */
public record ColumnMapping(
    Source source,
    String text,
    Optional<String> pattern,
    Optional<ZoneId> zone,
    Optional<Unit> unit,
    ScoreKind kind) {
  /** How the text of a mapping is meant. */
  public enum Source {
    COLUMN,
    EXPRESSION,
    LITERAL
  }

  /** Units of time. */
  public enum Unit {
    NS(0.000001),
    US(0.001),
    MS(1),
    S(1000),
    MIN(60_000);

    private final double milliseconds;

    Unit(double milliseconds) {
      this.milliseconds = milliseconds;
    }

    public double milliseconds() {
      return milliseconds;
    }
  }

  /** What the values of a score are. */
  public enum ScoreKind {
    NUMBER,
    BOOLEAN
  }

  /** A plain column or nested path. */
  public static ColumnMapping column(String path) {
    return new ColumnMapping(
        Source.COLUMN,
        path,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ScoreKind.NUMBER);
  }
}
