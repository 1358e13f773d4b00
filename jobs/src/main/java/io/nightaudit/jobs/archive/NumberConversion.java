package io.nightaudit.jobs.archive;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * Counts, numbers and yes or no, out of whatever type an archive keeps them in. Blank text is no
 * value; other text that is no number is invalid.
 */
final class NumberConversion {
  /** Up to here every whole number is a double. */
  private static final double LARGEST_WHOLE = 9_007_199_254_740_992.0;

  private NumberConversion() {}

  /** A whole number: text and fractions count only where they are whole. */
  static CanonicalValue count(SourceValue source) {
    DataType type = source.type();
    Column value = present(source);
    if (isText(type)) {
      Column whole = whole(value.try_cast(DataTypes.DoubleType));
      return CanonicalValue.of(
          value, functions.coalesce(value.try_cast(DataTypes.LongType), whole));
    } else if (isWhole(type)) {
      return CanonicalValue.always(value.cast(DataTypes.LongType));
    } else if (type instanceof NumericType) {
      return CanonicalValue.of(value, whole(value.cast(DataTypes.DoubleType)));
    }
    return none(value, DataTypes.LongType);
  }

  static CanonicalValue number(SourceValue source) {
    Column value = present(source);
    if (isText(source.type())) {
      return CanonicalValue.of(value, value.try_cast(DataTypes.DoubleType));
    } else if (source.type() instanceof NumericType || source.type() instanceof BooleanType) {
      return CanonicalValue.always(value.cast(DataTypes.DoubleType));
    }
    return none(value, DataTypes.DoubleType);
  }

  /** True and false, 1 and 0, or text that says so. */
  static CanonicalValue yesOrNo(SourceValue source) {
    Column value = present(source);
    if (source.type() instanceof BooleanType) {
      return CanonicalValue.always(value);
    } else if (isText(source.type())) {
      return CanonicalValue.of(value, value.try_cast(DataTypes.BooleanType));
    } else if (source.type() instanceof NumericType) {
      Column bit = functions.when(value.equalTo(1), true).when(value.equalTo(0), false);
      return CanonicalValue.of(value, bit);
    }
    return none(value, DataTypes.BooleanType);
  }

  static boolean isText(DataType type) {
    return type instanceof StringType || type instanceof BinaryType;
  }

  static boolean isWhole(DataType type) {
    return type.equals(DataTypes.ByteType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.IntegerType)
        || type.equals(DataTypes.LongType);
  }

  /** The value, text without the space around it; null where that leaves nothing. */
  static Column present(SourceValue source) {
    if (!isText(source.type())) {
      return source.value();
    }
    Column trimmed = functions.trim(source.value().cast(DataTypes.StringType));
    return functions.nullif(trimmed, functions.lit(""));
  }

  /** A type that can hold no such value: whatever is there is invalid. */
  static CanonicalValue none(Column value, DataType type) {
    return new CanonicalValue(functions.lit(null).cast(type), value.isNotNull());
  }

  private static Column whole(Column number) {
    Column isWhole =
        number.between(-LARGEST_WHOLE, LARGEST_WHOLE).and(number.equalTo(functions.rint(number)));
    return functions.when(isWhole, number.cast(DataTypes.LongType));
  }
}
