package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.Problems.Origin;
import java.util.ArrayList;
import java.util.List;

/** Applies {@code --set a.b=value} to a tree: the value is YAML, the path is one of the schema. */
final class Settings {
  private final ObjectNode tree;
  private final Problems problems;

  private Settings(ObjectNode tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /** Sets each in turn; a later one wins. */
  static void apply(List<String> settings, ObjectNode tree, Problems problems) {
    Settings setter = new Settings(tree, problems);
    settings.forEach(setter::apply);
  }

  /** Whether the settings name this path. */
  static boolean name(List<String> settings, String path) {
    return settings.stream().anyMatch(setting -> setting.strip().startsWith(path + "="));
  }

  private void apply(String setting) {
    int equals = setting.indexOf('=');
    String path = equals < 0 ? "" : setting.substring(0, equals).strip();
    if (path.isEmpty()) {
      Origin all = new Origin("--set " + setting, 0);
      problems.add(all, "there is no key and value; write it as archive.path=data");
      return;
    }
    Origin origin = new Origin("--set " + path, 0);
    Pointer at = pointer(List.of(path.split("\\.", -1)));
    if (isKnown(at, origin)) {
      JsonNode value =
          YamlReader.argument(setting.substring(equals + 1), origin.source(), at, problems);
      if (!value.isMissingNode()) {
        set(at, value, origin);
      }
    }
  }

  /** A score's name follows a dot of its own: {@code scores.correct} is one key. */
  private static Pointer pointer(List<String> words) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Pointer at = new Pointer(names);
      boolean joined = i + 1 < words.size() && isPrefix(at, words.get(i), words.get(i + 1));
      names.add(joined ? words.get(i) + "." + words.get(++i) : words.get(i));
    }
    return new Pointer(names);
  }

  private static boolean isPrefix(Pointer parent, String word, String next) {
    boolean prefix = (word + ".").equals(Column.SCORE_PREFIX) || word.equals("guardrail_rule_hits");
    JsonNode child = Schema.at(parent.child(word));
    return prefix && Schema.child(child, next).isMissingNode();
  }

  private boolean isKnown(Pointer at, Origin origin) {
    for (int i = 1; i <= at.names().size(); i++) {
      Pointer part = new Pointer(at.names().subList(0, i));
      if (Schema.at(part).isMissingNode() || part.last().isEmpty()) {
        problems.origin(part, origin);
        SchemaSentence.unknownKey(part.parent(), part.last(), problems);
        return false;
      }
    }
    return true;
  }

  private void set(Pointer at, JsonNode value, Origin origin) {
    ObjectNode parent = tree;
    for (Pointer part : parents(at)) {
      JsonNode child = parent.path(part.last());
      if (child.isArray()) {
        problems.add(origin, part.path() + " is a list; set all of it, as " + part.path() + "=[…]");
        return;
      }
      ObjectNode next = child instanceof ObjectNode object ? object : longForm(child);
      parent.set(part.last(), next);
      parent = next;
    }
    problems.origin(at, origin);
    parent.set(at.last(), value);
  }

  private static List<Pointer> parents(Pointer at) {
    List<Pointer> parents = new ArrayList<>();
    for (int i = 1; i < at.names().size(); i++) {
      parents.add(new Pointer(at.names().subList(0, i)));
    }
    return parents;
  }

  /** What a short mapping means when one of the keys of its long form is set. */
  private ObjectNode longForm(JsonNode child) {
    ObjectNode object = tree.objectNode();
    return child.isTextual() ? object.put("column", child.asText()) : object;
  }
}
