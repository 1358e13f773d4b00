package io.nightaudit.jobs.policy;

import java.io.Serializable;

/**
 * What makes a night unreliable.
 *
 * @param minimumVolume the share of the trailing median below which a night is incomplete
 * @param maximumVolume the multiple of the trailing median above which a night is suspect
 * @param missingHour the probability under the usual pattern below which an empty hour is missing
 * @param maximumDuplicateShare share of duplicates above which a night is suspect
 */
public record CoveragePolicy(
    double minimumVolume, double maximumVolume, double missingHour, double maximumDuplicateShare)
    implements Serializable {}
