package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.Answer;
import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.HourCount;
import io.nightaudit.jobs.report.Report.NightValue;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import io.nightaudit.jobs.report.Report.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to render: the night of 24 June 2023 of LLMDrift, and nights made from it. */
final class ReportFixture {
  static final String HOSTILE =
      "<script>alert(1)</script>\"><img src=x onerror=alert(1)>${7*7}<#assign x=1>\u202Eabc\u0000`q`]]>";

  private ReportFixture() {}

  /** A new release answers "no" to every question: 15 findings, one rollback. */
  static Report breach() {
    try (InputStream in = ReportFixture.class.getResourceAsStream("llmdrift.json")) {
      Report read = ReportJson.read(in.readAllBytes());
      return summarised(OversightFixture.added(SelfReportFixture.added(read)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything as always. */
  static Report quiet() {
    Report base = breach();
    List<Figure> figures =
        base.figures().stream()
            .map(f -> f.value().isPresent() ? with(f, "WITHIN_TOLERANCE", "", calm(f)) : f)
            .toList();
    return with(base, "WITHIN_TOLERANCE", "KEEP", base.coverage(), figures, List.of(), keep());
  }

  /** Six nights of history. */
  static Report learning() {
    Report base = breach();
    List<Figure> figures =
        base.figures().stream()
            .map(
                f ->
                    f.value().isPresent()
                        ? with(
                            f,
                            "LEARNING",
                            "6 of 14 nights",
                            f.series().subList(0, Math.min(6, f.series().size())))
                        : f)
            .toList();
    return with(base, "INCONCLUSIVE", "KEEP", base.coverage(), figures, List.of(), List.of());
  }

  /** A night that the calendar excludes. */
  static Report excluded() {
    Report base = breach();
    List<Figure> figures =
        base.figures().stream()
            .map(
                f ->
                    f.value().isPresent()
                        ? with(
                            f,
                            "INSUFFICIENT_DATA",
                            "excluded by the calendar: public holiday",
                            f.series())
                        : f)
            .toList();
    return with(base, "INCONCLUSIVE", "HOLD", base.coverage(), figures, List.of(), List.of());
  }

  /** The night has no folder. */
  static Report missing() {
    Report base = breach();
    CoverageSection coverage =
        new CoverageSection(
            "FAILED",
            List.of("there is no archive of this night"),
            0,
            0,
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            Optional.of(106.0),
            List.of(),
            List.of(),
            List.of("2023-06-24"));
    return with(base, "INCONCLUSIVE", "KEEP", coverage, List.of(), List.of(), List.of());
  }

  /** The findings of the breach, on a night with two missing hours. */
  static Report incomplete() {
    Report base = breach();
    CoverageSection c = base.coverage();
    List<HourCount> hours =
        c.hours().stream()
            .map(
                h ->
                    h.hour() == 3 || h.hour() == 4
                        ? new HourCount(h.hour(), 0, h.lowest(), h.median(), h.highest(), true)
                        : h)
            .toList();
    CoverageSection coverage =
        new CoverageSection(
            "INCONCLUSIVE",
            List.of("2 hours have no row, though they usually have some"),
            120,
            100,
            15,
            5,
            0,
            List.of(new Report.ReasonCount("NEGATIVE_INPUT_TOKENS", 15)),
            c.files(),
            hours,
            c.volumeMedian(),
            c.checks(),
            c.missingColumns(),
            c.missedNights());
    List<RecommendationEntry> second = List.of(base.recommendations().get(1));
    return with(
        base, "INCONCLUSIVE", "INVESTIGATE", coverage, base.figures(), base.findings(), second);
  }

  /** Every name from the log is an attack, one is 500 characters long. */
  static Report hostile() {
    Report base = breach();
    String longName = "m".repeat(500);
    List<Figure> figures = new ArrayList<>();
    for (Figure f : base.figures()) {
      String title = f.slice().isEmpty() ? "all traffic" : HOSTILE + " " + longName;
      Map<String, String> slice = f.slice().isEmpty() ? Map.of() : Map.of(HOSTILE, longName);
      figures.add(FigureFixture.of(f, f.id(), slice, title));
    }
    List<FindingEntry> findings =
        base.findings().stream()
            .map(
                f ->
                    new FindingEntry(
                        f.id(),
                        f.metric(),
                        Map.of(HOSTILE, longName),
                        HOSTILE,
                        f.verdict(),
                        f.cause(),
                        f.began(),
                        f.found(),
                        f.kind(),
                        HOSTILE + " " + longName,
                        HOSTILE,
                        f.figure(),
                        f.nights(),
                        f.explanation(),
                        List.of(Map.of(HOSTILE, longName))))
            .toList();
    RecommendationEntry r = base.recommendations().get(0);
    RecommendationEntry recommendation =
        new RecommendationEntry(
            r.id(),
            Map.of(HOSTILE, longName),
            HOSTILE,
            Map.of(),
            r.action(),
            HOSTILE,
            longName,
            HOSTILE,
            HOSTILE,
            r.effect(),
            List.of(HOSTILE),
            r.conditions(),
            r.placebos(),
            List.of(HOSTILE),
            List.of(HOSTILE),
            List.of(HOSTILE),
            List.of(HOSTILE),
            List.of(HOSTILE),
            List.of(new Report.ObjectionEntry("COST", HOSTILE)),
            r.expectedLoss(),
            Optional.of(
                new Report.DecisionRule(
                    HOSTILE,
                    longName,
                    5,
                    900,
                    8000,
                    Optional.of(0.4),
                    List.of(
                        new Report.DecisionGate("errors", 0.02, 0.01, 0.03, "share", 0.01, 12.5)))),
            Optional.of(OversightFixture.executed(HOSTILE)));
    return named(
        with(
            base,
            "BREACH",
            "ROLL_BACK",
            base.coverage(),
            figures,
            findings,
            List.of(recommendation)),
        HOSTILE);
  }

  /** Two hundred slices of eight figures each. */
  static Report large() {
    Report base = breach();
    List<Figure> figures = new ArrayList<>(base.figures());
    List<Figure> slices =
        base.figures().stream().filter(f -> "gpt-4".equals(f.sliceTitle())).limit(8).toList();
    for (int i = 0; i < 200; i++) {
      String tenant = "tenant-%03d".formatted(i);
      for (Figure f : slices) {
        Figure calm = with(f, "WITHIN_TOLERANCE", "", f.series());
        figures.add(
            FigureFixture.of(calm, f.id() + "-" + tenant, Map.of("tenant", tenant), tenant));
      }
    }
    return with(
        base,
        base.status(),
        base.action(),
        base.coverage(),
        figures,
        base.findings(),
        base.recommendations());
  }

  static Report with(
      Report base,
      String status,
      String action,
      CoverageSection coverage,
      List<Figure> figures,
      List<FindingEntry> findings,
      List<RecommendationEntry> recommendations) {
    return summarised(
        new Report(
            base.schema(),
            base.identity(),
            status,
            action,
            new Summary(answer(), answer(), answer(), List.of(), List.of()),
            coverage,
            figures,
            findings,
            recommendations,
            figures.isEmpty() ? List.of() : base.attribution(),
            base.releases(),
            figures.isEmpty() ? List.of() : base.costs(),
            base.method(),
            base.provenance(),
            base.review(),
            base.decisions(),
            base.labels(),
            findings.isEmpty() ? SelfReportFixture.nothingUnusual() : base.ranking(),
            findings.isEmpty() ? IncidentReport.NONE : base.incidents(),
            figures.isEmpty() ? ActFixture.nothing() : base.act(),
            base.oversight(),
            base.form(),
            findings.isEmpty() ? PrivacyReport.nothing() : base.privacy()));
  }

  static Report summarised(Report r) {
    Summary summary =
        SummaryWriter.of(
            r.status(), r.coverage(), r.figures(), r.findings(), r.recommendations(), r.ranking());
    Report summarised =
        new Report(
            r.schema(),
            r.identity(),
            r.status(),
            r.action(),
            summary,
            r.coverage(),
            r.figures(),
            r.findings(),
            r.recommendations(),
            r.attribution(),
            r.releases(),
            r.costs(),
            r.method(),
            r.provenance(),
            r.review(),
            r.decisions(),
            r.labels(),
            r.ranking(),
            r.incidents(),
            r.act(),
            r.oversight(),
            r.form(),
            r.privacy());
    return FormFixture.added(summarised);
  }

  static Figure with(Figure f, String verdict, String reason, List<NightValue> series) {
    return new Figure(
        f.id(),
        f.metric(),
        f.title(),
        f.family(),
        f.slice(),
        f.sliceTitle(),
        f.value(),
        f.unit(),
        f.n(),
        f.numerator(),
        f.interval(),
        f.baseline(),
        f.change(),
        f.distance(),
        verdict,
        reason,
        f.score(),
        f.harm(),
        f.material(),
        f.band(),
        series,
        List.of(),
        f.releaseChanges(),
        f.formula(),
        f.minimumDetectable(),
        f.placebo());
  }

  private static List<NightValue> calm(Figure f) {
    return f.series().subList(0, Math.min(21, f.series().size()));
  }

  private static List<RecommendationEntry> keep() {
    RecommendationEntry r = breach().recommendations().get(0);
    return List.of(
        new RecommendationEntry(
            "R-9",
            r.route(),
            r.routeTitle(),
            Map.of(),
            "KEEP",
            r.fromRelease(),
            "",
            "NONE",
            "Keep gpt-4",
            Optional.empty(),
            List.of("No finding touches it"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Report named(Report r, String system) {
    Report.Identity i = r.identity();
    Report named =
        new Report(
            r.schema(),
            new Report.Identity(
                system,
                i.night(),
                i.windowFrom(),
                i.windowTo(),
                i.timezone(),
                i.interactions(),
                i.historyNights(),
                i.firstNight(),
                i.policyVersion(),
                i.configurationHash(),
                i.version()),
            r.status(),
            r.action(),
            r.summary(),
            r.coverage(),
            r.figures(),
            r.findings(),
            r.recommendations(),
            r.attribution(),
            r.releases(),
            r.costs(),
            r.method(),
            r.provenance(),
            r.review(),
            HostileEntries.decisions(r),
            HostileEntries.labels(r),
            r.ranking(),
            HostileEntries.incidents(),
            HostileEntries.act(r),
            OversightFixture.oversight(HOSTILE),
            r.form(),
            HostileEntries.privacy());
    return FormFixture.hostile(named);
  }

  private static Answer answer() {
    return new Answer("", List.of());
  }
}
