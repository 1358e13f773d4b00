package io.nightaudit.jobs.archive;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * SHA-256 of all that the archive holds of a row, whatever the order of its columns. Text counts by
 * its bytes; a column that is absent counts as one that is null.
 */
final class RowHash {
  private static final int BITS = 256;

  private RowHash() {}

  static Column of(StructType columns) {
    Column[] parts =
        Arrays.stream(columns.fields())
            .filter(field -> !field.name().equals(SourceExpression.FILE))
            .sorted(Comparator.comparing(StructField::name))
            .map(field -> part(field).as(field.name()))
            .toArray(Column[]::new);
    return parts.length == 0
        ? functions.lit("")
        : functions.sha2(functions.to_json(functions.struct(parts)).cast("binary"), BITS);
  }

  private static Column part(StructField field) {
    Column value = Target.quoted(field.name());
    DataType type = field.dataType();
    return type instanceof StringType || type instanceof BinaryType
        ? functions.sha2(value.cast(DataTypes.BinaryType), BITS)
        : TextConversion.string(value, type);
  }
}
