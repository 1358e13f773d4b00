package io.nightaudit.jobs.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person, or a service in a person's name, decided. It acts on nights from its effective
 * night on and is never rewritten.
 *
 * @param sequence its number in the store, from 1
 * @param subject the id of what it is about: a finding, a recommendation, a night, a hold or a
 *     removal
 * @param answer what was decided, such as accept
 * @param by who decided
 * @param reason why, in that person's words
 * @param decidedAt when
 * @param effectiveNight the first night on which it acts, in days since 1970-01-01
 * @param details what its kind adds
 */
public record Decision(
    long sequence,
    String subject,
    String answer,
    String by,
    String reason,
    Instant decidedAt,
    long effectiveNight,
    DecisionDetails details) {
  /** The answer that makes a new level the reference. */
  public static final String ACCEPT = "accept";

  /** Sorts of decisions. */
  public enum Kind {
    /** A finding is accepted as the new level. */
    ACCEPT,
    /** A recommendation is answered. */
    DECIDE,
    /** An approved recommendation was carried out. */
    EXECUTE,
    /** The report of a night was read. */
    SIGN_OFF,
    /** What is stored of some nights must stay. */
    HOLD,
    /** A hold has ended. */
    HOLD_RELEASE,
    /** What was stored of some nights is older than the policy keeps it, and is removed. */
    RETENTION
  }

  /** Accepts a finding as it stands. */
  public static Decision accept(
      Finding finding, String by, String reason, long effectiveNight, List<AcceptedStream> story) {
    return taken(
        finding.id(),
        ACCEPT,
        new DecisionDetails.Words(by, reason),
        effectiveNight,
        DecisionDetails.Accepted.of(finding, story));
  }

  /** A decision that has no place in a store yet. */
  public static Decision taken(
      String subject,
      String answer,
      DecisionDetails.Words words,
      long effectiveNight,
      DecisionDetails details) {
    return new Decision(
        0, subject, answer, words.by(), words.reason(), Instant.EPOCH, effectiveNight, details);
  }

  /** The same decision with its place in the store. */
  public Decision taken(long number, Instant at) {
    return new Decision(number, subject, answer, by, reason, at, effectiveNight, details);
  }

  public Kind kind() {
    return details.kind();
  }

  /** Whether it accepts a finding. */
  public boolean accepts(String finding) {
    return kind() == Kind.ACCEPT && subject.equals(finding);
  }

  /** What its kind adds, if it is of that kind. */
  public <T extends DecisionDetails> Optional<T> details(Class<T> of) {
    return of.isInstance(details) ? Optional.of(of.cast(details)) : Optional.empty();
  }

  /** A hash of what was decided, by whom and from when on: equal decisions have equal ids. */
  public String id() {
    List<String> content = new ArrayList<>(List.of(kind().name(), subject, answer, by, reason));
    content.add(LocalDate.ofEpochDay(effectiveNight).toString());
    content.addAll(details.content());
    return "D-" + FindingId.hash(String.join("\n", content));
  }

  /** Whether it says the same as another one, whatever night each acts from. */
  public boolean repeats(Decision other) {
    return kind() == other.kind()
        && subject.equals(other.subject)
        && answer.equals(other.answer)
        && by.equals(other.by)
        && reason.equals(other.reason)
        && details.content().equals(other.details.content());
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
