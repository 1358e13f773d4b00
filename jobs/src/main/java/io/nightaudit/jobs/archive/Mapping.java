package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.ScoreKind;
import io.nightaudit.jobs.policy.ColumnMapping.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that a night has, each with its source. */
final class Mapping {
  private final SparkSession spark;
  private final List<Target> targets;

  Mapping(SparkSession spark, List<Target> targets) {
    this.spark = spark;
    this.targets = List.copyOf(targets);
  }

  List<Target> targets() {
    return targets;
  }

  boolean has(String name) {
    return targets.stream().anyMatch(target -> target.name().equals(name));
  }

  /** The columns of the interactions, in order. */
  org.apache.spark.sql.Column[] columns() {
    return targets.stream().map(Target::column).toArray(org.apache.spark.sql.Column[]::new);
  }

  /** Ids of the canonical columns and scores. */
  List<String> present() {
    return targets.stream().filter(Target::canonical).map(Target::name).toList();
  }

  InteractionSchema schema() {
    List<Column> columns = new ArrayList<>();
    List<String> scores = new ArrayList<>();
    List<String> booleans = new ArrayList<>();
    List<String> dimensions = new ArrayList<>();
    for (Target target : targets) {
      if (target.type() == Column.Type.SCORES) {
        String score = target.name().substring(Column.SCORE_PREFIX.length());
        scores.add(score);
        if (target.mapping().kind() == ScoreKind.BOOLEAN) {
          booleans.add(score);
        }
      } else {
        Column.named(target.name())
            .ifPresentOrElse(columns::add, () -> dimensions.add(target.name()));
      }
    }
    return new InteractionSchema(columns, scores, booleans, dimensions);
  }

  /** The part of a file's columns that some source reads. */
  StructType needed(StructType columns) {
    Set<String> names = new TreeSet<>();
    for (Target target : targets) {
      ColumnMapping mapping = target.mapping();
      if (mapping.source() == Source.COLUMN) {
        new SourcePath(mapping.text()).topLevel(columns).ifPresent(names::add);
      } else if (mapping.source() == Source.EXPRESSION) {
        Set<String> read = new SourceExpression(spark, mapping.text()).columns();
        Arrays.stream(columns.fieldNames()).filter(read::contains).forEach(names::add);
      }
    }
    return DataTypes.createStructType(
        Arrays.stream(columns.fields())
            .filter(field -> names.contains(field.name()))
            .sorted(Comparator.comparing(StructField::name))
            .toArray(StructField[]::new));
  }

  /** Whether files of a schema have the source of a mapping. */
  static boolean isIn(SparkSession spark, ColumnMapping mapping, StructType columns) {
    return switch (mapping.source()) {
      case LITERAL -> true;
      case COLUMN -> new SourcePath(mapping.text()).in(columns).isPresent();
      case EXPRESSION -> new SourceExpression(spark, mapping.text()).fits(columns);
    };
  }

  /** The value of a mapping in rows of files of a schema, if they have its source. */
  static Optional<SourceValue> find(
      SparkSession spark, ColumnMapping mapping, StructType columns, Dataset<Row> rows) {
    return switch (mapping.source()) {
      case LITERAL ->
          Optional.of(new SourceValue(functions.lit(mapping.text()), DataTypes.StringType));
      case COLUMN -> new SourcePath(mapping.text()).in(columns);
      case EXPRESSION -> {
        SourceExpression expression = new SourceExpression(spark, mapping.text());
        yield expression.fits(columns) ? Optional.of(expression.in(rows)) : Optional.empty();
      }
    };
  }
}
