package io.nightaudit.jobs;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real answers of one release of each model, asked other questions from the 17th night on: an
 * eighth of the usual questions about primes, and many programming tasks instead. The answers to
 * each kind of question are those of before.
 */
class MixShiftTest {
  private static final String SHIFT = "2023-06-17";
  private static final String LAST = "2023-06-20";

  @TempDir static Path folder;

  @BeforeAll
  static void run() {
    Path nightly = Path.of(System.getProperty("archives", ""), "data/llmdrift/nightly");
    Assumptions.assumeTrue(
        Files.isDirectory(nightly),
        "needs the real archives: -Darchives=FOLDER, found no " + nightly);
    Path archive = folder.resolve("archive");
    shifted(TestSpark.session().read().parquet(nightly.toString()))
        .coalesce(1)
        .write()
        .partitionBy("dt")
        .parquet(archive.toString());
    Audit audit =
        Audit.run(
            "run",
            "--config=" + Path.of("examples", "llmdrift.yaml"),
            "--set=archive.path=" + archive,
            "--store=" + folder.resolve("store"),
            "--from=2023-06-02",
            "--to=" + LAST);
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  /** Nights before the shift as they are; those after with other shares of the same rows. */
  private static Dataset<Row> shifted(Dataset<Row> rows) {
    Dataset<Row> march = rows.where("dt < '2023-06-21'");
    Dataset<Row> kept =
        march.where(
            expr(
                "dt < '%s' or dataset = 'sensitiveq' or dataset <> 'leetcode_easy' and pmod(hash(id), 8) = 0"
                    .formatted(SHIFT)));
    Dataset<Row> once = march.where("dataset = 'leetcode_easy'");
    Dataset<Row> tasks =
        once.unionByName(
            once.where("pmod(hash(id), 2) = 0").withColumn("id", expr("concat(id, '-again')")));
    for (int night = 17; night <= 20; night++) {
      String date = "2023-06-" + night;
      String moved = "served_at + make_dt_interval(datediff(DATE'%s', dt))".formatted(date);
      kept =
          kept.unionByName(
              tasks.withColumn("served_at", expr(moved)).withColumn("dt", lit(date).cast("date")));
    }
    return kept;
  }

  private static List<Row> findings(String condition) {
    return StoreContent.table(folder.resolve("store"), "findings").where(condition).collectAsList();
  }

  @Test
  void correctness_fellByItsQuestions() {
    List<Row> fell = findings("metric = 'scores.correct' and night = '" + LAST + "'");
    assertThat(fell).isNotEmpty();
    for (Row finding : fell) {
      assertThat(finding.<String>getAs("cause")).isEqualTo("INPUT_MIX");
      assertThat(finding.getAs("began").toString()).isEqualTo(SHIFT);
      assertThat(finding.<Double>getAs("raw_change")).isLessThan(-0.05);
      assertThat(finding.<Double>getAs("mix_share")).isGreaterThan(0.5);
      assertThat(finding.<Double>getAs("mix_part") + finding.<Double>getAs("behaviour_part"))
          .isCloseTo(finding.<Double>getAs("raw_change"), within(1e-9));
      assertThat(finding.<String>getAs("sentence")).contains("the mix by dataset");
      assertThat(finding.<String>getAs("release_to")).isNull();
    }
  }

  @Test
  void findings_ofAllSlices_blameNoReleaseAndNoBehaviour() {
    assertThat(findings("verdict in ('BREACH', 'WARNING')")).isNotEmpty();
    assertThat(findings("cause in ('RELEASE', 'SILENT_PROVIDER_CHANGE')")).isEmpty();
    assertThat(findings("cause = 'BEHAVIOUR' and verdict = 'BREACH'"))
        .extracting(row -> row.getAs("sentence"))
        .isEmpty();
  }

  @Test
  void advice_isNoRollback() throws IOException {
    for (int night = 17; night <= 20; night++) {
      Path report = folder.resolve("store/reports/2023-06-" + night);
      JsonNode verdict = new ObjectMapper().readTree(report.resolve("verdict.json").toFile());
      assertThat(verdict.path("action").asText()).as("night " + night).isNotEqualTo("ROLL_BACK");
    }
  }

  @Test
  void report_explainsTheFindingWithFigures() throws IOException {
    Path file = folder.resolve("store/reports/" + LAST + "/report.json");
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    JsonNode found = null;
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("metric").asText().equals("scores.correct")) {
        found = finding.path("explanation");
      }
    }
    assertThat(found).isNotNull();
    assertThat(found.path("by").get(0).asText()).isEqualTo("dataset");
    assertThat(found.path("carried_by").get(0).path("slice").has("dataset")).isTrue();
    assertThat(found.path("release").isNull()).isTrue();
    assertThat(Math.abs(found.path("standardised_change").asDouble()))
        .isLessThan(Math.abs(found.path("raw_change").asDouble()) / 2);
  }
}
