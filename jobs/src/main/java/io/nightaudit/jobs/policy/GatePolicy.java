package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * When a candidate passes the release gate.
 *
 * @param confidence the confidence of its intervals, 0 to 1
 * @param minimumRows values of each release below which nothing is said
 * @param undecidedPasses whether a candidate passes whose evidence decides nothing
 */
public record GatePolicy(double confidence, int minimumRows, boolean undecidedPasses)
    implements Serializable {}
