package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a person decided about a finding. It acts on nights from its effective night on and is never
 * rewritten.
 *
 * @param sequence its number in the store, from 1
 * @param kind what sort of decision
 * @param subject the finding it is about, as it was when it was decided
 * @param answer what was decided, such as accept
 * @param by who decided
 * @param reason why, in that person's words
 * @param decidedAt when
 * @param effectiveNight the first night on which it acts, in days since 1970-01-01
 * @param streams the streams that start to learn anew; of a release those around its route
 */
public record Decision(
    long sequence,
    Kind kind,
    Subject subject,
    String answer,
    String by,
    String reason,
    Instant decidedAt,
    long effectiveNight,
    List<AcceptedStream> streams)
    implements Serializable {
  /** The answer that makes a new level the reference. */
  public static final String ACCEPT = "accept";

  /** Sorts of decisions. */
  public enum Kind {
    /** A finding is accepted as the new level. */
    ACCEPT
  }

  /**
   * The finding that a decision is about.
   *
   * @param finding its id
   * @param kind what had found it, such as score or release
   * @param measure what had moved
   * @param slice where
   * @param began when it had begun to move, in days since 1970-01-01
   * @param found the first night that had shown it
   */
  public record Subject(
      String finding, String kind, Measure measure, Slice slice, long began, long found)
      implements Serializable {
    static Subject of(Finding finding) {
      return new Subject(
          finding.id(),
          finding.kind(),
          finding.measure(),
          finding.slice(),
          finding.began(),
          finding.found());
    }

    boolean isOfRelease() {
      return kind.equals(Finding.RELEASE);
    }
  }

  public Decision {
    streams = List.copyOf(streams);
  }

  /** Accepts a finding as it stands. */
  public static Decision accept(
      Finding finding, String by, String reason, long effectiveNight, List<AcceptedStream> story) {
    return new Decision(
        0,
        Kind.ACCEPT,
        Subject.of(finding),
        ACCEPT,
        by,
        reason,
        Instant.EPOCH,
        effectiveNight,
        story);
  }

  /** The same decision with its place in the store. */
  public Decision taken(long number, Instant at) {
    return new Decision(number, kind, subject, answer, by, reason, at, effectiveNight, streams);
  }

  /** A hash of what was decided, by whom and from when on: equal decisions have equal ids. */
  public String id() {
    String content =
        String.join(
            "\n",
            kind.name(),
            subject.finding(),
            answer,
            by,
            reason,
            LocalDate.ofEpochDay(effectiveNight).toString());
    return "D-" + FindingId.hash(content);
  }

  /** The date on which it was taken, in UTC. */
  public LocalDate decidedOn() {
    return decidedAt.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether it acts on a night. */
  public boolean actsOn(long night) {
    return effectiveNight <= night;
  }
}
