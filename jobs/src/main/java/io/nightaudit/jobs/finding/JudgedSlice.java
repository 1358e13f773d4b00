package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One slice with everything that is said of it.
 *
 * @param compared the evidence
 * @param judgements measure to night to judgement
 */
public record JudgedSlice(
    ComparedSlice compared, SortedMap<Measure, SortedMap<Long, Judgement>> judgements)
    implements Serializable {
  public JudgedSlice {
    judgements = Collections.unmodifiableSortedMap(new TreeMap<>(judgements));
  }

  public Slice slice() {
    return compared.slice();
  }

  /** What is said of a measure on a night. */
  public Optional<Judgement> judgement(Measure measure, long night) {
    return Optional.ofNullable(judgements.get(measure)).map(nights -> nights.get(night));
  }

  /** Whether the slice has a finding on a night. */
  public boolean finds(long night) {
    return judgements.values().stream()
        .anyMatch(nights -> nights.containsKey(night) && nights.get(night).verdict().finds());
  }
}
