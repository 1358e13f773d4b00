package io.nightaudit.jobs.archive;

import io.nightaudit.jobs.policy.ColumnMapping;
import io.nightaudit.jobs.policy.ColumnMapping.Unit;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * Points in time, to the microsecond (finer parts are cut off). A time without a zone is one of the
 * mapping's zone, or else of the archive's; a number counts from 1970 in the mapping's unit, or
 * else in milliseconds; a date is the midnight it begins with; text is ISO 8601, or follows the
 * mapping's pattern. The session's own zone must be UTC.
 */
final class TimeConversion {
  /** Microseconds from 1970 to the end of the year 9999, and as many before 1970. */
  private static final long FARTHEST = 253_402_300_799_999_999L;

  private static final long MICROSECONDS_PER_MILLISECOND = 1000;
  private static final String DATE_FIRST = "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";
  private static final String ZONE_AFTER_TIME = ":[0-9]{2}.*[A-Za-z+-]";

  private final String zone;
  private final boolean shifted;
  private final ColumnMapping mapping;

  TimeConversion(ColumnMapping mapping, ZoneId archive) {
    ZoneId own = mapping.zone().orElse(archive);
    this.zone = own.getId();
    this.shifted = !own.normalized().equals(ZoneOffset.UTC);
    this.mapping = mapping;
  }

  CanonicalValue time(SourceValue source) {
    Column value = NumberConversion.present(source);
    DataType type = source.type();
    if (source.metadata().contains(ParquetColumns.NANOSECONDS)) {
      return nanoseconds(value, source.metadata().getString(ParquetColumns.NANOSECONDS));
    } else if (type instanceof TimestampType) {
      return CanonicalValue.always(value);
    } else if (type instanceof TimestampNTZType || type instanceof DateType) {
      return CanonicalValue.always(local(value.cast(DataTypes.TimestampType)));
    } else if (NumberConversion.isText(type)) {
      return CanonicalValue.of(value, text(value));
    } else if (type instanceof NumericType) {
      return CanonicalValue.of(value, number(value, type));
    }
    return NumberConversion.none(value, DataTypes.TimestampType);
  }

  private CanonicalValue nanoseconds(Column value, String kind) {
    Column time = functions.timestamp_micros(floorDivide(value, MICROSECONDS_PER_MILLISECOND));
    return CanonicalValue.always(kind.equals(ParquetColumns.LOCAL) ? local(time) : time);
  }

  private Column text(Column value) {
    if (mapping.pattern().isPresent()) {
      String pattern = mapping.pattern().get();
      Column time = functions.try_to_timestamp(value, functions.lit(pattern));
      return hasZone(pattern) ? time : local(time);
    }
    // Spark reads a bare time as one of today, and a bare year as its first day: neither is a time.
    Column time = functions.when(value.rlike(DATE_FIRST), value.try_cast(DataTypes.TimestampType));
    return shifted
        ? functions.when(value.rlike(ZONE_AFTER_TIME), time).otherwise(local(time))
        : time;
  }

  private Column number(Column value, DataType type) {
    Unit unit = mapping.unit().orElse(Unit.MS);
    double perUnit = unit.milliseconds() * MICROSECONDS_PER_MILLISECOND;
    if (!NumberConversion.isWhole(type)) {
      Column micros = functions.rint(value.cast(DataTypes.DoubleType).multiply(perUnit));
      return functions.when(
          micros.between((double) -FARTHEST, (double) FARTHEST),
          functions.timestamp_micros(micros.cast(DataTypes.LongType)));
    }
    Column whole = value.cast(DataTypes.LongType);
    if (unit == Unit.NS) {
      return functions.timestamp_micros(floorDivide(whole, MICROSECONDS_PER_MILLISECOND));
    }
    long factor = (long) perUnit;
    return functions.when(
        whole.between(-FARTHEST / factor, FARTHEST / factor),
        functions.timestamp_micros(whole.multiply(factor)));
  }

  private Column local(Column time) {
    return shifted ? functions.to_utc_timestamp(time, zone) : time;
  }

  private static Column floorDivide(Column value, long divisor) {
    Column below = value.minus(functions.pmod(value, functions.lit(divisor)));
    return functions.call_function("div", below, functions.lit(divisor));
  }

  /** Whether a pattern has a letter of zones or offsets outside quoted text. */
  private static boolean hasZone(String pattern) {
    return pattern.replaceAll("'[^']*'", "").matches(".*[VzOXxZ].*");
  }
}
