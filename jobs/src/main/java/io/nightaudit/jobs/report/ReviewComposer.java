package io.nightaudit.jobs.report;

import io.nightaudit.jobs.profile.review.ReviewEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the section of what a person should look at: strata and counts, no ids. */
final class ReviewComposer {
  private ReviewComposer() {}

  static Review compose(NightRecord record) {
    Map<String, ReviewStratum> strata = new LinkedHashMap<>();
    record.review().stream()
        .sorted(Comparator.comparing(ReviewEntry::stratum))
        .forEach(entry -> strata.putIfAbsent(entry.stratum().name(), stratum(entry)));
    long drawn =
        record.review().stream()
            .filter(ReviewEntry::isDrawn)
            .map(ReviewEntry::key)
            .distinct()
            .count();
    return new Review(drawn, List.copyOf(strata.values()));
  }

  private static ReviewStratum stratum(ReviewEntry entry) {
    return new ReviewStratum(
        entry.stratum().name(),
        entry.stratum().title(),
        entry.population(),
        entry.drawn(),
        entry.isDrawn() ? Optional.of(entry.inclusionProbability()) : Optional.empty(),
        entry.reason());
  }
}
