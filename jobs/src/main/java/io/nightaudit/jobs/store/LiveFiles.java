package io.nightaudit.jobs.store;

import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.utils.CloseableIterator;
import io.nightaudit.jobs.evidence.TableFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files that make up a table now, by night, read from its log without a query. */
final class LiveFiles {
  /** The key of files of a table without nights. */
  static final String NO_NIGHT = "";

  private final Engine engine;

  LiveFiles(Configuration configuration) {
    this.engine = DefaultEngine.create(configuration);
  }

  /**
   * The live files of a table that exists, by night, each relative to the store.
   *
   * @param path the table's folder
   * @param table the same folder as the store's evidence knows it
   */
  SortedMap<String, List<String>> of(Path path, TableFolder table) throws IOException {
    SortedMap<String, List<String>> files = new TreeMap<>();
    Scan scan =
        Table.forPath(engine, path.toString()).getLatestSnapshot(engine).getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            add(rows.next(), table, files);
          }
        }
      }
    }
    files.replaceAll((night, paths) -> paths.stream().sorted().toList());
    return files;
  }

  private static void add(Row file, TableFolder table, SortedMap<String, List<String>> files) {
    Row add = file.getStruct(file.getSchema().indexOf("add"));
    String path = add.getString(add.getSchema().indexOf("path"));
    files
        .computeIfAbsent(night(add).orElse(NO_NIGHT), night -> new ArrayList<>())
        .add(table.data(path));
  }

  private static Optional<String> night(Row add) {
    var values = add.getMap(add.getSchema().indexOf("partitionValues"));
    for (int i = 0; i < values.getSize(); i++) {
      if (values.getKeys().getString(i).equals(NightTable.NIGHT)) {
        return Optional.of(values.getValues().getString(i));
      }
    }
    return Optional.empty();
  }
}
