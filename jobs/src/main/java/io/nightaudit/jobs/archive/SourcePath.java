package io.nightaudit.jobs.archive;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Finds a column or nested path in a schema, through structs and the keys of maps. A field whose
 * own name holds dots wins over a path of the same text; the names are taken as they are written.
 */
final class SourcePath {
  private final String path;

  SourcePath(String path) {
    this.path = path;
  }

  Optional<SourceValue> in(StructType schema) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      Optional<StructField> field = field(schema, path.substring(0, end));
      if (field.isPresent()) {
        SourceValue top = top(field.get());
        Optional<SourceValue> found = within(top, path.substring(Math.min(end + 1, path.length())));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The name of the top-level column that the path begins with. */
  Optional<String> topLevel(StructType schema) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
      Optional<StructField> field = field(schema, path.substring(0, end));
      String rest = path.substring(Math.min(end + 1, path.length()));
      if (field.isPresent() && within(top(field.get()), rest).isPresent()) {
        return field.map(StructField::name);
      }
    }
    return Optional.empty();
  }

  private static SourceValue top(StructField field) {
    return new SourceValue(
        functions.col("`" + field.name().replace("`", "``") + "`"),
        field.dataType(),
        field.metadata());
  }

  private static Optional<SourceValue> within(SourceValue value, String rest) {
    if (rest.isEmpty()) {
      return Optional.of(value);
    } else if (value.type() instanceof StructType struct) {
      return withinStruct(value.value(), struct, rest);
    } else if (value.type() instanceof MapType map && map.keyType() instanceof StringType) {
      return withinMap(value.value(), map, rest);
    }
    return Optional.empty();
  }

  private static Optional<SourceValue> withinStruct(Column value, StructType struct, String rest) {
    for (int end = rest.length(); end > 0; end = rest.lastIndexOf('.', end - 1)) {
      Optional<StructField> field = field(struct, rest.substring(0, end));
      if (field.isPresent()) {
        String name = field.get().name();
        SourceValue inner =
            new SourceValue(value.getField(name), field.get().dataType(), field.get().metadata());
        Optional<SourceValue> found =
            within(inner, rest.substring(Math.min(end + 1, rest.length())));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A key may hold dots itself, except where more path must follow it. */
  private static Optional<SourceValue> withinMap(Column value, MapType map, String rest) {
    boolean nested = map.valueType() instanceof StructType || map.valueType() instanceof MapType;
    int dot = nested ? rest.indexOf('.') : -1;
    String key = dot < 0 ? rest : rest.substring(0, dot);
    DataType type = map.valueType();
    SourceValue inner = new SourceValue(value.getItem(key), type, Metadata.empty());
    return within(inner, dot < 0 ? "" : rest.substring(dot + 1));
  }

  private static Optional<StructField> field(StructType schema, String name) {
    for (StructField field : schema.fields()) {
      if (field.name().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
