package io.nightaudit.jobs.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.metrics.pricing.PriceBook;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A record as one JSON tree: keys sorted, numbers in full decimals, the same on every JVM.
 *
 * <p>Maps, lists, enums, optional values and records become what one expects; anything else its
 * text.
 */
final class CanonicalJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CanonicalJson() {}

  static JsonNode of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(CanonicalJson::of).orElseGet(NODES::nullNode);
    }
    if (value instanceof Record record) {
      return object(components(record));
    }
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    if (value instanceof PriceBook book) {
      return of(book.prices());
    }
    if (value instanceof Collection<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar(value);
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Integer || value instanceof Long) {
      return NODES.numberNode(((Number) value).longValue());
    }
    // Every decimal of the double, since JVMs differ in which short form they print.
    return NODES.textNode(
        value instanceof Double number
            ? new BigDecimal(number).toPlainString()
            : value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : String.valueOf(value));
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = NODES.objectNode();
    new TreeMap<Object, Object>(map)
        .forEach((key, value) -> object.set(String.valueOf(key), of(value)));
    return object;
  }

  private static Map<String, Object> components(Record record) {
    Map<String, Object> components = new TreeMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        components.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return components;
  }
}
