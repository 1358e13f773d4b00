package io.nightaudit.jobs.profile;

import java.io.Serializable;

/**
 * One summary of one slice on one night: a row of the table {@code profiles}.
 *
 * @param epochDay the night, in days since 1970-01-01
 * @param slice the slice's key
 * @param metric the measure's name
 * @param count values seen
 * @param missing rows without a value
 * @param definition hash of what the measure means: mapping, version, prices
 * @param summary the summary's bytes
 */
public record ProfileRow(
    long epochDay,
    String slice,
    String metric,
    long count,
    long missing,
    String definition,
    byte[] summary)
    implements Serializable {}
