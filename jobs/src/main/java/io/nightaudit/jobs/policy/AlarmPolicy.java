package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * How many false alarms are accepted, and how the budget is shared out. Nothing of it depends on
 * what an archive holds, so that what other slices do moves no limit.
 *
 * @param falsePerMonth false alarms accepted in 30 nights, over everything that is watched
 * @param allTraffic the share of the budget for all traffic, 0 to 1
 * @param routes the share of the budget for the routes, 0 to 1; the other levels share the rest
 * @param scores how many scores share one weight where the archive keeps them in one column
 * @param guardrailRules how many guardrail rules share one weight
 */
public record AlarmPolicy(
    double falsePerMonth, double allTraffic, double routes, int scores, int guardrailRules)
    implements Serializable {
  public AlarmPolicy {
    if (!(falsePerMonth > 0 && falsePerMonth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "false alarms per month are " + falsePerMonth + "; give a number above 0");
    }
  }
}
