package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.ChainLink;
import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.StoredManifest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the chain of manifests ends, and up to which version each table's log is named.
 *
 * @param head the last manifest
 * @param versions the version of each table that a manifest names last
 */
record SealedChain(Optional<ChainLink> head, Map<String, Long> versions) {

  /** Reads the end that the store noted down, or every manifest where that cannot be relied on. */
  static SealedChain read(EvidenceFiles files) throws IOException {
    Optional<ChainHead> noted = ChainHead.read(files);
    Optional<ChainLink> last = noted.flatMap(ChainHead::last);
    if (last.isPresent() && !noted.get().writing()) {
      Optional<Manifest> manifest = at(files, last.get());
      if (manifest.isPresent()) {
        return new SealedChain(last, versions(List.of(manifest.get())));
      }
    }
    return scan(files, last);
  }

  private static Optional<Manifest> at(EvidenceFiles files, ChainLink link) throws IOException {
    return files.exists(link.path())
        ? StoredManifest.of(link.path(), files.read(link.path()))
            .sound()
            .filter(manifest -> manifest.link().equals(link))
        : Optional.empty();
  }

  /** A manifest that is gone or not whole keeps its place: the next one names what was noted. */
  private static SealedChain scan(EvidenceFiles files, Optional<ChainLink> noted)
      throws IOException {
    List<Manifest> manifests =
        StoredManifest.all(files).stream()
            .flatMap(stored -> stored.sound().stream())
            .sorted(Comparator.comparingLong(Manifest::sequence))
            .toList();
    Optional<ChainLink> found =
        manifests.stream().reduce((first, second) -> second).map(Manifest::link);
    boolean notedIsLater =
        noted.isPresent() && noted.get().sequence() >= ChainLink.after(found) - 1;
    return new SealedChain(notedIsLater ? noted : found, versions(manifests));
  }

  private static Map<String, Long> versions(List<Manifest> manifests) {
    Map<String, Long> versions = new TreeMap<>();
    manifests.forEach(
        manifest ->
            manifest
                .tables()
                .forEach((table, seal) -> versions.merge(table, seal.version(), Math::max)));
    return versions;
  }

  long version(String table) {
    return versions.getOrDefault(table, -1L);
  }
}
