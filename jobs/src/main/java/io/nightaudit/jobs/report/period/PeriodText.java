package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.report.wording.Nights;
import java.util.Locale;

/** The report of a period in five lines of a terminal. */
public final class PeriodText {
  private PeriodText() {}

  /** The lines, each with its line feed. */
  public static String of(PeriodReport report) {
    PeriodReport visible = PeriodJson.visible(report);
    PeriodReport.Identity identity = visible.identity();
    PeriodReport.Answers answers = visible.answers();
    return String.format(
        Locale.ROOT,
        "%s, %s to %s\n  Relied on: %s\n  Changed:   %s\n  Decided:   %s\n  Cost:      %s\n",
        identity.system(),
        Nights.full(identity.from()),
        Nights.full(identity.to()),
        answers.reliance().headline(),
        answers.changes().headline(),
        answers.decisions().headline(),
        cost(visible.costs()));
  }

  private static String cost(PeriodReport.Costs costs) {
    return costs.nights().isEmpty() ? "not known" : PeriodMovements.cost(costs);
  }
}
