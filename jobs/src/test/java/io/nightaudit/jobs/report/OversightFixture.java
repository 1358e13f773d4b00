package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.OversightReport.AnsweredEntry;
import io.nightaudit.jobs.report.OversightReport.EffectCheckEntry;
import io.nightaudit.jobs.report.OversightReport.HoldEntry;
import io.nightaudit.jobs.report.OversightReport.Oversight;
import io.nightaudit.jobs.report.OversightReport.SignOffEntry;
import io.nightaudit.jobs.report.OversightReport.Standing;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people did about the reports of the tests. */
final class OversightFixture {
  private static final String HASH = "ab".repeat(32);

  private OversightFixture() {}

  /** The report with every recommendation proposed, an earlier one answered, read and held. */
  static Report added(Report r) {
    List<RecommendationEntry> recommendations =
        r.recommendations().stream().map(each -> standing(each, proposed())).toList();
    return with(r, recommendations, oversight("on call"));
  }

  /** The report with its first recommendation answered. */
  static Report answered(Report r, Standing standing) {
    List<RecommendationEntry> recommendations = new java.util.ArrayList<>(r.recommendations());
    recommendations.set(0, standing(recommendations.get(0), standing));
    return with(r, recommendations, r.oversight());
  }

  static Report with(Report r, List<RecommendationEntry> recommendations, Oversight oversight) {
    return new Report(
        r.schema(),
        r.identity(),
        r.status(),
        r.action(),
        r.summary(),
        r.coverage(),
        r.figures(),
        r.findings(),
        recommendations,
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
        oversight,
        r.form(),
        r.privacy());
  }

  static RecommendationEntry standing(RecommendationEntry r, Standing standing) {
    return new RecommendationEntry(
        r.id(),
        r.route(),
        r.routeTitle(),
        r.slice(),
        r.action(),
        r.fromRelease(),
        r.toRelease(),
        r.grade(),
        r.title(),
        r.effect(),
        r.reasons(),
        r.conditions(),
        r.placebos(),
        r.against(),
        r.alternatives(),
        r.preserve(),
        r.questions(),
        r.findings(),
        r.objections(),
        r.expectedLoss(),
        r.decisionRule(),
        Optional.of(standing));
  }

  static Standing proposed() {
    return new Standing(
        "FROZEN",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        HASH,
        "",
        "unknown",
        "unknown",
        "unknown",
        "unknown",
        Optional.empty());
  }

  /** Approved and carried out by somebody who calls themselves so. */
  static Standing executed(String by) {
    return new Standing(
        "VERIFIED",
        "approve",
        by,
        "2023-06-12",
        by,
        "2023-06-12",
        "2023-06-13T00:00:00Z",
        by,
        HASH,
        HASH,
        "yes",
        "unknown",
        "no",
        "unknown",
        Optional.of(check()));
  }

  private static EffectCheckEntry check() {
    return new EffectCheckEntry(
        "CAME_BACK",
        "correct",
        "2023-06-13",
        7,
        7,
        0.2,
        0.05,
        Optional.of(
            new Report.Effect("correct", 0.19, 0.12, 0.26, "share", 700, 690, "2023-06-13", 0.05)),
        "It came back.");
  }

  static Oversight oversight(String by) {
    return new Oversight(
        List.of(
            new AnsweredEntry(
                "R-0011223344",
                "2023-06-11",
                "ROLL_BACK",
                Map.of("request_model", by),
                by,
                by,
                by,
                executed(by))),
        List.of(new SignOffEntry("D-0011223344", "2023-06-20", by, by, by, "2023-06-21", HASH)),
        List.of(new HoldEntry("H-0011223344", by, by, "2023-06-01", "", "2023-06-21")));
  }
}
