package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Optional;

/**
 * Where one release of one route stands on one night: a row of the table {@code releases}.
 *
 * @param epochDay the night
 * @param route the route
 * @param release the release
 * @param interactions interactions it served on this night; 0 where it was seen on nights before
 * @param firstNight the first night it was seen on this route
 * @param verdict the worst verdict on a gate metric that began while it served, as of this night
 * @param lastNight the last night it was seen on this route, as of this night
 * @param nights nights that it served this route
 * @param state where it stands
 * @param lastKnownGood the release that it would be rolled back to; empty where none is known
 */
public record ReleaseNight(
    long epochDay,
    Slice route,
    String release,
    long interactions,
    long firstNight,
    Verdict verdict,
    long lastNight,
    int nights,
    ReleaseState state,
    Optional<String> lastKnownGood)
    implements Serializable {}
