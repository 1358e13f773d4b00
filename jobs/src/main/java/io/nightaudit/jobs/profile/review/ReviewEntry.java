package io.nightaudit.jobs.profile.review;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One interaction drawn from one stratum, or a stratum from which none was drawn: a row of the
 * table {@code review_queue}.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param stratum the stratum
 * @param interactionId the interaction; empty where none was drawn
 * @param rest the other parts of the archive's key, empty where the id is all of it
 * @param inclusionProbability with which it came out of the stratum; NaN where none was drawn
 * @param overallProbability with which it came into the queue, out of any stratum that it is in;
 *     NaN where none was drawn
 * @param population interactions of the stratum that could be drawn
 * @param drawn how many were
 * @param withoutId interactions of the stratum that have no id and cannot be drawn
 * @param strata every stratum that the interaction is in
 * @param release the release that served it, empty where none was drawn
 * @param route the key of its route, empty where it is not known
 * @param guardrailHit whether a guardrail said anything but allow; empty where none looked
 * @param scores its scores by name
 * @param feedback the user's rating, NaN where there is none
 * @param reason why none was drawn, or what could not be drawn; empty where all is well
 */
public record ReviewEntry(
    long epochDay,
    Stratum stratum,
    String interactionId,
    String rest,
    double inclusionProbability,
    double overallProbability,
    long population,
    long drawn,
    long withoutId,
    List<Stratum> strata,
    String release,
    String route,
    Optional<Boolean> guardrailHit,
    SortedMap<String, Double> scores,
    double feedback,
    String reason)
    implements Serializable {
  public ReviewEntry {
    strata = strata.stream().sorted().toList();
    scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
  }

  /** A stratum from which no interaction was drawn. */
  static ReviewEntry none(
      long epochDay, Stratum stratum, long population, long withoutId, String reason) {
    return new ReviewEntry(
        epochDay,
        stratum,
        "",
        "",
        Double.NaN,
        Double.NaN,
        population,
        0,
        withoutId,
        List.of(),
        "",
        "",
        Optional.empty(),
        Collections.emptySortedMap(),
        Double.NaN,
        reason);
  }

  /** What tells the interaction apart from the others of its night. */
  public List<String> key() {
    return List.of(interactionId, rest);
  }

  /** Whether an interaction was drawn. */
  public boolean isDrawn() {
    return !interactionId.isEmpty();
  }
}
