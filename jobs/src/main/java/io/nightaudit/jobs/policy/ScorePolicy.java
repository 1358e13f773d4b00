package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * How the daily score is made. Its limits are no setting: each stream has those that keep to its
 * share of the alarm budget.
 *
 * @param learningNights nights before the first judgement
 * @param weekdayNights nights from which the score knows weekdays
 * @param ewmaWeight the weight of tonight in the moving average
 * @param unusual the score of a single night from which it is unusual
 */
public record ScorePolicy(int learningNights, int weekdayNights, double ewmaWeight, double unusual)
    implements Serializable {}
