package io.nightaudit.jobs.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightaudit.jobs.evidence.ChainEntry;
import io.nightaudit.jobs.evidence.ChainLink;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.Rfc8785;
import io.nightaudit.jobs.evidence.StoredEntry;
import io.nightaudit.jobs.evidence.TableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The chain of an append-only table: an entry {@code <table>/<sequence>.json} for every row, with
 * the files that the row came in. Rows of before there was a chain, and rows of a run that was
 * killed, get theirs with the next row or the next night.
 *
 * <p>The tables {@code runs} and {@code labels} have none: the one is a ledger of what happened,
 * the other comes from files that its rows name by hash.
 */
final class RowChain {
  private final StoreContext store;
  private final String table;
  private final StructType schema;
  private final List<String> order;

  /**
   * A chain.
   *
   * @param order the columns by which rows are numbered that have no entry yet
   */
  RowChain(StoreContext store, String table, StructType schema, String... order) {
    this.store = store;
    this.table = table;
    this.schema = schema;
    this.order = List.of(order);
  }

  String table() {
    return table;
  }

  /** Writes the entries that are lacking; returns the last one, if there is any. */
  Optional<ChainLink> complete() {
    try {
      TableFolder folder = store.sealed().table(table);
      List<StoredEntry> entries = StoredEntry.all(store.sealed().evidence(), table);
      long named = entries.isEmpty() ? -1 : version(entries);
      if (folder.latest() <= named) {
        return last(entries);
      }
      return append(entries, folder.logAfter(named), folder.latest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the chain of " + table, e);
    }
  }

  private static long version(List<StoredEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.entry().stream())
        .mapToLong(ChainEntry::version)
        .max()
        .orElse(-1);
  }

  private Optional<ChainLink> append(List<StoredEntry> entries, List<NamedFile> log, long version)
      throws IOException {
    Optional<ChainLink> last = last(entries);
    List<NamedFile> files = files(entries);
    List<ObjectNode> rows = lacking(entries);
    // A commit without rows, such as one that adds a column, has an entry without a record.
    for (ObjectNode row : rows.isEmpty() ? List.of(JsonNodeFactory.instance.objectNode()) : rows) {
      ChainEntry entry =
          new ChainEntry(table, ChainLink.after(last), last, row, version, files, log);
      write(entry);
      last = Optional.of(entry.link());
      files = List.of();
      log = List.of();
    }
    return last;
  }

  /** An entry that was changed is named as it is found; the check of a store tells of it. */
  private static Optional<ChainLink> last(List<StoredEntry> entries) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    StoredEntry last = entries.get(entries.size() - 1);
    String name = last.path().substring(last.path().lastIndexOf('/') + 1);
    long sequence = Long.parseLong(name.substring(0, name.indexOf('.')));
    return Optional.of(new ChainLink(sequence, last.path(), last.file().digest()));
  }

  private List<NamedFile> files(List<StoredEntry> entries) throws IOException {
    Set<String> named = new HashSet<>();
    entries.stream()
        .flatMap(entry -> entry.entry().stream())
        .forEach(entry -> entry.files().forEach(file -> named.add(file.path())));
    List<NamedFile> found = new ArrayList<>();
    for (List<String> paths : store.sealed().live(table).values()) {
      for (String path : paths) {
        if (!named.contains(path)) {
          found.add(store.sealed().evidence().describe(path));
        }
      }
    }
    return found;
  }

  /** The rows without an entry; columns that came later make no row another one. */
  private List<ObjectNode> lacking(List<StoredEntry> entries) {
    Set<String> known = new HashSet<>();
    entries.stream()
        .flatMap(entry -> entry.entry().stream())
        .forEach(entry -> known.add(canonical(entry.record())));
    Dataset<Row> rows =
        new DeltaFolder(store, table)
            .read(schema)
            .orderBy(order.stream().map(functions::col).toArray(Column[]::new));
    return rows.collectAsList().stream()
        .map(row -> RowJson.of(row, schema))
        .filter(row -> !known.contains(canonical(row)))
        .toList();
  }

  private static String canonical(ObjectNode row) {
    return new String(Rfc8785.bytes(row), StandardCharsets.UTF_8);
  }

  private void write(ChainEntry entry) throws IOException {
    store.lock().requireHeld();
    Path folder = new Path(store.path(), table);
    store.files().makeFolder(folder);
    store.files().replace(new Path(store.path(), entry.link().path()), entry.sealed().bytes());
  }
}
