package io.nightaudit.jobs.archive;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The rows of a night as canonical interactions, each still with what tells where it lies. */
final class CanonicalRows {
  /** Position of the first target whose value cannot be understood, null where there is none. */
  static final String INVALID = "__invalid";

  /** Whether there is a time that cannot be understood. */
  static final String INVALID_TIME = "__invalid_time";

  /** The row's file. */
  static final String PATH = "__file_path";

  /** The row's position in its file. */
  static final String INDEX = "__row_index";

  /** Whether the row lay in a later folder. */
  static final String LATER = "__later";

  /** A hash of all that the archive holds of the row. */
  static final String HASH = "__hash";

  private static final String ROW_INDEX = "row_index";

  private final SparkSession spark;
  private final Mapping mapping;
  private final Layout layout;
  private final LocalDate night;

  CanonicalRows(SparkSession spark, Mapping mapping, Layout layout, LocalDate night) {
    this.spark = spark;
    this.mapping = mapping;
    this.layout = layout;
    this.night = night;
  }

  /** The rows without a hash: nothing is read but what the mapping needs. */
  Dataset<Row> of(NightSource source) {
    return union(source, FileGroup.merge(source.groups(), mapping::needed), false);
  }

  /** The rows with a hash of everything. */
  Dataset<Row> hashed(NightSource source) {
    return union(source, source.groups(), true);
  }

  private Dataset<Row> union(NightSource source, List<FileGroup> groups, boolean hashed) {
    return groups.stream()
        .map(group -> canonical(source.read(group), group, hashed))
        .reduce(Dataset::union)
        .orElseThrow(() -> new IllegalStateException("a night without readable files has no rows"));
  }

  private Dataset<Row> canonical(Dataset<Row> read, FileGroup group, boolean hashed) {
    Dataset<Row> rows = withOrigin(read, group);
    List<Column> columns = new ArrayList<>();
    List<Column> invalid = new ArrayList<>();
    Column invalidTime = CanonicalValue.NEVER;
    for (int i = 0; i < mapping.targets().size(); i++) {
      Target target = mapping.targets().get(i);
      CanonicalValue value = value(target, group, rows);
      columns.add(value.value().cast(target.sparkType()).as(target.name()));
      if (value.invalid() != CanonicalValue.NEVER) {
        invalid.add(when(value.invalid(), lit(i)));
      }
      if (target.name().equals(Target.TIME)) {
        invalidTime = value.invalid();
      }
    }
    invalid.add(lit(null).cast(DataTypes.IntegerType));
    columns.add(coalesce(invalid.toArray(Column[]::new)).as(INVALID));
    columns.add(invalidTime.as(INVALID_TIME));
    columns.add(col(PATH));
    columns.add(col(INDEX));
    columns.add(lit(group.scope() == FileGroup.Scope.LATER).as(LATER));
    if (hashed) {
      columns.add(RowHash.of(group.columns()).as(HASH));
    }
    return ofNight(rows.select(columns.toArray(Column[]::new)), group.scope());
  }

  static Dataset<Row> withOrigin(Dataset<Row> read, FileGroup group) {
    Column metadata = read.metadataColumn("_metadata");
    List<Column> columns = new ArrayList<>();
    for (String name : group.columns().fieldNames()) {
      if (!name.equals(SourceExpression.FILE)) {
        columns.add(Target.quoted(name));
      }
    }
    columns.add(ArchivePath.decoded(metadata.getField("file_name")).as(SourceExpression.FILE));
    columns.add(ArchivePath.normal(metadata.getField("file_path")).as(PATH));
    columns.add(rowIndex(read, metadata).as(INDEX));
    return read.select(columns.toArray(Column[]::new));
  }

  /** Delta shows a row's position only where its files are not plain. */
  private static Column rowIndex(Dataset<Row> read, Column metadata) {
    StructType shown = (StructType) read.select(metadata).schema().fields()[0].dataType();
    return List.of(shown.fieldNames()).contains(ROW_INDEX)
        ? metadata.getField(ROW_INDEX)
        : lit(null).cast(DataTypes.LongType);
  }

  private CanonicalValue value(Target target, FileGroup group, Dataset<Row> rows) {
    return Mapping.find(spark, target.mapping(), group.columns(), rows)
        .map(source -> target.convert(source, layout.zone()))
        .orElseGet(() -> CanonicalValue.always(lit(null).cast(target.sparkType())));
  }

  private Dataset<Row> ofNight(Dataset<Row> rows, FileGroup.Scope scope) {
    return switch (scope) {
      case OWN -> rows;
      case LATER -> rows.filter(inNight());
      case ANY -> rows.filter(time().isNull().or(inNight()));
    };
  }

  /** The row's time, null throughout where the night has no times. */
  Column time() {
    String time = Target.TIME;
    return mapping.has(time) ? col(time) : lit(null).cast(DataTypes.TimestampType);
  }

  Column inNight() {
    Instant begin = layout.begin(night);
    Instant end = layout.end(night);
    return time().geq(lit(begin)).and(time().lt(lit(end)));
  }
}
