package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ArchiveSettings;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import io.nightaudit.jobs.policy.ColumnMapping.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Decides which of the mapped columns a night has. */
final class Targets {
  private final SparkSession spark;
  private final ArchiveSettings settings;
  private final NightSource source;
  private final List<StructType> schemas;
  private final SortedMap<String, String> missing = new TreeMap<>();

  Targets(SparkSession spark, ArchiveSettings settings, NightSource source) {
    this.spark = spark;
    this.settings = settings;
    this.source = source;
    this.schemas = source.groups().stream().map(FileGroup::columns).toList();
  }

  /** Canonical columns in their order, then scores and dimensions by name. */
  Mapping mapping() {
    missing.clear();
    SortedMap<String, ColumnMapping> scores = new TreeMap<>(namedScores());
    List<Target> targets = new ArrayList<>();
    for (Column column : Column.values()) {
      ColumnMapping mapping = settings.columns().get(column.id());
      if (mapping != null && column == Column.SCORES) {
        expand(mapping).forEach(scores::putIfAbsent);
      } else if (mapping != null) {
        targets.add(Target.column(column, mapping));
      }
    }
    Stream<Target> all =
        Stream.of(
                targets.stream(),
                scores.entrySet().stream().map(e -> Target.score(e.getKey(), e.getValue())),
                settings.dimensions().entrySet().stream()
                    .map(e -> Target.dimension(e.getKey(), e.getValue())))
            .flatMap(stream -> stream);
    return new Mapping(spark, all.filter(this::isPresent).toList());
  }

  /** Mapped columns that no file has, with what was looked for; known once the mapping is. */
  SortedMap<String, String> missing() {
    return missing;
  }

  private Map<String, ColumnMapping> namedScores() {
    SortedMap<String, ColumnMapping> scores = new TreeMap<>();
    settings
        .columns()
        .tailMap(Column.SCORE_PREFIX)
        .forEach(
            (name, mapping) -> {
              if (name.startsWith(Column.SCORE_PREFIX)) {
                scores.put(name.substring(Column.SCORE_PREFIX.length()), mapping);
              }
            });
    return scores;
  }

  private boolean isPresent(Target target) {
    boolean present =
        schemas.stream().anyMatch(schema -> Mapping.isIn(spark, target.mapping(), schema));
    if (!present) {
      missing.put(target.name(), lookedFor(target.mapping()));
    }
    return present;
  }

  private String lookedFor(ColumnMapping mapping) {
    ColumnNames names = new ColumnNames(schemas);
    return mapping.source() == Source.EXPRESSION
        ? names.lookedFor(new SourceExpression(spark, mapping.text()).columns())
        : names.lookedFor(mapping.text());
  }

  /** One mapping for every score that a struct or a map holds. */
  private SortedMap<String, ColumnMapping> expand(ColumnMapping mapping) {
    SortedMap<String, ColumnMapping> scores = new TreeMap<>();
    List<Dataset<String>> keys = new ArrayList<>();
    boolean found = false;
    for (FileGroup group : source.groups()) {
      Dataset<Row> rows = CanonicalRows.withOrigin(source.read(group), group);
      SourceValue value = Mapping.find(spark, mapping, group.columns(), rows).orElse(null);
      found |= value != null;
      if (value != null && value.type() instanceof StructType struct) {
        fields(struct, mapping).forEach(scores::putIfAbsent);
      } else if (value != null && isMapOfNames(value.type())) {
        keys.add(
            rows.select(functions.explode(functions.map_keys(value.value())))
                .as(Encoders.STRING()));
      } else if (value != null) {
        throw new IllegalArgumentException(
            "scores is mapped to a %s; it must be a struct of numbers or a map of name to number"
                .formatted(value.type().sql()));
      }
    }
    names(keys).forEach(name -> scores.putIfAbsent(name, part(mapping, name, mapping.kind())));
    if (!found) {
      missing.put(Column.SCORES.id(), lookedFor(mapping));
    }
    return scores;
  }

  private static SortedMap<String, ColumnMapping> fields(StructType struct, ColumnMapping mapping) {
    SortedMap<String, ColumnMapping> scores = new TreeMap<>();
    for (StructField field : struct.fields()) {
      if (field.dataType() instanceof BooleanType) {
        scores.put(field.name(), part(mapping, field.name(), ScoreKind.BOOLEAN));
      } else if (field.dataType() instanceof NumericType) {
        scores.put(field.name(), part(mapping, field.name(), mapping.kind()));
      }
    }
    return scores;
  }

  private static boolean isMapOfNames(DataType type) {
    return type instanceof MapType map && map.keyType() instanceof StringType;
  }

  private static Collection<String> names(List<Dataset<String>> keys) {
    return keys.stream()
        .reduce(Dataset::union)
        .map(names -> names.distinct().sort("col").limit(Limits.SCORES).collectAsList())
        .orElse(List.of());
  }

  private static ColumnMapping part(ColumnMapping whole, String name, ScoreKind kind) {
    String text =
        whole.source() == Source.EXPRESSION
            ? "(" + whole.text() + ")['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']"
            : whole.text() + "." + name;
    return new ColumnMapping(
        whole.source(), text, whole.pattern(), whole.zone(), whole.unit(), kind);
  }
}
