package io.nightaudit.jobs.report;

import static io.nightaudit.jobs.report.RecordFixture.DAY;
import static io.nightaudit.jobs.report.RecordFixture.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.report.FullForm.ChangeEntry;
import io.nightaudit.jobs.report.FullForm.Limitation;
import io.nightaudit.jobs.report.IntegrityReport.ColumnConformance;
import io.nightaudit.jobs.report.RegisterReport.Register;
import io.nightaudit.jobs.report.RegisterReport.RegisterEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the full form says of the records of a night. */
class FormComposerTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Slice ROUTE = Slice.of("response_model", "m");

  private static Report report(RecordFixture fixture) {
    return new ReportComposer(fixture.build()).compose();
  }

  @Test
  void compose_aNightWithoutAnArchive_hasEverySectionAndSaysWhy() {
    Report report = report(RecordFixture.missing());
    String html = new String(ReportHtml.render(report), StandardCharsets.UTF_8);
    Sections.places().forEach(place -> assertThat(html).contains("<section id=\"" + place + "\""));
    assertThat(html)
        .contains("no data")
        .contains("Legal holds: none recorded.")
        .contains("There is no data of this night: nothing is said of the system.")
        .contains("1 night</th>");
    assertThat(report.form().register().entries()).isEmpty();
    assertThat(ReportJson.read(ReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void compose_aQuietNight_rendersAndItsIdCanBeChecked() {
    Report report = report(new RecordFixture());
    String id = report.form().identification().reportId();
    assertThat(id).matches("[0-9a-f]{64}").isEqualTo(ReportId.of(report));
    assertThat(ReportHtml.render(report)).isNotEmpty();
    assertThat(report(new RecordFixture())).isEqualTo(report);
    RecordFixture other = new RecordFixture();
    other.nightsKnown = 41;
    assertThat(report(other).form().identification().reportId()).isNotEqualTo(id);
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        condition("no-data", RecordFixture::missing, f -> {}),
        condition("incomplete", f -> f.coverage = RecordFixture.coverage(NIGHT, 10, Map.of())),
        condition("missed-nights", f -> f.missed = List.of(NIGHT.minusDays(2))),
        condition(
            "quarantine",
            f ->
                f.coverage =
                    RecordFixture.coverage(NIGHT, 100, Map.of("NEGATIVE_DURATION_MS", 1L))),
        condition(
            "duplicates",
            f ->
                f.configuration =
                    f.configuration
                        .replace("  key: [interaction_id]\n", "")
                        .replace("    interaction_id: id\n", "")),
        condition("short-history", f -> f.nightsKnown = 6),
        condition(
            "excluded",
            f ->
                f.configuration += "policy: {calendar: [{from: 2023-06-24, reason: a holiday}]}\n"),
        condition(
            "unpriced", f -> f.costs = List.of(new CostLine(ROUTE, "unpriced", 5, 0, 0, false))),
        condition("users", f -> f.coverage = without("user_id_hash")),
        condition("releases", f -> f.coverage = without("response_model")),
        condition("set-later", f -> f.configuration += "policy: {effective-from: 2023-07-01}\n"));
  }

  private static Arguments condition(String id, Consumer<RecordFixture> change) {
    return condition(id, RecordFixture::new, change);
  }

  private static Arguments condition(
      String id, Supplier<RecordFixture> base, Consumer<RecordFixture> change) {
    RecordFixture fixture = base.get();
    change.accept(fixture);
    return Arguments.of(id, fixture);
  }

  private static Coverage without(String column) {
    var all = RecordFixture.coverage(NIGHT, 100, Map.of());
    return new Coverage(
        NIGHT,
        all.input(),
        all.rowsRead(),
        all.rowsKept(),
        0,
        0,
        0,
        all.quarantine(),
        all.files(),
        all.hours(),
        all.missingColumns(),
        all.present().stream().filter(each -> !each.equals(column)).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void limitations_eachCondition_addsItsSentence(String id, RecordFixture fixture) {
    assertThat(limitations(new RecordFixture())).doesNotContain(id);
    assertThat(limitations(fixture)).contains(id);
  }

  @Test
  void limitations_whenAllIsAsGoodAsItCanBe_areNotEmpty() {
    RecordFixture best = new RecordFixture();
    best.configuration +=
        "policy: {approved-by: the board, approved-on: 2023-01-01, effective-from: 2023-01-02}\n";
    assertThat(limitations(best))
        .contains("logs", "absence", "unsigned")
        .doesNotContain("approval", "effective-from", "set-later");
    assertThat(limitations(new RecordFixture())).contains("approval", "effective-from");
  }

  private static List<String> limitations(RecordFixture fixture) {
    return report(fixture).form().limitations().stream().map(Limitation::id).toList();
  }

  @Test
  void thresholds_approvedLater_doNotChangeTheirHash() {
    RecordFixture approved = new RecordFixture();
    approved.configuration += "policy: {approved-by: the board, effective-from: 2023-01-02}\n";
    FullForm.Thresholds with = report(approved).form().thresholds();
    FullForm.Thresholds without = report(new RecordFixture()).form().thresholds();
    assertThat(with.hash()).isEqualTo(without.hash());
    assertThat(with.inForce()).contains(true);
    assertThat(without.inForce()).isEmpty();
    assertThat(FormView.thresholds(without)).contains("Who approved it is not recorded.");
  }

  @Test
  void conformance_eachReason_countsForItsColumn() {
    RecordFixture fixture = new RecordFixture();
    fixture.coverage =
        RecordFixture.coverage(
            NIGHT,
            100,
            Map.of(
                "NEGATIVE_DURATION_MS", 2L,
                "ABSURD_DURATION_MS", 1L,
                "INVALID_TIME", 4L,
                "MISSING_ID", 8L,
                "LATE", 16L));
    IntegrityReport.Integrity integrity = report(fixture).form().integrity();
    assertThat(integrity.conformance())
        .extracting(ColumnConformance::column, ColumnConformance::broken)
        .contains(
            tuple("duration_ms", 3L),
            tuple("start_time", 4L),
            tuple("interaction_id", 8L),
            tuple("prompt", 0L));
    assertThat(integrity.badRows())
        .extracting(Report.ReasonCount::rows)
        .containsExactly(16L, 0L, 15L);
  }

  @Test
  void retention_knownNights_areCountedAndTheArchiveWasNotLookedAt() {
    IntegrityReport.Retention retention =
        report(new RecordFixture()).form().integrity().retention();
    assertThat(retention.oldestNight()).isEqualTo(NIGHT.minusDays(40).toString());
    assertThat(retention.nightsHeld()).isEqualTo(3);
    assertThat(retention.daysHeld()).isEqualTo(41);
    assertThat(retention.floorFrom()).isEqualTo("2022-12-24");
    assertThat(retention.reachesFloor()).isFalse();
    assertThat(retention.archiveLooked()).isFalse();
  }

  @Test
  void register_findings_haveStatusClassAndCounts() {
    RecordFixture fixture = new RecordFixture();
    Finding lasting = RecordFixture.finding(ERRORS, ROUTE, Verdict.BREACH, DAY - 2, "rule");
    Finding fresh = RecordFixture.finding(ERRORS, Slice.ALL, Verdict.BREACH, DAY, "rule");
    fixture.findings = List.of(lasting, fresh);
    fixture.findingsBefore = List.of(lasting);
    fixture.slices =
        List.of(
            RecordFixture.slice(
                ROUTE,
                ERRORS,
                20,
                0.9,
                RecordFixture.judgement(Verdict.BREACH, 0, 0.1, "error-rate")),
            RecordFixture.slice(
                Slice.ALL, ERRORS, 20, 0.05, RecordFixture.judgement(Verdict.BREACH, 0, 0.1)));
    Register register = new RegisterComposer(fixture.build()).compose();
    assertThat(register.opened()).isEqualTo(1);
    RegisterEntry first = register.entries().get(0);
    assertThat(first.status()).isEqualTo("PERSISTING");
    assertThat(first.number()).isEqualTo(2);
    assertThat(first.nights()).isEqualTo(3);
    assertThat(first.affected()).contains(150L);
    assertThat(first.articles()).contains("Art. 15(4)", "Art. 20(1)");
    assertThat(register.entries().get(1).status()).isEqualTo("NEW");
    assertThat(register.entries().get(1).number()).isEqualTo(1);
    assertThat(register.classes().get(3).findings()).isZero();
  }

  @Test
  void register_withinItsBand_isBackToUsualAndSmallGroupsAreNotCounted() {
    RecordFixture fixture = new RecordFixture();
    fixture.configuration =
        fixture.configuration.replace("personal:", "minimum-cell: 500, personal:");
    Finding lasting = RecordFixture.finding(ERRORS, ROUTE, Verdict.BREACH, DAY - 2, "score");
    fixture.findings = List.of(lasting);
    fixture.findingsBefore = List.of(lasting);
    fixture.slices =
        List.of(
            RecordFixture.slice(
                ROUTE, ERRORS, 20, 0.05, RecordFixture.judgement(Verdict.BREACH, 0, 0.1)));
    RegisterEntry entry = new RegisterComposer(fixture.build()).compose().entries().get(0);
    assertThat(entry.status()).isEqualTo("BACK_TO_USUAL");
    assertThat(entry.affected()).isEmpty();
  }

  @Test
  void resolved_eachEnding_isNamed() {
    RecordFixture fixture = new RecordFixture();
    Finding accepted = RecordFixture.finding(ERRORS, ROUTE, Verdict.BREACH, DAY - 9, "rule");
    Finding usual = RecordFixture.finding(ERRORS, Slice.ALL, Verdict.BREACH, DAY - 8, "score");
    Finding release =
        RecordFixture.finding(
            Measure.of(Metric.RELEASES), ROUTE, Verdict.CHANGED, DAY - 7, Finding.RELEASE);
    Finding gone =
        RecordFixture.finding(
            ERRORS, Slice.of("response_model", "x"), Verdict.CHANGED, DAY - 6, "score");
    fixture.findingsBefore = List.of(accepted, usual, release, gone);
    fixture.decisions = List.of(Decision.accept(accepted, "on call", "fine", DAY, List.of()));
    fixture.slices =
        List.of(
            RecordFixture.slice(
                Slice.ALL,
                ERRORS,
                20,
                0.05,
                RecordFixture.judgement(Verdict.WITHIN_TOLERANCE, 0, 0.1)));
    Register register = new RegisterComposer(fixture.build()).compose();
    assertThat(register.resolved())
        .extracting(RegisterReport.ResolvedEntry::outcome)
        .containsExactly("BACK_TO_USUAL", "ACCEPTED", "EXPIRED", "GONE");
    assertThat(register.ended()).isEqualTo(3);
    assertThat(register.before()).isEqualTo(NIGHT.minusDays(1).toString());
  }

  @Test
  void changes_ofReleasesDefinitionsAndColumns_areListedWithTheirNights() {
    RecordFixture fixture = new RecordFixture();
    fixture.routes = List.of(route());
    fixture.coverage = RecordFixture.coverage(NIGHT, 100, Map.of(), "feedback");
    fixture.configuration +=
        "policy: {calendar: [{from: 2023-06-20, to: 2023-06-21, reason: fair}]}\n";
    SortedMap<Long, StreamNight> nights = new TreeMap<>();
    for (long night = DAY - 9; night <= DAY; night++) {
      nights.put(night, RecordFixture.night(night, 1, night < DAY - 2 ? "a" : "b"));
    }
    fixture.slices =
        List.of(
            RecordFixture.slice(
                Slice.ALL,
                new ComparedStream(ERRORS, nights, new TreeMap<>(), new TreeMap<>()),
                RecordFixture.judgement(Verdict.LEARNING, 0, 1)));
    List<ChangeEntry> changes = new ChangeComposer(fixture.build()).compose();
    assertThat(changes)
        .extracting(ChangeEntry::kind, ChangeEntry::night)
        .containsExactly(
            tuple("COLUMN", "2023-06-24"),
            tuple("RETURN", "2023-06-23"),
            tuple("DEFINITION", "2023-06-22"),
            tuple("EXCLUSION", "2023-06-20"),
            tuple("RELEASE", "2023-06-18"));
    assertThat(changes).extracting(ChangeEntry::predetermined).containsOnly("unknown");
  }

  /** From a to b on 18 June, and back on 23 June. */
  private static RouteReleases route() {
    SortedMap<Long, SortedMap<String, Long>> nights = new TreeMap<>();
    for (long night = DAY - 9; night <= DAY; night++) {
      boolean later = night >= DAY - 6 && night < DAY - 1;
      nights.put(night, new TreeMap<>(Map.of(later ? "b" : "a", 50L)));
    }
    return new RouteReleases(ROUTE, nights, Map.of(), Optional.empty());
  }

  @Test
  void catalogue_everyMetric_hasAKnownEstimator() {
    FullForm form = report(new RecordFixture()).form();
    assertThat(form.catalogue()).hasSameSizeAs(Metric.values());
    List<String> known = form.estimators().stream().map(FullForm.Estimator::id).toList();
    assertThat(form.catalogue()).extracting(FullForm.CatalogueEntry::estimator).isSubsetOf(known);
  }

  @Test
  void dictionary_everyColumn_hasAMeaning() {
    FullForm form = report(new RecordFixture()).form();
    assertThat(form.dictionary())
        .allSatisfy(entry -> assertThat(entry.meaning()).as(entry.column()).isNotBlank());
  }

  @Test
  void privacy_everyMappedColumn_isInOneCategory() {
    List<FullForm.DataCategory> categories =
        report(new RecordFixture()).form().privacy().categories();
    assertThat(categories.stream().flatMap(c -> c.columns().stream()))
        .containsExactlyInAnyOrder(
            "interaction_id",
            "start_time",
            "prompt",
            "answer",
            "response_model",
            "user_id_hash",
            "duration_ms");
  }
}
