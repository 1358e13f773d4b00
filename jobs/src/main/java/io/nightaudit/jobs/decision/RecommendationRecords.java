package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Answered;
import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The recommendations that were made or answered, each with where it stands. */
public final class RecommendationRecords {
  /** The order in which decisions act: by night, and of one night as they were taken. */
  public static final Comparator<Decision> ORDER =
      Comparator.comparingLong(Decision::effectiveNight).thenComparingLong(Decision::sequence);

  private final SortedMap<String, RecommendationRecord> records = new TreeMap<>();

  /**
   * The records.
   *
   * @param advice what is recommended tonight
   * @param decisions those that act tonight
   */
  public RecommendationRecords(Collection<Recommendation> advice, Collection<Decision> decisions) {
    advice.stream()
        .filter(each -> each.action() != Action.KEEP)
        .forEach(each -> records.put(each.id(), RecommendationRecord.proposed(each)));
    decisions.stream().sorted(ORDER).forEach(this::add);
  }

  private void add(Decision decision) {
    proposal(decision)
        .ifPresent(
            proposal ->
                records.compute(
                    decision.subject(),
                    (id, known) ->
                        (known == null ? RecommendationRecord.proposed(id, proposal) : known)
                            .after(decision)));
  }

  /** The recommendation that a decision is about, if it is about one. */
  public static Optional<Proposal> proposal(Decision decision) {
    return decision
        .details(Answered.class)
        .map(Answered::proposal)
        .or(() -> decision.details(Executed.class).map(Executed::proposal));
  }

  /** The record of a recommendation. */
  public Optional<RecommendationRecord> of(String id) {
    return Optional.ofNullable(records.get(id));
  }

  /** All, in the order of their ids. */
  public List<RecommendationRecord> list() {
    return List.copyOf(records.values());
  }
}
