package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.archive.NightInteractions;
import io.nightaudit.jobs.archive.NightReader;
import io.nightaudit.jobs.comparison.PeriodComparison;
import io.nightaudit.jobs.comparison.PeriodEvidence;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.profile.NightProfile;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.Profiler;
import io.nightaudit.jobs.report.period.PeriodJson;
import io.nightaudit.jobs.report.period.PeriodReport;
import io.nightaudit.jobs.report.period.PeriodSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of seven nights: five audited, one missed, one still to come. */
class PeriodAuditTest {
  /** How far a number of six digits may be from what it stands for, relative to its size. */
  private static final double SIX_DIGITS = 5e-6;

  private static final int FIRST = 5;
  private static final int LAST = 11;
  private static final int MEASURED = SampleNight.NIGHTS;
  private static final String NAME =
      "periods/" + SampleNight.date(FIRST) + "_" + SampleNight.date(LAST);

  @TempDir static Path folder;

  private static Path store;
  private static Audit made;
  private static byte[] json;
  private static PeriodReport report;

  @BeforeAll
  static void auditAMissedNightAndReport() throws IOException {
    store = SampleStore.shared().copy(folder.resolve("store"));
    Audit missed = Audit.nights(SampleStore.shared().archive(), store, MEASURED + 1, MEASURED + 1);
    assertThat(missed.status()).as(missed.err()).isEqualTo(3);
    made = report(FIRST, LAST);
    assertThat(made.status()).as(made.err()).isZero();
    json = Files.readAllBytes(store.resolve(NAME).resolve("period.json"));
    report = PeriodJson.read(json);
  }

  private static Audit report(int from, int to, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "report",
                "--config=" + SampleStore.shared().archive().configuration(),
                "--store=" + store,
                "--from=" + SampleNight.date(from),
                "--to=" + SampleNight.date(to)));
    arguments.addAll(List.of(more));
    return Audit.run(arguments.toArray(String[]::new));
  }

  @Test
  void report_ofAWeek_listsItsNightsAndSaysItInFiveLines() throws IOException {
    assertThat(report.nights())
        .extracting(PeriodReport.NightEntry::state)
        .endsWith("MISSED", "NOT_YET");
    assertThat(report.nights().get(5).night()).isEqualTo(SampleNight.date(10).toString());
    assertThat(made.out()).contains("Relied on: ", "Written: " + store.resolve(NAME));
    assertThat(made.out().lines()).hasSize(6);
    assertThat(PeriodSchema.problems(json)).isEmpty();
    assertThat(report.findings()).isNotEmpty();
    assertThat(report.releases())
        .filteredOn(PeriodReport.ReleaseEntry::fresh)
        .extracting(PeriodReport.ReleaseEntry::release)
        .containsExactly("alpha-2");
  }

  /** The law: the merged nights are one pass over all rows of the archive of these nights. */
  @Test
  void figures_ofMergedNights_areThoseOfOnePassOverTheArchive() throws Exception {
    List<ProfileRow> whole = whole();
    int compared = 0;
    for (PeriodReport.FigureEntry figure : report.figures()) {
      String slice = new Slice(new TreeMap<>(figure.slice())).key();
      PeriodEvidence.Whole once =
          new PeriodComparison(
                  whole.stream().filter(row -> row.slice().equals(slice)).toList(),
                  SampleNight.date(FIRST).toEpochDay())
              .of(Measure.parse(figure.metric()))
              .orElseThrow()
              .now();
      double value = figure.now().value() * (figure.nightly() ? figure.now().nights() : 1);
      assertThat(figure.now().n()).as(figure.id()).isEqualTo(once.n());
      assertThat(figure.now().numerator().orElse(-1L)).isEqualTo(once.numerator());
      assertThat(value)
          .as(figure.title())
          .isCloseTo(once.value(), within(SIX_DIGITS * once.value()));
      compared++;
    }
    assertThat(compared).isGreaterThan(30);
    assertThat(report.figures())
        .extracting(PeriodReport.FigureEntry::sliceTitle)
        .contains("all traffic", "alpha", "beta");
  }

  private static List<ProfileRow> whole() throws Exception {
    AuditConfiguration configuration =
        ConfigurationFile.read(SampleStore.shared().archive().configuration(), List.of());
    NightReader reader = new NightReader(TestSpark.session(), configuration.archive(), 1);
    List<NightInteractions> nights =
        IntStream.rangeClosed(FIRST, MEASURED)
            .mapToObj(night -> reader.read(SampleNight.date(night), Set.of()))
            .toList();
    Dataset<Row> all =
        nights.stream().map(NightInteractions::interactions).reduce(Dataset::union).orElseThrow();
    NightProfile profile =
        new Profiler(configuration).profile(SampleNight.date(FIRST), nights.get(0).schema(), all);
    List<ProfileRow> rows = profile.rows().collect();
    profile.release();
    return rows;
  }

  @Test
  void costs_ofThePeriod_areTheLedgersSum() {
    BigDecimal ledger =
        StoreContent.table(store, "cost_ledger")
            .where("night >= '" + SampleNight.date(FIRST) + "'")
            .selectExpr("sum(usd)")
            .first()
            .getDecimal(0);
    BigDecimal nights =
        report.costs().nights().stream()
            .map(night -> new BigDecimal(night.usd()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(new BigDecimal(report.costs().usd())).isEqualByComparingTo(ledger);
    assertThat(nights).isEqualByComparingTo(ledger);
    assertThat(ledger).isPositive();
  }

  @Test
  void report_againWithoutTheArchive_sameBytes() throws IOException {
    Path other = folder.resolve("other");
    Audit again =
        report(FIRST, LAST, "--set=archive.path=" + folder.resolve("gone"), "--output=" + other);
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(other.resolve("period.json")).hasBinaryContent(json);
    assertThat(Files.readAllBytes(other.resolve("period.html")))
        .isEqualTo(Files.readAllBytes(store.resolve(NAME).resolve("period.html")));
    try (var files = Files.list(other)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void report_noNightAudited_statusThreeAndAReportThatSaysSo() {
    Audit later = report(40, 50);
    assertThat(later.status()).as(later.err()).isEqualTo(3);
    assertThat(later.out()).contains("No night of the period was audited.");
    assertThat(store.resolve("periods/" + SampleNight.date(40) + "_" + SampleNight.date(50)))
        .isDirectoryContaining("glob:**period.html");
  }

  @Test
  void report_noStore_isRefusedAndMakesNone() {
    Path none = folder.resolve("none");
    Audit audit =
        Audit.run(
            "report",
            "--config=" + SampleStore.shared().archive().configuration(),
            "--store=" + none,
            "--month=2026-03");
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains("there is no audit store at", "Nothing was written");
    assertThat(none).doesNotExist();
  }
}
