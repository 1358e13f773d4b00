package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a rollback, and what speaks for a look. */
final class Counterevidence {
  private static final int MOST = 5;
  private static final int FEW_NIGHTS = 7;
  private static final int LEAST_ROWS = 10;

  private Counterevidence() {}

  static List<String> of(RouteCase route, ReleaseChange change, Gate gate) {
    List<String> against = new ArrayList<>();
    for (JudgedSlice stratum : route.strata()) {
      Evidence evidence = tonight(stratum, gate.measure(), route.night());
      if (evidence != null && gate.harmOf(evidence.difference()) < 0) {
        against.add(
            "For %s the new release is better: %s tonight, before %s."
                .formatted(
                    stratum.slice().title(),
                    AdviceText.value(gate, evidence.value()),
                    AdviceText.value(gate, evidence.baseline().value())));
      }
    }
    cost(route).ifPresent(against::add);
    long nights = route.night() - change.epochDay() + 1;
    if (nights < FEW_NIGHTS) {
      against.add(
          "%s few: a cause of our own on the same date cannot be excluded."
              .formatted(nights == 1 ? "One night is" : nights + " nights are"));
    }
    against.add(
        "Not in the logs: what the new release repairs, and whether the provider still offers the earlier one.");
    return against.subList(0, Math.min(against.size(), MOST));
  }

  /** How a gate metric moved in each part of the route that moved by a material amount. */
  static List<String> strata(RouteCase route, Gate gate) {
    List<String> moves = new ArrayList<>();
    for (JudgedSlice stratum : route.strata()) {
      Evidence evidence = tonight(stratum, gate.measure(), route.night());
      boolean moved =
          evidence != null
              && evidence.n() >= LEAST_ROWS
              && gate.tolerance().isMaterial(evidence.baseline().value(), evidence.difference());
      if (moved && moves.size() < MOST) {
        moves.add(
            "For %s it is %s tonight, before %s."
                .formatted(
                    stratum.slice().title(),
                    AdviceText.value(gate, evidence.value()),
                    AdviceText.value(gate, evidence.baseline().value())));
      }
    }
    return moves;
  }

  private static java.util.Optional<String> cost(RouteCase route) {
    Evidence evidence =
        tonight(route.whole(), Measure.of(Metric.COST_PER_INTERACTION), route.night());
    boolean cheaper = evidence != null && evidence.difference() < 0;
    return cheaper
        ? java.util.Optional.of(
            "Going back costs more: %s interactions tonight, before %s."
                .formatted(
                    Quantity.UNIT_COST.value(evidence.value()),
                    Quantity.UNIT_COST.value(evidence.baseline().value())))
        : java.util.Optional.empty();
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
  static List<String> sentences(RouteCase route) {
    return route.findings().stream()
        .filter(finding -> finding.verdict() == Verdict.BREACH)
        .limit(MOST)
        .map(Finding::sentence)
        .toList();
  }

  private static Evidence tonight(JudgedSlice slice, Measure measure, long night) {
    var stream = slice.compared().streams().get(measure);
    return stream == null ? null : stream.evidence().get(night);
  }
}
