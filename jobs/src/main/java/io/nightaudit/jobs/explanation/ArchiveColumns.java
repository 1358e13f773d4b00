package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.profile.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The archive's columns as SQL: what the configuration maps to each canonical one. */
final class ArchiveColumns {
  /** Beyond so many decimals the rounding is that of any sum of doubles. */
  private static final int MOST_ROUNDED = 6;

  private final AuditConfiguration configuration;

  ArchiveColumns(AuditConfiguration configuration) {
    this.configuration = configuration;
  }

  Optional<ColumnMapping> mapping(String name) {
    ColumnMapping column = configuration.archive().columns().get(name);
    return Optional.ofNullable(
        column == null ? configuration.archive().dimensions().get(name) : column);
  }

  /** A number in the canonical unit. */
  Optional<String> number(Column column) {
    return mapping(column.id())
        .map(
            mapping -> {
              String number = "TRY_CAST(" + Sql.source(mapping) + " AS DOUBLE)";
              double factor =
                  column.type() == Column.Type.DURATION
                      ? mapping.unit().orElse(ColumnMapping.Unit.MS).milliseconds()
                      : 1;
              return factor == 1 ? number : number + " * " + Exact.number(factor);
            });
  }

  /** A number as a profile keeps it: rounded to some decimals. */
  static String kept(String number, int decimals) {
    String factor = "1" + "0".repeat(decimals);
    return decimals == 0 || decimals > MOST_ROUNDED
        ? number
        : "rint(" + number + " * " + factor + ") / " + factor;
  }

  /** A score: its own mapping, or its place in the mapping of all scores. */
  Optional<String> score(String name, boolean yesOrNo) {
    Optional<String> source = mapping(Column.SCORE_PREFIX + name).map(Sql::source);
    Optional<String> part =
        mapping(Column.SCORES.id())
            .filter(mapping -> mapping.source() == ColumnMapping.Source.COLUMN)
            .map(mapping -> Sql.path(mapping.text()) + "." + Sql.name(name));
    return source
        .or(() -> part)
        .map(value -> "TRY_CAST(" + value + " AS " + (yesOrNo ? "BOOLEAN)" : "DOUBLE)"));
  }

  /** A category as text. */
  Optional<String> category(String name) {
    if (name.equals(Level.RELEASE)) {
      return release();
    }
    boolean several = name.equals(Column.FINISH_REASONS.id());
    return several
        ? Optional.empty()
        : mapping(name).map(mapping -> "CAST(" + Sql.source(mapping) + " AS STRING)");
  }

  private Optional<String> release() {
    List<String> parts =
        configuration.release().stream().flatMap(name -> category(name).stream()).toList();
    return switch (parts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(parts.get(0));
      default ->
          Optional.of(
              parts.stream()
                  .collect(Collectors.joining(", ", "nullif(concat_ws(' + ', ", "), '')")));
    };
  }
}
