package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;

/**
 * A release that began to serve a route while another one had served it.
 *
 * @param route the route
 * @param epochDay the first night of the new release, in days since 1970-01-01
 * @param from the release that served most before
 * @param to the new release
 * @param silent whether the model behind an unchanged name changed
 */
public record ReleaseChange(Slice route, long epochDay, String from, String to, boolean silent)
    implements Serializable {}
