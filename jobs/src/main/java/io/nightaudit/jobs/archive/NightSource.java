package io.nightaudit.jobs.archive;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the rows of one night lie. */
interface NightSource {
  /** The night's own files, readable or not. */
  List<InspectedFile> own();

  /** Files of later folders that may hold rows of the night. */
  List<InspectedFile> later();

  /** The readable files by schema. */
  List<FileGroup> groups();

  /** The columns of a group, and Spark's metadata of each row. */
  Dataset<Row> read(FileGroup group);

  /** What was looked for, where nothing was found. */
  Optional<String> message();
}
