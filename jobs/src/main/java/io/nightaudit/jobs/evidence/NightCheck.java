package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the report and the table files of one night against its manifests. */
final class NightCheck {
  private final Comparison comparison;
  private final Removals removals;
  private final SealedReports reports;
  private final LocalDate night;
  private final Set<String> brokenPaths;
  private final boolean broken;

  /**
   * A check.
   *
   * @param removals what retention removed
   * @param broken paths of manifests that are missing or cannot be relied on
   */
  NightCheck(
      Comparison comparison,
      Removals removals,
      SealedReports reports,
      LocalDate night,
      Set<String> broken) {
    this.comparison = comparison;
    this.removals = removals;
    this.reports = reports;
    this.night = night;
    this.brokenPaths = broken;
    this.broken = broken.contains(ManifestPaths.manifest(night));
  }

  void check() throws IOException {
    Optional<StoredManifest> last = reports.last(night);
    for (StoredManifest stored : reports.of(night)) {
      boolean current = last.get() == stored && !broken;
      sealed(stored, current);
    }
    for (StoredManifest stored : reports.stored()) {
      if (isOfThisFolder(stored) && stored.sound().isEmpty()) {
        claimed(stored);
      } else if (isOfThisFolder(stored) && !reports.of(ofManifest(stored)).contains(stored)) {
        copy(stored);
      }
    }
    folder(ManifestPaths.folder(night));
    String superseded = ManifestPaths.folder(night) + "/" + ManifestPaths.SUPERSEDED;
    for (String folder : comparison.files().folders(superseded)) {
      earlier(superseded + "/" + folder);
    }
  }

  private static LocalDate ofManifest(StoredManifest stored) {
    return stored.sound().orElseThrow().night();
  }

  /** The same manifest lies where it belongs. */
  private void copy(StoredManifest stored) {
    String folder = stored.path().substring(0, stored.path().lastIndexOf('/'));
    if (!isOfTheLast(folder)) {
      comparison.differs(
          Difference.Kind.OUT_OF_ORDER,
          stored.path(),
          "it is a copy of manifest %s of the night of %s"
              .formatted(stored.sound().orElseThrow().sequence(), ofManifest(stored)));
    }
  }

  private boolean isOfThisFolder(StoredManifest stored) {
    return ManifestPaths.nightOf(stored.path()).equals(Optional.of(night));
  }

  private void sealed(StoredManifest stored, boolean current) throws IOException {
    Manifest manifest = stored.sound().orElseThrow();
    String folder = reports.folder(stored);
    if (!stored.path().equals(folder + "/" + ManifestPaths.MANIFEST)) {
      comparison.differs(
          Difference.Kind.OUT_OF_ORDER,
          stored.path(),
          "it is manifest %s of the night of %s, which lies in %s"
              .formatted(manifest.sequence(), night, folder));
    }
    for (NamedFile output : manifest.outputs()) {
      removals.output(manifest, output.at(folder + "/" + output.path()), stored.path());
    }
    if (current) {
      for (Map.Entry<String, TableSeal> table : manifest.tables().entrySet()) {
        for (NamedFile file : table.getValue().files()) {
          removals.data(manifest, table.getKey(), file, stored.path());
        }
      }
    }
  }

  /** What a manifest says that cannot be relied on is looked at, and blamed on nobody. */
  private void claimed(StoredManifest stored) throws IOException {
    String folder = stored.path().substring(0, stored.path().lastIndexOf('/'));
    if (stored.manifest().isPresent()) {
      for (NamedFile output : stored.manifest().get().outputs()) {
        comparison.lookAt(output.at(folder + "/" + output.path()), stored.path());
      }
    }
    for (String name : comparison.files().files(folder)) {
      String path = folder + "/" + name;
      if (isUnknown(path, name)) {
        comparison.know(path);
        comparison.note(
            "%s: whether it was added cannot be told without %s".formatted(path, stored.path()));
      }
    }
  }

  private void folder(String folder) throws IOException {
    boolean sealed = reports.last(night).isPresent();
    for (String name : comparison.files().files(folder)) {
      String path = folder + "/" + name;
      if (isUnknown(path, name)) {
        comparison.know(path);
        if (broken) {
          comparison.note(
              path + ": whether it was added cannot be told without the night's manifest");
        } else if (sealed) {
          comparison.differs(Difference.Kind.ADDED, path, "the night's manifest does not name it");
        }
      }
    }
  }

  private void earlier(String folder) throws IOException {
    boolean unfinished = isOfTheLast(folder);
    if (unfinished) {
      comparison.note(folder + ": a run that did not finish left it; the next run mends it");
    }
    for (String name : comparison.files().files(folder)) {
      String path = folder + "/" + name;
      if (isUnknown(path, name)) {
        comparison.know(path);
        if (brokenPaths.contains(folder + "/" + ManifestPaths.MANIFEST)) {
          comparison.note(path + ": whether it was added cannot be told without its manifest");
        } else if (!unfinished) {
          comparison.differs(
              Difference.Kind.ADDED, path, "no manifest that was superseded names it");
        }
      }
    }
  }

  /** Hidden files are those of a file system, or of a write that did not finish. */
  private boolean isUnknown(String path, String name) {
    if (ManifestPaths.SIDE_FILES.contains(name)) {
      comparison.know(path);
    }
    return !name.startsWith(".") && !comparison.knows(path);
  }

  /** A run that replaces a report keeps the old one first: until then it is there twice. */
  private boolean isOfTheLast(String folder) {
    return reports
        .last(night)
        .filter(stored -> reports.folder(stored).equals(ManifestPaths.folder(night)))
        .map(stored -> stored.sound().orElseThrow().sequence())
        .filter(last -> folder.equals(ManifestPaths.superseded(night, last)))
        .isPresent();
  }

  /** The nights whose folders hold reports. */
  static List<LocalDate> folders(EvidenceFiles files) throws IOException {
    return files.folders(ManifestPaths.REPORTS).stream()
        .flatMap(name -> ManifestPaths.night(name).stream())
        .toList();
  }
}
