package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.FindingId;
import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Names of recommendations, from their content. A recommendation has one name for as long as it
 * lasts, so that an answer to it holds on the nights after:
 *
 * <ul>
 *   <li>a rollback for as long as the same release of the route is to give way to the same other
 *       one; a release that comes back after some nights is another one;
 *   <li>anything else for as long as, besides, the oldest of its worst findings is open.
 * </ul>
 */
final class RecommendationId {
  private static final Comparator<Finding> OLDEST_OF_THE_WORST =
      Comparator.comparing(Finding::verdict)
          .thenComparingLong(Finding::found)
          .thenComparing(Finding::id);

  private RecommendationId() {}

  /** Of the advice on a route. */
  static String of(RouteCase route, Action action, String from, String to) {
    String anchor = action == Action.ROLL_BACK ? to : anchor(action, route.findings());
    String deployed =
        from.isEmpty()
            ? ""
            : LocalDate.ofEpochDay(route.releases().servingSince(from, route.night())).toString();
    return hash(action, route.route().key(), from, deployed, anchor);
  }

  /** Of the advice to look at a slice that belongs to no route. */
  static String of(Slice slice, List<Finding> findings) {
    return hash(Action.INVESTIGATE, "slice", slice.key(), anchor(Action.INVESTIGATE, findings));
  }

  private static String anchor(Action action, List<Finding> findings) {
    return action == Action.KEEP
        ? ""
        : findings.stream().min(OLDEST_OF_THE_WORST).map(Finding::id).orElse("");
  }

  private static String hash(Action action, String... content) {
    return "R-" + FindingId.hash(action.name() + "\n" + String.join("\n", content));
  }
}
