package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.report.Report.CoverageSection;
import io.nightaudit.jobs.report.Report.Figure;
import io.nightaudit.jobs.report.Report.FindingEntry;
import io.nightaudit.jobs.report.Report.RecommendationEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the summary is written from, and the questions that several of its answers ask. */
record Night(
    String status,
    CoverageSection coverage,
    List<Figure> figures,
    List<FindingEntry> findings,
    List<RecommendationEntry> recommendations) {
  private static final Set<String> USABLE =
      Set.of(
          "WITHIN_TOLERANCE", "COMPLETE", "RELIABLE", "WARNING", "LEARNING", "INSUFFICIENT_DATA");

  boolean isEmpty() {
    return coverage.rowsRead() == 0;
  }

  boolean isReliable() {
    return !isEmpty() && USABLE.contains(coverage.verdict());
  }

  /** Whether nothing can be judged because history is too short. */
  boolean isLearning() {
    List<Figure> computed = figures.stream().filter(Night::isComputed).toList();
    return !computed.isEmpty() && computed.stream().noneMatch(Night::isJudged) && hasLearning();
  }

  /** How much of the history is there, such as "6 of 14 nights". */
  String learned() {
    return figures.stream()
        .filter(figure -> is(figure, Verdict.LEARNING))
        .map(Figure::reason)
        .filter(reason -> reason.matches("\\d+ of \\d+ nights.*"))
        .findFirst()
        .orElseGet(() -> "the history is too short");
  }

  /** Why the calendar excludes the night from the daily score, if it does. */
  Optional<String> excluded() {
    return figures.stream().map(Figure::reason).filter(Judgement::isExcluded).findFirst();
  }

  Optional<Figure> figure(String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
  }

  static boolean isComputed(Figure figure) {
    return !is(figure, Verdict.NOT_COMPUTED) && !is(figure, Verdict.FAILED);
  }

  static boolean isJudged(Figure figure) {
    return isComputed(figure)
        && !is(figure, Verdict.LEARNING)
        && !is(figure, Verdict.INSUFFICIENT_DATA);
  }

  static boolean is(Figure figure, Verdict verdict) {
    return verdict.name().equals(figure.verdict());
  }

  private boolean hasLearning() {
    return figures.stream().anyMatch(figure -> is(figure, Verdict.LEARNING));
  }
}
