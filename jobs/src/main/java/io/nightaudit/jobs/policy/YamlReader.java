package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.policy.Problems.Origin;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML as plain data: no types, bounded aliases, no key twice.
 *
 * <p>Scalars follow YAML 1.2: only {@code true} and {@code false} are booleans, so that {@code off}
 * and {@code no} stay words and a date stays text.
 */
final class YamlReader {
  static final int LARGEST_DOCUMENT = 1 << 20;
  private static final int MOST_VALUES = 100_000;
  private static final int DEEPEST = 30;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.SEQ,
          Tag.MAP,
          new Tag("tag:yaml.org,2002:value"),
          new Tag("tag:yaml.org,2002:yaml"));

  private final String source;
  private final boolean lines;
  private final Problems problems;
  private int values;

  private YamlReader(String source, boolean lines, Problems problems) {
    this.source = source;
    this.lines = lines;
    this.problems = problems;
  }

  /** The document as a tree; a missing node where it is empty or cannot be read. */
  static JsonNode document(String text, String source, Pointer at, Problems problems) {
    return new YamlReader(source, true, problems).read(text, at);
  }

  /** The value of one argument of the command line. */
  static JsonNode argument(String text, String source, Pointer at, Problems problems) {
    return text.isEmpty()
        ? NODES.textNode("")
        : new YamlReader(source, false, problems).read(text, at);
  }

  private JsonNode read(String text, Pointer at) {
    try {
      Node node = new Yaml(options()).compose(new StringReader(text));
      return node == null ? NODES.missingNode() : value(node, at);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(new Origin(source, lines ? line : 0), "this is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(new Origin(source, 0), "this is not YAML: " + firstLine(e.getMessage()));
    }
    return NODES.missingNode();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_DOCUMENT);
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowRecursiveKeys(false);
    return options;
  }

  private JsonNode value(Node node, Pointer at) {
    problems.origin(at, origin(node));
    // An alias of an alias of an alias is small in the file and endless here.
    if (++values > MOST_VALUES || at.names().size() > DEEPEST) {
      throw new YAMLException(
          "it has more than " + MOST_VALUES + " values or " + DEEPEST + " levels; aliases count");
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      problems.add(
          origin(node), at.path() + " has the type " + node.getTag() + "; leave types out");
      return NODES.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, at);
    }
    return node instanceof SequenceNode sequence ? array(sequence, at) : scalar((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, Pointer at) {
    ObjectNode object = NODES.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problems.add(origin(entry.getKeyNode()), at.path() + " has a key that is not a word");
        continue;
      }
      String name = key.getValue();
      if (object.has(name)) {
        problems.add(origin(key), at.child(name).path() + " is there twice; leave one");
        continue;
      }
      JsonNode value = value(entry.getValueNode(), at.child(name));
      problems.origin(at.child(name), origin(key));
      object.set(name, value);
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, Pointer at) {
    ArrayNode array = NODES.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(value(item, at.child(String.valueOf(array.size()))));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (!node.isPlain()) {
      return NODES.textNode(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return NODES.booleanNode(text.equals("true"));
    }
    if (text.isEmpty() || text.equals("null") || text.equals("~")) {
      return NODES.nullNode();
    }
    if (WHOLE.matcher(text).matches()) {
      return NODES.numberNode(Long.parseLong(text));
    }
    boolean number = NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    return number ? NODES.numberNode(Double.parseDouble(text)) : NODES.textNode(text);
  }

  private Origin origin(Node node) {
    boolean marked = lines && node.getStartMark() != null;
    return new Origin(source, marked ? node.getStartMark().getLine() + 1 : 0);
  }

  private static String firstLine(String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}
