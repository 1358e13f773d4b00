package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.Tombstone.Scope;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What retention removed of a store, by the entries of the chain of decisions that are whole. */
public final class Tombstones {
  private static final String CHAIN = "decisions";

  private final List<Tombstone> all;

  private Tombstones(List<Tombstone> all) {
    this.all = all;
  }

  /** Those of a store, in the order in which they were written. */
  public static Tombstones read(EvidenceFiles files) throws IOException {
    return new Tombstones(
        StoredEntry.all(files, CHAIN).stream()
            .flatMap(entry -> entry.sound().stream())
            .flatMap(entry -> Tombstone.of(entry).stream())
            .toList());
  }

  /** The last night that any removes. */
  public Optional<LocalDate> last(Scope scope) {
    return all.stream()
        .filter(each -> each.scope() == scope)
        .map(Tombstone::to)
        .max(Comparator.naturalOrder());
  }

  /** The last one about a night, whatever became of the night since then. */
  public Optional<Tombstone> about(LocalDate night, Scope scope) {
    return covering(night, scope, 0);
  }

  /**
   * The last one that removes what a manifest names: one that was written after it. A night that
   * was audited anew has a manifest that no earlier tombstone is about.
   */
  public Optional<Tombstone> covering(Manifest manifest, Scope scope) {
    ChainLink known = manifest.chains().get(CHAIN);
    return covering(manifest.night(), scope, known == null ? 0 : known.sequence());
  }

  private Optional<Tombstone> covering(LocalDate night, Scope scope, long after) {
    return all.stream()
        .filter(each -> each.scope() == scope && each.sequence() > after && each.covers(night))
        .reduce((first, second) -> second);
  }
}
