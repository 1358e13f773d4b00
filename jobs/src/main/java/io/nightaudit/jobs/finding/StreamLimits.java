package io.nightaudit.jobs.finding;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * The share of the alarm budget that one stream has, and the limits that keep to it.
 *
 * @param falsePerMonth false alarms of this stream in 30 nights
 * @param ewmaRunLength mean nights between false alarms of the moving average
 * @param ewmaLimit its limit, in its own standard deviations
 * @param spikeLimit the limit of two nights in three; empty where the moving average has the whole
 *     share
 */
public record StreamLimits(
    double falsePerMonth, double ewmaRunLength, double ewmaLimit, OptionalDouble spikeLimit)
    implements Serializable {}
