package io.nightaudit.jobs.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where manifests lie in a store, and what may lie beside them. */
public final class ManifestPaths {
  /** The folder of all reports. */
  public static final String REPORTS = "reports";

  /** The manifest of a night, in the folder of its report. */
  public static final String MANIFEST = "manifest.json";

  /** The folder of earlier reports of a night, in one folder for each manifest. */
  public static final String SUPERSEDED = "superseded";

  /** The signature of a manifest, beside it. */
  public static final String SIGNATURE = "manifest.dsse.json";

  /** The time stamp of a manifest, beside it. */
  public static final String TIME_STAMP = "manifest.tsr";

  /** Files about a manifest that it cannot name, as they are made after it. */
  public static final Set<String> SIDE_FILES = Set.of(SIGNATURE, TIME_STAMP);

  private ManifestPaths() {}

  /** The folder of a night's report. */
  public static String folder(LocalDate night) {
    return REPORTS + "/" + night;
  }

  /** The manifest of a night's report. */
  public static String manifest(LocalDate night) {
    return folder(night) + "/" + MANIFEST;
  }

  /** The folder of a report that another one superseded. */
  public static String superseded(LocalDate night, long sequence) {
    return folder(night) + "/" + SUPERSEDED + "/" + sequence;
  }

  /** The folder of a manifest that was not whole when another one took its place. */
  public static String unsound(LocalDate night) {
    return folder(night) + "/" + SUPERSEDED + "/unsound";
  }

  /** Whether a file is a manifest, or speaks for one: the chain needs it as long as it lasts. */
  public static boolean isOfTheChain(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals(MANIFEST) || SIDE_FILES.contains(name);
  }

  /** The night of a folder of reports, where its name is one. */
  public static Optional<LocalDate> night(String folder) {
    try {
      return Optional.of(LocalDate.parse(folder));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The night of a path under its folder of reports. */
  static Optional<LocalDate> nightOf(String path) {
    List<String> names = List.of(path.split("/"));
    return names.size() > 2 && names.get(0).equals(REPORTS)
        ? night(names.get(1))
        : Optional.empty();
  }
}
