package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What else can be done than a rollback of the whole route. */
final class Alternatives {
  private Alternatives() {}

  static List<String> of(RouteCase route, ReleaseChange change, Gate gate) {
    List<String> alternatives = new ArrayList<>();
    Optional<JudgedSlice> worst =
        route.strata().stream()
            .filter(slice -> evidence(slice, gate, route.night()) != null)
            .max(Comparator.comparingDouble(slice -> harm(slice, gate, route.night())));
    boolean partial = route.strata().size() > 1 && worst.isPresent();
    if (partial) {
      String title = worst.get().slice().title();
      alternatives.add("Send only %s to the earlier release.".formatted(title));
      alternatives.add(
          "Stop %s for now: this keeps the state for an investigation.".formatted(title));
    }
    alternatives.add(
        "Test %s beside %s on a share of the traffic, which would be evidence of grade A."
            .formatted(change.from(), change.to()));
    alternatives.add("Wait for more nights. The harm goes on meanwhile.");
    return alternatives;
  }

  private static double harm(JudgedSlice slice, Gate gate, long night) {
    return gate.harmOf(evidence(slice, gate, night).difference());
  }

  private static Evidence evidence(JudgedSlice slice, Gate gate, long night) {
    var stream = slice.compared().streams().get(gate.measure());
    return stream == null ? null : stream.evidence().get(night);
  }
}
