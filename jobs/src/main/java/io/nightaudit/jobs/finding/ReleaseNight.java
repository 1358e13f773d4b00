package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;

/**
 * What one release of one route served on one night: a row of the table {@code releases}.
 *
 * @param epochDay the night
 * @param route the route
 * @param release the release
 * @param interactions interactions it served
 * @param firstNight the first night it was seen on this route
 * @param verdict the worst verdict on a gate metric that began while it served, as of this night
 */
public record ReleaseNight(
    long epochDay, Slice route, String release, long interactions, long firstNight, Verdict verdict)
    implements Serializable {}
