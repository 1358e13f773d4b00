package io.nightaudit.jobs.archive;

import static io.nightaudit.jobs.archive.ArchiveFixture.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.ColumnMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
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
  void read_duplicates_keepTheLatestThenTheSameWhateverTheFiles() {
    String latest = "select timestamp'2026-11-22 12:00:00' t, 'k' i, 'latest' a";
    String early = "select timestamp'2026-11-22 11:00:00' t, 'k' i, 'early' a";
    String tied = "select timestamp'2026-11-22 12:00:00' t, 'k' i, 'tied' a";
    String other = "select timestamp'2026-11-22 12:00:00' t, 'o' i, 'other' a";
    List<String> rows = List.of(latest, early, tied, other, other);
    List<String> first = keptOf("one", rows, List.of(0, 1, 2, 3, 4));
    assertThat(first).hasSize(2).contains("other").doesNotContain("early");
    assertThat(keptOf("two", rows, List.of(4, 2, 1, 0, 3))).isEqualTo(first);
    assertThat(keptOf("three", rows, List.of(2, 0, 4, 3, 1))).isEqualTo(first);
  }

  private List<String> keptOf(String name, List<String> rows, List<Integer> order) {
    ArchiveFixture archive = new ArchiveFixture(folder.resolve(name)).map("start_time", "t");
    for (int i = 0; i < order.size(); i++) {
      archive.write("dt=2026-11-22/" + i + ".parquet", rows.get(order.get(i)));
    }
    NightInteractions night =
        archive.map("interaction_id", "i").map("answer", "a").key("interaction_id").read(NIGHT);
    assertThat(night.coverage().rowsDuplicate()).isEqualTo(3);
    assertThat(night.coverage().rowsKept()).isEqualTo(2);
    assertThat(night.coverage().hours().get(12)).isEqualTo(2);
    assertThat(night.coverage().hours().get(11)).isZero();
    return values(night, "answer");
  }

  @Test
  void read_smallNight_takesThreeSparkJobs() throws TimeoutException {
    archive().write("dt=2026-11-22/a.parquet", "select " + TEN + ", 'i' || id i from range(10)");
    ArchiveFixture mapped = archive().map("interaction_id", "i").key("interaction_id");
    assertThat(jobsOf(() -> mapped.read(NIGHT))).isEqualTo(3);
  }

  /** How many jobs Spark starts for something; by a listener, for Spark forgets finished ones. */
  private static int jobsOf(Runnable something) throws TimeoutException {
    SparkContext context = ArchiveFixture.spark().sparkContext();
    String group = "jobs of a night";
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            if (group.equals(start.properties().getProperty("spark.jobGroup.id"))) {
              jobs.incrementAndGet();
            }
          }
        };
    context.addSparkListener(listener);
    context.setJobGroup(group, group, false);
    try {
      something.run();
      context.listenerBus().waitUntilEmpty();
      return jobs.get();
    } finally {
      context.clearJobGroup();
      context.removeSparkListener(listener);
    }
  }

  @Test
  void read_keyOfDimensionsWithMissingParts_comparesWhatThereIs() {
    archive()
        .write(
            "dt=2026-11-22/a.parquet",
            "select "
                + TEN
                + ", * from values ('a', null), ('a', null), ('a', 'm'), (null, null),"
                + " (null, null) as v(d, m)");
    Coverage coverage =
        archive()
            .dimension("dataset", ColumnMapping.column("d"))
            .map("response_model", "m")
            .key("dataset", "response_model")
            .read(NIGHT)
            .coverage();
    assertThat(coverage.rowsDuplicate()).isEqualTo(1);
    assertThat(coverage.rowsKept()).isEqualTo(4);
  }

  @Test
  void read_keyThatTheNightLacks_findsNoDuplicates() {
    archive().write("dt=2026-11-22/a.parquet", "select " + TEN + " from range(2)");
    Coverage coverage =
        archive().map("interaction_id", "id").key("interaction_id").read(NIGHT).coverage();
    assertThat(coverage.rowsKept()).isEqualTo(2);
    assertThat(coverage.missingColumns()).containsOnlyKeys("interaction_id");
  }

  @Test
  void read_largeNight_countsAcrossPartitions() {
    archive()
        .write(
            "dt=2026-11-22/a.parquet",
            "select timestamp_micros(1795305600000000 + id * 500000) t, id % 120000 i from range(150000)");
    Coverage coverage =
        archive().map("interaction_id", "i").key("interaction_id").read(NIGHT).coverage();
    assertThat(coverage.rowsDuplicate()).isEqualTo(30_000);
    assertThat(coverage.rowsKept()).isEqualTo(120_000);
    assertThat(coverage.hours().get(0)).isZero();
  }
}
