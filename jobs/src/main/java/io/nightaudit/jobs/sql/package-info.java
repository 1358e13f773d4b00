/**
 * SQL functions over stored summaries, for notebooks and ad hoc SQL. They know lib-metrics and
 * Spark, and nothing of nights, policies or the store.
 */
package io.nightaudit.jobs.sql;
