package io.nightaudit.jobs.archive;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Text: strings and binary byte for byte, valid UTF-8 or not; numbers and times as Spark prints
 * them; structs, maps and arrays as JSON.
 */
final class TextConversion {
  private TextConversion() {}

  static CanonicalValue text(SourceValue source) {
    return CanonicalValue.always(string(source.value(), source.type()));
  }

  /** The first of several values, or the only one. */
  static CanonicalValue first(SourceValue source) {
    if (source.type() instanceof ArrayType array) {
      Column first = functions.try_element_at(source.value(), functions.lit(1));
      return CanonicalValue.always(string(first, array.elementType()));
    }
    return text(source);
  }

  static Column string(Column value, DataType type) {
    boolean nested =
        type instanceof StructType || type instanceof MapType || type instanceof ArrayType;
    return nested ? functions.to_json(value) : value.cast(DataTypes.StringType);
  }
}
