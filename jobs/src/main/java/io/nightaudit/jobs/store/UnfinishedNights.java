package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.StoredManifest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    SortedSet<Long> nights = new TreeSet<>();
    SealedChain chain = SealedChain.read(files);
    if (chain.head().isEmpty()) {
      return nights;
    }
    for (NightTable<?> table : tables) {
      store
          .sealed()
          .table(table.table())
          .nightsTouchedAfter(chain.version(table.table()))
          .forEach(night -> nights.add(LocalDate.parse(night).toEpochDay()));
    }
    if (ChainHead.read(files).filter(head -> !head.writing()).isEmpty()) {
      nights.addAll(halfReplaced());
    }
    return nights;
  }

  /** Nights whose report was kept for one that never came. */
  private SortedSet<Long> halfReplaced() throws IOException {
    SortedSet<Long> nights = new TreeSet<>();
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
