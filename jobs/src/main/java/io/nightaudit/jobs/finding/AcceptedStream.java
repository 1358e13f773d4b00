package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A stream that starts to learn anew because a finding was accepted.
 *
 * @param slice where
 * @param measure what
 */
public record AcceptedStream(Slice slice, Measure measure)
    implements Comparable<AcceptedStream>, Serializable {
  private static final Comparator<AcceptedStream> ORDER =
      Comparator.comparing(AcceptedStream::slice).thenComparing(AcceptedStream::measure);

  @Override
  public int compareTo(AcceptedStream other) {
    return ORDER.compare(this, other);
  }
}
