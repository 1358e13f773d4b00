package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decided and said: kept as it was, and never rewritten. */
class AppendOnlyTest {
  private static final Instant NOW = Instant.parse("2026-03-29T03:00:00.123456Z");

  @TempDir private Path folder;

  private AuditStore open() {
    return AuditStore.open(TestSpark.session(), folder.resolve("store").toString(), "run 1");
  }

  private static Decision decision(long sequence) {
    AcceptedStream stream =
        new AcceptedStream(Samples.SLICE, Measure.parse("scores." + Samples.HOSTILE));
    return Decision.accept(
            Samples.finding(Samples.NIGHT, Optional.empty()),
            Samples.HOSTILE,
            Samples.HOSTILE,
            Samples.NIGHT + sequence,
            List.of(stream, new AcceptedStream(Slice.ALL, Measure.of(Metric.ERRORS))))
        .taken(sequence, NOW);
  }

  @Test
  void decisions_ofHostileTexts_comeBackEqualAndInOrder() {
    try (AuditStore store = open()) {
      assertThat(store.decisions().list()).isEmpty();
      store.decisions().append(decision(2));
      store.decisions().append(decision(1));
      assertThat(store.decisions().list()).containsExactly(decision(1), decision(2));
    }
    assertAppendOnly("decisions");
  }

  @Test
  void labels_withAndWithoutNight_comeBackEqual() {
    HumanLabel known =
        new HumanLabel(
            Optional.of(Samples.NIGHT), Samples.HOSTILE, "scores.good", 0.1 + 0.2, "ann", NOW);
    HumanLabel unknown =
        new HumanLabel(Optional.empty(), "id", HumanLabel.GUARDRAIL, 1, Samples.HOSTILE, NOW);
    try (AuditStore store = open()) {
      assertThat(store.labels().imported("hash", "scores.good")).isEmpty();
      store.labels().append(List.of(known, unknown), "hash", NOW);
      assertThat(store.labels().list()).containsExactlyInAnyOrder(known, unknown);
      assertThat(store.labels().imported("hash", "scores.good")).contains(NOW);
      assertThat(store.labels().imported("hash", "scores.other")).isEmpty();
      assertThat(store.labels().imported("other", "scores.good")).isEmpty();
    }
    assertAppendOnly("labels");
  }

  private void assertAppendOnly(String table) {
    String path = folder.resolve("store/tables/" + table).toString();
    assertThatThrownBy(
            () -> TestSpark.session().sql("DELETE FROM delta.`" + path + "`").collectAsList())
        .hasMessageContaining("append");
    StructType schema = TestSpark.session().read().format("delta").load(path).schema();
    assertThat(Arrays.stream(schema.fields()).map(field -> field.getComment().isDefined()))
        .doesNotContain(false);
  }
}
