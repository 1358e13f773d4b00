package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import io.nightaudit.jobs.policy.ColumnMapping.Source;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the sources of columns and dimensions. */
final class MappingBinder {
  private static final Pattern DIMENSION = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final List<String> RESERVED = List.of("release", "route", "night");
  // Letters that Spark's reader of times does not know, or that mean weeks where days are meant.
  private static final Pattern FOREIGN = Pattern.compile("[ABceNnpuWwYgqQ]");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private final Problems problems;

  MappingBinder(Problems problems) {
    this.problems = problems;
  }

  SortedMap<String, ColumnMapping> columns(JsonNode columns, Pointer at) {
    SortedMap<String, ColumnMapping> mappings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : columns.properties()) {
      Pointer place = at.child(entry.getKey());
      mappings.put(entry.getKey(), mapping(entry.getValue(), place));
      checkOptions(entry.getKey(), entry.getValue(), place);
    }
    return mappings;
  }

  SortedMap<String, ColumnMapping> dimensions(JsonNode dimensions, Pointer at) {
    SortedMap<String, ColumnMapping> mappings = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : dimensions.properties()) {
      Pointer place = at.child(entry.getKey());
      mappings.put(entry.getKey(), mapping(entry.getValue(), place));
      checkName(entry.getKey(), place);
      for (String option : List.of("pattern", "zone", "unit", "type")) {
        refuse(entry.getValue(), place, option, "dimensions are text; leave it out");
      }
    }
    return mappings;
  }

  private void checkName(String name, Pointer at) {
    if (!DIMENSION.matcher(name).matches()) {
      problems.of(at, "is not a name; use lower-case letters, digits and _, a letter first");
    } else if (Column.named(name).isPresent()) {
      problems.of(at, "is the name of a column; map it under archive.columns or rename it");
    } else if (RESERVED.contains(name)) {
      problems.of(at, "is a name that reports use themselves; rename it, such as app_" + name);
    }
  }

  private void checkOptions(String column, JsonNode node, Pointer at) {
    Optional<Column.Type> type = Column.named(column).map(Column::type);
    boolean time = type.filter(Column.Type.TIME::equals).isPresent();
    boolean duration = type.filter(Column.Type.DURATION::equals).isPresent();
    if (!time) {
      refuse(node, at, "pattern", "only times have one; leave it out");
      refuse(node, at, "zone", "only times have one; leave it out");
    }
    if (!time && !duration) {
      refuse(node, at, "unit", "only times and durations have one; leave it out");
    }
    if (!column.startsWith(Column.SCORE_PREFIX)) {
      refuse(node, at, "type", "only scores.NAME has one; leave it out");
    }
    if (time && node.has("pattern") && node.has("unit")) {
      problems.of(at, "has a pattern and a unit: a time is either text or a number; leave one out");
    }
    if (column.equals(Column.START_TIME.id()) && node.has("literal")) {
      problems.of(at, "is a literal: every row needs a time of its own; name a column");
    }
  }

  private void refuse(JsonNode node, Pointer at, String option, String why) {
    if (node.has(option)) {
      problems.of(at.child(option), "has no meaning: " + why);
    }
  }

  private ColumnMapping mapping(JsonNode node, Pointer at) {
    if (node.isTextual()) {
      return ColumnMapping.column(node.asText());
    }
    List<String> sources = List.of("column", "expr", "literal").stream().filter(node::has).toList();
    if (sources.size() != 1) {
      String found = sources.isEmpty() ? "none" : String.join(" and ", sources);
      problems.of(at, "has " + found + " of column, expr and literal; exactly one is needed");
    }
    Source source =
        node.has("expr") ? Source.EXPRESSION : node.has("literal") ? Source.LITERAL : Source.COLUMN;
    return new ColumnMapping(
        source,
        text(node, source, at),
        pattern(node, at),
        zone(node, at),
        unit(node),
        node.path("type").asText().equals("boolean") ? ScoreKind.BOOLEAN : ScoreKind.NUMBER);
  }

  private String text(JsonNode node, Source source, Pointer at) {
    return switch (source) {
      case COLUMN -> node.path("column").asText();
      case LITERAL -> node.path("literal").asText();
      case EXPRESSION -> expression(node.path("expr").asText(), at.child("expr"));
    };
  }

  private String expression(String expression, Pointer at) {
    List<String> refusals = ExpressionGuard.problems(expression);
    refusals.forEach(refusal -> problems.of(at, refusal));
    return refusals.isEmpty() ? ExpressionGuard.safe(expression) : expression;
  }

  private Optional<String> pattern(JsonNode node, Pointer at) {
    Optional<String> pattern = Optional.of(node.path("pattern").asText()).filter(p -> !p.isEmpty());
    pattern
        .flatMap(MappingBinder::badPattern)
        .ifPresent(why -> problems.of(at.child("pattern"), why));
    return pattern;
  }

  private static Optional<String> badPattern(String pattern) {
    String remedy = "; write it like yyyy-MM-dd HH:mm:ss.SSS";
    String shown = "is " + Names.quoted(pattern) + ": ";
    try {
      DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.of(shown + e.getMessage() + remedy);
    }
    String letters = QUOTED.matcher(pattern).replaceAll("");
    Matcher foreign = FOREIGN.matcher(letters);
    if (foreign.find()) {
      return Optional.of(shown + "the letter " + foreign.group() + " cannot be read" + remedy);
    }
    boolean dated = letters.contains("y") && letters.contains("M") && letters.contains("d");
    return dated || letters.contains("D") && letters.contains("y")
        ? Optional.empty()
        : Optional.of(shown + "it has no year, month and day" + remedy);
  }

  private Optional<ZoneId> zone(JsonNode node, Pointer at) {
    return node.has("zone")
        ? Optional.of(zone(node.path("zone").asText(), at.child("zone")))
        : Optional.empty();
  }

  /** The zone of that name; UTC and a problem where there is none. */
  ZoneId zone(String name, Pointer at) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      String hint = Nearest.hint(name, Nearest.to(name, ZoneId.getAvailableZoneIds()));
      String remedy = hint.isEmpty() ? "; write it like UTC or Europe/Berlin" : hint;
      problems.of(at, "is " + Names.quoted(name) + ", which is not a time zone" + remedy);
      return ZoneId.of("UTC");
    }
  }

  private static Optional<Unit> unit(JsonNode node) {
    return Optional.of(node.path("unit").asText())
        .filter(unit -> !unit.isEmpty())
        .map(unit -> Unit.valueOf(unit.toUpperCase(Locale.ROOT)));
  }
}
