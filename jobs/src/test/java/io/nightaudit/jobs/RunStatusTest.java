package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightaudit.jobs.store.AuditStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says to the shell: every status but 2 leaves a report and a verdict. */
class RunStatusTest {
  private static final int GOOD = 1;
  private static final int TRUNCATED = 2;
  private static final int MISSING = 3;

  @TempDir static Path folder;
  private static SampleArchive archive;
  private static Audit range;

  /**
   * Three nights: a good one, one with a file cut short beside a good one, one without a folder.
   */
  @BeforeAll
  static void build() throws IOException {
    archive = SampleArchive.write(folder.resolve("sample"), 2, 1);
    Path good = onlyFile(archive.night(TRUNCATED));
    byte[] bytes = Files.readAllBytes(good);
    Files.write(good.resolveSibling("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    range = Audit.nights(archive, folder.resolve("store"), GOOD, MISSING);
  }

  private static Path onlyFile(Path night) throws IOException {
    try (var files = Files.list(night)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private static JsonNode verdict(Path store, int night) throws IOException {
    Path folder = store.resolve("reports/" + SampleNight.date(night));
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
    return new ObjectMapper().readTree(folder.resolve("verdict.json").toFile());
  }

  @Test
  void range_withBadNights_goesOnAndExitsWithTheMostSevere() throws IOException {
    assertThat(range.status()).isEqualTo(4);
    assertThat(range.err()).contains("cut.parquet");
    for (int night : new int[] {GOOD, TRUNCATED, MISSING}) {
      assertThat(verdict(folder.resolve("store"), night).path("status").asText())
          .as("night " + night)
          .isEqualTo("INCONCLUSIVE");
    }
  }

  @Test
  void report_ofATruncatedFile_doesNotNameIt() throws IOException {
    Path report = folder.resolve("store/reports/" + SampleNight.date(TRUNCATED));
    assertThat(Files.readString(report.resolve("report.json"))).doesNotContain("cut.parquet");
    assertThat(Files.readString(report.resolve("report.html"))).doesNotContain("cut.parquet");
  }

  @Test
  void night_withoutAFolder_is3WithReportAndVerdict() throws IOException {
    Path store = folder.resolve("missing");
    Audit audit = Audit.nights(archive, store, MISSING, MISSING);
    assertThat(audit.status()).isEqualTo(3);
    JsonNode verdict = verdict(store, MISSING);
    assertThat(verdict.path("status").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(verdict.path("action").asText()).isIn("KEEP", "HOLD", "INVESTIGATE");
  }

  @Test
  void night_withATruncatedFileThatThePolicyTolerates_is0AndKeepsTheGoodFile() throws IOException {
    Path store = folder.resolve("tolerant");
    Audit audit =
        Audit.run(
            "run",
            "--config=" + archive.configuration(),
            "--set=archive.tolerate-unreadable-files=true",
            "--store=" + store,
            "--night=" + SampleNight.date(TRUNCATED));
    assertThat(audit.status()).as(audit.err()).isZero();
    assertThat(audit.err()).contains("cut.parquet");
    Path report = store.resolve("reports/" + SampleNight.date(TRUNCATED) + "/report.json");
    JsonNode coverage = new ObjectMapper().readTree(report.toFile()).path("coverage");
    assertThat(coverage.path("rows_kept").asInt()).isEqualTo(SampleNight.ROWS);
    assertThat(coverage.path("files")).hasSize(2);
  }

  @Test
  void configuration_withAMisspeltKey_is2AndNothingIsWritten() {
    Path store = folder.resolve("unwritten");
    Audit audit =
        Audit.run(
            "run",
            "--config=" + archive.configuration(),
            "--set=archive.colums.prompt=question",
            "--store=" + store,
            "--night=" + SampleNight.date(GOOD));
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains("colums").contains("columns");
    assertThat(store).doesNotExist();
  }

  @Test
  void store_thatIsAFile_is1WithoutAStackTrace() throws IOException {
    Path store = Files.writeString(folder.resolve("file"), "not a folder");
    Audit audit = Audit.nights(archive, store, GOOD, GOOD);
    assertThat(audit.status()).isEqualTo(1);
    assertThat(audit.err()).contains(store.toString()).doesNotContain("\tat ");
    assertThat(store).hasContent("not a folder");
  }

  @Test
  void store_thatAnotherRunHolds_is1AndTheOtherGoesOn() {
    Path store = folder.resolve("held");
    try (AuditStore other = AuditStore.open(TestSpark.session(), store.toString())) {
      Audit audit = Audit.nights(archive, store, GOOD, GOOD);
      assertThat(audit.status()).isEqualTo(1);
      assertThat(audit.err()).contains(store.toString()).contains("another run");
      assertThat(other.nights()).isEmpty();
    }
    assertThat(Audit.nights(archive, store, GOOD, GOOD).status()).isZero();
  }
}
