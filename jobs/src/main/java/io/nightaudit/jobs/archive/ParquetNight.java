package io.nightaudit.jobs.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Parquet files in the folders of a night; every group is read with its own schema. */
record ParquetNight(
    SparkSession spark,
    boolean byTime,
    List<InspectedFile> own,
    List<InspectedFile> later,
    Optional<String> message)
    implements NightSource {
  ParquetNight {
    own = List.copyOf(own);
    later = List.copyOf(later);
  }

  @Override
  public List<FileGroup> groups() {
    List<FileGroup> groups = new ArrayList<>();
    FileGroup.Scope scope = byTime ? FileGroup.Scope.ANY : FileGroup.Scope.OWN;
    own.stream().filter(InspectedFile::readable).forEach(file -> groups.add(group(file, scope)));
    later.stream()
        .filter(InspectedFile::readable)
        .forEach(file -> groups.add(group(file, FileGroup.Scope.LATER)));
    return FileGroup.merge(groups, columns -> columns);
  }

  private static FileGroup group(InspectedFile file, FileGroup.Scope scope) {
    return new FileGroup(scope, file.columns(), List.of(file.path()));
  }

  @Override
  public Dataset<Row> read(FileGroup group) {
    String[] paths = group.paths().stream().map(ArchivePath::literal).toArray(String[]::new);
    return spark.read().schema(group.columns()).parquet(paths);
  }
}
