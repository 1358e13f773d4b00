package io.nightaudit.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of coverage on random archives of good and bad rows. */
class CoverageLawTest {
  private static final StructType ROWS =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("at", DataTypes.StringType)
          .add("tokens", DataTypes.StringType)
          .add("latency", DataTypes.DoubleType)
          .add("answer", DataTypes.StringType);

  private static final List<String> TIMES =
      List.of("2026-11-22T%02d:15:00Z", "2026-11-22 %02d:45:00", "2026-11-23T%02d:00:00Z", "soon");

  private static final List<String> TOKENS = List.of("5", "7", "9", "-1", "99999999", "x", "");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void coverage_anySplitAndOrder_isTheSameAndAddsUp(long seed) {
    Random random = new Random(seed);
    List<Row> rows = rows(random);
    NightInteractions one = read("one", List.of(rows));
    NightInteractions other = read("other", split(rows, random));
    assertThat(one.coverage().rowsRead()).isEqualTo(rows.size());
    assertThat(one.coverage().rowsDuplicate()).isPositive();
    assertThat(one.coverage().rowsQuarantined()).isPositive();
    assertThat(one.quarantined().count()).isEqualTo(one.coverage().rowsQuarantined());
    assertThat(one.interactions().count()).isEqualTo(one.coverage().rowsKept());
    assertThat(one.coverage().hours().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(one.coverage().rowsKept());
    assertThat(withoutFiles(other)).isEqualTo(withoutFiles(one));
    assertThat(sorted(other)).isEqualTo(sorted(one));
  }

  private NightInteractions read(String name, List<List<Row>> files) {
    ArchiveFixture archive =
        new ArchiveFixture(folder.resolve(name))
            .map("interaction_id", "id")
            .map("start_time", "at")
            .map("input_tokens", "tokens")
            .map("duration_ms", "latency")
            .map("answer", "answer")
            .key("interaction_id");
    for (int i = 0; i < files.size(); i++) {
      Dataset<Row> rows = ArchiveFixture.spark().createDataFrame(files.get(i), ROWS);
      archive.write("dt=2026-11-22/" + name + i + ".parquet", rows);
    }
    return archive.read("2026-11-22");
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(
          RowFactory.create(
              random.nextInt(20) == 0 ? null : "id" + random.nextInt(150),
              time(random),
              TOKENS.get(Math.min(random.nextInt(20), TOKENS.size() - 1)),
              random.nextInt(10) == 0 ? -1.0 : random.nextInt(100) / 4.0,
              "answer " + random.nextInt(3)));
    }
    return rows;
  }

  private static String time(Random random) {
    int kind = random.nextInt(12);
    return kind == 11
        ? null
        : TIMES.get(kind < 9 ? kind % 2 : kind - 7).formatted(random.nextInt(3) + 9);
  }

  private static List<List<Row>> split(List<Row> rows, Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    List<List<Row>> files = new ArrayList<>();
    for (int begin = 0; begin < shuffled.size(); ) {
      int end = Math.min(shuffled.size(), begin + 1 + random.nextInt(80));
      files.add(shuffled.subList(begin, end));
      begin = end;
    }
    return files;
  }

  private static Coverage withoutFiles(NightInteractions night) {
    Coverage all = night.coverage();
    return new Coverage(
        all.night(),
        all.input(),
        all.rowsRead(),
        all.rowsKept(),
        all.rowsQuarantined(),
        all.rowsDuplicate(),
        all.rowsLate(),
        all.quarantine(),
        List.of(),
        all.hours(),
        all.missingColumns(),
        all.present());
  }

  private static List<String> sorted(NightInteractions night) {
    return night.interactions().collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
