/**
 * The archive of an invented bicycle shop: what the audit shows before a team's own archive is
 * mapped. Reads nothing. Writes Parquet, one folder a night; everything in it follows from the
 * night's and the row's number.
 */
package io.nightaudit.jobs.demo;
