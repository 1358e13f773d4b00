package io.nightaudit.jobs.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one schema that are read together.
 *
 * @param scope which of their rows are of the night
 * @param columns the columns to read
 * @param paths the files, URI-encoded
 */
record FileGroup(Scope scope, StructType columns, List<String> paths) {
  /** Which rows of a file are of the night. */
  enum Scope {
    /** All: the file lies in the night's own folder. */
    OWN,
    /** Those with a time of the night: the file lies in a later folder. */
    LATER,
    /** Those with a time of the night and those without a time: all nights lie in one folder. */
    ANY
  }

  FileGroup {
    paths = List.copyOf(paths);
  }

  /** Groups that differ in nothing but columns that are not read become one. */
  static List<FileGroup> merge(Collection<FileGroup> groups, UnaryOperator<StructType> columns) {
    record Key(Scope scope, String columns) {}
    Map<Key, FileGroup> merged = new LinkedHashMap<>();
    for (FileGroup group : groups) {
      StructType read = columns.apply(group.columns());
      merged.merge(
          new Key(group.scope(), read.json()),
          new FileGroup(group.scope(), read, group.paths()),
          FileGroup::with);
    }
    return List.copyOf(merged.values());
  }

  private FileGroup with(FileGroup other) {
    List<String> both = new ArrayList<>(paths);
    both.addAll(other.paths);
    return new FileGroup(scope, columns, both);
  }
}
