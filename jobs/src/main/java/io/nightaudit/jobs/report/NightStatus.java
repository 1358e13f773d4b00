package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        Stream.concat(record.findings().stream().map(Finding::verdict), withheld(record))
            .min(Comparator.naturalOrder())
            .orElse(Verdict.WITHIN_TOLERANCE);
    if (worst == Verdict.BREACH || worst == Verdict.WARNING) {
      return worst.name();
    }
    boolean judged = figures.stream().anyMatch(figure -> JUDGED.contains(figure.verdict()));
    return judged ? Verdict.WITHIN_TOLERANCE.name() : INCONCLUSIVE;
  }

  /** Breaches in slices that are not named; a warning that nobody can look at warns nobody. */
  private static Stream<Verdict> withheld(NightRecord record) {
    return record.privacy().findings().stream()
        .map(PrivacyFacts.Finding::verdict)
        .filter(verdict -> verdict == Verdict.BREACH);
  }

  /** The strongest recommendation; a breach that is not named is worth a look too. */
  static String action(NightRecord record) {
    Stream<Action> looks = withheld(record).map(breach -> Action.INVESTIGATE);
    return Stream.concat(record.recommendations().stream().map(Recommendation::action), looks)
        .max(Comparator.naturalOrder())
        .orElse(Action.HOLD)
        .name();
  }
}
