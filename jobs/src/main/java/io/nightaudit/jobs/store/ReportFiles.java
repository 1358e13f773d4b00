package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** The report files of a store: {@code reports/<night>/<name>}. */
public final class ReportFiles {
  private static final String FOLDER = "reports";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final StoreFiles files;
  private final StoreLock lock;
  private final Path store;
  private final SealedNights sealed;

  ReportFiles(StoreContext store) {
    this.files = store.files();
    this.lock = store.lock();
    this.store = store.path();
    this.sealed = store.sealed();
  }

  /**
   * Writes one file of a night, in place of the one of the same name. A file that is there with the
   * same content is left alone; before another one is replaced the night's sealed report is kept.
   */
  public void write(long epochDay, String name, byte[] content) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of a report file");
    }
    lock.requireHeld();
    Path folder = folder(epochDay);
    try {
      NamedFile output = new NamedFile(name, Sha256.of(content), content.length);
      boolean beside = ManifestPaths.SIDE_FILES.contains(name);
      if (!isThere(epochDay, output)) {
        if (!beside) {
          sealed.keep(epochDay);
        }
        files.makeFolder(folder);
        files.replace(new Path(folder, name), content);
      }
      if (!beside) {
        sealed.wrote(epochDay, output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + name + " into " + folder, e);
    }
  }

  private boolean isThere(long epochDay, NamedFile output) throws IOException {
    String path = path(epochDay, output.path());
    return sealed.evidence().exists(path) && sealed.evidence().describe(path).sameContent(output);
  }

  /** The bytes of one file of a night; empty where there is none. */
  public Optional<byte[]> read(long epochDay, String name) {
    Path file = new Path(folder(epochDay), name);
    try {
      return files.exists(file) ? Optional.of(files.bytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Removes every file of a night but those named: what an earlier run wrote under other names. */
  public void keepOnly(long epochDay, Set<String> names) {
    lock.requireHeld();
    Path folder = folder(epochDay);
    try {
      for (String name : files.names(folder)) {
        if (!names.contains(name)) {
          files.delete(new Path(folder, name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }

  /** Where a file of a night lies, relative to the store. */
  public String path(long epochDay, String name) {
    return FOLDER + "/" + LocalDate.ofEpochDay(epochDay) + "/" + name;
  }

  private Path folder(long epochDay) {
    return new Path(new Path(store, FOLDER), LocalDate.ofEpochDay(epochDay).toString());
  }
}
