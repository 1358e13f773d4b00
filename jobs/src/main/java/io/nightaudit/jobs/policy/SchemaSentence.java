package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;

/** Turns a mismatch with the schema into a sentence: the value, the limit and the remedy. */
final class SchemaSentence {
  private static final int LONGEST_VALUE = 60;

  private SchemaSentence() {}

  static void add(ValidationMessage message, Pointer at, Problems problems) {
    switch (message.getType()) {
      case "additionalProperties" -> unknownKey(at, message.getProperty(), problems);
      case "required" -> missingKey(at, message.getProperty(), problems);
      default -> problems.of(at, predicate(message, Schema.at(at)));
    }
  }

  /** What is said of a key that the schema does not have. */
  static void unknownKey(Pointer parent, String key, Problems problems) {
    JsonNode schema = Schema.at(parent);
    List<String> nearest = new ArrayList<>();
    Nearest.to(key, Schema.keys(schema)).forEach(name -> nearest.add(parent.child(name).path()));
    Schema.placesOf(key).stream().limit(nearest.isEmpty() ? 3 : 0).forEach(nearest::add);
    String hint =
        nearest.isEmpty()
            ? Nearest.hint(key, Schema.keys(schema))
            : "; did you mean " + String.join(" or ", nearest) + "?";
    problems.of(parent.child(key), "is not a key here" + hint);
  }

  private static void missingKey(Pointer parent, String key, Problems problems) {
    String description = Schema.child(Schema.at(parent), key).path("description").asText();
    problems.of(parent.child(key), "is missing: " + describe(parent, key, description));
  }

  private static String describe(Pointer parent, String key, String description) {
    // The columns share one description in the schema's definitions; their own stands beside it.
    String own =
        Schema.at(parent).path("properties").path(key).path("description").asText(description);
    return Character.toLowerCase(own.charAt(0)) + own.substring(1);
  }

  /** What is said of a value that does not fit what the schema says of its place. */
  static String predicate(ValidationMessage message, JsonNode schema) {
    String value = value(message.getInstanceNode());
    return switch (message.getType()) {
      case "type" -> "is " + kind(message.getInstanceNode()) + "; it must be " + types(schema);
      case "enum" -> "is " + value + enumeration(message.getInstanceNode(), schema);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          "is " + value + "; it must be " + range(schema);
      case "minLength" -> "is empty; give it a value or leave the key out";
      case "maxLength" -> "is too long; at most " + schema.path("maxLength") + " characters";
      case "minItems" -> "is an empty list; name something or leave the key out";
      case "maxItems" -> "is too long; at most " + schema.path("maxItems") + " items";
      case "uniqueItems" -> "names something twice; leave one";
      case "pattern" -> "is " + value + "; it must be " + form(schema);
      default -> "does not fit: " + message.getMessage();
    };
  }

  private static String enumeration(JsonNode value, JsonNode schema) {
    List<String> allowed = new ArrayList<>();
    schema.path("enum").forEach(item -> allowed.add(item.asText()));
    return "; it must be one of "
        + String.join(", ", allowed)
        + (value.isTextual() ? guess(Nearest.to(value.asText(), allowed)) : "");
  }

  private static String guess(List<String> nearest) {
    return nearest.isEmpty() ? "" : " (did you mean " + nearest.get(0) + "?)";
  }

  private static String range(JsonNode schema) {
    List<String> limits = new ArrayList<>();
    limit(schema, "minimum", "at least ", limits);
    limit(schema, "exclusiveMinimum", "more than ", limits);
    limit(schema, "maximum", "at most ", limits);
    limit(schema, "exclusiveMaximum", "less than ", limits);
    return String.join(" and ", limits);
  }

  private static void limit(JsonNode schema, String keyword, String words, List<String> limits) {
    if (schema.has(keyword)) {
      limits.add(words + schema.path(keyword).asText());
    }
  }

  private static String form(JsonNode schema) {
    String pattern = schema.path("pattern").asText();
    if (pattern.contains("points")) {
      return "like 20%, 5 points or a number of at least 0";
    }
    return pattern.contains("off")
        ? "off, or a map with a metric and a limit"
        : "a date like 2026-01-31";
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "empty";
      case ARRAY -> "a list";
      case OBJECT -> "a map of keys";
      case NUMBER -> "the number " + value.asText();
      case BOOLEAN -> value.asText();
      default -> "the text " + value(value);
    };
  }

  private static String types(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> types = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(one -> types.add(words(one.asText())));
    } else {
      types.add(words(type.asText()));
    }
    return String.join(" or ", types) + needsRange(schema);
  }

  private static String needsRange(JsonNode schema) {
    String range = schema.path("type").isArray() ? "" : range(schema);
    return range.isEmpty() ? "" : " of " + range;
  }

  private static String words(String type) {
    return switch (type) {
      case "string" -> "text (numbers and true in quotes)";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a map of keys";
      default -> type;
    };
  }

  /** A value as a message shows it: short, and no control character. */
  static String value(JsonNode node) {
    String text = node == null ? "" : node.isValueNode() ? node.asText() : node.toString();
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    String brief = shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown;
    return node != null && node.isNumber() ? brief : '"' + brief + '"';
  }
}
