package io.nightaudit.jobs.comparison;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.metrics.decision.StratumMoments;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measure of one slice: every night that is known, and the evidence of those compared now.
 *
 * @param measure what is measured
 * @param nights every known night up to the last one compared
 * @param evidence the nights compared now
 * @param moments size, mean and variance of the values of every night of the window
 */
public record ComparedStream(
    Measure measure,
    SortedMap<Long, StreamNight> nights,
    SortedMap<Long, Evidence> evidence,
    SortedMap<Long, StratumMoments> moments)
    implements Serializable {
  public ComparedStream {
    nights = Collections.unmodifiableSortedMap(new TreeMap<>(nights));
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    moments = Collections.unmodifiableSortedMap(new TreeMap<>(moments));
  }
}
