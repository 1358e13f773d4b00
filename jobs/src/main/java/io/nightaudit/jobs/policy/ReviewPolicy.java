package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * Which interactions a person should look at.
 *
 * @param perStratum how many interactions of a night are drawn from each risk stratum
 */
public record ReviewPolicy(int perStratum) implements Serializable {}
