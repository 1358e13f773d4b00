package io.nightaudit.jobs.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The rows of one night in a Delta table: those of the partitions that the layout names, where the
 * table has such partitions, else those of the whole table, chosen by their time.
 */
record DeltaNight(
    Dataset<Row> table,
    List<SortedMap<String, String>> ownPartitions,
    List<SortedMap<String, String>> laterPartitions,
    List<InspectedFile> own,
    List<InspectedFile> later)
    implements NightSource {
  DeltaNight {
    own = List.copyOf(own);
    later = List.copyOf(later);
  }

  /** The values of those columns of a layout that are partitions of the table. */
  static List<SortedMap<String, String>> partitions(
      List<SortedMap<String, String>> layout, Set<String> columns) {
    return layout.stream()
        .map(
            values -> {
              SortedMap<String, String> kept = new TreeMap<>(values);
              kept.keySet().retainAll(columns);
              return kept;
            })
        .filter(values -> !values.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The files of some partitions, or of the whole table where none are named.
   *
   * @param ofNight what rows of the night satisfy; Delta leaves out files that hold none such
   */
  static List<String> files(
      Dataset<Row> table, List<SortedMap<String, String>> partitions, Column ofNight) {
    TreeSet<String> files = new TreeSet<>();
    for (String file : where(table, partitions).filter(ofNight).inputFiles()) {
      files.add(ArchivePath.normal(file));
    }
    return List.copyOf(files);
  }

  private static Dataset<Row> where(
      Dataset<Row> table, List<SortedMap<String, String>> partitions) {
    return partitions.stream()
        .map(DeltaNight::predicate)
        .reduce(Column::or)
        .map(table::filter)
        .orElse(table);
  }

  private static Column predicate(SortedMap<String, String> values) {
    return values.entrySet().stream()
        .map(value -> Target.quoted(value.getKey()).equalTo(functions.lit(value.getValue())))
        .reduce(Column::and)
        .orElseThrow();
  }

  @Override
  public List<FileGroup> groups() {
    List<FileGroup> groups = new ArrayList<>();
    FileGroup.Scope scope = ownPartitions.isEmpty() ? FileGroup.Scope.ANY : FileGroup.Scope.OWN;
    groups.add(new FileGroup(scope, table.schema(), paths(own)));
    if (!later.isEmpty()) {
      groups.add(new FileGroup(FileGroup.Scope.LATER, table.schema(), paths(later)));
    }
    return groups;
  }

  private static List<String> paths(List<InspectedFile> files) {
    return files.stream().map(InspectedFile::path).toList();
  }

  /** Of a group's columns nothing but what is used is read: Spark sees to that. */
  @Override
  public Dataset<Row> read(FileGroup group) {
    return where(table, group.scope() == FileGroup.Scope.LATER ? laterPartitions : ownPartitions);
  }

  @Override
  public Optional<String> message() {
    return Optional.empty();
  }
}
