package io.nightaudit.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.explanation.ExplainedFigure;
import io.nightaudit.jobs.explanation.ExplainedFigure.State;
import io.nightaudit.jobs.explanation.Explainer;
import io.nightaudit.jobs.explanation.NightContext;
import io.nightaudit.jobs.explanation.SliceFacts;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.report.Report;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.MeasurementRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a figure to its origin: every figure of one night, and the commands. */
class ExplainTest {
  private static final LocalDate NIGHT = SampleNight.date(SampleNight.NIGHTS - 1);
  private static final double NEAR = 1e-9;

  @TempDir static Path folder;

  private static Path store;
  private static List<ExplainedFigure> figures;
  private static Report report;

  @BeforeAll
  static void explainEveryFigureOfANight() throws Exception {
    store = SampleStore.shared().copy(folder.resolve("store"));
    Path file = SampleStore.shared().archive().configuration();
    AuditConfiguration configuration =
        ConfigurationFile.read(file, List.of()).withStore(store.toString());
    try (AuditStore open =
        AuditStore.open(Sessions.forStore(TestSpark.session()), store.toString())) {
      StoredFigures stored = new StoredFigures(open, configuration, NIGHT);
      NightContext context =
          stored.context(file.toString(), ConfigurationFile.keys(file, List.of()));
      report = context.report().orElseThrow();
      figures = explain(stored, context);
    }
  }

  private static List<ExplainedFigure> explain(StoredFigures stored, NightContext context) {
    Map<Slice, Set<Measure>> wanted = new TreeMap<>();
    measurements()
        .select("slice", "metric")
        .collectAsList()
        .forEach(
            row ->
                wanted
                    .computeIfAbsent(Slice.parse(row.getString(0)), slice -> new TreeSet<>())
                    .add(Measure.parse(row.getString(1))));
    report
        .figures()
        .forEach(
            figure ->
                wanted
                    .get(new Slice(new TreeMap<>(figure.slice())))
                    .add(Measure.parse(figure.metric())));
    Explainer explainer = new Explainer(context);
    List<ExplainedFigure> explained = new ArrayList<>();
    wanted.forEach(
        (slice, measures) -> {
          SliceFacts facts = stored.slice(context, slice);
          measures.forEach(measure -> explained.add(explainer.explain(facts, measure, "")));
        });
    return explained;
  }

  private static org.apache.spark.sql.Dataset<Row> measurements() {
    return StoreContent.table(store, "measurements").where("night = '" + NIGHT + "'");
  }

  /** The law: to explain never disagrees with the report. */
  @Test
  void explain_everyFigureOfTheNight_agreesToTheLastDigit() {
    assertThat(figures).hasSizeGreaterThan(500);
    assertThat(figures)
        .allSatisfy(
            figure -> {
              assertThat(figure.check().differences()).as(figure.metric()).isEmpty();
              assertThat(figure.check().notes()).as(figure.metric()).isEmpty();
              assertThat(figure.check().state()).as(figure.metric()).isEqualTo(State.AGREES);
              assertThat(figure.check().recomputed()).isEqualTo(figure.value().stored());
            });
    assertThat(figures.stream().map(ExplainedFigure::id))
        .doesNotHaveDuplicates()
        .containsAll(report.figures().stream().map(Report.Figure::id).toList());
  }

  @Test
  void explain_everyValue_hasInputsArithmeticAndItsPrintedDigits() {
    for (ExplainedFigure figure : figures) {
      if (figure.value().stored().isPresent()) {
        assertThat(figure.inputs()).as(figure.metric()).isNotEmpty();
        assertThat(figure.arithmetic()).as(figure.metric()).isNotEmpty();
        assertThat(figure.baseline().window()).hasSize(5);
        assertThat(figure.policy()).anyMatch(line -> line.key().endsWith(".material"));
      }
    }
  }

  @Test
  void explain_everyFigure_measurementsSqlReturnsItsValue() {
    for (ExplainedFigure figure : figures.subList(0, 12)) {
      Row row =
          TestSpark.session().sql(figure.reproduction().measurementsSql()).collectAsList().get(0);
      assertThat(row.isNullAt(0) ? null : row.getDouble(0))
          .as(figure.metric())
          .isEqualTo(figure.value().stored().orElse(null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interactions",
        "errors",
        "input_tokens",
        "total_tokens",
        "duration_ms",
        "duration_over_500_ms",
        "cost_per_interaction",
        "cost_total",
        "unpriced",
        "scores.helpful"
      })
  void explain_plainFigures_archiveSqlGivesTheValueOfEverySlice(String metric) {
    List<ExplainedFigure> asked =
        figures.stream().filter(figure -> figure.metric().equals(metric)).toList();
    assertThat(asked).hasSizeGreaterThan(3);
    for (ExplainedFigure figure : asked.subList(0, 4)) {
      double value = ((Number) row(figure).getAs("value")).doubleValue();
      double expected = figure.value().stored().orElseThrow();
      assertThat(value)
          .as(figure.sliceTitle())
          .isCloseTo(expected, org.assertj.core.data.Offset.offset(NEAR * Math.abs(expected)));
      assertThat(figure.reproduction().archiveNote()).contains("No row of the night was set aside");
    }
  }

  @Test
  void explain_estimates_archiveSqlIsNearThem() {
    for (ExplainedFigure figure : figures) {
      if (List.of("duration_median", "users").contains(figure.metric())
          && figure.slice().isEmpty()) {
        double value = ((Number) row(figure).getAs("value")).doubleValue();
        double expected = figure.value().stored().orElseThrow();
        assertThat(value).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.03 * expected));
      }
    }
  }

  @Test
  void explain_mix_archiveSqlGivesTheShareOfEachCategory() {
    ExplainedFigure mix = figure("response_models", Map.of());
    List<Row> rows =
        TestSpark.session().sql(mix.reproduction().archiveSql().orElseThrow()).collectAsList();
    assertThat(rows).hasSize(2);
    for (Row row : rows) {
      assertThat(row.<Double>getAs("value")).isEqualTo(0.5);
      assertThat(mix.inputs())
          .anySatisfy(
              input -> {
                assertThat(input.name()).isEqualTo("category " + row.getAs("category"));
                assertThat(input.value()).startsWith(row.getAs("n") + " of 120 (50.0%)");
              });
    }
  }

  private static Row row(ExplainedFigure figure) {
    return TestSpark.session()
        .sql(figure.reproduction().archiveSql().orElseThrow())
        .collectAsList()
        .get(0);
  }

  private static ExplainedFigure figure(String metric, Map<String, String> slice) {
    return figures.stream()
        .filter(figure -> figure.metric().equals(metric) && figure.slice().equals(slice))
        .findFirst()
        .orElseThrow();
  }

  private static Audit run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(Arrays.asList(arguments));
    all.add("--night=" + NIGHT);
    all.add("--config=" + SampleStore.shared().archive().configuration());
    all.add("--store=" + store);
    return Audit.run(all.toArray(String[]::new));
  }

  @Test
  void command_figureOfTheReport_printsItsOriginInNinetySixColumns() {
    ExplainedFigure errors = figure("errors", Map.of());
    Audit audit = run(errors.id());
    assertThat(audit.status()).as(audit.err() + audit.out()).isZero();
    assertThat(audit.out())
        .contains("Errors, all traffic", "RECOMPUTED", "agrees", "Wilson interval")
        .contains("policy.metrics.errors.material: 1 points (default)")
        .contains("status: column status", "nightaudit explain " + errors.id());
    assertThat(audit.out().lines().filter(line -> !line.contains("`")))
        .allMatch(line -> line.length() <= 96 || line.contains("sample/run"));
  }

  @Test
  void command_finding_leadsToItsFigure() {
    Report.FindingEntry finding = report.findings().get(0);
    Audit audit = run(finding.id());
    assertThat(audit.status()).as(audit.err() + audit.out()).isZero();
    assertThat(audit.out()).contains("finding " + finding.id(), finding.figure());
    Report.RecommendationEntry advice =
        report.recommendations().stream()
            .filter(entry -> !entry.findings().isEmpty())
            .findFirst()
            .orElseThrow();
    Audit advised = run(advice.id(), "--json");
    assertThat(advised.status()).as(advised.err()).isZero();
    assertThat(advised.out()).contains("recommendation " + advice.id(), "\"state\" : \"AGREES\"");
  }

  @Test
  void command_unknownId_namesTheNearest() {
    String id = report.figures().get(0).id();
    String wrong = id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0");
    Audit audit = run(wrong);
    assertThat(audit.status()).isEqualTo(2);
    assertThat(audit.err()).contains(wrong, id, "explain --list --night " + NIGHT);
  }

  @Test
  void command_jsonOfAnyFigure_holdsAllDigitsAndNoText() {
    ExplainedFigure tokens = figure("input_tokens", Map.of());
    Audit audit = run(tokens.id(), "--json");
    assertThat(audit.status()).as(audit.err()).isZero();
    assertThat(audit.out())
        .contains("\"stored\" : " + tokens.value().stored().orElseThrow())
        .contains("\"measurements_sql\" : ")
        .doesNotContain("bicycle", "user1", "talk1");
  }

  @Test
  void command_nightThatWasNotAudited_isMissing() {
    Audit audit =
        Audit.run(
            "explain",
            "F-000000",
            "--night=2020-01-01",
            "--config=" + SampleStore.shared().archive().configuration(),
            "--store=" + store);
    assertThat(audit.status()).isEqualTo(3);
    assertThat(audit.err()).contains("has no night 2020-01-01");
  }

  @Test
  void command_otherConfiguration_comparesWhatWasMeasuredAndSaysSo() {
    ExplainedFigure tokens = figure("input_tokens", Map.of());
    Audit audit = run(tokens.id(), "--set=policy.metrics.input_tokens.material=90%", "--json");
    assertThat(audit.status()).as(audit.out()).isZero();
    assertThat(audit.out())
        .contains("the configuration is not that of the report")
        .contains("\"value\" : \"90%\",\n      \"origin\" : \"nightaudit.yaml\"");
  }

  /** A store that somebody changed: a value, a slice without rows, a night without profiles. */
  @Test
  void command_changedStore_saysWhatDiffersOrIsWithheld() throws Exception {
    Path other = SampleStore.shared().copy(folder.resolve("changed"));
    ExplainedFigure errors = figure("errors", Map.of());
    ExplainedFigure hidden = figure("errors", Map.of("release", "beta-1"));
    change(other);
    Audit differs = Audit.run(arguments(other, errors.id()));
    assertThat(differs.status()).as(differs.err()).isEqualTo(6);
    assertThat(differs.out())
        .contains("DIFFERS", "value from the inputs: stored 0.75, recomputed 0.025")
        .contains("value of the report: stored 0.75, recomputed 0.025");
    Audit withheld = Audit.run(arguments(other, hidden.id()));
    assertThat(withheld.status()).as(withheld.err()).isZero();
    assertThat(withheld.out())
        .isEqualTo(
            hidden.id()
                + " is withheld: its slice is a small cell, and no figure of it is shown or"
                + " stored.\n");
  }

  private static void change(Path other) {
    long night = NIGHT.toEpochDay();
    try (AuditStore open =
        AuditStore.open(Sessions.forStore(TestSpark.session()), other.toString())) {
      List<MeasurementRow> rows =
          open.measurements().list(night, night).stream()
              .filter(row -> !row.slice().equals("release=beta-1"))
              .map(row -> row.slice().isEmpty() && row.metric().equals("errors") ? wrong(row) : row)
              .toList();
      open.measurements().overwrite(List.of(night), rows);
    }
  }

  private static MeasurementRow wrong(MeasurementRow row) {
    return new MeasurementRow(
        row.epochDay(),
        row.slice(),
        row.metric(),
        row.family(),
        row.unit(),
        0.75,
        row.n(),
        row.numerator(),
        row.low(),
        row.high(),
        row.y(),
        row.variance(),
        row.definition(),
        row.verdict(),
        row.reason(),
        row.z(),
        row.ewma(),
        row.history(),
        row.expected(),
        row.expectedLow(),
        row.expectedHigh(),
        row.distance());
  }

  private static String[] arguments(Path in, String id) {
    return new String[] {
      "explain",
      id,
      "--night=" + NIGHT,
      "--config=" + SampleStore.shared().archive().configuration(),
      "--store=" + in
    };
  }

  @Test
  void command_list_printsIdsThatCanBeExplained() {
    Audit all = run("--list");
    assertThat(all.out()).contains(report.figures().get(0).id(), "--metric NAME");
    Audit one = run("--list", "--metric=duration_p95");
    assertThat(one.out().lines().count())
        .isEqualTo(measurements().where("metric = 'duration_p95'").count());
    Audit wrong = run("--list", "--metric=durations");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("has the metric durations");
  }
}
