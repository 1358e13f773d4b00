package io.nightaudit.jobs.store;

import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Fills one row by the names of its columns; a column that is not set is NULL. */
final class RowValues {
  private final StructType schema;
  private final Object[] values;

  RowValues(StructType schema) {
    this.schema = schema;
    this.values = new Object[schema.length()];
  }

  RowValues set(String name, Object value) {
    values[schema.fieldIndex(name)] = value;
    return this;
  }

  /** Sets a number, NULL for NaN. */
  RowValues number(String name, double value) {
    return set(name, Double.isNaN(value) ? null : value);
  }

  RowValues day(String name, long epochDay) {
    return set(name, LocalDate.ofEpochDay(epochDay));
  }

  /** Sets the two columns of a slice. */
  RowValues slice(Slice slice) {
    return set("slice", slice.key()).map("dimensions", slice.dimensions());
  }

  RowValues name(String name, Enum<?> value) {
    return set(name, value.name());
  }

  RowValues list(String name, List<?> value) {
    return set(name, CollectionConverters.asScala(value).toSeq());
  }

  RowValues map(String name, Map<String, ?> value) {
    return set(name, CollectionConverters.asScala(value));
  }

  Row row() {
    return RowFactory.create(values);
  }
}
