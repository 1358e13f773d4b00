package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.RowsDigest;
import io.nightaudit.jobs.evidence.TableSeal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the manifests of a run say of the tables. */
final class SealedTables {
  private final SortedMap<Long, SortedMap<String, TableSeal>> nights = new TreeMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, List<NamedFile>> logs = new HashMap<>();

  private SealedTables() {}

  static SealedTables of(
      SealedNights sealed, List<NightTable<?>> tables, SealedChain chain, Collection<Long> nights)
      throws IOException {
    SealedTables all = new SealedTables();
    for (NightTable<?> table : tables) {
      String name = table.table();
      long before = chain.version(name);
      all.versions.put(name, sealed.table(name).latest());
      all.logs.put(name, sealed.table(name).logAfter(before));
      all.add(table, sealed, nights, before);
    }
    return all;
  }

  private void add(NightTable<?> table, SealedNights sealed, Collection<Long> of, long before)
      throws IOException {
    SortedMap<String, List<String>> live = sealed.live(table.table());
    SortedMap<Long, List<NamedFile>> files = new TreeMap<>();
    SortedMap<Long, RowsDigest> rows = new TreeMap<>();
    List<Long> unknown = new ArrayList<>();
    for (long night : of) {
      Optional<TableSeal> seal =
          sealed.manifest(night).map(Manifest::tables).map(all -> all.get(table.table()));
      files.put(night, files(sealed, SealedNights.of(live, night), seal));
      Optional<RowsDigest> known =
          sealed
              .rows(table.table(), night)
              .or(
                  () ->
                      seal.filter(old -> old.files().equals(files.get(night)))
                          .map(TableSeal::rows));
      known.ifPresentOrElse(digest -> rows.put(night, digest), () -> unknown.add(night));
    }
    if (!unknown.isEmpty()) {
      rows.putAll(table.digests(unknown));
    }
    for (long night : of) {
      nights
          .computeIfAbsent(night, key -> new TreeMap<>())
          .put(table.table(), new TableSeal(before, rows.get(night), files.get(night), List.of()));
    }
  }

  /** A file that was sealed before keeps its hash: a change since then is not sealed with it. */
  private static List<NamedFile> files(
      SealedNights sealed, List<String> live, Optional<TableSeal> seal) throws IOException {
    Map<String, NamedFile> known =
        seal.map(TableSeal::files).orElse(List.of()).stream()
            .collect(Collectors.toMap(NamedFile::path, Function.identity()));
    List<NamedFile> files = new ArrayList<>();
    for (String path : live) {
      files.add(known.containsKey(path) ? known.get(path) : sealed.evidence().describe(path));
    }
    return files;
  }

  /** The tables of a night, without the log. */
  SortedMap<String, TableSeal> of(long night) {
    return nights.get(night);
  }

  /** Whether any log has entries that no manifest names. */
  boolean hasLog() {
    return logs.values().stream().anyMatch(log -> !log.isEmpty());
  }

  /** The tables of a manifest that names the log as well: the last one of a run. */
  SortedMap<String, TableSeal> withLog(Manifest draft) {
    SortedMap<String, TableSeal> all = new TreeMap<>();
    draft
        .tables()
        .forEach(
            (name, seal) ->
                all.put(
                    name,
                    new TableSeal(versions.get(name), seal.rows(), seal.files(), logs.get(name))));
    return all;
  }
}
