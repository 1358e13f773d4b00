package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.EvidenceFiles;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.ManifestPaths;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.RowsDigest;
import io.nightaudit.jobs.evidence.StoredManifest;
import io.nightaudit.jobs.evidence.TableFolder;
import io.nightaudit.jobs.evidence.TableSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What was sealed of the nights of an open store, and what this run writes of them: rows that are
 * the same and lie where they were sealed are not written again.
 */
final class SealedNights {
  private final StoreFiles files;
  private final Path store;
  private final EvidenceFolder evidence;
  private final LiveFiles live;
  private final Map<Long, Optional<Manifest>> manifests = new ConcurrentHashMap<>();
  private final Map<String, Map<Long, RowsDigest>> rows = new ConcurrentHashMap<>();
  private final Map<Long, SortedMap<String, NamedFile>> outputs = new TreeMap<>();
  private final Set<Long> kept = new TreeSet<>();

  SealedNights(StoreFiles files, Path store, Configuration configuration) {
    this.files = files;
    this.store = store;
    this.evidence = new EvidenceFolder(files, store);
    this.live = new LiveFiles(configuration);
  }

  EvidenceFiles evidence() {
    return evidence;
  }

  TableFolder table(String name) {
    return new TableFolder(evidence, name);
  }

  /** The manifest of a night as it was when this run first asked; none where it is not whole. */
  Optional<Manifest> manifest(long night) {
    return manifests.computeIfAbsent(night, this::read);
  }

  private Optional<Manifest> read(long night) {
    LocalDate date = LocalDate.ofEpochDay(night);
    try {
      return StoredManifest.current(evidence, date)
          .flatMap(StoredManifest::sound)
          .filter(manifest -> manifest.night().equals(date));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest of " + date, e);
    }
  }

  /** The live files of a table by night; none where the table does not exist. */
  SortedMap<String, List<String>> live(String table) throws IOException {
    return table(table).latest() < 0
        ? new TreeMap<>()
        : live.of(new Path(new Path(store, StoreFormat.TABLES), table), table(table));
  }

  /** Nights whose rows are those that were sealed, and lie in the files that were sealed. */
  Set<Long> unchanged(String table, SortedMap<Long, RowsDigest> now) {
    Set<Long> unchanged = new TreeSet<>();
    now.forEach(
        (night, digest) -> {
          if (seal(night, table).filter(seal -> seal.rows().equals(digest)).isPresent()) {
            unchanged.add(night);
          }
        });
    if (!unchanged.isEmpty()) {
      try {
        SortedMap<String, List<String>> files = live(table);
        for (long night : List.copyOf(unchanged)) {
          if (!isIntact(seal(night, table).orElseThrow(), of(files, night))) {
            unchanged.remove(night);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the files of " + table, e);
      }
    }
    return unchanged;
  }

  private Optional<TableSeal> seal(long night, String table) {
    return manifest(night).map(manifest -> manifest.tables().get(table));
  }

  static List<String> of(SortedMap<String, List<String>> files, long night) {
    return files.getOrDefault(LocalDate.ofEpochDay(night).toString(), List.of());
  }

  private boolean isIntact(TableSeal seal, List<String> live) throws IOException {
    if (!seal.files().stream().map(NamedFile::path).toList().equals(live)) {
      return false;
    }
    for (NamedFile file : seal.files()) {
      if (!evidence.exists(file.path()) || !evidence.describe(file.path()).sameContent(file)) {
        return false;
      }
    }
    return true;
  }

  /** Notes what the rows of nights in a table say now. */
  void wrote(String table, SortedMap<Long, RowsDigest> now) {
    rows.computeIfAbsent(table, key -> new ConcurrentHashMap<>()).putAll(now);
  }

  /** What the rows of a night in a table say, where this run wrote them or found them equal. */
  Optional<RowsDigest> rows(String table, long night) {
    return Optional.ofNullable(rows.getOrDefault(table, Map.of()).get(night));
  }

  /** Notes an output of a night. */
  synchronized void wrote(long night, NamedFile output) {
    outputs.computeIfAbsent(night, key -> new TreeMap<>()).put(output.path(), output);
  }

  /** The outputs that this run wrote or found equal. */
  synchronized List<NamedFile> outputs(long night) {
    return List.copyOf(outputs.getOrDefault(night, new TreeMap<>()).values());
  }

  /** Keeps the sealed report of a night, before the first of its files is replaced. */
  synchronized void keep(long night) throws IOException {
    Optional<Manifest> manifest = manifest(night);
    if (manifest.isPresent() && kept.add(night)) {
      beginWriting();
      new EarlierReport(files, store, manifest.get()).keep();
    }
  }

  /** Says, before anything that was sealed is replaced, that something will be. */
  synchronized void beginWriting() throws IOException {
    Optional<ChainHead> head = ChainHead.read(evidence);
    if (head.isEmpty() || !head.get().writing()) {
      write(new ChainHead(head.flatMap(ChainHead::last), true));
    }
  }

  void write(ChainHead head) throws IOException {
    files.replace(new Path(store, ChainHead.NAME), head.sealed().bytes());
  }

  /** Keeps a manifest that cannot be relied on, as evidence, before another takes its place. */
  void keepUnsound(LocalDate night) throws IOException {
    String path = ManifestPaths.manifest(night);
    if (evidence.exists(path)) {
      String copy = ManifestPaths.unsound(night) + "/" + ManifestPaths.MANIFEST;
      files.copy(new Path(store, path), new Path(store, copy));
    }
  }

  /** Puts a manifest in the place of the night's one before. */
  void write(Manifest manifest) throws IOException {
    Path folder = new Path(store, ManifestPaths.folder(manifest.night()));
    files.makeFolder(folder);
    files.replace(new Path(folder, ManifestPaths.MANIFEST), manifest.sealed().bytes());
    manifests.put(manifest.night().toEpochDay(), Optional.of(manifest));
  }
}
