package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.jobs.demo.DemoArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the five weeks of the demo hold is found, on its night; the weeks before are quiet. */
class DemoStoryTest {
  private static final int LEARNT = 15;
  private static final int MISSING_HOUR = 18;
  private static final int MODEL_CHANGE = 22;
  private static final int PASTED = 27;
  private static final int GUARDRAIL = 30;

  @TempDir static Path folder;

  @BeforeAll
  static void demo() {
    Audit audit = Audit.run("demo", "--folder=" + folder.resolve("demo"));
    assertThat(audit.status()).as(audit.err()).isZero();
  }

  private static LocalDate night(int number) {
    return DemoArchive.FIRST_NIGHT.plusDays(number - 1L);
  }

  private static String status(int night) throws IOException {
    Path verdict = folder.resolve("demo/store/reports/" + night(night) + "/verdict.json");
    return new ObjectMapper().readTree(verdict.toFile()).path("status").asText();
  }

  private static List<Row> rows(String table, int from, int to, String condition) {
    return StoreContent.table(folder.resolve("demo/store"), table)
        .where("night between '%s' and '%s' and (%s)".formatted(night(from), night(to), condition))
        .orderBy("night")
        .collectAsList();
  }

  private static List<Row> findings(int from, int to, String condition) {
    return rows("findings", from, to, condition);
  }

  @Test
  void nightsBeforeTheModelChange_areQuiet() throws IOException {
    assertThat(findings(1, MODEL_CHANGE - 1, "verdict in ('BREACH', 'WARNING')"))
        .extracting(row -> row.getAs("night") + " " + row.getAs("sentence"))
        .isEmpty();
    for (int night = LEARNT; night < MODEL_CHANGE; night++) {
      assertThat(status(night))
          .as("night " + night)
          .isEqualTo(night == MISSING_HOUR ? "INCONCLUSIVE" : "WITHIN_TOLERANCE");
    }
  }

  @Test
  void modelBehindAnUnchangedName_isNamedOnItsNightAndRolledBack() {
    assertThat(
            findings(
                MODEL_CHANGE,
                MODEL_CHANGE,
                "cause = 'SILENT_PROVIDER_CHANGE' and kind = 'release'"))
        .hasSize(1);
    List<Row> rollbacks = rows("recommendations", 1, DemoArchive.NIGHTS, "action = 'ROLL_BACK'");
    assertThat(rollbacks).isNotEmpty();
    assertThat(rollbacks.get(0).getDate(0).toLocalDate())
        .isBetween(night(MODEL_CHANGE + 1), night(MODEL_CHANGE + 7));
    assertThat(rollbacks)
        .extracting(row -> row.getAs("route"))
        .containsOnly(rollbacks.get(0).<String>getAs("route"));
    assertThat(rollbacks.get(0).<String>getAs("route")).contains("mistral-small");
  }

  @Test
  void routesToKeep_haveNoFigureInBreach() {
    var store = folder.resolve("demo/store");
    var kept = StoreContent.table(store, "recommendations").where("action = 'KEEP'");
    var broken =
        StoreContent.table(store, "measurements")
            .where("verdict = 'BREACH'")
            .selectExpr("night", "slice AS route", "metric");
    assertThat(kept.join(broken, new String[] {"night", "route"}).collectAsList()).isEmpty();
  }

  @Test
  void pastedContracts_areFoundWithinTwoNights() {
    assertThat(
            findings(
                PASTED,
                PASTED + 1,
                "verdict in ('BREACH', 'WARNING') and (metric like '%tokens' or metric like 'cost%')"))
        .isNotEmpty();
  }

  @Test
  void guardrailHits_breachWithinTwoNights() {
    assertThat(
            findings(GUARDRAIL, GUARDRAIL + 1, "verdict = 'BREACH' and metric like 'guardrail%'"))
        .isNotEmpty();
  }

  /** It falls by 0.0015 a night for three weeks, a quarter of how much nights differ. */
  @Test
  void slowDeclineOfGroundedness_isFoundWhileItIsSmallAndABreachByTheLastNight() {
    String decline = "verdict = 'BREACH' and metric = 'scores.groundedness' and slice = ''";
    List<Row> last = findings(DemoArchive.NIGHTS, DemoArchive.NIGHTS, decline);
    assertThat(last).hasSize(1);
    LocalDate found = last.get(0).getDate(last.get(0).fieldIndex("found")).toLocalDate();
    assertThat(found).isBefore(night(DemoArchive.NIGHTS - 3));
    assertThat(last.get(0).getDate(last.get(0).fieldIndex("began")).toLocalDate()).isBefore(found);
    assertThat(findings(1, DemoArchive.NIGHTS, decline).get(0).getDate(0).toLocalDate())
        .as("the night that found it says so")
        .isEqualTo(found);
  }

  /** What a finding says it was found on is a night whose own figures said so. */
  @Test
  void found_isANightOnWhichTheFigureFound() {
    assertThat(findings(1, DemoArchive.NIGHTS, "found > night or began > found")).isEmpty();
    Set<String> found =
        rows("measurements", 1, DemoArchive.NIGHTS, "verdict in ('BREACH', 'WARNING', 'CHANGED')")
            .stream()
            .map(row -> key(row, "night"))
            .collect(Collectors.toSet());
    assertThat(findings(1, DemoArchive.NIGHTS, "kind <> 'release'"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(found).contains(key(finding, "found")));
  }

  private static String key(Row row, String night) {
    return row.getAs(night) + " " + row.getAs("slice") + " " + row.getAs("metric");
  }
}
