package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No prompt, answer, user or conversation leaves the archive, whatever is found and whatever fails,
 * and no small group is named outside the tables that are controlled.
 */
class PrivacyTest {
  private static final String CANARY = "xylocanary";
  private static final String SMALL = "xylosmall";
  private static final String INTERACTION = "xyloid";
  private static final String SECRET = "xylosecret";
  private static final int NIGHTS = 8;

  /** Tables for those who may see what the archive says of few people. */
  private static final Set<String> CONTROLLED = Set.of("profiles", "withheld", "cost_cells");

  @TempDir static Path folder;
  private static Audit audit;

  private static final String CONFIGURATION =
      """
      system: private
      report: {pdf: false}
      archive:
        path: archive
        layout: dt={date}
        maximum-quarantined-share: 0.5
        tolerate-unreadable-files: true
        columns:
          interaction_id: id
          start_time: at
          prompt: question
          answer: answer
          request_model: model
          tenant: tenant
          user_id_hash: user
          conversation_id: talk
          input_tokens: tokens
          reported_cost: cost
          guardrails: rails
      slices:
        levels: [[tenant], [request_model, tenant]]
        personal: [tenant]
      policy:
        score: {learning-nights: 5}
      """;

  /**
   * The canaries are in every row of every night, so that no cell is too small for them to be
   * named, and in the values that break the contract; answers shrink on the last two nights, so
   * that there is something to explain. Two tenants are small, and one is so on the first nights.
   */
  @BeforeAll
  static void run() throws IOException {
    TestSpark.session()
        .range(100L * NIGHTS)
        .selectExpr(
            "concat('" + INTERACTION + "', id) id",
            "if(id % 100 = 2, concat('" + CANARY + "time', id), " + TIME + ") at",
            "concat('" + CANARY + "prompt what is ', id % 7) question",
            "concat('"
                + CANARY
                + "answer ', repeat('"
                + CANARY
                + "b it is so ', if(id < 600, 20 + cast(id % 5 as int), 1))) answer",
            "if(id % 3 = 0, 'm', 'n') model",
            "case when id % 100 between 80 and 82 then '"
                + SMALL
                + "a' when id % 100 between 83 and 85 then '"
                + SMALL
                + "b' when id % 100 between 86 and 99 and (id >= 200 or id % 100 < 89) then '"
                + SMALL
                + "once' else if(id % 2 = 0, 'acme', 'bolt') end tenant",
            "concat('" + CANARY + "user', id % 40) user",
            "concat('" + CANARY + "talk', id % 11) talk",
            "case when id % 50 = 0 then '-1' when id % 100 = 1 then '"
                + CANARY
                + "number' else cast(id % 100 as string) end tokens",
            "0.01 cost",
            "array(named_struct('rule_id', 'r', 'verdict', if(id % 20 = 0, 'block', 'allow'), 'message', '"
                + CANARY
                + "rail')) rails",
            "cast(date_add(date'2026-03-02', cast(id / 100 as int)) as string) dt")
        .coalesce(1)
        .write()
        .partitionBy("dt")
        .parquet(folder.resolve("archive").toString());
    Files.writeString(
        folder.resolve("archive/dt=2026-03-03/broken.parquet"), "PAR1" + CANARY + "file");
    audit = run("store", "2026-03-02", "2026-03-09");
  }

  private static final String TIME =
      "cast(timestamp'2026-03-02 00:00:00' + make_interval(0, 0, 0, cast(id / 100 as int), cast(id % 24 as int)) as string)";

  private static Audit run(String store, String from, String to, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--verbose",
                "--config=" + configuration(),
                "--store=" + folder.resolve(store),
                "--from=" + from,
                "--to=" + to));
    arguments.addAll(List.of(more));
    return Audit.run(arguments.toArray(String[]::new));
  }

  private static Path configuration() {
    try {
      return Files.writeString(folder.resolve("nightaudit.yaml"), CONFIGURATION);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> tables() {
    Set<String> tables = new TreeSet<>(StoreContent.TABLES);
    tables.addAll(CONTROLLED);
    tables.add("runs");
    return tables;
  }

  private static List<String> rows(String table) {
    return StoreContent.rows(folder.resolve("store"), table);
  }

  @Test
  void store_holdsNoCanaryInAnyTable() {
    assertThat(audit.status()).as(audit.err()).isZero();
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      rows(table).stream().filter(row -> holds(row, CANARY)).findFirst().ifPresent(found::add);
    }
    assertThat(found).isEmpty();
    assertThat(rows("findings")).isNotEmpty();
    assertThat(rows("quarantine")).hasSize(4 * NIGHTS);
  }

  /** Two tables hold ids, so that a person finds what they speak of; nothing else does. */
  @Test
  void interactionIds_areInQuarantineAndReviewQueueAlone() throws IOException {
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      if (rows(table).stream().anyMatch(row -> holds(row, INTERACTION))) {
        found.add(table);
      }
    }
    assertThat(found).containsExactlyInAnyOrder("quarantine", "review_queue");
    assertThat(files("store/reports", INTERACTION)).isEmpty();
  }

  /** Also the tenant that was small on the first nights: later sums would tell what it was then. */
  @Test
  void smallGroups_areNamedInControlledTablesAlone() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String table : tables()) {
      if (rows(table).stream().anyMatch(row -> holds(row, SMALL))) {
        found.add(table);
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(CONTROLLED);
    assertThat(files("store/reports", SMALL)).isEmpty();
    assertThat(rows("measurements")).anyMatch(row -> row.contains("tenant"));
  }

  /** What is withheld of a sum is more than one cell, and not few people. */
  @Test
  void withheld_cellsOfALevel_areNoSmallGroup() {
    for (Row night :
        StoreContent.table(folder.resolve("store"), "withheld")
            .where("metric = 'interactions' and map_keys(dimensions) = array('tenant')")
            .groupBy("night")
            .agg(
                org.apache.spark.sql.functions.expr("count(1)"),
                org.apache.spark.sql.functions.expr("sum(n)"))
            .collectAsList()) {
      assertThat(night.getLong(1)).isGreaterThan(1);
      assertThat(night.getLong(2)).isGreaterThanOrEqualTo(10);
    }
  }

  /** Lines that are withheld are folded, not left out. */
  @Test
  void costLedger_addsUp_toWhatWasMeasured() {
    String sums = "cast(sum(usd) as string)";
    assertThat(sums("cost_ledger", sums)).isNotEmpty().isEqualTo(sums("cost_cells", sums));
    assertThat(sums("cost_ledger", "sum(tokens)")).isEqualTo(sums("cost_cells", "sum(tokens)"));
    assertThat(rows("cost_ledger")).anyMatch(row -> row.contains(ShownCosts.WITHHELD));
  }

  private static List<String> sums(String table, String sum) {
    return StoreContent.table(folder.resolve("store"), table)
        .groupBy("night", "meter")
        .agg(org.apache.spark.sql.functions.expr(sum))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  @Test
  void report_countsWhatIsWithheld() throws IOException {
    JsonNode privacy =
        new ObjectMapper()
            .readTree(folder.resolve("store/reports/2026-03-09/report.json").toFile())
            .path("privacy");
    assertThat(privacy.path("minimum_cell").asInt()).isEqualTo(10);
    assertThat(privacy.path("slices_small").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(privacy.path("slices_persistent").asInt()).isPositive();
    assertThat(privacy.path("figures").asInt()).isGreaterThan(10);
    assertThat(privacy.path("cost_lines").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(Files.readString(folder.resolve("store/reports/2026-03-09/report.html")))
        .contains("What is not shown tonight, and why");
  }

  /** What is withheld depends on the nights before, not on the order of the runs. */
  @Test
  void withheld_inAnotherOrder_isTheSame() {
    assertThat(run("order", "2026-03-04", "2026-03-05").status()).isZero();
    assertThat(run("order", "2026-03-02", "2026-03-03").status()).isZero();
    assertThat(run("range", "2026-03-02", "2026-03-05").status()).isZero();
    StoreContent expected = StoreContent.of(folder.resolve("range"));
    StoreContent.of(folder.resolve("order")).assertSameAs(expected);
    for (String table : CONTROLLED) {
      assertThat(StoreContent.rows(folder.resolve("order"), table))
          .isEqualTo(StoreContent.rows(folder.resolve("range"), table));
    }
  }

  /** Neither the password of a path nor what a message quotes of it. */
  @Test
  void failure_ofARun_quotesNoSecretAndNoValue() {
    Audit failed =
        run(
            "failed",
            "2026-03-02",
            "2026-03-02",
            "--set=archive.path=nofs://auditor:" + SECRET + "@host/archive");
    assertThat(failed.status()).isNotZero();
    assertThat(failed.err() + failed.out()).contains("nofs").doesNotContain(SECRET);
    assertThat(filesOf("failed", SECRET)).isEmpty();
    if (Files.exists(folder.resolve("failed/tables/runs"))) {
      assertThat(StoreContent.rows(folder.resolve("failed"), "runs"))
          .noneMatch(row -> row.contains(SECRET));
    }
  }

  /** Binary columns are printed as hexadecimal digits. */
  private static boolean holds(String row, String text) {
    return row.contains(text) || row.contains(hex(text));
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
    assertThat(audit.err() + audit.out()).contains("broken.parquet").doesNotContain(CANARY, SMALL);
    assertThat(files("store", CANARY)).isEmpty();
    assertThat(files("store", SMALL))
        .allMatch(file -> CONTROLLED.stream().anyMatch(table -> file.contains("/" + table + "/")));
  }

  private static List<String> filesOf(String place, String text) {
    try {
      return files(place, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The files below a folder that hold a text as it is. */
  private static List<String> files(String place, String text) throws IOException {
    List<String> found = new ArrayList<>();
    if (Files.exists(folder.resolve(place))) {
      try (Stream<Path> files = Files.walk(folder.resolve(place))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
            found.add(file.toString());
          }
        }
      }
    }
    return found;
  }
}
