package io.nightaudit.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.TestSpark;
import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.finding.AcceptedStream;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.DecisionDetails.Released;
import io.nightaudit.jobs.finding.DecisionDetails.Signed;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  static Stream<DecisionDetails> details() {
    Proposal proposal =
        new Proposal(
            Samples.NIGHT,
            "ROLL_BACK",
            Samples.SLICE,
            Samples.HOSTILE,
            "",
            "00ff",
            Optional.of(
                new Expected("errors", 0.2, Double.NaN, 0.3, "share", Samples.NIGHT - 2, 0.01)));
    Proposal bare =
        new Proposal(Samples.NIGHT, "INVESTIGATE", Slice.ALL, "", "", "", Optional.empty());
    Circumstances told =
        new Circumstances(Told.YES, Told.NO, Told.UNKNOWN, Optional.of(NOW.minusSeconds(9)));
    return Stream.of(
        new Answered(proposal, told),
        new Answered(bare, Circumstances.UNKNOWN),
        new Executed(proposal, NOW),
        new Signed(Samples.NIGHT, Samples.HOSTILE, "ab".repeat(32)),
        new Held(Optional.empty(), Optional.of(Samples.NIGHT)),
        new Held(Optional.of(Samples.NIGHT), Optional.empty()),
        new Held(Optional.empty(), Optional.empty()),
        new Released());
  }

  @Test
  void decisions_ofEveryKind_comeBackEqual() {
    List<Decision> all = new ArrayList<>(List.of(decision(1)));
    Words words = new Words(Samples.HOSTILE, Samples.HOSTILE);
    details()
        .forEach(
            details ->
                all.add(
                    Decision.taken(Samples.HOSTILE, "answer", words, Samples.NIGHT, details)
                        .taken(all.size() + 1, NOW)));
    try (AuditStore store = open()) {
      all.forEach(store.decisions()::append);
      assertThat(store.decisions().list()).isEqualTo(all);
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
