package io.nightaudit.jobs.archive;

import static io.nightaudit.jobs.archive.ArchiveFixture.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaNightTest {
  private static final String NIGHT = "2026-11-22";
  private static final String TEN = "timestamp'2026-11-22 10:00:00' t";

  @TempDir Path folder;

  private ArchiveFixture archive() {
    return new ArchiveFixture(folder).map("start_time", "t");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void read_deltaTable_isChosenByPartitionOrByTime() {
    String table = "delta.`" + folder + "`";
    ArchiveFixture.spark()
        .sql(
            "create table "
                + table
                + " using delta partitioned by (dt) as select t, i, date(dt) dt from"
                + " values (timestamp'2026-11-22 10:00:00', 'a', '2026-11-22'),"
                + " (timestamp'2026-11-22 10:00:00', 'a', '2026-11-22'),"
                + " (timestamp'2026-11-22 11:00:00', 'b', '2026-11-23'),"
                + " (timestamp'2026-11-23 11:00:00', 'c', '2026-11-22') as v(t, i, dt)");
    ArchiveFixture mapped = archive().delta().map("interaction_id", "i").key("interaction_id");
    NightInteractions partition = mapped.lateDays(1).read(NIGHT);
    assertThat(partition.coverage().quarantine()).containsExactly(entry("LATE", 1L));
    assertThat(partition.coverage().rowsDuplicate()).isEqualTo(1);
    assertThat(partition.coverage().rowsLate()).isEqualTo(1);
    assertThat(values(partition, "interaction_id")).containsExactly("a", "b");
    assertThat(partition.quarantined().first().getString(4)).hasSize(64);
    ArchiveFixture.spark()
        .sql(
            "insert into "
                + table
                + " values (timestamp'2026-10-01 11:00:00', 'd', date'2026-10-01')");
    Coverage byTime = mapped.layout("").read(NIGHT).coverage();
    assertThat(byTime.files()).hasSize(2);
    assertThat(byTime.rowsRead()).isEqualTo(3);
    assertThat(byTime.rowsKept()).isEqualTo(2);
  }

  @Test
  void read_deltaTableWithDeletedRows_readsTheOthers() {
    String table = "delta.`" + folder + "`";
    ArchiveFixture.spark()
        .sql(
            "create table "
                + table
                + " using delta tblproperties ('delta.enableDeletionVectors' = 'true') as select "
                + TEN
                + ", if(id % 2 = 0, 'even', 'i' || id) i, id n from range(20)");
    ArchiveFixture.spark().sql("delete from " + table + " where n >= 15");
    NightInteractions night =
        archive().delta().layout("").map("interaction_id", "i").key("interaction_id").read(NIGHT);
    assertThat(night.coverage().rowsRead()).isEqualTo(15);
    assertThat(night.coverage().rowsDuplicate()).isEqualTo(7);
    assertThat(values(night, "interaction_id")).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void read_folderThatIsNoDeltaTable_saysWhatToWrite() {
    archive().write("dt=2026-11-22/a.parquet", "select " + TEN);
    assertThatThrownBy(() -> archive().delta().read(NIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("format: parquet");
  }
}
