package io.nightaudit.jobs.archive;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;

/**
 * What a mapping finds in files of one schema.
 *
 * @param value the value in a row
 * @param type its type in those files
 * @param metadata of the field; tells nanoseconds from other longs
 */
record SourceValue(Column value, DataType type, Metadata metadata) {
  SourceValue(Column value, DataType type) {
    this(value, type, Metadata.empty());
  }
}
