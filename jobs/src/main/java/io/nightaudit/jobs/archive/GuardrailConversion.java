package io.nightaudit.jobs.archive;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Guardrail events: an array of structs, a single struct, or either as JSON text. Fields are found
 * by name, and one that a source lacks is null; verdict and action are lower-cased.
 */
final class GuardrailConversion {
  private static final List<String> TEXTS =
      List.of("target", "name", "rule_id", "category", "verdict", "action");

  private static final StructType EVENT = event();

  static final ArrayType EVENTS = DataTypes.createArrayType(EVENT);

  private GuardrailConversion() {}

  static CanonicalValue events(SourceValue source) {
    DataType type = source.type();
    Column value = NumberConversion.present(source);
    if (NumberConversion.isText(type)) {
      Column parsed = functions.from_json(value, EVENTS);
      return CanonicalValue.of(value, each(parsed, EVENT));
    } else if (type instanceof StructType struct) {
      return CanonicalValue.always(
          functions.when(value.isNotNull(), functions.array(canonical(value, struct))));
    } else if (type instanceof ArrayType array && array.elementType() instanceof StructType event) {
      return CanonicalValue.always(each(value, event));
    }
    return NumberConversion.none(value, EVENTS);
  }

  private static Column each(Column events, StructType event) {
    return functions.transform(events, one -> canonical(one, event));
  }

  private static Column canonical(Column event, StructType from) {
    Column[] fields =
        Arrays.stream(EVENT.fieldNames())
            .map(name -> field(event, from, name).as(name))
            .toArray(Column[]::new);
    return functions.when(event.isNotNull(), functions.struct(fields));
  }

  private static Column field(Column event, StructType from, String name) {
    DataType type = EVENT.apply(name).dataType();
    if (!List.of(from.fieldNames()).contains(name)) {
      return functions.lit(null).cast(type);
    }
    SourceValue source = new SourceValue(event.getField(name), from.apply(name).dataType());
    if (type.equals(DataTypes.DoubleType)) {
      return NumberConversion.number(source).value();
    }
    Column text = TextConversion.text(source).value();
    return name.equals("verdict") || name.equals("action") ? functions.lower(text) : text;
  }

  private static StructType event() {
    StructType event = new StructType();
    for (String text : TEXTS) {
      event = event.add(text, DataTypes.StringType);
    }
    return event
        .add("score", DataTypes.DoubleType)
        .add("latency_ms", DataTypes.DoubleType)
        .add("error", DataTypes.StringType);
  }
}
