package io.nightaudit.jobs.policy;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The archive: a folder, the layout of its partitions, and the mapping of its columns.
 *
 * @param path the archive's folder and nothing else
 * @param format Parquet files or a Delta table
 * @param layout folders of one night below the path, such as {@code dt={date}} or {@code
 *     year={yyyy}/month={MM}/day={dd}/hour={HH}}; empty where all nights lie in one folder
 * @param timezone the zone in which a night is a date
 * @param lateDays how many following folders are searched for rows of a night
 * @param tolerateUnreadableFiles whether a night with an unreadable file can be relied on
 * @param maximumQuarantinedShare share of rows above which the data breaks its contract
 * @param key columns or dimensions that together identify an interaction
 * @param columns canonical column, or {@code scores.NAME}, to its source
 * @param dimensions further dimension of slices to its source
 */
public record ArchiveSettings(
    String path,
    Format format,
    String layout,
    ZoneId timezone,
    int lateDays,
    boolean tolerateUnreadableFiles,
    double maximumQuarantinedShare,
    List<String> key,
    SortedMap<String, ColumnMapping> columns,
    SortedMap<String, ColumnMapping> dimensions) {
  /** What the archive is made of. */
  public enum Format {
    PARQUET,
    DELTA
  }

  public ArchiveSettings {
    key = List.copyOf(key);
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }
}
