package io.nightaudit.jobs.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row as a JSON object, by its schema: every field that has a value. Whole numbers beyond 2^53,
 * decimals, and numbers that are none are texts, dates and times as ISO 8601 writes them, binary
 * values hexadecimal.
 */
final class RowJson {
  private static final long EXACT = 1L << 53;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RowJson() {}

  static ObjectNode of(Row row, StructType schema) {
    ObjectNode json = NODES.objectNode();
    String[] names = schema.fieldNames();
    for (int i = 0; i < names.length; i++) {
      if (!row.isNullAt(i)) {
        json.set(names[i], value(row.get(i), schema.fields()[i].dataType()));
      }
    }
    return json;
  }

  private static JsonNode value(Object value, DataType type) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (type instanceof StructType struct) {
      return of((Row) value, struct);
    }
    if (type instanceof ArrayType array) {
      ArrayNode items = NODES.arrayNode();
      CollectionConverters.asJava((scala.collection.Iterable<?>) value)
          .forEach(item -> items.add(value(item, array.elementType())));
      return items;
    }
    if (type instanceof MapType map) {
      return map(CollectionConverters.asJava((scala.collection.Map<?, ?>) value), map);
    }
    return scalar(value);
  }

  private static ObjectNode map(Map<?, ?> map, MapType type) {
    ObjectNode json = NODES.objectNode();
    map.forEach((key, value) -> json.set(String.valueOf(key), value(value, type.valueType())));
    return json;
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Long || value instanceof Integer) {
      return whole(((Number) value).longValue());
    }
    if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
      return NODES.numberNode(number);
    }
    return NODES.textNode(text(value));
  }

  private static JsonNode whole(long value) {
    return value > -EXACT && value < EXACT
        ? NODES.numberNode(value)
        : NODES.textNode(Long.toString(value));
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Date || value instanceof LocalDate) {
      return RowEncoding.day(value).toString();
    }
    return value instanceof Timestamp || value instanceof Instant
        ? RowEncoding.instant(value).toString()
        : String.valueOf(value);
  }
}
