package io.nightaudit.jobs.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Collects the columns of a table, each with its comment. */
final class Columns {
  static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);
  static final DataType DIMENSIONS = map(DataTypes.StringType);

  private final List<StructField> fields = new ArrayList<>();

  static DataType map(DataType values) {
    return DataTypes.createMapType(DataTypes.StringType, values);
  }

  /** Begins a table of nights. */
  static Columns ofNights() {
    return new Columns().day(NightTable.NIGHT, "The night; the table is partitioned by it");
  }

  /** Adds the two columns that say which slice a row is of. */
  Columns slice() {
    return text("slice", "Key of the slice: name=value pairs joined by &, empty for all traffic")
        .of("dimensions", DIMENSIONS, "The slice as a map from dimension to value");
  }

  Columns text(String name, String comment) {
    return of(name, DataTypes.StringType, comment);
  }

  Columns number(String name, String comment) {
    return of(name, DataTypes.DoubleType, comment);
  }

  Columns whole(String name, String comment) {
    return of(name, DataTypes.LongType, comment);
  }

  Columns day(String name, String comment) {
    return of(name, DataTypes.DateType, comment);
  }

  Columns of(String name, DataType type, String comment) {
    fields.add(new StructField(name, type, true, Metadata.empty()).withComment(comment));
    return this;
  }

  StructType schema() {
    return DataTypes.createStructType(fields);
  }
}
