package io.nightaudit.jobs.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code runs}: what was run, in rows that are never changed. It is in no chain: it tells
 * of runs that wrote nothing as well, and no verdict depends on it.
 */
public final class RunLedger {
  static final String TABLE = "runs";

  static final StructType SCHEMA =
      new Columns()
          .text("run_id", "Id of the run")
          .of("started_at", DataTypes.TimestampType, "When it began")
          .of("finished_at", DataTypes.TimestampType, "When it ended")
          .text("command", "The command, such as run")
          .day("nights_from", "First night")
          .day("nights_to", "Last night")
          .of("status", DataTypes.IntegerType, "Exit status: 0 is done")
          .text("message", "What went wrong; empty where nothing did")
          .text("version", "Version of the program")
          .text("configuration_hash", "Hash of the configuration")
          .schema();

  private final DeltaFolder folder;

  RunLedger(DeltaFolder folder) {
    this.folder = folder;
  }

  /** Adds one run. */
  public void append(RunRow run) {
    folder.append(
        folder.spark().createDataFrame(List.of(row(run)), SCHEMA).coalesce(1),
        Map.of("delta.appendOnly", "true"));
  }

  /** Every run, the earliest first. */
  public List<RunRow> list() {
    return folder.read(SCHEMA).collectAsList().stream()
        .map(row -> run(new RowFields(row)))
        .sorted(Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::runId))
        .toList();
  }

  private static Row row(RunRow run) {
    return new RowValues(SCHEMA)
        .set("run_id", run.runId())
        .set("started_at", run.startedAt())
        .set("finished_at", run.finishedAt())
        .set("command", run.command())
        .day("nights_from", run.nightsFrom())
        .day("nights_to", run.nightsTo())
        .set("status", run.status())
        .set("message", run.message())
        .set("version", run.version())
        .set("configuration_hash", run.configurationHash())
        .row();
  }

  private static RunRow run(RowFields fields) {
    return new RunRow(
        fields.text("run_id"),
        fields.instant("started_at"),
        fields.instant("finished_at"),
        fields.text("command"),
        fields.day("nights_from"),
        fields.day("nights_to"),
        fields.small("status"),
        fields.text("message"),
        fields.text("version"),
        fields.text("configuration_hash"));
  }
}
