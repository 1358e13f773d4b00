package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.Tombstone.Scope;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares files that a manifest names, where retention may have removed them. */
final class Removals {
  private final Comparison comparison;
  private final Tombstones tombstones;
  private final Map<Long, Gone> gone = new TreeMap<>();

  /** What is gone by one tombstone. */
  private record Gone(Tombstone by, int files) {}

  Removals(Comparison comparison, Tombstones tombstones) {
    this.comparison = comparison;
    this.tombstones = tombstones;
  }

  /** Compares an output of a manifest. */
  void output(Manifest manifest, NamedFile file, String by) throws IOException {
    compare(tombstones.covering(manifest, Scope.REPORTS), file, by);
  }

  /** Compares a file of a table that a manifest names. */
  void data(Manifest manifest, String table, NamedFile file, String by) throws IOException {
    compare(rows(manifest, table), file, by);
  }

  private void compare(Optional<Tombstone> tombstone, NamedFile file, String by)
      throws IOException {
    if (tombstone.isPresent() && !comparison.files().exists(file.path())) {
      Tombstone removed = tombstone.get();
      gone.merge(
          removed.sequence(),
          new Gone(removed, 1),
          (known, one) -> new Gone(removed, known.files() + one.files()));
    } else {
      comparison.compare(file, by);
    }
  }

  /** Whether retention may have taken the rows of a night out of a table. */
  boolean mayLackRows(Manifest manifest, String table) {
    return rows(manifest, table).isPresent();
  }

  private Optional<Tombstone> rows(Manifest manifest, String table) {
    return TableFolder.isRegister(table)
        ? Optional.empty()
        : tombstones.covering(manifest, Scope.TABLES);
  }

  /** Says what is gone. */
  void tell() {
    for (Gone each : gone.values()) {
      Tombstone by = each.by();
      comparison.note(
          "%s: %s %s %s"
              .formatted(
                  nights(by.from(), by.to()),
                  each.files(),
                  by.scope() == Scope.TABLES ? "table files" : "report files",
                  by.words()));
    }
  }

  private static String nights(LocalDate from, LocalDate to) {
    return from.equals(to) ? "night " + from : "nights %s to %s".formatted(from, to);
  }
}
