package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stage 6: makes the report of a night out of the records of the stages before. */
public final class ReportComposer {
  /** Name and version of the report's structure. */
  public static final String SCHEMA = "nightaudit-report/1";

  private static final String UNSIGNED = "unsigned";

  /** A signature is made after the report, and lies beside its manifest. */
  private static final String SIGNED = "Signed in manifest.dsse.json";

  private static final Comparator<Report.Figure> ORDER =
      Comparator.comparing((Report.Figure figure) -> Family.valueOf(figure.family()))
          .thenComparing(figure -> Measure.parse(figure.metric()))
          .thenComparing(figure -> figure.slice().size())
          .thenComparing(Report.Figure::sliceTitle)
          .thenComparing(Report.Figure::id);

  private final NightRecord record;

  public ReportComposer(NightRecord record) {
    this.record = record;
  }

  public Report compose() {
    Report.CoverageSection coverage = new CoverageComposer(record).compose();
    List<Report.Figure> figures = figures();
    List<Report.FindingEntry> findings = new FindingComposer(record).compose();
    List<Report.RecommendationEntry> recommendations = new RecommendationComposer(record).compose();
    String status = NightStatus.of(record, figures);
    SelfReport.Ranking ranking = new RankingComposer(record).compose();
    PrivacyReport.Suppression privacy = SuppressionComposer.compose(record);
    Report.Provenance provenance = provenance();
    List<LabelEntry> labels = LabelComposer.compose(record);
    boolean signed = !provenance.signature().equals(UNSIGNED);
    Report report =
        new Report(
            SCHEMA,
            identity(),
            status,
            NightStatus.action(record),
            summary(
                SummaryWriter.of(status, coverage, figures, findings, recommendations, ranking),
                privacy),
            coverage,
            figures,
            findings,
            recommendations,
            AttributionComposer.compose(record),
            new ReleaseComposer(record).compose(),
            CostComposer.compose(record),
            new MethodComposer(record).compose(),
            provenance,
            ReviewComposer.compose(record),
            DecisionComposer.compose(record),
            labels,
            ranking,
            new IncidentComposer(record).compose(),
            ActComposer.compose(record, figures),
            new OversightComposer(record).compose(),
            new FormComposer(record).compose(figures, labels, signed),
            privacy);
    return ReportId.given(report);
  }

  /** Page one counts findings that no section names. */
  private static Report.Summary summary(Report.Summary of, PrivacyReport.Suppression privacy) {
    if (privacy.found() == 0) {
      return of;
    }
    List<String> sentences = new ArrayList<>(of.changes().sentences());
    sentences.add(
        "%s found something too; its people are too few to name it. The section on privacy says in what it lies."
            .formatted(Sentences.count(privacy.found(), "withheld slice")));
    return new Report.Summary(
        of.reliance(),
        new Report.Answer(of.changes().headline(), sentences),
        of.actions(),
        of.families(),
        of.leadFigures());
  }

  private Report.Identity identity() {
    ZoneId zone = record.configuration().archive().timezone();
    return new Report.Identity(
        record.configuration().system(),
        record.night().toString(),
        instant(record.night(), zone),
        instant(record.night().plusDays(1), zone),
        zone.getId(),
        record.coverage().rowsKept(),
        record.nightsKnown(),
        record.firstNight().toString(),
        record.configuration().policy().version(),
        record.configurationHash(),
        record.version());
  }

  private static String instant(LocalDate date, ZoneId zone) {
    return DateTimeFormatter.ISO_INSTANT.format(date.atStartOfDay(zone).toInstant());
  }

  private List<Report.Figure> figures() {
    FigureComposer composer = new FigureComposer(record);
    List<Report.Figure> figures = new ArrayList<>();
    record.slices().forEach(slice -> figures.addAll(figures(slice, composer)));
    if (record.coverage().rowsKept() > 0) {
      figures.addAll(NotComputed.figures(record, composer));
    }
    figures.sort(ORDER);
    return figures;
  }

  /** All traffic is shown whole; other slices with their headlines and what they found. */
  private List<Report.Figure> figures(JudgedSlice slice, FigureComposer composer) {
    Set<Measure> leads =
        record.findings().stream()
            .filter(finding -> finding.slice().equals(slice.slice()))
            .map(finding -> finding.measure())
            .collect(Collectors.toSet());
    List<Report.Figure> figures = new ArrayList<>();
    for (Measure measure : slice.compared().streams().keySet()) {
      slice
          .judgement(measure, record.epochDay())
          .map(judgement -> judgement.verdict().finds())
          .map(
              finds -> {
                boolean headline = Headlines.contains(measure.metric());
                boolean whole = slice.slice().isAll() || leads.contains(measure);
                return whole || finds || headline
                    ? composer.of(slice, measure, whole || finds && headline)
                    : null;
              })
          .ifPresent(figures::add);
    }
    return figures;
  }

  private Report.Provenance provenance() {
    return new Report.Provenance(
        List.of(
            new Report.Stage("archive", "files of the night", "interactions, coverage, quarantine"),
            new Report.Stage(
                "profile", "interactions, once", "profiles, cost_ledger, review_queue"),
            new Report.Stage(
                "comparison",
                "profiles of tonight and of the nights before",
                "measurements, comparisons"),
            new Report.Stage("finding", "comparisons, daily values, policy", "findings"),
            new Report.Stage(
                "recommendation",
                "findings, daily profiles of routes",
                "recommendations, releases"),
            new Report.Stage(
                "report",
                "records of the stages before",
                "report.json, report.html, verdict.json")),
        "nightaudit run --config FILE --night " + record.night(),
        List.of(new Report.Setting("configuration", record.configurationHash())),
        record.configuration().evidence().signs() ? SIGNED : UNSIGNED);
  }
}
