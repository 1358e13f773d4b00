package io.nightaudit.jobs.report.period;

import java.util.List;

/** What the answers of a period are written from. */
record PeriodFacts(
    List<PeriodReport.NightEntry> nights,
    List<PeriodReport.FindingEntry> findings,
    List<PeriodReport.RecommendationEntry> recommendations,
    List<PeriodReport.DecisionEntry> decisions,
    List<PeriodReport.ReleaseEntry> releases,
    List<PeriodReport.FigureEntry> figures,
    PeriodReport.Costs costs) {

  /** The nights of a state. */
  List<PeriodReport.NightEntry> of(String state) {
    return nights.stream().filter(night -> night.state().equals(state)).toList();
  }

  int count(String state) {
    return of(state).size();
  }

  /** Nights with values, to be relied on or not. */
  int measured() {
    return count(PeriodNights.RELIABLE) + count(PeriodNights.INCONCLUSIVE);
  }

  /** Nights that were audited, with an archive or without. */
  List<PeriodReport.NightEntry> audited() {
    return nights.stream()
        .filter(
            night ->
                !night.state().equals(PeriodNights.NOT_YET)
                    && !night.state().equals(PeriodNights.NOT_AUDITED))
        .toList();
  }

  /** The findings of a standing. */
  List<PeriodReport.FindingEntry> standing(String standing) {
    return findings.stream().filter(finding -> finding.standing().equals(standing)).toList();
  }

  /** Findings that were open on the last measured night. */
  List<PeriodReport.FindingEntry> stillOpen() {
    return findings.stream().filter(finding -> finding.closedOn().isEmpty()).toList();
  }

  /** Recommendations of a state. */
  List<PeriodReport.RecommendationEntry> advice(String state) {
    return recommendations.stream().filter(entry -> entry.state().equals(state)).toList();
  }
}
