package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills in what a configuration leaves out. */
final class Defaults {
  static final String RESOURCE = "/default-policy.yaml";

  private Defaults() {}

  /** Fills in the default policy, then the defaults that the schema states. */
  static void fill(ObjectNode tree) {
    ObjectNode own = tree.path("policy") instanceof ObjectNode object ? object : tree.objectNode();
    ObjectNode policy = policy();
    merge(own, policy);
    tree.set("policy", policy);
    fill(tree, Schema.ROOT);
  }

  /** The shipped policy. */
  static ObjectNode policy() {
    Problems problems = new Problems();
    JsonNode policy = YamlReader.document(text(), RESOURCE, Pointer.of("policy"), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.exception(Redaction.NONE).getMessage());
    }
    return (ObjectNode) policy;
  }

  private static String text() {
    try (InputStream stream = Defaults.class.getResourceAsStream(RESOURCE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void merge(ObjectNode own, ObjectNode defaults) {
    for (Map.Entry<String, JsonNode> entry : entries(own)) {
      if (entry.getKey().equals("rules")) {
        mergeRules(entry.getValue(), (ObjectNode) defaults.path("rules"));
      } else if (entry.getValue() instanceof ObjectNode value
          && defaults.path(entry.getKey()) instanceof ObjectNode general) {
        merge(value, general);
      } else {
        defaults.set(entry.getKey(), entry.getValue());
      }
    }
  }

  /** A rule is taken whole: half of a user's and half of a default limit would be neither. */
  private static void mergeRules(JsonNode own, ObjectNode rules) {
    for (Map.Entry<String, JsonNode> rule : entries(own)) {
      if (rule.getValue().isTextual()) {
        rules.remove(rule.getKey());
      } else {
        rules.set(rule.getKey(), rule.getValue());
      }
    }
  }

  private static void fill(ObjectNode tree, JsonNode schema) {
    for (String key : Schema.keys(schema)) {
      JsonNode property = Schema.child(schema, key);
      if (!tree.has(key) && property.has("default")) {
        tree.set(key, property.get("default").deepCopy());
      } else if (!tree.has(key) && property.path("type").asText().equals("object")) {
        tree.set(key, tree.objectNode());
      }
    }
    for (Map.Entry<String, JsonNode> entry : entries(tree)) {
      fillChild(entry.getValue(), Schema.child(schema, entry.getKey()));
    }
  }

  private static void fillChild(JsonNode value, JsonNode schema) {
    if (value instanceof ObjectNode object) {
      fill(object, schema);
    } else if (value.isArray()) {
      value.forEach(item -> fillChild(item, Schema.child(schema, "0")));
    }
  }

  private static List<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    return new ArrayList<>(node.properties());
  }
}
