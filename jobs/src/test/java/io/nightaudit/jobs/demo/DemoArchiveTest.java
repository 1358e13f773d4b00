package io.nightaudit.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoArchiveTest {

  @TempDir private static Path temporary;

  private static SparkSession spark;
  private static String archive;

  @BeforeAll
  static void writeArchive() {
    spark = TestSpark.session();
    archive = temporary.resolve("archive").toString();
    DemoArchive.write(spark, archive);
  }

  @Test
  void write_fiveWeeks_makesOneFolderAndFileANight() throws IOException {
    for (int night = 0; night < DemoArchive.NIGHTS; night++) {
      Path folder = Path.of(archive, "dt=" + DemoArchive.FIRST_NIGHT.plusDays(night));
      try (Stream<Path> files = Files.list(folder)) {
        List<String> names =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".parquet"))
                .toList();
        assertThat(names).as(folder.toString()).hasSize(1);
      }
    }
  }

  @Test
  void write_oneNight_holdsTheRowsOfThatNight() {
    Dataset<Row> night = spark.read().parquet(archive + "/dt=2026-11-10");

    List<Row> expected = DemoNight.rows(23);

    assertThat(night.schema().fieldNames())
        .containsExactly(
            Stream.of(DemoSchema.COLUMNS.fieldNames())
                .filter(name -> !name.equals(DemoSchema.NIGHT))
                .toArray(String[]::new));
    assertThat(night.select("request_id").as(Encoders.STRING()).collectAsList())
        .containsExactlyElementsOf(expected.stream().map(row -> row.getString(1)).toList());
    assertThat(night.filter("to_date(event_time) <> '2026-11-10'").count()).isZero();
  }

  @Test
  void write_existingFolder_isRefused() {
    assertThatThrownBy(() -> DemoArchive.write(spark, archive)).hasMessageContaining(archive);
  }
}
