package io.nightaudit.jobs.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists the Parquet files of folders below the archive, on whatever file system it lies. */
final class ArchiveFolder {
  private static final List<String> ENDINGS = List.of(".parquet", ".parq");

  private final Path root;
  private final Configuration hadoop;

  ArchiveFolder(String path, Configuration hadoop) {
    this.root = new Path(path);
    this.hadoop = hadoop;
  }

  boolean exists() {
    try {
      return files().exists(root);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look into the archive " + root, failure);
    }
  }

  /**
   * The Parquet files below some folders, sorted; none where a folder does not exist. Names that
   * begin with {@code _} or {@code .} are left out, folders of such names with all they hold.
   */
  List<Path> parquetFiles(Collection<String> folders) {
    List<Path> found = new ArrayList<>();
    for (String folder : folders) {
      collect(folder.isEmpty() ? root : new Path(root, folder), found);
    }
    return found.stream().sorted().distinct().toList();
  }

  /** The path of a file below the archive. */
  String relative(Path file) {
    try {
      return files().makeQualified(root).toUri().relativize(file.toUri()).getPath();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look into the archive " + root, failure);
    }
  }

  private void collect(Path folder, List<Path> found) {
    try {
      Path top = files().makeQualified(folder);
      RemoteIterator<LocatedFileStatus> below = files().listFiles(top, true);
      while (below.hasNext()) {
        Path file = below.next().getPath();
        if (isParquet(file.getName()) && isVisible(file, top)) {
          found.add(file);
        }
      }
    } catch (FileNotFoundException absent) {
      // A night without a folder is a fact of coverage, not a failure.
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list the archive's folder " + folder, failure);
    }
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(hadoop);
  }

  private static boolean isParquet(String name) {
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isVisible(Path file, Path top) {
    for (Path part = file; part != null && !part.equals(top); part = part.getParent()) {
      if (part.getName().startsWith("_") || part.getName().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
