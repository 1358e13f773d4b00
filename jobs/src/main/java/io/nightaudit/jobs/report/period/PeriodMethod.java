package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.Sentences;
import java.util.ArrayList;
import java.util.List;

/** How the figures of a period were made, and what they cannot show. */
final class PeriodMethod {
  private PeriodMethod() {}

  static List<String> statements() {
    return List.of(
        "Everything comes from the tables of the audit store; the archive was not read.",
        "A figure of the period is read off the merged profiles of its nights. Profiles hold whole numbers, so the result is that of one pass over all interactions of the period.",
        "Interactions and cost add up over nights; they are given for a night, on average over the nights with values.",
        "Intervals are 95% and take the night as the sample: shares and means by the ratio of sums over nights, totals by the mean of nights, quantiles by the mean of the nights’ logarithms. An interval is never narrower than chance within nights makes it.",
        "A change compares the period with as many nights before it. Its interval follows from how much the nights before differ from one another, widened where neighbours resemble each other; it needs three nights.",
        "“Moved” says that the interval leaves out no change and that the change is at least the material limit of the policy. It opens no finding: findings come from the nights, under the budget of false alarms.",
        "A finding is open on the nights whose reports list it. It is gone on the first measured night that no longer lists it; a night without values closes nothing.",
        "Nights on which a figure meant something else (another mapping, version or price book) are left out of it.",
        "Cost is exact: the tables add up to the ledgers of the nights to the last digit. Cost per accepted answer takes answers that were not judged to be accepted as often as those that were.");
  }

  /** Never empty. */
  static List<String> limits(PeriodRecord record, PeriodFacts facts) {
    List<String> limits = new ArrayList<>();
    limits.add(
        "Statistics over logs. What was not logged cannot be seen here, and that nothing was found does not say that nothing happened.");
    if (facts.count(PeriodNights.INCONCLUSIVE) > 0) {
      limits.add(
          "Values of inconclusive nights are part of the figures; what is missing of these nights is not.");
    }
    int lost = facts.count(PeriodNights.MISSED) + facts.count(PeriodNights.NOT_AUDITED);
    if (lost > 0) {
      limits.add(
          "%s of the period %s no values; what happened then is in no figure."
              .formatted(Sentences.count(lost, "night"), lost == 1 ? "has" : "have"));
    }
    if (record.withheld().slices() > 0) {
      limits.add(
          "%s %s withheld: a group in it is smaller than %s on some night."
              .formatted(
                  Sentences.count(record.withheld().slices(), "slice"),
                  record.withheld().slices() == 1 ? "is" : "are",
                  record.configuration().slices().minimumCell()));
    }
    if (record.withheld().smaller() > 0) {
      limits.add(
          "%s beyond the largest %s not shown; the tables of the store have them."
              .formatted(
                  Sentences.count(record.withheld().smaller(), "smaller route"),
                  record.withheld().smaller() == 1 ? "is" : "are"));
    }
    limits.add(
        "Whether a change came from a release or from anything else of those nights, a comparison of two periods cannot tell.");
    return limits;
  }
}
