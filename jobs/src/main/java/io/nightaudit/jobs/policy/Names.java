package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nightaudit.jobs.metric.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns and dimensions that a configuration maps, by what they may be used for. */
final class Names {
  private static final Set<Column.Type> SLICED = Set.of(Column.Type.CATEGORY, Column.Type.BOOLEAN);

  private final Set<String> columns;
  private final Set<String> sliced = new TreeSet<>();
  private final Set<String> all = new TreeSet<>();
  private final Problems problems;

  Names(Collection<String> columns, Collection<String> dimensions, Problems problems) {
    this.columns = new TreeSet<>(columns);
    this.problems = problems;
    all.addAll(columns);
    all.addAll(dimensions);
    sliced.addAll(dimensions);
    for (String name : columns) {
      Column.named(name).filter(c -> SLICED.contains(c.type())).ifPresent(c -> sliced.add(c.id()));
    }
  }

  /** Whether anything of that name is mapped. */
  boolean has(String name) {
    return all.contains(name);
  }

  boolean hasColumn(String name) {
    return columns.contains(name);
  }

  /** The single scores that are mapped. */
  List<String> scores() {
    return columns.stream().filter(name -> name.startsWith(Column.SCORE_PREFIX)).toList();
  }

  /** A list of names of any mapped column or dimension. */
  List<String> mapped(JsonNode list, Pointer at) {
    return checked(list, at, all);
  }

  /** A list of names that slices can be made of. */
  List<String> sliced(JsonNode list, Pointer at) {
    return checked(list, at, sliced);
  }

  private List<String> checked(JsonNode list, Pointer at, Set<String> allowed) {
    for (String name : texts(list)) {
      if (!allowed.contains(name)) {
        problems.of(at, "names " + quoted(name) + ", which " + reason(name, allowed));
      }
    }
    return texts(list);
  }

  private String reason(String name, Set<String> allowed) {
    if (all.contains(name)) {
      return "has a value of its own for almost every row; name a category or a dimension";
    }
    String what =
        Column.named(name).isPresent()
            ? "is not mapped; add it to archive.columns"
            : "is neither a mapped column nor a dimension";
    return what + Nearest.hint(name, allowed);
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  static String quoted(String text) {
    return SchemaSentence.value(TextNode.valueOf(text));
  }
}
