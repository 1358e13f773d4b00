package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of a store, by paths relative to it with {@code /} between names. */
public interface EvidenceFiles {
  /**
   * A file or folder in a folder.
   *
   * @param name its last name
   * @param folder whether it is a folder
   */
  record Listed(String name, boolean folder) {}

  /** What lies in a folder, sorted by name; nothing where there is no folder. */
  List<Listed> list(String folder) throws IOException;

  boolean exists(String path) throws IOException;

  InputStream open(String path) throws IOException;

  /** All of a small file. */
  default byte[] read(String path) throws IOException {
    try (InputStream stream = open(path)) {
      return stream.readAllBytes();
    }
  }

  /** A file with the hash and size that it has now. */
  default NamedFile describe(String path) throws IOException {
    try (InputStream stream = open(path)) {
      return Sha256.of(path, stream);
    }
  }

  /** Names of the files in a folder, sorted. */
  default List<String> files(String folder) throws IOException {
    return list(folder).stream().filter(listed -> !listed.folder()).map(Listed::name).toList();
  }

  /** Names of the folders in a folder, sorted. */
  default List<String> folders(String folder) throws IOException {
    return list(folder).stream().filter(Listed::folder).map(Listed::name).toList();
  }
}
