/**
 * The audit store: one folder with one Delta table for each result of a night, and the reports. One
 * class for each table says its columns and how a record becomes a row; writing a night again
 * replaces it.
 */
package io.nightaudit.jobs.store;
