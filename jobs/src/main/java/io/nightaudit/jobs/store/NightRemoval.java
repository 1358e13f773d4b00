package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.EvidenceFiles.Listed;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.TableFolder;
import io.nightaudit.jobs.evidence.Tombstone.Scope;
import io.nightaudit.jobs.evidence.Tombstones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;

/**
 * Takes nights out of a store for good: their rows by one commit of each table, then the files that
 * held them, so that no earlier version of a table leads back to them. Whatever a killed removal
 * left, the next one finds.
 */
public final class NightRemoval {
  private static final String PARTITION = NightTable.NIGHT + "=";

  private final StoreContext store;
  private final EvidenceFiles files;
  private final List<NightTable<?>> tables;

  NightRemoval(StoreContext store, List<NightTable<?>> tables) {
    this.store = store;
    this.files = store.sealed().evidence();
    this.tables = tables;
  }

  /** What would go of each night: of tables the files of its rows, live or not, of its reports. */
  public SortedMap<LocalDate, List<String>> nights(Scope scope) {
    try {
      return scope == Scope.TABLES ? partitions() : reports();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the files of " + store.path(), e);
    }
  }

  private SortedMap<LocalDate, List<String>> partitions() throws IOException {
    SortedMap<LocalDate, List<String>> found = new TreeMap<>();
    for (NightTable<?> table : tables) {
      String folder = TableFolder.TABLES + "/" + table.table();
      for (String name : files.folders(folder)) {
        Optional<LocalDate> night =
            name.startsWith(PARTITION)
                ? ManifestPaths.night(name.substring(PARTITION.length()))
                : Optional.empty();
        if (night.isPresent()) {
          List<String> of = found.computeIfAbsent(night.get(), key -> new ArrayList<>());
          walk(folder + "/" + name, of);
        }
      }
    }
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private SortedMap<LocalDate, List<String>> reports() throws IOException {
    SortedMap<LocalDate, List<String>> found = new TreeMap<>();
    for (String name : files.folders(ManifestPaths.REPORTS)) {
      Optional<LocalDate> night = ManifestPaths.night(name);
      if (night.isPresent()) {
        List<String> of = new ArrayList<>();
        walk(ManifestPaths.folder(night.get()), of);
        of.removeIf(path -> ManifestPaths.isOfTheChain(path));
        if (!of.isEmpty()) {
          found.put(night.get(), of);
        }
      }
    }
    return found;
  }

  private void walk(String folder, List<String> found) throws IOException {
    for (Listed listed : files.list(folder)) {
      String path = folder + "/" + listed.name();
      if (listed.folder()) {
        walk(path, found);
      } else if (!listed.name().startsWith(".")) {
        found.add(path);
      }
    }
  }

  /** Some files with hash and size, by path. */
  public List<NamedFile> describe(Collection<String> paths) {
    List<NamedFile> found = new ArrayList<>();
    try {
      for (String path : paths) {
        found.add(files.describe(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the files of " + store.path(), e);
    }
    return found.stream().sorted().toList();
  }

  /** Nights of some that a tombstone removes already: a removal before this one did not finish. */
  public SortedSet<LocalDate> begun(Collection<LocalDate> nights, Scope scope, Tombstones all) {
    SortedSet<LocalDate> begun = new TreeSet<>();
    for (LocalDate night : nights) {
      Optional<Manifest> manifest = store.sealed().manifest(night.toEpochDay());
      boolean covered =
          manifest.isPresent()
              ? all.covering(manifest.get(), scope).isPresent()
              : all.about(night, scope).isPresent();
      if (covered) {
        begun.add(night);
      }
    }
    return begun;
  }

  /** Takes the rows of nights out of every table. */
  public void removeRows(Set<LocalDate> nights) {
    store.lock().requireHeld();
    try {
      for (NightTable<?> table : tables) {
        table.remove(nights);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove rows; try again", e);
    }
  }

  /** Removes the files of rows that {@link #removeRows} took out of the tables. */
  public void removePartitions(Set<LocalDate> nights) {
    store.lock().requireHeld();
    try {
      for (NightTable<?> table : tables) {
        String folder = TableFolder.TABLES + "/" + table.table();
        for (String name : files.folders(folder)) {
          if (name.startsWith(PARTITION)
              && ManifestPaths.night(name.substring(PARTITION.length()))
                  .filter(nights::contains)
                  .isPresent()) {
            store.files().deleteFolder(new Path(store.path(), folder + "/" + name));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the files of rows; try again", e);
    }
  }

  /** Removes files of reports, and folders that are empty then. */
  public void removeFiles(Collection<String> paths) {
    store.lock().requireHeld();
    try {
      for (String path : paths) {
        Path file = new Path(store.path(), new Path(null, null, path));
        store.files().delete(file);
        if (store.files().names(file.getParent()).isEmpty()) {
          store.files().delete(file.getParent());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove files of reports; try again", e);
    }
  }
}
