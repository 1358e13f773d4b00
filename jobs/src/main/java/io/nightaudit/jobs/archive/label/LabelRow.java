package io.nightaudit.jobs.archive.label;

/**
 * One row of a file of labels as text; an absent value is empty.
 *
 * @param line its line in a CSV file, its row in a Parquet file, from 1
 */
record LabelRow(long line, String id, String label, String who, String when) {}
