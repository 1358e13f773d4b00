package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Harm;
import java.util.Optional;

/**
 * The smallest lasting change of a stream that its moving average would have found in four cases of
 * five, in the unit of the metric, from what tonight was expected to be. A size is empty where no
 * change, however large, is found in time.
 *
 * @param direction of the change: that of harm, or the one that exists; NEITHER stands for the
 *     larger of a rise and a fall
 * @param expected what tonight was expected to be
 * @param within7 found within 7 nights
 * @param within14 within 14
 * @param within28 within 28
 * @param seesMaterial whether a change of the material size is found within 14 nights; empty where
 *     the policy has no such size
 */
public record DetectableChange(
    Harm direction,
    double expected,
    Optional<Double> within7,
    Optional<Double> within14,
    Optional<Double> within28,
    Optional<Boolean> seesMaterial) {}
