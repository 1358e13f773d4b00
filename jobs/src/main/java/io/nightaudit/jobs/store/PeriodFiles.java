package io.nightaudit.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** The files of a store about more than one night: {@code periods/<from>_<to>/<name>}. */
public final class PeriodFiles {
  private static final String FOLDER = "periods";
  private static final Pattern NAME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");

  private final StoreFiles files;
  private final StoreLock lock;
  private final Path store;

  PeriodFiles(StoreFiles files, StoreLock lock, Path store) {
    this.files = files;
    this.lock = lock;
    this.store = store;
  }

  /**
   * The files of a period, relative to the store.
   *
   * @param from first night
   * @param to last night
   */
  public record Stored(LocalDate from, LocalDate to, List<String> paths) {}

  /** The periods that have reports, in the order of their names. */
  public List<Stored> list() {
    List<Stored> found = new ArrayList<>();
    Path folder = new Path(store, FOLDER);
    try {
      for (String name : files.names(folder)) {
        Matcher nights = NAME.matcher(name);
        if (nights.matches()) {
          found.add(
              new Stored(
                  LocalDate.parse(nights.group(1)),
                  LocalDate.parse(nights.group(2)),
                  files.names(new Path(folder, name)).stream()
                      .map(file -> FOLDER + "/" + name + "/" + file)
                      .toList()));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
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
