package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One open finding of one night.
 *
 * @param id hash of stream, slice and first night: the same as long as it lasts
 * @param epochDay the night on which it is open
 * @param slice where
 * @param measure what
 * @param verdict BREACH, WARNING or CHANGED
 * @param cause what it is put down to
 * @param began when the stream began to move, in days since 1970-01-01
 * @param found the first night that showed it
 * @param alarm the first night that alarmed, empty where none has
 * @param kind {@code score}, {@code rule}, {@code score and rule}, {@code distance} or {@code
 *     release}
 * @param sentence what a person reads
 * @param evidence the numbers behind it, in words
 * @param explanation the figures behind its cause
 * @param alsoIn other slices that show the same, and have no finding of their own for it
 */
public record Finding(
    String id,
    long epochDay,
    Slice slice,
    Measure measure,
    Verdict verdict,
    Cause cause,
    long began,
    long found,
    Optional<Long> alarm,
    String kind,
    String sentence,
    String evidence,
    Explanation explanation,
    List<Slice> alsoIn)
    implements Serializable {
  public Finding {
    alsoIn = List.copyOf(alsoIn);
  }

  /** The kind of a finding that is a release and no stream. */
  public static final String RELEASE = "release";

  /** A finding of which nothing more is known. */
  public Finding(
      String id,
      long epochDay,
      Slice slice,
      Measure measure,
      Verdict verdict,
      Cause cause,
      long began,
      long found,
      Optional<Long> alarm,
      String kind,
      String sentence,
      String evidence) {
    this(
        id,
        epochDay,
        slice,
        measure,
        verdict,
        cause,
        began,
        found,
        alarm,
        kind,
        sentence,
        evidence,
        Explanation.NONE,
        List.of());
  }

  /** Whether it tells of a slice: of one around its own, or of one that tells the same. */
  public boolean isAbout(Slice of) {
    return slice.isWithin(of) || alsoIn.stream().anyMatch(other -> other.isWithin(of));
  }

  /** Whether it is a release that began to answer, and not a stream that moved. */
  public boolean isOfRelease() {
    return kind.equals(RELEASE);
  }
}
