package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a regulatory calendar: the shipped one, or the operator's own. */
final class RegulatoryCalendarFile {
  static final String RESOURCE = "/regulatory-calendar.json";
  static final String SCHEMA_RESOURCE = "/schema/regulatory-calendar.schema.json";

  private static final RegulatoryCalendar EMPTY = new RegulatoryCalendar("", List.of());
  private static final JsonNode SCHEMA = schema();
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              SCHEMA, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

  private final Pointer at;
  private final Problems problems;

  RegulatoryCalendarFile(Pointer at, Problems problems) {
    this.at = at;
    this.problems = problems;
  }

  /** The calendar that every installation has. */
  static RegulatoryCalendar shipped() {
    return Shipped.CALENDAR;
  }

  /** The calendar of a file; an empty one where anything is wrong with it. */
  RegulatoryCalendar read(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && Files.size(file) > YamlReader.LARGEST_DOCUMENT) {
        problems.of(at, "names the file " + name + ", which is larger than 1 MiB; shorten it");
        return EMPTY;
      }
      return read(Files.readString(file, StandardCharsets.UTF_8), name);
    } catch (IOException | InvalidPathException e) {
      problems.of(at, "names the file " + name + ", which cannot be read; is it there, and yours?");
      return EMPTY;
    }
  }

  private RegulatoryCalendar read(String text, String name) {
    JsonNode tree = YamlReader.document(text, name, at, problems);
    if (tree.isMissingNode()) {
      return EMPTY;
    }
    List<ValidationMessage> messages =
        VALIDATOR.validate(tree).stream()
            .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
            .toList();
    messages.forEach(message -> add(message, name));
    return messages.isEmpty() ? calendar(tree) : EMPTY;
  }

  /** A mismatch, as the same mismatch of a configuration is told. */
  private void add(ValidationMessage message, String name) {
    Pointer inFile = Pointer.parse(message.getInstanceLocation().toString());
    JsonNode schema = SCHEMA;
    for (String key : inFile.names()) {
      schema = Schema.child(schema, key);
    }
    Pointer place = at;
    for (String key : inFile.names()) {
      place = place.child(key);
    }
    switch (message.getType()) {
      case "required" -> problems.of(place.child(message.getProperty()), "is missing in " + name);
      case "additionalProperties" ->
          problems.of(
              place.child(message.getProperty()),
              "is not a key here" + Nearest.hint(message.getProperty(), Schema.keys(schema)));
      default -> problems.of(place, SchemaSentence.predicate(message, schema));
    }
  }

  private RegulatoryCalendar calendar(JsonNode tree) {
    List<RegulatoryDate> dates = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Pointer all = at.child("dates");
    for (int i = 0; i < tree.path("dates").size(); i++) {
      Pointer place = all.child(String.valueOf(i));
      date(tree.path("dates").get(i), place).ifPresent(dates::add);
      String id = tree.path("dates").get(i).path("id").asText();
      if (!ids.add(id)) {
        problems.of(place.child("id"), "is " + id + " once more; every date has a name of its own");
      }
    }
    return new RegulatoryCalendar(tree.path("summary").asText(), dates);
  }

  private Optional<RegulatoryDate> date(JsonNode node, Pointer place) {
    Optional<LocalDate> from = day(node, "applies_from", place);
    Optional<LocalDate> since = day(node, "law_since", place);
    Optional<LocalDate> verified = day(node, "verified_on", place);
    Optional<LocalDate> disputed = day(node, "disputed_from", place);
    Optional<LocalDate> until = day(node, "law_until", place);
    if (from.isEmpty() || since.isEmpty() || verified.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RegulatoryDate(
            node.path("id").asText(),
            node.path("article").asText(),
            node.path("subject").asText(),
            Names.texts(node.path("covers")),
            RegulatoryDate.Scope.of(node.path("scope").asText("any")),
            from.get(),
            disputed,
            since.get(),
            until,
            node.path("source").asText(),
            node.path("celex").asText(),
            verified.get(),
            node.path("confidence").asText(),
            node.path("note").asText()));
  }

  private Optional<LocalDate> day(JsonNode node, String key, Pointer place) {
    return Dates.of(node.path(key), place.child(key), problems);
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(resource(SCHEMA_RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream stream = RegulatoryCalendarFile.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read once, when it is first asked for. */
  private static final class Shipped {
    private static final RegulatoryCalendar CALENDAR = read();

    private static RegulatoryCalendar read() {
      Problems problems = new Problems();
      RegulatoryCalendar calendar =
          new RegulatoryCalendarFile(Pointer.ROOT, problems)
              .read(resource(RESOURCE), RESOURCE.substring(1));
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.exception(Redaction.NONE).getMessage());
      }
      return calendar;
    }
  }
}
