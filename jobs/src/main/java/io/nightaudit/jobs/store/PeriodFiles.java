package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.hadoop.fs.Path;

/** The files of a store about more than one night: {@code periods/<from>_<to>/<name>}. */
public final class PeriodFiles {
  private static final String FOLDER = "periods";

  private final StoreFiles files;
  private final StoreLock lock;
  private final Path store;

  PeriodFiles(StoreFiles files, StoreLock lock, Path store) {
    this.files = files;
    this.lock = lock;
    this.store = store;
  }

  /** Writes one file of a period, in place of the one of the same name, and says where. */
  public String write(LocalDate from, LocalDate to, String name, byte[] content) {
    lock.requireHeld();
    Path folder = new Path(new Path(store, FOLDER), from + "_" + to);
    Path file = new Path(folder, name);
    try {
      files.makeFolder(folder);
      files.replace(file, content);
      return files.isLocal() ? file.toUri().getPath() : file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
