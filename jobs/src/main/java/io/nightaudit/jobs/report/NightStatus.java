package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a night is in one word. */
final class NightStatus {
  private static final String INCONCLUSIVE = "INCONCLUSIVE";
  private static final Set<String> JUDGED =
      Set.of(
          Verdict.BREACH.name(),
          Verdict.WARNING.name(),
          Verdict.CHANGED.name(),
          Verdict.WITHIN_TOLERANCE.name());

  private NightStatus() {}

  /** Coverage first, then the worst finding, then whether anything could be judged. */
  static String of(NightRecord record, List<Report.Figure> figures) {
    if (!record.judged().reliable()) {
      return INCONCLUSIVE;
    }
    Verdict worst =
        record.findings().stream()
            .map(Finding::verdict)
            .min(Comparator.naturalOrder())
            .orElse(Verdict.WITHIN_TOLERANCE);
    if (worst == Verdict.BREACH || worst == Verdict.WARNING) {
      return worst.name();
    }
    boolean judged = figures.stream().anyMatch(figure -> JUDGED.contains(figure.verdict()));
    return judged ? Verdict.WITHIN_TOLERANCE.name() : INCONCLUSIVE;
  }

  /** The strongest recommendation. */
  static String action(NightRecord record) {
    return record.recommendations().stream()
        .map(Recommendation::action)
        .max(Comparator.naturalOrder())
        .orElse(Action.HOLD)
        .name();
  }
}
