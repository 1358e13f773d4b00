package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manifest as it lies in a store.
 *
 * @param path where, relative to the store
 * @param file what it says
 * @param manifest the same as a manifest, where it can be read as one; to be relied on only where
 *     the file has no fault
 */
public record StoredManifest(String path, SealedJson file, Optional<Manifest> manifest) {

  /** Every manifest of a store, the superseded ones too, in the order of their paths. */
  public static List<StoredManifest> all(EvidenceFiles files) throws IOException {
    List<StoredManifest> found = new ArrayList<>();
    for (String name : files.folders(ManifestPaths.REPORTS)) {
      Optional<LocalDate> night = ManifestPaths.night(name);
      if (night.isPresent()) {
        String folder = ManifestPaths.folder(night.get());
        read(files, folder).ifPresent(found::add);
        for (String earlier : files.folders(folder + "/" + ManifestPaths.SUPERSEDED)) {
          read(files, folder + "/" + ManifestPaths.SUPERSEDED + "/" + earlier)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The manifest of a night that no other one superseded. */
  public static Optional<StoredManifest> current(EvidenceFiles files, LocalDate night)
      throws IOException {
    return read(files, ManifestPaths.folder(night));
  }

  private static Optional<StoredManifest> read(EvidenceFiles files, String folder)
      throws IOException {
    String path = folder + "/" + ManifestPaths.MANIFEST;
    return files.exists(path) ? Optional.of(of(path, files.read(path))) : Optional.empty();
  }

  /** A manifest of some bytes. */
  public static StoredManifest of(String path, byte[] bytes) {
    SealedJson file = SealedJson.open(bytes);
    return new StoredManifest(path, file, manifest(file));
  }

  private static Optional<Manifest> manifest(SealedJson file) {
    if (!file.content().path("schema").asText().equals(ManifestJson.SCHEMA)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ManifestJson.manifest(file.content()));
    } catch (RuntimeException notOfThisForm) {
      return Optional.empty();
    }
  }

  /** The manifest, if the file is whole and what it says is what was written. */
  public Optional<Manifest> sound() {
    return file.fault().isEmpty() ? manifest : Optional.empty();
  }
}
