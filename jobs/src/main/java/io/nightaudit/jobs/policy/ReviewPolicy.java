package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * Which interactions a person should look at.
 *
 * @param perStratum how many interactions of a night are drawn from each risk stratum
 * @param lowScores the share of a night's values of a score that are its worst
 * @param unlistedWords the share of a night's questions that have the most unlisted words
 * @param highCosts the share of a night's interactions that have the highest costs
 */
public record ReviewPolicy(int perStratum, double lowScores, double unlistedWords, double highCosts)
    implements Serializable {}
