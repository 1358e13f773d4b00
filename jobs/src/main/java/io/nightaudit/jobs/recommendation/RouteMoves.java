package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What moved within a route, in sentences: reasons for a look. */
final class RouteMoves {
  private static final int MOST = 5;
  private static final int LEAST_ROWS = 10;

  private RouteMoves() {}

  /** How a gate metric moved in each part of the route that moved by a material amount. */
  static List<String> strata(RouteCase route, Gate gate) {
    List<String> moves = new ArrayList<>();
    for (JudgedSlice stratum : route.strata()) {
      Optional<Evidence> evidence = tonight(stratum, gate, route.night());
      boolean moved =
          evidence
              .filter(e -> e.n() >= LEAST_ROWS)
              .map(e -> gate.tolerance().isMaterial(e.baseline().value(), e.difference()))
              .orElse(false);
      if (moved && moves.size() < MOST) {
        moves.add(
            "For %s it is %s tonight, before %s."
                .formatted(
                    stratum.slice().title(),
                    AdviceText.value(gate, evidence.get().value()),
                    AdviceText.value(gate, evidence.get().baseline().value())));
      }
    }
    return moves;
  }

  /** The slices in which something fell though the route as a whole did not. */
  static List<String> fallenSlices(RouteCase route) {
    return route.findings().stream()
        .filter(finding -> finding.verdict().compareTo(Verdict.CHANGED) < 0)
        .filter(finding -> !finding.kind().equals("release"))
        .limit(MOST)
        .map(Finding::sentence)
        .toList();
  }

  /** The sentences of the breaches. */
  static List<String> breaches(RouteCase route) {
    return route.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.BREACH)
        .limit(MOST)
        .map(Finding::sentence)
        .toList();
  }

  /** How much worse a gate metric is tonight in a part of the route; NaN where it has no value. */
  static double harm(JudgedSlice stratum, Gate gate, long night) {
    return tonight(stratum, gate, night)
        .map(evidence -> gate.harmOf(evidence.difference()))
        .orElse(Double.NaN);
  }

  private static Optional<Evidence> tonight(JudgedSlice slice, Gate gate, long night) {
    return Optional.ofNullable(slice.compared().streams().get(gate.measure()))
        .map(stream -> stream.evidence().get(night));
  }
}
