package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.policy.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns and nested paths that a night's files have, to tell what a wrong name may have meant.
 */
final class ColumnNames {
  private static final int LISTED = 12;

  private final SortedSet<String> names = new TreeSet<>();

  ColumnNames(Collection<StructType> schemas) {
    schemas.forEach(schema -> add("", schema));
  }

  private void add(String prefix, StructType schema) {
    for (StructField field : schema.fields()) {
      names.add(prefix + field.name());
      if (field.dataType() instanceof StructType struct) {
        add(prefix + field.name() + ".", struct);
      }
    }
  }

  /** What was looked for, and which names there are. */
  String lookedFor(String wanted) {
    List<String> nearest = Nearest.to(wanted, names);
    if (!nearest.isEmpty()) {
      return "looked for " + wanted + "; nearest: " + String.join(", ", nearest);
    }
    String some = names.stream().limit(LISTED).collect(Collectors.joining(", "));
    return "looked for %s; the %s columns begin with %s".formatted(wanted, names.size(), some);
  }

  /** What was looked for of an expression. */
  String lookedFor(Collection<String> wanted) {
    Map<String, String> missing = new TreeMap<>();
    SortedSet<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    present.addAll(names);
    wanted.stream()
        .filter(name -> !present.contains(name))
        .forEach(name -> missing.put(name, lookedFor(name)));
    return missing.isEmpty()
        ? "looked for " + String.join(", ", wanted) + " in one file"
        : String.join("; ", missing.values());
  }
}
