package io.nightaudit.jobs.archive;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A source's value as the canonical interaction holds it.
 *
 * @param value null where there is none, and where it cannot be understood
 * @param invalid whether there was something that cannot be understood; never null
 */
record CanonicalValue(Column value, Column invalid) {
  static final Column NEVER = functions.lit(false);

  /** A conversion that cannot fail. */
  static CanonicalValue always(Column value) {
    return new CanonicalValue(value, NEVER);
  }

  /** A conversion that gives null where it fails. */
  static CanonicalValue of(Column source, Column value) {
    return new CanonicalValue(value, source.isNotNull().and(value.isNull()));
  }
}
