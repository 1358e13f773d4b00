package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ArchiveSettings.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a configuration says of its archive. */
final class ArchiveBinder {
  private static final Pointer AT = Pointer.of("archive");
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
  private static final List<String> TOKENS = List.of("date", "yyyy", "MM", "dd", "HH");

  private final JsonNode archive;
  private final Problems problems;

  ArchiveBinder(JsonNode archive, Problems problems) {
    this.archive = archive;
    this.problems = problems;
  }

  ArchiveSettings bind(UnaryOperator<String> resolvePath) {
    MappingBinder mappings = new MappingBinder(problems);
    SortedMap<String, ColumnMapping> columns =
        mappings.columns(archive.path("columns"), AT.child("columns"));
    SortedMap<String, ColumnMapping> dimensions =
        mappings.dimensions(archive.path("dimensions"), AT.child("dimensions"));
    Format format = Format.valueOf(archive.path("format").asText().toUpperCase(Locale.ROOT));
    return new ArchiveSettings(
        resolvePath.apply(archive.path("path").asText()),
        format,
        layout(format),
        mappings.zone(archive.path("timezone").asText(), AT.child("timezone")),
        archive.path("late-days").asInt(),
        archive.path("tolerate-unreadable-files").asBoolean(),
        archive.path("maximum-quarantined-share").asDouble(),
        key(new Names(columns.keySet(), dimensions.keySet(), problems)),
        columns,
        dimensions);
  }

  private List<String> key(Names names) {
    if (archive.has("key")) {
      return names.mapped(archive.path("key"), AT.child("key"));
    }
    String id = Column.INTERACTION_ID.id();
    return names.has(id) ? List.of(id) : List.of();
  }

  private String layout(Format format) {
    if (!archive.has("layout")) {
      return format == Format.DELTA ? "" : "dt={date}";
    }
    String layout = archive.path("layout").asText();
    if (!layout.isEmpty()) {
      checkLayout(layout, AT.child("layout"));
    }
    return layout;
  }

  private void checkLayout(String layout, Pointer at) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(layout);
    while (matcher.find()) {
      tokens.add(matcher.group(1));
    }
    for (String token : tokens) {
      if (!TOKENS.contains(token)) {
        problems.of(at, "has the token {" + token + "}" + Nearest.hint(token, TOKENS));
      }
    }
    if (!tokens.contains("date") && !tokens.containsAll(List.of("yyyy", "MM", "dd"))) {
      problems.of(
          at,
          "is "
              + Names.quoted(layout)
              + ", which does not say the night; use {date}, or {yyyy}, {MM} and {dd},"
              + " or \"\" where all nights lie in one folder");
    }
    checkFolders(TOKEN.matcher(layout).replaceAll(""), layout, at);
  }

  private void checkFolders(String fixed, String layout, Pointer at) {
    List<String> folders = List.of(layout.split("/", -1));
    if (folders.contains("") || folders.contains(".") || folders.contains("..")) {
      problems.of(
          at,
          "is " + Names.quoted(layout) + "; folders are parted by single / and none is . or ..");
    }
    if (fixed.matches(".*[*?{}\\[\\]\\\\\\p{Cntrl}].*")) {
      problems.of(
          at,
          "is " + Names.quoted(layout) + "; only the tokens vary, leave out * ? [ ] { } and \\");
    }
  }
}
