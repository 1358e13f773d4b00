package io.nightaudit.jobs.recommendation;

/**
 * A rollback that is weighed.
 *
 * @param from the release that serves now
 * @param to the release to go back to; empty where there is none
 * @param since the first night of the new release that counts
 * @param gate the metric that it is about
 */
record Move(String from, String to, long since, Gate gate) {}
