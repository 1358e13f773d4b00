package io.nightaudit.jobs.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The manifests of a store by night, and where each belongs. */
final class SealedReports {
  private final List<StoredManifest> stored;
  private final SortedMap<LocalDate, SortedMap<Long, StoredManifest>> nights = new TreeMap<>();
  private final Map<Long, String> folders = new TreeMap<>();

  SealedReports(List<StoredManifest> stored) {
    this.stored = stored;
    for (StoredManifest each : stored) {
      each.sound().ifPresent(manifest -> add(each, manifest));
    }
  }

  private void add(StoredManifest stored, Manifest manifest) {
    SortedMap<Long, StoredManifest> of =
        nights.computeIfAbsent(manifest.night(), night -> new TreeMap<>());
    StoredManifest other = of.get(manifest.sequence());
    if (other == null || isInPlace(stored, manifest)) {
      of.put(manifest.sequence(), stored);
    }
    manifest.supersedes().ifPresent(before -> folders.put(before.sequence(), before.folder()));
  }

  private static boolean isInPlace(StoredManifest stored, Manifest manifest) {
    return stored.path().equals(ManifestPaths.manifest(manifest.night()));
  }

  List<StoredManifest> stored() {
    return stored;
  }

  /** Where a manifest that another one names lies now. */
  String place(ChainLink link) {
    String folder = folders.get(link.sequence());
    return folder == null ? link.path() : folder + "/" + ManifestPaths.MANIFEST;
  }

  /**
   * The folder of a sound manifest and its report. One that nothing supersedes may lie among the
   * superseded where the one after it is gone.
   */
  String folder(StoredManifest stored) {
    Manifest manifest = stored.sound().orElseThrow();
    String superseded = ManifestPaths.superseded(manifest.night(), manifest.sequence());
    return folders.containsKey(manifest.sequence())
            || stored.path().equals(superseded + "/" + ManifestPaths.MANIFEST)
        ? superseded
        : ManifestPaths.folder(manifest.night());
  }

  /** Nights that have a sound manifest. */
  SortedSet<LocalDate> nights() {
    return new TreeSet<>(nights.keySet());
  }

  /** The sound manifests of a night, the last one last. */
  List<StoredManifest> of(LocalDate night) {
    return new ArrayList<>(nights.getOrDefault(night, new TreeMap<>()).values());
  }

  /** The last sound manifest of a night. */
  Optional<StoredManifest> last(LocalDate night) {
    return of(night).stream()
        .max(Comparator.comparingLong(each -> each.sound().orElseThrow().sequence()));
  }

  /** Every sound manifest, by sequence. */
  List<Manifest> manifests() {
    return nights.values().stream()
        .flatMap(of -> of.values().stream())
        .flatMap(each -> each.sound().stream())
        .sorted(Comparator.comparingLong(Manifest::sequence))
        .toList();
  }
}
