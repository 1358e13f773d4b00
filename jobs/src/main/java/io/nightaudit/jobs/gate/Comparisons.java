package io.nightaudit.jobs.gate;

import io.nightaudit.jobs.cohort.CohortComparison;
import io.nightaudit.jobs.cohort.Contrast;
import io.nightaudit.jobs.cohort.Mismatch;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.metric.Digits;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Quantity;
import java.util.Optional;

/**
 * The comparisons of one measure that there are, and the one that counts: within equal questions
 * where enough of them are paired, else at the baseline's mix, else as they are.
 *
 * @param plain all values of one against all of the other
 * @param standardized at the mix of the baseline
 * @param paired within equal questions
 * @param mismatch on how many of these the measure differs
 * @param counting the comparison that counts
 * @param obstacle why none counts; empty where one does
 */
public record Comparisons(
    Optional<Contrast> plain,
    Optional<Contrast> standardized,
    Optional<Contrast> paired,
    Optional<Mismatch> mismatch,
    Optional<Contrast> counting,
    String obstacle) {
  /** Share of the baseline's mix that a comparison at that mix must be about. */
  private static final double LEAST_COVERAGE = 0.5;

  static Comparisons of(
      CohortComparison cohorts, Measure measure, double confidence, int minimumRows) {
    Optional<Contrast> plain = cohorts.plain(measure, confidence);
    Optional<Contrast> standardized = cohorts.standardized(measure, confidence);
    Optional<Contrast> paired = cohorts.paired(measure, confidence);
    Optional<Contrast> enough =
        paired.filter(pairs -> pairs.hasInterval() && pairs.n() >= minimumRows);
    Optional<Contrast> chosen =
        enough.or(() -> standardized.filter(Contrast::hasInterval)).or(() -> plain);
    String obstacle = obstacle(cohorts, measure, chosen, minimumRows);
    return new Comparisons(
        plain,
        standardized,
        paired,
        cohorts.mismatch(measure, confidence),
        obstacle.isEmpty() ? chosen : Optional.empty(),
        obstacle);
  }

  private static String obstacle(
      CohortComparison cohorts, Measure measure, Optional<Contrast> chosen, int minimumRows) {
    Evidence evidence = cohorts.evidence().get(measure);
    if (evidence == null) {
      return "the candidate has no value of it";
    }
    if (evidence.baseline().n() == 0) {
      return "the baseline has no value of it, or none that adds up";
    }
    String few = few(evidence.n(), evidence.baseline().n(), minimumRows, "");
    if (!few.isEmpty()) {
      return few;
    }
    return chosen
        .map(contrast -> obstacle(contrast, minimumRows))
        .orElse("no interval is known for a difference of it");
  }

  private static String obstacle(Contrast chosen, int minimumRows) {
    if (chosen.coverage() < LEAST_COVERAGE) {
      return "the candidate answered only %s of the baseline's mix"
          .formatted(Quantity.SHARE.value(chosen.coverage()));
    }
    return chosen.hasInterval()
        ? few(chosen.n(), chosen.nBefore(), minimumRows, "in strata that both have, ")
        : "the ratio to the baseline is not known";
  }

  private static String few(long now, long before, int minimumRows, String where) {
    long least = Math.min(now, before);
    return least >= minimumRows
        ? ""
        : "%s%s has %s; the policy asks for %s"
            .formatted(
                where,
                now <= before ? "the candidate" : "the baseline",
                least == 1 ? "1 value" : Digits.whole(least) + " values",
                Digits.whole(minimumRows));
  }
}
