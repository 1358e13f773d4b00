package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * All that a store says, as text: the ordered rows of its tables but the ledger of runs, and its
 * report files.
 */
record StoreContent(
    SortedMap<String, List<String>> tables, SortedMap<String, List<String>> reports) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final Set<String> TABLES =
      Set.of(
          "profiles",
          "measurements",
          "comparisons",
          "findings",
          "recommendations",
          "releases",
          "cost_ledger",
          "coverage",
          "quarantine",
          "review_queue");

  static StoreContent of(Path store) {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    TABLES.forEach(table -> tables.put(table, rows(store, table)));
    return new StoreContent(tables, reports(store));
  }

  static Dataset<Row> table(Path store, String name) {
    return TestSpark.session()
        .read()
        .format("delta")
        .load(store.resolve("tables/" + name).toString());
  }

  /** The rows of a table as JSON, sorted as text. */
  static List<String> rows(Path store, String table) {
    Dataset<Row> rows = table(store, table);
    Column[] columns =
        Arrays.stream(rows.schema().fields()).map(StoreContent::printed).toArray(Column[]::new);
    return rows.select(functions.to_json(functions.struct(columns))).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static Column printed(StructField field) {
    Column column = functions.col("`" + field.name() + "`");
    return field.dataType().equals(DataTypes.BinaryType)
        ? functions.hex(column).as(field.name())
        : column;
  }

  /** Manifests tell of the order of the runs, and what they superseded lies beside them. */
  private static boolean isReport(Path file) {
    return Files.isRegularFile(file)
        && !file.endsWith("manifest.json")
        && !file.toString().contains("/superseded/");
  }

  private static SortedMap<String, List<String>> reports(Path store) {
    SortedMap<String, List<String>> reports = new TreeMap<>();
    Path folder = store.resolve("reports");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(StoreContent::isReport).toList()) {
        // Latin 1 keeps every byte.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        reports.put(folder.relativize(file).toString(), List.of(text.split("(?<=[\n,])", -1)));
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails with the first row or line that differs. */
  void assertSameAs(StoreContent expected) {
    compare("table", tables, expected.tables, Set.of());
    compare("report", reports, expected.reports, Set.of());
  }

  /** As {@link #assertSameAs(StoreContent)} of a store whose rows came in other files. */
  void assertSameButForFiles(StoreContent expected) {
    compare("table", tables, expected.tables, Set.of("coverage", "quarantine"));
    compare("table", only(tables, "coverage"), only(expected.tables, "coverage"), Set.of());
    compare("report", withoutFiles(reports), withoutFiles(expected.reports), Set.of());
  }

  private static SortedMap<String, List<String>> only(
      SortedMap<String, List<String>> tables, String table) {
    SortedMap<String, List<String>> one = new TreeMap<>();
    one.put(table, tables.get(table).stream().map(StoreContent::withoutFiles).toList());
    return one;
  }

  /** Of a page that is made of the report alone, the report is enough. */
  private static SortedMap<String, List<String>> withoutFiles(
      SortedMap<String, List<String>> reports) {
    SortedMap<String, List<String>> json = new TreeMap<>();
    reports.forEach(
        (name, lines) -> {
          if (name.endsWith(".json")) {
            json.put(name, List.of(withoutFiles(String.join("", lines))));
          }
        });
    return json;
  }

  private static String withoutFiles(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      JsonNode coverage = tree.has("coverage") ? tree.get("coverage") : tree;
      if (coverage instanceof ObjectNode fields) {
        fields.remove("files");
        fields.path("checks").forEach(StoreContent::withoutNumberOfFiles);
      }
      // The id of a report is a hash of all of it, its list of files too.
      if (tree.path("form").path("identification") instanceof ObjectNode identification) {
        identification.remove("report_id");
      }
      return tree.toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void withoutNumberOfFiles(JsonNode check) {
    if (check.path("name").asText().equals("Files read")) {
      ((ObjectNode) check).removeAll();
    }
  }

  private static void compare(
      String kind,
      SortedMap<String, List<String>> actual,
      SortedMap<String, List<String>> expected,
      Collection<String> except) {
    assertThat(actual.keySet()).as(kind + "s").isEqualTo(expected.keySet());
    for (String name : actual.keySet()) {
      if (!except.contains(name)) {
        assertThat(difference(actual.get(name), expected.get(name)))
            .as(kind + " " + name)
            .isEmpty();
      }
    }
  }

  /** The first difference of two lists; empty where they are equal. */
  private static String difference(List<String> actual, List<String> expected) {
    int both = Math.min(actual.size(), expected.size());
    for (int i = 0; i < both; i++) {
      if (!actual.get(i).equals(expected.get(i))) {
        return "at %d of %d and %d%n  is  %s%n  not %s"
            .formatted(i, actual.size(), expected.size(), actual.get(i), expected.get(i));
      }
    }
    return actual.size() == expected.size()
        ? ""
        : "%d entries, not %d; the first one more: %s"
            .formatted(
                actual.size(),
                expected.size(),
                (actual.size() > both ? actual : expected).get(both));
  }
}
