package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.metric.Slice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the format before opens, and has the columns of this one from then on. */
class StoreUpgradeTest {
  private static final long NIGHT = Samples.NIGHT;
  private static final String[] NEW = {"distance", "distance_variance", "distance_floor"};

  @TempDir private Path folder;

  private AuditStore open() {
    return AuditStore.open(TestSpark.session(), folder.toString(), "run 2");
  }

  /** As the version before left it: two nights without the columns, marked as format 1. */
  private void writeFormatOne() throws Exception {
    MeasurementFormat format = new MeasurementFormat();
    Dataset<Row> rows =
        TestSpark.session()
            .createDataFrame(
                List.of(
                    format.row(Samples.measurement(NIGHT, Slice.ALL)),
                    format.row(Samples.measurement(NIGHT + 1, Samples.SLICE))),
                format.schema());
    rows.drop(NEW)
        .write()
        .format("delta")
        .option("delta.columnMapping.mode", "none")
        .partitionBy(NightTable.NIGHT)
        .save(folder.resolve("tables/measurements").toString());
    Files.writeString(folder.resolve("store.json"), "{\"format\":1}\n");
  }

  @Test
  void open_ofTheFormatBefore_keepsItsRowsAndTakesNewOnes() throws Exception {
    writeFormatOne();
    try (AuditStore store = open()) {
      List<MeasurementRow> old = store.measurements().list(NIGHT, NIGHT + 1);
      assertThat(old).extracting(MeasurementRow::distance).containsOnly(DailyDistance.NONE);
      assertThat(old.get(0).value()).isEqualTo(Samples.measurement(NIGHT, Slice.ALL).value());
      MeasurementRow again = Samples.measurement(NIGHT + 1, Samples.SLICE);
      MeasurementRow next = Samples.measurement(NIGHT + 2, Slice.ALL);
      store.measurements().overwrite(List.of(NIGHT + 1, NIGHT + 2), List.of(again, next));
      assertThat(store.measurements().list(NIGHT, NIGHT + 2))
          .containsExactly(old.get(0), again, next);
    }
    assertThat(folder.resolve("store.json")).hasContent("{\"format\":2}");
  }

  @Test
  void open_ofTheFormatBefore_commentsTheNewColumns() throws Exception {
    writeFormatOne();
    open().close();
    StructType schema =
        TestSpark.session()
            .read()
            .format("delta")
            .load(folder.resolve("tables/measurements").toString())
            .schema();
    for (String column : NEW) {
      assertThat(schema.apply(column).getComment().get()).as(column).isNotBlank();
    }
    assertThat(commits()).as("one commit adds the columns, opening again none").isEqualTo(2);
    open().close();
    assertThat(commits()).isEqualTo(2);
  }

  private long commits() throws Exception {
    try (var files = Files.list(folder.resolve("tables/measurements/_delta_log"))) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
