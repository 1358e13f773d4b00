package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.TableFolder.DataFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Compares which files of a table are live, by its log, with those that manifests name. */
final class LiveCheck {
  private final Comparison comparison;
  private final Removals removals;
  private final SealedReports reports;
  private final ChainCheck chain;
  private final String table;
  private final SortedSet<String> unsealed;
  private final Map<LocalDate, Set<String>> named = new HashMap<>();

  /**
   * A check.
   *
   * @param removals what retention removed
   * @param unsealed where nights are added that have rows and no manifest
   */
  LiveCheck(
      Comparison comparison,
      Removals removals,
      SealedReports reports,
      ChainCheck chain,
      String table,
      SortedSet<String> unsealed) {
    this.comparison = comparison;
    this.removals = removals;
    this.reports = reports;
    this.chain = chain;
    this.table = table;
    this.unsealed = unsealed;
  }

  /** Checks one data file of the table. */
  void check(String path, DataFile file) {
    comparison.know(path);
    Optional<LocalDate> night = ManifestPaths.night(file.night());
    if (night.isEmpty()) {
      return;
    }
    if (chain.broken().contains(ManifestPaths.manifest(night.get()))) {
      return;
    }
    if (reports.last(night.get()).isEmpty()) {
      if (file.live()) {
        unsealed.add(file.night());
      }
      return;
    }
    boolean isNamed = named.computeIfAbsent(night.get(), this::named).contains(path);
    if (file.live() && !isNamed) {
      comparison.differs(
          Difference.Kind.ADDED, path, "rows of the night that its manifest does not name");
    } else if (!file.live() && isNamed && !removals.mayLackRows(last(night.get()), table)) {
      comparison.differs(
          Difference.Kind.CHANGED, path, "the table's log says that it is no longer part of it");
    }
  }

  private Set<String> named(LocalDate night) {
    Set<String> paths = new HashSet<>();
    TableSeal seal = last(night).tables().get(table);
    if (seal != null) {
      seal.files().forEach(file -> paths.add(file.path()));
    }
    return paths;
  }

  private Manifest last(LocalDate night) {
    return reports.last(night).orElseThrow().sound().orElseThrow();
  }
}
