package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code env:NAME} by the value of the variable and remembers it. */
final class Secrets {
  private static final Pattern VARIABLE = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)");

  private final Map<String, String> environment;
  private final Map<String, String> found = new HashMap<>();
  private final Problems problems;

  Secrets(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** The same tree with the values in place of the variables' names. */
  JsonNode resolve(JsonNode node, Pointer at) {
    if (node instanceof ObjectNode object) {
      for (String key : keys(object)) {
        object.set(key, resolve(object.get(key), at.child(key)));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, resolve(array.get(i), at.child(String.valueOf(i))));
      }
    }
    return node.isTextual() ? value(node, at) : node;
  }

  Redaction redaction() {
    return Redaction.of(found);
  }

  private JsonNode value(JsonNode node, Pointer at) {
    Matcher matcher = VARIABLE.matcher(node.asText());
    if (!matcher.matches()) {
      return node;
    }
    String name = matcher.group(1);
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      problems.of(at, "needs the environment variable " + name + ", which is not set; export it");
      return node;
    }
    found.put(value, node.asText());
    return JsonNodeFactory.instance.textNode(value);
  }

  private static List<String> keys(ObjectNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
