package io.nightaudit.jobs.archive;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read of one night, as facts; whether it is enough is judged later, against the nights
 * before. Always {@code rowsRead = rowsKept + rowsQuarantined + rowsDuplicate}.
 *
 * @param night the date
 * @param input whether there was anything to read
 * @param rowsRead readable rows of the night's folders
 * @param rowsKept rows that are measured
 * @param rowsQuarantined rows whose values break the contract
 * @param rowsDuplicate rows whose key another, later row has
 * @param rowsLate rows of this night that were found in later folders; part of rowsRead
 * @param quarantine quarantined rows by reason, such as {@code NEGATIVE_INPUT_TOKENS}
 * @param files every file of the night, by hash, size and rows; names stay outside
 * @param hours kept rows by hour since the night began: 24 counts, or 23 or 25 where clocks change
 * @param missingColumns mapped columns that no file of the night has, with what was looked for
 * @param present ids of the canonical columns, {@code scores.NAME} included, that the night has
 */
public record Coverage(
    LocalDate night,
    Input input,
    long rowsRead,
    long rowsKept,
    long rowsQuarantined,
    long rowsDuplicate,
    long rowsLate,
    SortedMap<String, Long> quarantine,
    List<ArchiveFile> files,
    List<Long> hours,
    SortedMap<String, String> missingColumns,
    List<String> present) {
  /** Whether there was anything to read. */
  public enum Input {
    READ,
    /** The night has no folder or no file. */
    MISSING,
    /** Files are there, but none can be read. */
    UNREADABLE
  }

  /**
   * One file of a night.
   *
   * @param sha256 hash of the content, hexadecimal
   * @param bytes size
   * @param rows rows, 0 where it cannot be read
   * @param problem why it cannot be read, without its name; empty where it can
   */
  public record ArchiveFile(String sha256, long bytes, long rows, String problem) {
    public boolean readable() {
      return problem.isEmpty();
    }
  }

  public Coverage {
    if (rowsRead != rowsKept + rowsQuarantined + rowsDuplicate) {
      throw new IllegalArgumentException(
          "rows read (%s) must be rows kept (%s) + quarantined (%s) + duplicate (%s)"
              .formatted(rowsRead, rowsKept, rowsQuarantined, rowsDuplicate));
    }
    quarantine = Collections.unmodifiableSortedMap(new TreeMap<>(quarantine));
    files = List.copyOf(files);
    hours = List.copyOf(hours);
    missingColumns = Collections.unmodifiableSortedMap(new TreeMap<>(missingColumns));
    present = List.copyOf(present);
  }

  /** Share of rows in quarantine, 0 where nothing was read. */
  public double quarantinedShare() {
    return rowsRead == 0 ? 0 : (double) rowsQuarantined / rowsRead;
  }

  /** Files that cannot be read. */
  public long unreadableFiles() {
    return files.stream().filter(file -> !file.readable()).count();
  }
}
