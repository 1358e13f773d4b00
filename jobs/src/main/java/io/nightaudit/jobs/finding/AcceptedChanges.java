package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * From when on the daily values of a stream count, because a person accepted its new level: the
 * nights before are forgotten and the stream learns anew. A decision acts on nights from its
 * effective night on; earlier nights are judged as if it had not been taken.
 */
public final class AcceptedChanges implements Serializable {
  private static final long serialVersionUID = 1;

  /** Nothing was accepted. */
  public static final AcceptedChanges NONE = new AcceptedChanges(List.of());

  private final HashMap<AcceptedStream, ArrayList<Acceptance>> byStream = new HashMap<>();
  private final ArrayList<Acceptance> ofReleases = new ArrayList<>();
  private final ArrayList<Acceptance> all = new ArrayList<>();

  /** Of decisions of any kind, those that accept a finding. */
  public AcceptedChanges(Collection<Decision> decisions) {
    for (Decision decision : decisions) {
      decision
          .details(DecisionDetails.Accepted.class)
          .ifPresent(
              accepted ->
                  add(new Acceptance(decision.subject(), decision.effectiveNight(), accepted)));
    }
  }

  /** An accepted finding by its id, and from when on that acts. */
  private record Acceptance(String id, long effectiveNight, DecisionDetails.Accepted finding)
      implements Serializable {
    boolean actsOn(long night) {
      return effectiveNight <= night;
    }
  }

  private void add(Acceptance acceptance) {
    all.add(acceptance);
    if (acceptance.finding().isOfRelease()) {
      ofReleases.add(acceptance);
    }
    acceptance
        .finding()
        .streams()
        .forEach(
            stream -> byStream.computeIfAbsent(stream, s -> new ArrayList<>()).add(acceptance));
  }

  /** The night from which a stream counts when a night is judged; empty where all of it does. */
  public OptionalLong from(Slice slice, Measure measure, long night) {
    if (all.isEmpty()) {
      return OptionalLong.empty();
    }
    Stream<Acceptance> named =
        byStream.getOrDefault(new AcceptedStream(slice, measure), new ArrayList<>()).stream();
    Stream<Acceptance> released =
        ofReleases.stream().filter(acceptance -> answers(acceptance, slice, measure));
    return Stream.concat(named, released)
        .filter(acceptance -> acceptance.actsOn(night))
        .mapToLong(acceptance -> acceptance.finding().began())
        .max();
  }

  /** A release changes everything of its route but what people ask. */
  private static boolean answers(Acceptance release, Slice slice, Measure measure) {
    return measure.metric().family() != Family.INPUT && slice.isWithin(release.finding().slice());
  }

  /** A stream as a night may know it: without the nights before an accepted change. */
  ComparedStream known(Slice slice, ComparedStream stream, long night) {
    OptionalLong from = from(slice, stream.measure(), night);
    return from.isEmpty()
        ? stream
        : new ComparedStream(
            stream.measure(),
            stream.nights().tailMap(from.getAsLong()),
            stream.evidence(),
            stream.moments());
  }

  /** Says of a stream that learns why it does. */
  Judgement explained(Slice slice, Measure measure, long night, Judgement judgement) {
    OptionalLong from = from(slice, measure, night);
    return judgement.verdict() != Verdict.LEARNING || from.isEmpty()
        ? judgement
        : judgement.with(
            Verdict.LEARNING,
            "%s; accepted as the new level from %s on"
                .formatted(judgement.reason(), LocalDate.ofEpochDay(from.getAsLong())),
            Judgement.Episode.NONE);
  }

  /** Whether a finding is no longer told because it was accepted; a stream's goes by itself. */
  public boolean closes(Finding finding) {
    return finding.isOfRelease()
        && all.stream()
            .filter(acceptance -> acceptance.actsOn(finding.epochDay()))
            .anyMatch(acceptance -> acceptance.id().equals(finding.id()));
  }
}
