package io.nightaudit.jobs.finding;

import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which streams with an open alarm tell the story of a finding, so that who accepts the finding
 * accepts their new level too. A stream that tells the story of another open finding is left to
 * that finding: nobody accepts what the sentence in front of them does not say.
 */
public final class AcceptedStory {
  /** Nights between a release and an alarm that is put down to it. */
  private static final int NIGHTS_OF_COINCIDENCE = 1;

  private final Finding finding;
  private final List<Finding> others;

  /**
   * The story of a finding.
   *
   * @param open every finding that is open on the same night
   */
  public AcceptedStory(Finding finding, Collection<Finding> open) {
    this.finding = finding;
    this.others = open.stream().filter(other -> !other.id().equals(finding.id())).toList();
  }

  /** The streams of the story, in order; of a release those around its route. */
  public List<AcceptedStream> streams(Collection<AlarmedStream> alarmed) {
    return alarmed.stream()
        .filter(stream -> finding.isOfRelease() ? isOfRelease(stream) : isOfStream(stream, alarmed))
        .map(AlarmedStream::stream)
        .sorted()
        .toList();
  }

  /** Same theme, same direction, the same slice or one in or around it. */
  private boolean isOfStream(AlarmedStream stream, Collection<AlarmedStream> alarmed) {
    Optional<AlarmedStream> lead =
        alarmed.stream()
            .filter(other -> other.slice().equals(finding.slice()))
            .filter(other -> other.measure().equals(finding.measure()))
            .findFirst();
    return lead.isPresent()
        && stream.theme().equals(lead.get().theme())
        && stream.rising() == lead.get().rising()
        && nested(stream.slice(), finding.slice())
        && !isOfAnother(stream);
  }

  private boolean isOfAnother(AlarmedStream stream) {
    return others.stream()
        .filter(other -> Story.theme(other.measure()).equals(stream.theme()))
        .map(Finding::slice)
        .anyMatch(
            slice ->
                slice.equals(stream.slice()) && !slice.equals(finding.slice())
                    || isFiner(slice, finding.slice()) && stream.slice().isWithin(slice));
  }

  /** What a release may have moved in slices that it shares with other routes. */
  private boolean isOfRelease(AlarmedStream stream) {
    return stream.measure().metric().family() != Family.INPUT
        && !stream.slice().isWithin(finding.slice())
        && stream.slice().meets(finding.slice())
        && others.stream().noneMatch(other -> isOlderStory(other, stream));
  }

  private boolean isOlderStory(Finding other, AlarmedStream stream) {
    return Story.theme(other.measure()).equals(stream.theme())
        && nested(other.slice(), stream.slice())
        && other.began() < finding.began() - NIGHTS_OF_COINCIDENCE;
  }

  private static boolean nested(Slice one, Slice other) {
    return one.isWithin(other) || other.isWithin(one);
  }

  private static boolean isFiner(Slice slice, Slice other) {
    return slice.isWithin(other) && !slice.equals(other);
  }
}
