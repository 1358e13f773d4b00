package io.nightaudit.jobs.report;

import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import io.nightaudit.jobs.report.Report.Summary;
import java.util.List;

/**
 * Writes page one from the other parts of the report: whether the night can be relied on, what
 * changed, and what should be done. The first words of each answer are the answer.
 */
public final class SummaryWriter {
  private SummaryWriter() {}

  /**
   * The summary.
   *
   * @param status INCONCLUSIVE, BREACH, WARNING or WITHIN_TOLERANCE
   * @param coverage its verdict is WITHIN_TOLERANCE where the night is complete, WARNING where it
   *     has limits, LEARNING where its usual volume is not known yet; any other verdict means that
   *     the night cannot be relied on, and the reasons stand most severe first
   * @param findings the worst first
   * @param ranking what is unusual tonight
   */
  public static Summary of(
      String status,
      CoverageSection coverage,
      List<Figure> figures,
      List<FindingEntry> findings,
      List<RecommendationEntry> recommendations,
      SelfReport.Ranking ranking) {
    Night night = new Night(status, coverage, figures, findings, recommendations, ranking);
    return new Summary(
        RelianceAnswer.of(night),
        ChangesAnswer.of(night),
        ActionsAnswer.of(night),
        FamilyLines.of(night),
        LeadFigures.of(night));
  }
}
