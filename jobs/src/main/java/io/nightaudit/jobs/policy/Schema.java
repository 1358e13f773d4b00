package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The published JSON Schema of {@code nightaudit.yaml}, and what it says about one place. */
final class Schema {
  static final String RESOURCE = "/schema/nightaudit.schema.json";
  static final JsonNode ROOT = load();

  private Schema() {}

  private static JsonNode load() {
    try (InputStream stream = Schema.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema says of the value at a pointer; missing where it knows no such place. */
  static JsonNode at(Pointer pointer) {
    JsonNode schema = ROOT;
    for (String name : pointer.names()) {
      schema = child(schema, name);
    }
    return schema;
  }

  /** What a schema says of one of its keys or items. */
  static JsonNode child(JsonNode schema, String name) {
    JsonNode property = schema.path("properties").path(name);
    if (!property.isMissingNode()) {
      return resolved(property);
    }
    for (Map.Entry<String, JsonNode> entry : schema.path("patternProperties").properties()) {
      if (name.matches(entry.getKey())) {
        return resolved(entry.getValue());
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      return resolved(schema.path("additionalProperties"));
    }
    return schema.has("items") && name.matches("\\d+")
        ? resolved(schema.path("items"))
        : MissingNode.getInstance();
  }

  /** The keys that a schema names. */
  static List<String> keys(JsonNode schema) {
    List<String> keys = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Every path of a key with exactly this name. */
  static List<String> placesOf(String key) {
    TreeSet<String> places = new TreeSet<>();
    search(ROOT, Pointer.ROOT, key, places);
    return List.copyOf(places);
  }

  private static void search(JsonNode schema, Pointer at, String key, TreeSet<String> places) {
    for (String name : keys(schema)) {
      if (name.equals(key)) {
        places.add(at.child(name).path());
      }
      search(schema.path("properties").path(name), at.child(name), key, places);
    }
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? ROOT.at(schema.path("$ref").asText().substring(1)) : schema;
  }
}
