package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.TableFolder.DataFile;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Checks the log of one table: every entry that is named must be as it was, and there must be no
 * other; then says of each data file what the log says of it.
 */
final class LogCheck {
  private final Comparison comparison;
  private final TableFolder table;
  private final boolean complete;
  private final SortedMap<String, Sealed> named = new TreeMap<>();

  /** A file of the log, what names it, and whether it is to be compared. */
  private record Sealed(NamedFile file, String by, boolean compared) {}

  /**
   * A check.
   *
   * @param complete whether all that could name a file of the log is there and can be relied on
   */
  LogCheck(Comparison comparison, String table, boolean complete) {
    this.comparison = comparison;
    this.table = new TableFolder(comparison.files(), table);
    this.complete = complete;
  }

  /** Files that something names. */
  void name(List<NamedFile> files, String by, boolean compared) {
    files.forEach(file -> named.putIfAbsent(file.path(), new Sealed(file, by, compared)));
  }

  /** Compares the log, and hands over what it says of data files, where it can be relied on. */
  void check(BiConsumer<String, DataFile> data) throws IOException {
    List<String> found = table.log();
    long oldest = oldest(found);
    boolean holds = true;
    for (Sealed sealed : named.values()) {
      if (found.contains(sealed.file().path()) || !isCleared(sealed.file().path(), oldest, found)) {
        holds &= compare(sealed);
      }
    }
    for (String path : found) {
      if (!named.containsKey(path)) {
        unnamed(path);
      }
    }
    if (holds) {
      table.replay(found.stream().filter(TableFolder::isCommit).toList()).forEach(data);
    } else {
      comparison.note(
          "%s: which of its files are live cannot be told, as its log differs"
              .formatted(table.path()));
    }
  }

  private boolean compare(Sealed sealed) throws IOException {
    if (sealed.compared()) {
      return comparison.compare(sealed.file(), sealed.by());
    }
    comparison.know(sealed.file().path());
    return true;
  }

  private void unnamed(String path) {
    if (complete) {
      comparison.differs(
          Difference.Kind.ADDED,
          path,
          "no manifest names this entry of a log; a run that did not finish leaves such, and the"
              + " next run names it");
    } else {
      comparison.know(path);
      comparison.note(path + ": whether it was added cannot be told while the chain is broken");
    }
  }

  private static long oldest(List<String> found) {
    return found.stream()
        .filter(TableFolder::isCommit)
        .mapToLong(TableFolder::version)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Delta itself removes old entries, once a checkpoint after them says the same. */
  private static boolean isCleared(String path, long oldest, List<String> found) {
    return TableFolder.version(path) < oldest
        && found.stream()
            .anyMatch(
                other -> TableFolder.isCheckpoint(other) && TableFolder.version(other) >= oldest);
  }
}
