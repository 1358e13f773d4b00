package io.nightaudit.jobs.recommendation;

import io.nightaudit.jobs.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of one release of a route up to a night.
 *
 * @param release the release
 * @param served night to interactions that it served, the first one known to the last; never empty
 * @param kept whether it was kept on evidence of both releases serving the same nights
 * @param breaches nights of the baseline with a breach on a gate metric that began while it served
 *     most
 * @param findings what began while it served most of the route and was open since, once each
 */
public record ReleaseRecord(
    String release,
    SortedMap<Long, Long> served,
    boolean kept,
    SortedSet<Long> breaches,
    List<Finding> findings) {
  /** Nights without a breach that stand for a decision to keep. */
  static final int PROVEN_NIGHTS = 7;

  public ReleaseRecord {
    served = Collections.unmodifiableSortedMap(new TreeMap<>(served));
    breaches = Collections.unmodifiableSortedSet(new TreeSet<>(breaches));
    findings = List.copyOf(findings);
  }

  public long lastNight() {
    return served.lastKey();
  }

  /**
   * Whether it is known to be good as far as the nights before one tell: kept, or proven over some
   * nights, and without a breach of its own.
   */
  public boolean isGoodBefore(long night) {
    SortedMap<Long, Long> before = served.headMap(night);
    boolean proven = kept || before.size() >= PROVEN_NIGHTS;
    return !before.isEmpty() && proven && breaches.headSet(night).isEmpty();
  }
}
