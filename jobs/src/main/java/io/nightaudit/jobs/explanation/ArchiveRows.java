package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ColumnMapping;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of the archive that a slice of a night is made of, as SQL. */
final class ArchiveRows {
  private final AuditConfiguration configuration;
  private final ArchiveSettings archive;
  private final LocalDate night;

  ArchiveRows(AuditConfiguration configuration, LocalDate night) {
    this.configuration = configuration;
    this.archive = configuration.archive();
    this.night = night;
  }

  /** The lines {@code FROM} and {@code WHERE}; empty where plain SQL cannot tell the rows. */
  Optional<String> of(Slice slice) {
    List<String> conditions = new ArrayList<>();
    String layout = archive.layout().strip();
    boolean delta = archive.format() == ArchiveSettings.Format.DELTA;
    if (layout.isEmpty()) {
      Optional<String> time = time();
      if (time.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(time.get());
    } else if (delta) {
      conditions.addAll(partitions(filled(layout)));
    }
    for (Map.Entry<String, String> dimension : slice.dimensions().entrySet()) {
      Optional<String> condition = condition(dimension.getKey(), dimension.getValue());
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(condition.get());
    }
    String folder = layout.isEmpty() || delta ? "" : "/" + filled(layout).replace("{HH}", "*");
    String from = "FROM " + Sql.files(delta ? "delta" : "parquet", archive.path() + folder);
    return Optional.of(
        conditions.isEmpty() ? from : from + "\nWHERE " + String.join("\n  AND ", conditions));
  }

  private String filled(String layout) {
    return layout
        .replace("{date}", night.toString())
        .replace("{yyyy}", DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).format(night))
        .replace("{MM}", DateTimeFormatter.ofPattern("MM", Locale.ROOT).format(night))
        .replace("{dd}", DateTimeFormatter.ofPattern("dd", Locale.ROOT).format(night));
  }

  /** The partition columns of a night; an hour is left open. */
  private static List<String> partitions(String folder) {
    List<String> conditions = new ArrayList<>();
    for (String part : folder.split("/")) {
      int equals = part.indexOf('=');
      if (equals > 0 && !part.contains("{")) {
        conditions.add(
            "CAST(%s AS STRING) = %s"
                .formatted(
                    Sql.name(part.substring(0, equals)), Sql.text(part.substring(equals + 1))));
      }
    }
    return conditions;
  }

  private Optional<String> time() {
    return Optional.ofNullable(archive.columns().get(Column.START_TIME.id()))
        .filter(
            mapping ->
                mapping.pattern().isEmpty() && mapping.zone().isEmpty() && mapping.unit().isEmpty())
        .map(Sql::source)
        .map(
            source ->
                "%s >= TIMESTAMP'%s' AND %s < TIMESTAMP'%s'"
                    .formatted(source, instant(night), source, instant(night.plusDays(1))));
  }

  private String instant(LocalDate day) {
    return DateTimeFormatter.ISO_INSTANT.format(day.atStartOfDay(archive.timezone()).toInstant());
  }

  private Optional<String> condition(String dimension, String value) {
    if (value.equals(Slice.OTHER)) {
      return Optional.empty();
    }
    return new ArchiveColumns(configuration)
        .category(dimension)
        .map(
            source ->
                value.equals(Slice.UNKNOWN)
                    ? source + " IS NULL"
                    : source + " = " + Sql.text(value));
  }

  /** The name of a mapping's source: a column, or that it is an expression. */
  static String from(ColumnMapping mapping) {
    String unit = mapping.unit().map(u -> ", in " + u.name().toLowerCase(Locale.ROOT)).orElse("");
    return switch (mapping.source()) {
      case COLUMN -> "column " + mapping.text() + unit;
      case EXPRESSION -> "an expression of the configuration" + unit;
      case LITERAL -> "the same text for all rows";
    };
  }
}
