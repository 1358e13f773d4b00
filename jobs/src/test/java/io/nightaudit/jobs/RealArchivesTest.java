package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The examples on the real archives. */
class RealArchivesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Path archives() {
    String archives = System.getProperty("archives", "");
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of(archives, "data")),
        "needs the real archives: -Darchives=FOLDER, found none in '" + archives + "'");
    return Path.of(archives);
  }

  private static Audit audit(String example, String archive, String from, String to) {
    return Audit.run(
        "run",
        "--config=" + Path.of("examples", example + ".yaml"),
        "--set=archive.path=" + archives().resolve("data").resolve(archive),
        "--store=" + folder.resolve(example),
        "--from=" + from,
        "--to=" + to);
  }

  private static JsonNode json(String store, LocalDate night, String file) throws IOException {
    return JSON.readTree(folder.resolve(store).resolve("reports/" + night + "/" + file).toFile());
  }

  private static List<Row> rows(String store, String table, String condition) {
    return StoreContent.table(folder.resolve(store), table)
        .where(condition)
        .orderBy("night")
        .collectAsList();
  }

  /** GPT-4 and GPT-3.5: on the 22nd night other releases answer behind the same names. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Llmdrift {
    private static final LocalDate FIRST = LocalDate.of(2023, 6, 1);
    private static final LocalDate CHANGE = LocalDate.of(2023, 6, 22);
    private static final int NIGHTS = 28;
    private static final String GPT_4 = "request_model=gpt-4";
    private static final String GPT_35 = "request_model=gpt-3.5-turbo";

    @BeforeAll
    void run() {
      Audit audit = audit("llmdrift", "llmdrift/nightly", "2023-06-01", "2023-06-28");
      assertThat(audit.status()).as(audit.err()).isZero();
    }

    private static LocalDate night(int number) {
      return FIRST.plusDays(number - 1L);
    }

    private static JsonNode verdict(LocalDate night) throws IOException {
      return json("llmdrift", night, "verdict.json");
    }

    @Test
    void nightsBeforeTheChange_areQuiet() throws IOException {
      for (int number = 1; number <= 21; number++) {
        assertThat(verdict(night(number)).path("status").asText())
            .as("night " + number)
            .isEqualTo(number < 15 ? "INCONCLUSIVE" : "WITHIN_TOLERANCE");
      }
      assertThat(rows("llmdrift", "findings", "night < '" + CHANGE + "'")).isEmpty();
    }

    @Test
    void everyNightFromTheChange_namesTheSilentProviderChange() {
      List<Row> named =
          rows(
              "llmdrift",
              "findings",
              "cause = 'SILENT_PROVIDER_CHANGE' and kind = 'release' and slice = '" + GPT_4 + "'");
      assertThat(named.stream().map(row -> row.getDate(0).toLocalDate()).toList())
          .containsExactlyElementsOf(CHANGE.datesUntil(night(NIGHTS + 1)).toList());
      named.forEach(
          row ->
              assertThat(row.<String>getAs("sentence"))
                  .contains("gpt-4-0314")
                  .contains("gpt-4-0613"));
    }

    @Test
    void qualityAndOutputOfGpt4_arePutDownToTheReleaseAndNotToTheMix() {
      List<Row> findings =
          rows(
              "llmdrift",
              "findings",
              "slice like '%%%s' and kind <> 'release' and began <= '%s'".formatted(GPT_4, CHANGE));
      assertThat(findings).hasSizeGreaterThan(7);
      for (Row finding : findings) {
        String what = finding.getAs("night") + " " + finding.getAs("sentence");
        assertThat(finding.<String>getAs("cause")).as(what).isEqualTo("SILENT_PROVIDER_CHANGE");
        assertThat(finding.getAs("began").toString()).as(what).isEqualTo(CHANGE.toString());
        assertThat(finding.<String>getAs("release_to")).as(what).contains("gpt-4-0613");
        if (finding.<Double>getAs("mix_share") != null) {
          assertThat(Math.abs(finding.<Double>getAs("mix_share"))).as(what).isLessThan(0.1);
        }
      }
      assertThat(findings).anyMatch(finding -> finding.<Double>getAs("mix_share") != null);
    }

    @Test
    void inputs_neverFind() {
      Set<String> inputs = new TreeSet<>();
      rows(
              "llmdrift",
              "measurements",
              "family = 'INPUT' and verdict in ('BREACH','WARNING','CHANGED')")
          .forEach(
              row ->
                  inputs.add(
                      row.getAs("night") + " " + row.getAs("slice") + " " + row.getAs("metric")));
      assertThat(inputs).isEmpty();
    }

    @Test
    void correctness_ofPrimesAndComposites_isThePublishedOne() {
      Row prime = measured("prime", "scores.correct", LocalDate.of(2023, 6, 24));
      assertThat(prime.<Double>getAs("value")).isZero();
      assertThat(prime.<Long>getAs("n")).isEqualTo(21);
      Row before = compared("prime", "scores.correct", CHANGE);
      assertThat(before.<Long>getAs("baseline_n")).isEqualTo(495);
      assertThat(before.<Double>getAs("baseline_value")).isCloseTo(0.976, within(0.0005));
      Row composite = compared("composite", "scores.correct", CHANGE);
      assertThat(composite.<Double>getAs("baseline_value")).isCloseTo(0.705, within(0.0005));
      assertThat(
              measured("composite", "scores.correct", LocalDate.of(2023, 6, 24))
                  .<Double>getAs("value"))
          .isEqualTo(1);
    }

    @Test
    void answersOnPrimes_shrinkToFourCharacters() {
      assertThat(compared("prime", "answer_characters", CHANGE).<Double>getAs("baseline_value"))
          .isGreaterThan(600);
      assertThat(measured("prime", "answer_characters", CHANGE).<Double>getAs("value"))
          .isLessThan(6);
    }

    private static Row measured(String dataset, String metric, LocalDate night) {
      return one("measurements", dataset, metric, night);
    }

    private static Row compared(String dataset, String metric, LocalDate night) {
      return one("comparisons", dataset, metric, night);
    }

    private static Row one(String table, String dataset, String metric, LocalDate night) {
      List<Row> rows =
          rows(
              "llmdrift",
              table,
              "slice = 'dataset=%s&%s' and metric = '%s' and night = '%s'"
                  .formatted(dataset, GPT_4, metric, night));
      assertThat(rows).hasSize(1);
      return rows.get(0);
    }

    @Test
    void rollback_isRecommendedForGpt4WithinTwoNightsAndNeverForGpt35() throws IOException {
      List<Row> rollbacks = rows("llmdrift", "recommendations", "action = 'ROLL_BACK'");
      assertThat(rollbacks).isNotEmpty();
      assertThat(rollbacks).allMatch(row -> row.getAs("route").equals(GPT_4));
      Row first = rollbacks.get(0);
      assertThat(first.getDate(0).toLocalDate())
          .isBetween(LocalDate.of(2023, 6, 23), LocalDate.of(2023, 6, 24));
      assertThat(first.<String>getAs("from_release")).contains("gpt-4-0613");
      assertThat(first.<String>getAs("to_release")).contains("gpt-4-0314");
      assertThat(verdict(first.getDate(0).toLocalDate()).path("action").asText())
          .isEqualTo("ROLL_BACK");
    }

    @Test
    void primesOfGpt4_breachOnTheSecondNightAndAreDatedToTheFirst() {
      List<Row> breaches =
          rows(
              "llmdrift",
              "findings",
              "verdict = 'BREACH' and metric = 'scores.correct' and slice = 'dataset=prime&%s'"
                  .formatted(GPT_4));
      assertThat(breaches).isNotEmpty();
      assertThat(breaches.get(0).getDate(0).toLocalDate()).isEqualTo(CHANGE.plusDays(1));
      for (Row breach : breaches) {
        assertThat(breach.<java.sql.Date>getAs("began").toLocalDate()).isEqualTo(CHANGE);
        assertThat(breach.<java.sql.Date>getAs("found").toLocalDate())
            .isEqualTo(CHANGE.plusDays(1));
        assertThat(breach.<String>getAs("id")).isEqualTo(breaches.get(0).getAs("id"));
      }
    }

    @Test
    void effectOfTheChange_isThirtyTwoPointsAtTheMixOfBefore() {
      Row rollback =
          rows("llmdrift", "recommendations", "action = 'ROLL_BACK' and night = '2023-06-24'")
              .get(0);
      Row effect = rollback.getAs("effect");
      assertThat(effect.<Double>getAs("value")).isCloseTo(-0.320, within(0.0005));
    }

    @Test
    void scores_areThoseOfTheReference() throws IOException {
      JsonNode streams =
          JSON.readTree(archives().resolve("reference/score.json").toFile()).path("streams");
      assertThat(streams).hasSize(6);
      for (JsonNode stream : streams) {
        assertStream(stream);
      }
    }

    private static void assertStream(JsonNode stream) {
      String dataset =
          stream.path("dataset").isNull() ? "" : "dataset=" + stream.path("dataset").asText() + "&";
      String slice = dataset + "request_model=" + stream.path("requested_model").asText();
      String metric =
          stream.path("stream").asText().contains("characters")
              ? "answer_characters"
              : "scores.correct";
      List<Row> nights =
          rows(
              "llmdrift",
              "measurements",
              "slice = '%s' and metric = '%s'".formatted(slice, metric));
      assertThat(nights).as(slice + " " + metric).hasSize(NIGHTS);
      List<Integer> alarms = new ArrayList<>();
      for (int night = 15; night <= NIGHTS; night++) {
        Row row = nights.get(night - 1);
        assertThat(row.<Double>getAs("score"))
            .as("%s %s night %s", slice, metric, night)
            .isCloseTo(stream.path("z_from_night_15").get(night - 15).asDouble(), within(0.01));
        if (row.<String>getAs("reason").contains("alarm since")) {
          alarms.add(night);
        }
      }
      List<Integer> expected = new ArrayList<>();
      stream.path("alarm_nights").forEach(night -> expected.add(night.asInt()));
      assertThat(alarms).as(slice + " " + metric).isEqualTo(expected);
    }

    @Test
    void gpt35_hasNoBreachOfItsOwnRoute() {
      assertThat(rows("llmdrift", "recommendations", "route = '" + GPT_35 + "'"))
          .hasSize(NIGHTS)
          .noneMatch(row -> row.getAs("action").equals("ROLL_BACK"));
    }
  }

  /** The poorest archive that must still be audited: times and tokens of an hour. */
  @Test
  void azure_hasTokensAndSaysWhatItLacks() throws IOException {
    Audit audit = audit("azure", "azure-llm-2023", "2023-11-16", "2023-11-16");
    assertThat(audit.status()).as(audit.err()).isZero();
    JsonNode report = json("azure", LocalDate.of(2023, 11, 16), "report.json");
    assertThat(report.path("coverage").path("rows_kept").asLong()).isEqualTo(28_185);
    assertThat(rows("azure", "measurements", "metric = 'interactions'"))
        .extracting(row -> row.getAs("slice"))
        .contains("", "service=code", "service=conv");
    assertThat(
            rows(
                "azure",
                "measurements",
                "metric in ('input_tokens', 'output_tokens', 'total_tokens') and slice = '' and value > 0"))
        .hasSize(3);
    List<Row> lacking = rows("azure", "measurements", "verdict = 'NOT_COMPUTED'");
    assertThat(lacking).hasSizeGreaterThan(50);
    assertThat(lacking)
        .allMatch(row -> row.<String>getAs("reason").startsWith("the archive has no column "));
    assertThat(lacking)
        .extracting(row -> row.getAs("metric"))
        .contains(
            "prompt_words", "answer_words", "duration_p95", "errors", "users", "guardrail_hits")
        .doesNotContain("input_tokens", "output_tokens", "interactions");
  }
}
