package io.nightaudit.jobs.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.PriceSettings;
import io.nightaudit.jobs.profile.review.ReviewPlan;
import io.nightaudit.metrics.pricing.PriceBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

/** However a night is split, ordered and handed on in parts, its merged summaries are the same. */
class MergeLawTest {
  private static final String CONFIGURATION =
      "system: law\narchive: {path: a, columns: {start_time: at, scores.good: good}}\n";

  @TempDir static Path folder;

  private static final long AMPLE = 1L << 40;
  private static final long SCANT = 1;

  private static final InteractionSchema SCHEMA =
      new InteractionSchema(
          List.of(
              Column.INTERACTION_ID,
              Column.START_TIME,
              Column.PROMPT,
              Column.ANSWER,
              Column.REQUEST_MODEL,
              Column.RESPONSE_MODEL,
              Column.USER_ID_HASH,
              Column.INPUT_TOKENS,
              Column.DURATION_MS,
              Column.REPORTED_COST,
              Column.GUARDRAILS),
          List.of("good"),
          List.of("good"),
          List.of("team"));

  private static final String[] WORDS = {
    "why",
    "is",
    "the",
    "\u00e9t\u00e9",
    "sorry",
    "I",
    "cannot",
    "\ud83d\ude00",
    "42",
    "{}",
    "no?",
    "\u05d0"
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void profile_ofRandomParts_isThatOfTheWhole(long seed) {
    Random random = new Random(seed);
    List<InternalRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(row(random));
    }
    SortedMap<String, String> whole = merged(parts(AMPLE, List.of(rows)));
    assertThat(whole)
        .hasSizeGreaterThan(10)
        .containsKeys("r:GUARDRAIL_HIT", "r:LOW_SCORE.good", "r:HIGH_COST", "r:RANDOM");
    assertThat(merged(parts(AMPLE, split(rows, random)))).isEqualTo(whole);
    assertThat(merged(parts(SCANT, split(rows, random)))).isEqualTo(whole);
  }

  private static List<Tuple2<String, byte[]>> parts(long memory, List<List<InternalRow>> split) {
    List<Tuple2<String, byte[]>> parts = new ArrayList<>();
    for (List<InternalRow> rows : split) {
      new PartitionProfiler(task(memory), rows.iterator()).forEachRemaining(parts::add);
    }
    return parts;
  }

  private static ProfileTask task(long memory) {
    List<Level> levels =
        List.of(
            new Level(List.of(), 4096),
            new Level(List.of("team"), 64),
            new Level(List.of("request_model", Level.RELEASE), 0));
    return new ProfileTask(
        MeasurePlan.of(SCHEMA, false),
        levels,
        List.of("response_model"),
        new PriceSettings(true, PriceBook.empty()),
        ReviewPlan.of(7, policy(), SCHEMA, false),
        new KeyNames(List.of("interaction_id", "team"), List.of("team"), List.of("request_model")),
        true,
        memory);
  }

  private static Policy policy() {
    try {
      return ConfigurationFile.read(
              Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION),
              List.of("policy.metrics.scores.good={harm: decrease}", "policy.review.per-stratum=3"))
          .policy();
    } catch (IOException | ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, String> merged(List<Tuple2<String, byte[]>> parts) {
    parts.sort(Comparator.comparing(part -> part._1()));
    SortedMap<String, String> merged = new TreeMap<>();
    Iterator<Tuple2<String, byte[]>> slices = new MergedSlices(parts.iterator());
    slices.forEachRemaining(
        slice -> {
          String bytes = HexFormat.of().formatHex(slice._2());
          assertThat(merged.put(slice._1(), bytes)).as(slice._1()).isNull();
        });
    return merged;
  }

  private static List<List<InternalRow>> split(List<InternalRow> rows, Random random) {
    List<InternalRow> shuffled = new ArrayList<>(rows);
    java.util.Collections.shuffle(shuffled, random);
    List<List<InternalRow>> parts = new ArrayList<>();
    for (int begin = 0; begin < shuffled.size(); ) {
      int end = Math.min(shuffled.size(), begin + 1 + random.nextInt(150));
      parts.add(shuffled.subList(begin, end));
      begin = end;
    }
    return parts;
  }

  private static InternalRow row(Random random) {
    Object rails =
        new GenericArrayData(
            new Object[] {
              new GenericInternalRow(
                  new Object[] {
                    null,
                    null,
                    text("rule" + random.nextInt(3)),
                    null,
                    text(random.nextBoolean() ? "deny" : "allow"),
                    text("block"),
                    null,
                    null,
                    null
                  })
            });
    return new GenericInternalRow(
        new Object[] {
          random.nextInt(9) == 0 ? null : text("id" + random.nextInt(1000)),
          1_772_409_600_000_000L + random.nextInt(1_000_000),
          words(random, 12),
          words(random, 60),
          text("model" + random.nextInt(3)),
          random.nextInt(9) == 0 ? null : text("served" + random.nextInt(3)),
          text("user" + random.nextInt(100)),
          random.nextInt(9) == 0 ? null : (Object) (long) random.nextInt(5000),
          random.nextDouble() * 3000,
          random.nextInt(5) == 0 ? null : (Object) (random.nextDouble() / 100),
          random.nextBoolean() ? rails : null,
          random.nextInt(3) == 0 ? null : (Object) (double) random.nextInt(2),
          text("team" + random.nextInt(4))
        });
  }

  private static UTF8String words(Random random, int most) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      words.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text(words.toString());
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }
}
