package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import java.io.IOException;
import org.apache.hadoop.fs.Path;

/**
 * Keeps the report of a night that another one takes the place of. The files are copied before the
 * first of them is replaced; until the new manifest is there the old one is the night's, and its
 * report lies in the copy.
 */
final class EarlierReport {
  private final StoreFiles files;
  private final Path store;
  private final EvidenceFiles evidence;
  private final Manifest manifest;
  private final String folder;
  private final String copy;

  EarlierReport(StoreFiles files, Path store, Manifest manifest) {
    this.files = files;
    this.store = store;
    this.evidence = new EvidenceFolder(files, store);
    this.manifest = manifest;
    this.folder = ManifestPaths.folder(manifest.night());
    this.copy = ManifestPaths.superseded(manifest.night(), manifest.sequence());
  }

  /** Where the copy lies, relative to the store. */
  String folder() {
    return copy;
  }

  /** Copies what is not in the copy yet: an earlier run may have begun. */
  void keep() throws IOException {
    for (NamedFile output : manifest.outputs()) {
      String kept = copy + "/" + output.path();
      if (!evidence.exists(kept) || !evidence.describe(kept).sameContent(output)) {
        copy(output.path());
      }
    }
    for (String name : ManifestPaths.SIDE_FILES) {
      copyOnce(name);
    }
    copyOnce(ManifestPaths.MANIFEST);
  }

  private void copyOnce(String name) throws IOException {
    if (!evidence.exists(copy + "/" + name)) {
      copy(name);
    }
  }

  private void copy(String name) throws IOException {
    if (evidence.exists(folder + "/" + name)) {
      files.copy(new Path(store, folder + "/" + name), new Path(store, copy + "/" + name));
    }
  }

  /** Takes the signatures of the old manifest away from the place of the new one. */
  void clearSideFiles() throws IOException {
    for (String name : ManifestPaths.SIDE_FILES) {
      files.delete(new Path(store, folder + "/" + name));
    }
  }

  /** Removes files that the old report had and the new one has not. */
  void clear(NamedFile output) throws IOException {
    files.delete(new Path(store, folder + "/" + output.path()));
  }

  /** Removes the copy of a report that is still the night's. */
  void discard() throws IOException {
    if (evidence.list(copy).isEmpty()) {
      return;
    }
    for (String name : ManifestPaths.SIDE_FILES) {
      if (evidence.exists(copy + "/" + name) && !evidence.exists(folder + "/" + name)) {
        files.copy(new Path(store, copy + "/" + name), new Path(store, folder + "/" + name));
      }
    }
    files.deleteFolder(new Path(store, copy));
    Path superseded = new Path(store, folder + "/" + ManifestPaths.SUPERSEDED);
    if (files.names(superseded).isEmpty()) {
      files.delete(superseded);
    }
  }
}
