package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the files of a store that nothing speaks for. */
final class OutsideFiles {
  private static final Set<String> LOCKS = Set.of(".lock", ".lease");

  private final Comparison comparison;

  OutsideFiles(Comparison comparison) {
    this.comparison = comparison;
  }

  List<String> list() throws IOException {
    List<String> found = new ArrayList<>();
    walk("", found);
    return found;
  }

  private void walk(String folder, List<String> found) throws IOException {
    for (EvidenceFiles.Listed listed : comparison.files().list(folder)) {
      String path = folder.isEmpty() ? listed.name() : folder + "/" + listed.name();
      if (listed.folder()) {
        walk(path, found);
      } else if (!comparison.knows(path) && !isOfTheFileSystem(folder, listed.name())) {
        found.add(path);
      }
    }
  }

  /** Locks, and the checksums that Hadoop writes beside files on a local disk. */
  private boolean isOfTheFileSystem(String folder, String name) throws IOException {
    if (LOCKS.contains(name)) {
      return true;
    }
    boolean checksum = name.startsWith(".") && name.endsWith(".crc");
    String of = checksum ? name.substring(1, name.length() - ".crc".length()) : "";
    return checksum && comparison.files().exists(folder.isEmpty() ? of : folder + "/" + of);
  }
}
