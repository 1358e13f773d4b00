package io.nightaudit.jobs.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row as bytes that say all of it: every field that has a value with its name, in the order of
 * names, so that a column that a later version adds changes no row that has no value there.
 */
final class RowEncoding implements Serializable {
  private static final long serialVersionUID = 1;

  private final StructType schema;

  RowEncoding(StructType schema) {
    this.schema = schema;
  }

  byte[] bytes(Row row) {
    return bytes(out -> row(out, row, schema));
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void row(DataOutputStream out, Row row, StructType schema) throws IOException {
    String[] names = schema.fieldNames();
    int[] fields =
        IntStream.range(0, names.length)
            .filter(i -> !row.isNullAt(i))
            .boxed()
            .sorted(Comparator.comparing(i -> names[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    out.writeInt(fields.length);
    for (int field : fields) {
      text(out, names[field]);
      value(out, row.get(field), schema.fields()[field].dataType());
    }
  }

  private static void value(DataOutputStream out, Object value, DataType type) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    if (type instanceof StructType struct) {
      row(out, (Row) value, struct);
    } else if (type instanceof ArrayType array) {
      Iterable<?> items = CollectionConverters.asJava((scala.collection.Iterable<?>) value);
      for (Object item : items) {
        value(out, item, array.elementType());
      }
      out.writeByte(-1);
    } else if (type instanceof MapType map) {
      map(out, CollectionConverters.asJava((scala.collection.Map<?, ?>) value), map);
    } else {
      scalar(out, value);
    }
  }

  /** Entries in the order of the bytes of their keys. */
  private static void map(DataOutputStream out, Map<?, ?> map, MapType type) throws IOException {
    TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
    map.forEach(
        (key, value) ->
            entries.put(
                bytes(inner -> value(inner, key, type.keyType())),
                bytes(inner -> value(inner, value, type.valueType()))));
    out.writeInt(entries.size());
    for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
      out.write(entry.getKey());
      out.write(entry.getValue());
    }
  }

  private static void scalar(DataOutputStream out, Object value) throws IOException {
    if (value instanceof String text) {
      text(out, text);
    } else if (value instanceof Double number) {
      out.writeLong(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Long || value instanceof Integer) {
      out.writeLong(((Number) value).longValue());
    } else if (value instanceof byte[] bytes) {
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value instanceof BigDecimal decimal) {
      text(out, decimal.stripTrailingZeros().toPlainString());
    } else {
      out.writeLong(time(value));
    }
  }

  /** Days of a date, microseconds of a time; Spark hands out either class, by a setting. */
  private static long time(Object value) {
    if (value instanceof Date || value instanceof LocalDate) {
      return day(value).toEpochDay();
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant(value));
  }

  static LocalDate day(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  static Instant instant(Object value) {
    return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
