package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No prompt, answer, user or conversation leaves the archive, whatever is found. */
class PrivacyTest {
  private static final String PROMPT = "xylocanaryprompt";
  private static final String ANSWER = "xylocanaryanswer";
  private static final String USER = "xylocanaryuser";
  private static final String CONVERSATION = "xylocanarytalk";
  private static final String INTERACTION = "xyloid";
  private static final int NIGHTS = 8;

  @TempDir static Path folder;
  private static Audit audit;

  private static final String CONFIGURATION =
      """
      system: private
      report: {pdf: false}
      archive:
        path: archive
        columns:
          interaction_id: id
          start_time: at
          prompt: question
          answer: answer
          request_model: model
          user_id_hash: user
          conversation_id: talk
          input_tokens: tokens
      policy:
        score: {learning-nights: 5}
      """;

  /**
   * The canaries are in every row of every night, so that no cell is too small for them to be
   * named; some rows are quarantined, and answers shrink on the last two nights, so that there is
   * something to explain.
   */
  @BeforeAll
  static void run() throws IOException {
    TestSpark.session()
        .range(100L * NIGHTS)
        .selectExpr(
            "concat('" + INTERACTION + "', id) id",
            "timestamp'2026-03-02 00:00:00' + make_interval(0, 0, 0, cast(id / 100 as int), cast(id % 24 as int)) at",
            "concat('" + PROMPT + " what is ', id % 7) question",
            "concat('"
                + ANSWER
                + " ', repeat('"
                + ANSWER
                + "b it is so ', if(id < 600, 20 + cast(id % 5 as int), 1))) answer",
            "'m' model",
            "concat('" + USER + "', id % 9) user",
            "concat('" + CONVERSATION + "', id % 11) talk",
            "if(id % 50 = 0, -1, id % 100) tokens",
            "cast(date_add(date'2026-03-02', cast(id / 100 as int)) as string) dt")
        .coalesce(1)
        .write()
        .partitionBy("dt")
        .parquet(folder.resolve("archive").toString());
    audit =
        Audit.run(
            "run",
            "--verbose",
            "--config=" + Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION),
            "--store=" + folder.resolve("store"),
            "--from=2026-03-02",
            "--to=2026-03-09");
  }

  @Test
  void store_holdsNoCanaryInAnyTable() {
    assertThat(audit.status()).as(audit.err()).isZero();
    List<String> found = new ArrayList<>();
    for (String table : StoreContent.TABLES) {
      List<String> rows = StoreContent.rows(folder.resolve("store"), table);
      rows.stream().filter(PrivacyTest::holdsCanary).findFirst().ifPresent(found::add);
    }
    assertThat(found).isEmpty();
    assertThat(StoreContent.rows(folder.resolve("store"), "findings")).isNotEmpty();
    assertThat(StoreContent.rows(folder.resolve("store"), "quarantine")).hasSize(2 * NIGHTS);
  }

  /** Two tables hold ids, so that a person finds what they speak of; nothing else does. */
  @Test
  void interactionIds_areInQuarantineAndReviewQueueAlone() throws IOException {
    List<String> found = new ArrayList<>();
    for (String table : StoreContent.TABLES) {
      List<String> rows = StoreContent.rows(folder.resolve("store"), table);
      rows.stream()
          .filter(row -> row.contains(INTERACTION))
          .findFirst()
          .ifPresent(r -> found.add(table));
    }
    assertThat(found).containsExactlyInAnyOrder("quarantine", "review_queue");
    try (Stream<Path> files = Files.walk(folder.resolve("store/reports"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(INTERACTION);
      }
    }
  }

  /** Binary columns are printed as hexadecimal digits. */
  private static boolean holdsCanary(String row) {
    return Stream.of(PROMPT, ANSWER, USER, CONVERSATION)
        .anyMatch(canary -> row.contains(canary) || row.contains(hex(canary)));
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append("%02X".formatted(b));
    }
    return hex.toString();
  }

  @Test
  void filesAndMessages_holdNoCanary() throws IOException {
    assertThat(audit.err() + audit.out()).doesNotContain("xylocanary");
    try (Stream<Path> files = Files.walk(folder.resolve("store"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("xylocanary");
      }
    }
  }
}
