package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the reports of the tests say of their own verdicts. */
final class SelfReportFixture {
  private static final String MOST_DEPENDENT = "F-027";

  private SelfReportFixture() {}

  /** The report with smallest changes, a placebo study and a ranking made from its scores. */
  static Report added(Report r) {
    List<Figure> figures = r.figures().stream().map(SelfReportFixture::added).toList();
    return new Report(
        r.schema(),
        r.identity(),
        r.status(),
        r.action(),
        r.summary(),
        r.coverage(),
        figures,
        r.findings(),
        r.recommendations(),
        r.attribution(),
        r.releases(),
        r.costs(),
        new Report.Method(
            r.method().statements(), r.method().settings(), r.method().limits(), budget(), study()),
        r.provenance(),
        r.review(),
        r.decisions(),
        r.labels(),
        ranking(figures),
        IncidentFixture.report(),
        ActFixture.act(r.identity().night(), figures),
        r.oversight(),
        r.form(),
        SuppressionFixture.report());
  }

  static SelfReport.Ranking nothingRanked() {
    return new SelfReport.Ranking(0.1, 0, List.of());
  }

  static SelfReport.Ranking nothingUnusual() {
    return new SelfReport.Ranking(0.1, 42, List.of());
  }

  static SelfReport.Budget budget() {
    return new SelfReport.Budget(2, 42, 0.81);
  }

  static SelfReport.PlaceboStudy study() {
    return new SelfReport.PlaceboStudy(
        Optional.of(0.7),
        Optional.of(0.2),
        Optional.of(1.9),
        0.95,
        Optional.of(0.75),
        20,
        7,
        40,
        2,
        3_920,
        3,
        Optional.of(new SelfReport.Dependence(MOST_DEPENDENT, "Correct", "gpt-4 · prime", 0.62)),
        "");
  }

  static SelfReport.PlaceboStudy shortHistory() {
    return new SelfReport.PlaceboStudy(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0.95,
        Optional.empty(),
        20,
        7,
        0,
        42,
        0,
        0,
        Optional.empty(),
        "the longest history without a change has 23 nights, 28 are needed");
  }

  private static Figure added(Figure f) {
    Optional<SelfReport.MinimumDetectable> detectable = f.score().map(score -> detectable(f));
    Optional<SelfReport.StreamPlacebo> placebo =
        f.score().map(score -> new SelfReport.StreamPlacebo(112, 0.12, 0.018));
    return FigureFixture.of(f, detectable, placebo);
  }

  private static SelfReport.MinimumDetectable detectable(Figure f) {
    boolean share = f.unit().equals("share");
    return switch (f.harm()) {
      case "DECREASE" ->
          new SelfReport.MinimumDetectable(
              "DECREASE",
              Optional.empty(),
              Optional.of(0.12),
              Optional.of(0.08),
              Optional.of(false),
              "no fall, however large",
              "−12 points within 14 nights, −8 points within 28");
      case "INCREASE" ->
          new SelfReport.MinimumDetectable(
              "INCREASE",
              Optional.of(0.19),
              Optional.of(0.12),
              Optional.of(0.08),
              Optional.of(true),
              share ? "+19 points" : "+28%",
              share
                  ? "+12 points within 14 nights, +8 points within 28"
                  : "+17% within 14 nights, +12% within 28");
      default ->
          new SelfReport.MinimumDetectable(
              "NEITHER",
              Optional.of(0.19),
              Optional.of(0.12),
              Optional.of(0.08),
              Optional.empty(),
              "± 28%",
              "± 17% within 14 nights, ± 12% within 28");
    };
  }

  private static SelfReport.Ranking ranking(List<Figure> figures) {
    List<SelfReport.Unusual> unusual = new ArrayList<>();
    for (Figure f : figures) {
      double z = f.score().map(Report.Score::z).orElse(0.0);
      if (Math.abs(z) > 3 && f.band().isPresent()) {
        unusual.add(
            new SelfReport.Unusual(
                f.id(),
                f.metric(),
                f.title(),
                f.slice(),
                f.sliceTitle(),
                z,
                1e-5,
                (4 + unusual.size()) / 10_000.0,
                z > 0 ? "rise" : "fall",
                f.unit(),
                f.value().orElseThrow(),
                f.band().get().center()));
      }
    }
    return new SelfReport.Ranking(0.1, 42, unusual);
  }
}
