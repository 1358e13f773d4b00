package io.nightaudit.jobs.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns and nested paths that a night's files have, to name the nearest to a wrong one. */
final class ColumnNames {
  private static final int NEAREST = 3;

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

  /** What was looked for, and which existing names are nearest to it. */
  String lookedFor(String wanted) {
    List<String> nearest =
        names.stream()
            .sorted(
                Comparator.<String>comparingInt(name -> distance(wanted, name))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(NEAREST)
            .toList();
    return nearest.isEmpty()
        ? "looked for " + wanted + "; the files have no columns"
        : "looked for " + wanted + "; nearest: " + String.join(", ", nearest);
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

  /** Levenshtein's distance, upper and lower case alike. */
  private static int distance(String left, String right) {
    String one = left.toLowerCase(Locale.ROOT);
    String other = right.toLowerCase(Locale.ROOT);
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
