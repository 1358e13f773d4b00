package io.nightaudit.jobs.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** Plain files of a store, on any file system that Spark can write to. */
final class StoreFiles {
  private final FileSystem files;
  private final boolean local;
  private final Configuration configuration;

  StoreFiles(FileSystem files, Configuration configuration) {
    this.local = files instanceof LocalFileSystem;
    // The raw local file system leaves no checksum files beside reports.
    this.files = local ? ((LocalFileSystem) files).getRawFileSystem() : files;
    this.configuration = configuration;
  }

  static StoreFiles of(Path path, Configuration configuration) throws IOException {
    return new StoreFiles(path.getFileSystem(configuration), configuration);
  }

  boolean isLocal() {
    return local;
  }

  Path qualified(Path path) {
    return files.makeQualified(path);
  }

  boolean exists(Path path) throws IOException {
    return files.exists(path);
  }

  Optional<FileStatus> status(Path path) throws IOException {
    try {
      return Optional.of(files.getFileStatus(path));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    }
  }

  /** Names in a folder, sorted; none where there is no folder. */
  List<String> names(Path folder) throws IOException {
    return list(folder).stream().map(status -> status.getPath().getName()).toList();
  }

  /** What lies in a folder, sorted by name; nothing where there is no folder. */
  List<FileStatus> list(Path folder) throws IOException {
    try {
      return Arrays.stream(files.listStatus(folder))
          .sorted(Comparator.comparing(status -> status.getPath().getName()))
          .toList();
    } catch (FileNotFoundException absent) {
      return List.of();
    }
  }

  InputStream open(Path file) throws IOException {
    return files.open(file);
  }

  void makeFolder(Path folder) throws IOException {
    files.mkdirs(folder);
  }

  void delete(Path path) throws IOException {
    files.delete(path, false);
  }

  /** Deletes a folder with all that is in it. */
  void deleteFolder(Path folder) throws IOException {
    files.delete(folder, true);
  }

  /** Copies a small file to where there may be one. */
  void copy(Path from, Path to) throws IOException {
    try (FSDataInputStream in = files.open(from)) {
      makeFolder(to.getParent());
      replace(to, in.readAllBytes());
    }
  }

  String read(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  byte[] bytes(Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    }
  }

  /** Writes a file that must not exist. */
  void create(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8), false);
  }

  void replace(Path file, String text) throws IOException {
    replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file under another name first, so that a reader sees the old one or the new one. */
  void replace(Path file, byte[] content) throws IOException {
    Path fresh = new Path(file.getParent(), "." + file.getName() + ".new");
    write(fresh, content, true);
    if (local) {
      moveLocally(fresh, file);
    } else {
      FileContext.getFileContext(files.getUri(), configuration)
          .rename(fresh, file, Options.Rename.OVERWRITE);
    }
  }

  private void moveLocally(Path from, Path to) throws IOException {
    java.nio.file.Files.move(
        java.nio.file.Path.of(from.toUri().getPath()),
        java.nio.file.Path.of(to.toUri().getPath()),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(Path file, byte[] content, boolean overwrite) throws IOException {
    try (FSDataOutputStream out = files.create(file, overwrite)) {
      out.write(content);
    }
  }
}
