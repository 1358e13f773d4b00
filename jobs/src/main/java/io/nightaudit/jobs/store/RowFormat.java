package io.nightaudit.jobs.store;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** How the records of one table become its rows and come back. */
interface RowFormat<T> extends Serializable {
  /** Name of the table's folder. */
  String table();

  /** Every column with its comment. */
  StructType schema();

  /** Columns that a record is made of; the others are for people. */
  default List<String> reads() {
    return List.of(schema().fieldNames());
  }

  Row row(T record);

  T record(RowFields fields);

  /** The order of records, total for different keys. */
  Comparator<T> order();
}
