package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.TableFolder;
import io.nightaudit.jobs.evidence.Tombstone;
import io.nightaudit.jobs.evidence.Tombstones;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what a run that was killed wrote and did not seal. */
final class UnfinishedNights {
  private final StoreContext store;
  private final EvidenceFiles files;
  private final List<NightTable<?>> tables;

  UnfinishedNights(StoreContext store, List<NightTable<?>> tables) {
    this.store = store;
    this.files = store.sealed().evidence();
    this.tables = tables;
  }

  SortedSet<Long> find() throws IOException {
    SortedSet<Long> nights = touched();
    nights.addAll(halfReplaced());
    return nights;
  }

  /**
   * The same without a night that a seal which was interrupted left as it was: its report was
   * copied, and nothing replaced yet.
   */
  SortedSet<Long> findBut(Optional<Manifest> whole) throws IOException {
    SortedSet<Long> nights = halfReplaced();
    if (whole.isPresent() && isInPlace(whole.get())) {
      nights.remove(whole.get().night().toEpochDay());
    }
    nights.addAll(touched());
    return nights;
  }

  private boolean isInPlace(Manifest manifest) throws IOException {
    String folder = ManifestPaths.folder(manifest.night()) + "/";
    for (NamedFile output : manifest.outputs()) {
      String path = folder + output.path();
      if (!files.exists(path) || !files.describe(path).sameContent(output)) {
        return false;
      }
    }
    return true;
  }

  private SortedSet<Long> touched() throws IOException {
    SortedSet<Long> nights = new TreeSet<>();
    SealedChain chain = SealedChain.read(files);
    if (chain.head().isEmpty()) {
      return nights;
    }
    Tombstones removed = Tombstones.read(files);
    for (NightTable<?> table : tables) {
      TableFolder folder = store.sealed().table(table.table());
      long version = chain.version(table.table());
      Set<String> added = Set.copyOf(folder.nightsAddedAfter(version));
      folder.nightsTouchedAfter(version).stream()
          .filter(night -> added.contains(night) || !isRemoved(night, removed))
          .forEach(night -> nights.add(LocalDate.parse(night).toEpochDay()));
    }
    return nights;
  }

  /** What retention took out of a table is no work of a run that was killed. */
  private static boolean isRemoved(String night, Tombstones removed) {
    return removed.about(LocalDate.parse(night), Tombstone.Scope.TABLES).isPresent();
  }

  /** Nights whose report was kept for one that never came. */
  private SortedSet<Long> halfReplaced() throws IOException {
    SortedSet<Long> nights = new TreeSet<>();
    if (SealedChain.read(files).head().isEmpty()
        || ChainHead.read(files).filter(head -> !head.writing()).isPresent()) {
      return nights;
    }
    for (StoredManifest stored : StoredManifest.all(files)) {
      Optional<LocalDate> night =
          stored
              .sound()
              .filter(manifest -> stored.path().equals(manifest.link().path()))
              .map(manifest -> manifest.night());
      if (night.isPresent()) {
        String copy =
            ManifestPaths.superseded(night.get(), stored.sound().orElseThrow().sequence());
        if (!files.list(copy).isEmpty()) {
          nights.add(night.get().toEpochDay());
        }
      }
    }
    return nights;
  }
}
