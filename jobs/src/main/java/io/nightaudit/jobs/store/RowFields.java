package io.nightaudit.jobs.store;

import io.nightaudit.jobs.metric.Slice;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Reads one row by the names of its columns. */
record RowFields(Row row) {
  private int at(String name) {
    return row.fieldIndex(name);
  }

  boolean isNull(String name) {
    return row.isNullAt(at(name));
  }

  String text(String name) {
    return row.getString(at(name));
  }

  /** A number, NaN for NULL. */
  double number(String name) {
    int at = at(name);
    return row.isNullAt(at) ? Double.NaN : row.getDouble(at);
  }

  long whole(String name) {
    return row.getLong(at(name));
  }

  int small(String name) {
    return row.getInt(at(name));
  }

  boolean flag(String name) {
    return row.getBoolean(at(name));
  }

  /** A date in days since 1970-01-01; Spark hands out either class, by a setting of the session. */
  long day(String name) {
    Object value = row.get(at(name));
    return (value instanceof LocalDate date ? date : ((Date) value).toLocalDate()).toEpochDay();
  }

  Instant instant(String name) {
    Object value = row.get(at(name));
    return value instanceof Instant instant ? instant : ((Timestamp) value).toInstant();
  }

  BigDecimal decimal(String name) {
    return row.getDecimal(at(name));
  }

  /** The slice of a key. */
  Slice slice(String name) {
    return Slice.parse(text(name));
  }

  byte[] bytes(String name) {
    return row.getAs(at(name));
  }

  <E extends Enum<E>> E name(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  <V> List<V> list(String name) {
    return row.getList(at(name));
  }

  <V> List<V> structs(String name, Function<RowFields, V> reader) {
    return this.<Row>list(name).stream().map(RowFields::new).map(reader).toList();
  }

  RowFields struct(String name) {
    return new RowFields(row.getStruct(at(name)));
  }

  <V> SortedMap<String, V> map(String name) {
    return new TreeMap<>(row.<String, V>getJavaMap(at(name)));
  }
}
