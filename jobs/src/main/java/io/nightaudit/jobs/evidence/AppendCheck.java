package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.ChainCheck.Anchor;
import io.nightaudit.jobs.evidence.ChainCheck.ChainFile;
import io.nightaudit.jobs.evidence.TableFolder.DataFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks the chain of one append-only table, and the table's files. */
final class AppendCheck {
  private final String chain;
  private final Comparison comparison;

  AppendCheck(String chain, Comparison comparison) {
    this.chain = chain;
    this.comparison = comparison;
  }

  /**
   * Checks all.
   *
   * @param anchors the last entries that manifests name
   */
  void check(List<Anchor> anchors) throws IOException {
    List<StoredEntry> stored = StoredEntry.all(comparison.files(), chain);
    ChainCheck check = new ChainCheck("the chain of " + chain, comparison, ChainLink::path);
    check.follow(stored.stream().map(AppendCheck::file).toList(), anchors);
    for (StoredEntry entry : stored) {
      Optional<ChainEntry> sound = entry.sound();
      if (sound.isPresent()
          && !entry.path().equals(ChainEntry.path(chain, sound.get().sequence()))) {
        comparison.differs(
            Difference.Kind.OUT_OF_ORDER,
            entry.path(),
            "it is entry %s of its chain".formatted(sound.get().sequence()));
      }
    }
    table(stored, check.isWhole());
  }

  private static ChainFile file(StoredEntry entry) {
    return new ChainFile(entry.path(), entry.file(), entry.entry().isPresent());
  }

  private void table(List<StoredEntry> stored, boolean whole) throws IOException {
    LogCheck log = new LogCheck(comparison, chain, whole);
    Set<String> data = new TreeSet<>();
    for (StoredEntry entry : stored) {
      boolean sound = entry.sound().isPresent();
      if (entry.entry().isPresent()) {
        ChainEntry says = entry.entry().get();
        log.name(sound ? says.log() : List.of(), entry.path(), true);
        for (NamedFile file : says.files()) {
          data.add(file.path());
          data(file, entry.path(), sound);
        }
        if (!sound) {
          for (NamedFile file : says.log()) {
            comparison.lookAt(file, entry.path());
          }
        }
      }
    }
    log.check((path, file) -> unnamed(path, file, data, whole));
  }

  private void data(NamedFile file, String by, boolean sound) throws IOException {
    if (sound) {
      comparison.compare(file, by);
    } else {
      comparison.lookAt(file, by);
    }
  }

  private void unnamed(String path, DataFile file, Set<String> named, boolean whole) {
    comparison.know(path);
    if (!named.contains(path) && file.live()) {
      if (whole) {
        comparison.differs(
            Difference.Kind.ADDED, path, "rows of the table that no entry of its chain names");
      } else {
        comparison.note(path + ": whether it was added cannot be told while the chain is broken");
      }
    }
  }
}
