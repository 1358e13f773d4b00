package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks a tree against the published schema and takes out what does not fit. */
final class SchemaCheck {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              Schema.ROOT,
              SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

  // Too long or twice the same is wrong, but what it names can still be checked.
  private static final Set<String> RIGHT_TYPE =
      Set.of("uniqueItems", "minItems", "maxItems", "maxLength");

  private SchemaCheck() {}

  /**
   * Adds a sentence for each mismatch and removes the value, so that the checks of meaning that
   * follow see a tree of the right types.
   */
  static void check(ObjectNode tree, Problems problems) {
    List<ValidationMessage> messages =
        SCHEMA.validate(tree).stream()
            .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
            .toList();
    for (ValidationMessage message : messages) {
      Pointer at = Pointer.parse(message.getInstanceLocation().toString());
      SchemaSentence.add(message, at, problems);
    }
    for (ValidationMessage message : messages) {
      remove(tree, message);
    }
  }

  private static void remove(ObjectNode tree, ValidationMessage message) {
    Pointer at = Pointer.parse(message.getInstanceLocation().toString());
    if (RIGHT_TYPE.contains(message.getType())) {
      return;
    }
    if (message.getType().equals("additionalProperties")) {
      remove(tree, at.child(message.getProperty()));
    } else if (!message.getType().equals("required")) {
      remove(tree, at);
    } else if (at.names().size() > 1 && !at.names().get(0).equals("archive")) {
      // A rule or price that lacks a key is left out; a missing key of the archive is missing.
      remove(tree, at);
    }
  }

  /** Removes the value at a pointer, or the whole list that it is in. */
  private static void remove(ObjectNode tree, Pointer at) {
    JsonNode parent = tree;
    for (int i = 0; i < at.names().size() && parent instanceof ObjectNode object; i++) {
      String name = at.names().get(i);
      parent = object.path(name);
      if (parent.isArray() || i == at.names().size() - 1) {
        object.remove(name);
        return;
      }
    }
  }
}
