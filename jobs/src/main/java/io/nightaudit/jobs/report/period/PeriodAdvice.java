package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes what was recommended in a period: one entry for each route, action and pair of releases. Of
 * what asks for nothing only the last is kept.
 */
final class PeriodAdvice {
  static final String OPEN = "OPEN";
  static final String LAPSED = "LAPSED";
  static final String ANSWERED = "ANSWERED";
  static final String STANDING = "STANDING";

  private final PeriodRecord record;

  PeriodAdvice(PeriodRecord record) {
    this.record = record;
  }

  /** What one proposal is about, whatever night it is made on. */
  private record Proposal(Slice route, Action action, String from, String to)
      implements Comparable<Proposal> {
    private static final Comparator<Proposal> ORDER =
        Comparator.comparing(Proposal::route)
            .thenComparing(Comparator.comparing(Proposal::action).reversed())
            .thenComparing(Proposal::from)
            .thenComparing(Proposal::to);

    static Proposal of(Recommendation row) {
      return new Proposal(row.route(), row.action(), row.fromRelease(), row.toRelease());
    }

    boolean asks() {
      return action == Action.ROLL_BACK || action == Action.INVESTIGATE;
    }

    @Override
    public int compareTo(Proposal other) {
      return ORDER.compare(this, other);
    }
  }

  /** Those that wait for an answer first, the strongest first. */
  List<PeriodReport.RecommendationEntry> compose() {
    SortedMap<Proposal, List<Recommendation>> proposals = new TreeMap<>();
    record.recommendations().stream()
        .sorted(
            Comparator.comparingLong(Recommendation::epochDay).thenComparing(Recommendation::id))
        .forEach(
            row -> proposals.computeIfAbsent(Proposal.of(row), p -> new ArrayList<>()).add(row));
    List<PeriodReport.RecommendationEntry> entries = new ArrayList<>();
    proposals.forEach(
        (proposal, rows) -> {
          if (proposal.asks() || isLastOfRoute(proposal, rows)) {
            entries.add(entry(proposal, rows));
          }
        });
    entries.sort(
        Comparator.comparing((PeriodReport.RecommendationEntry e) -> !e.state().equals(OPEN))
            .thenComparing(e -> -Action.valueOf(e.action()).ordinal())
            .thenComparing(PeriodReport.RecommendationEntry::routeTitle));
    return entries;
  }

  private boolean isLastOfRoute(Proposal proposal, List<Recommendation> rows) {
    long last = rows.get(rows.size() - 1).epochDay();
    return record.recommendations().stream()
        .filter(row -> row.route().equals(proposal.route()))
        .noneMatch(row -> row.epochDay() > last);
  }

  private PeriodReport.RecommendationEntry entry(Proposal proposal, List<Recommendation> rows) {
    Recommendation last = rows.get(rows.size() - 1);
    Optional<DecisionLine> decision = decision(rows);
    return new PeriodReport.RecommendationEntry(
        last.id(),
        last.route().asMap(),
        last.route().title(),
        last.action().name(),
        last.fromRelease(),
        last.toRelease(),
        last.grade().name(),
        last.title(),
        last.reasons(),
        last.findings(),
        Identifiers.date(rows.get(0).epochDay()),
        Identifiers.date(last.epochDay()),
        (int) rows.stream().map(Recommendation::epochDay).distinct().count(),
        state(proposal, last, decision.isPresent()),
        decision.map(DecisionLine::answer),
        decision.map(DecisionLine::id));
  }

  private String state(Proposal proposal, Recommendation last, boolean answered) {
    if (answered) {
      return ANSWERED;
    }
    if (!proposal.asks()) {
      return STANDING;
    }
    boolean current = record.measured().stream().noneMatch(night -> night > last.epochDay());
    return current ? OPEN : LAPSED;
  }

  /** The last decision about one of the nights of a proposal. */
  private Optional<DecisionLine> decision(List<Recommendation> rows) {
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.id()));
    return record.decisions().stream()
        .filter(decision -> ids.contains(decision.subject()))
        .reduce((earlier, later) -> later);
  }
}
