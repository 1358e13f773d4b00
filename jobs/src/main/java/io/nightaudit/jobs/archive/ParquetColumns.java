package io.nightaudit.jobs.archive;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a Parquet footer as Spark reads them. Times in nanoseconds are longs that remember
 * what they are; a column of a type that Spark cannot read is left out, not the file.
 */
final class ParquetColumns {
  /** Metadata of a long that counts nanoseconds; its value is {@link #UTC} or {@link #LOCAL}. */
  static final String NANOSECONDS = "nanoseconds";

  static final String UTC = "utc";
  static final String LOCAL = "local";

  private ParquetColumns() {}

  static StructType of(MessageType footer) {
    List<StructField> fields = new ArrayList<>();
    for (Type type : footer.getFields()) {
      DataType converted = convert(type);
      if (converted != null) {
        fields.add(field(type, converted, true));
      }
    }
    return DataTypes.createStructType(fields);
  }

  private static DataType convert(Type type) {
    try {
      // In order: binary is not text, INT96 is a time, names are case-sensitive, zoneless times are
      // told apart, nanoseconds are longs, no field ids, no variants, nothing of unknown types.
      return new ParquetToSparkSchemaConverter(false, true, true, true, true, false, true, false)
          .convert(new MessageType("column", type))
          .fields()[0]
          .dataType();
    } catch (Exception unreadable) {
      // Scala hides that the converter throws this checked exception.
      if (unreadable instanceof AnalysisException || unreadable instanceof RuntimeException) {
        return null;
      }
      throw new IllegalStateException("cannot convert a Parquet type", unreadable);
    }
  }

  private static StructField field(Type type, DataType converted, boolean nullable) {
    if (converted instanceof StructType struct && !type.isPrimitive()) {
      return DataTypes.createStructField(
          type.getName(), nested(type.asGroupType(), struct), nullable);
    }
    return DataTypes.createStructField(type.getName(), converted, nullable, nanoseconds(type));
  }

  private static StructType nested(GroupType group, StructType struct) {
    List<StructField> fields = new ArrayList<>();
    for (StructField field : struct.fields()) {
      fields.add(field(group.getType(field.name()), field.dataType(), field.nullable()));
    }
    return DataTypes.createStructType(fields);
  }

  private static Metadata nanoseconds(Type type) {
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    if (annotation instanceof TimestampLogicalTypeAnnotation time
        && time.getUnit() == TimeUnit.NANOS) {
      return new MetadataBuilder()
          .putString(NANOSECONDS, time.isAdjustedToUTC() ? UTC : LOCAL)
          .build();
    }
    return Metadata.empty();
  }
}
