package io.nightaudit.jobs.archive.label;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one person said about one interaction.
 *
 * @param night the night of the interaction, in days since 1970-01-01; empty where the review queue
 *     did not hold it when the label came
 * @param interactionId the interaction
 * @param target what was judged: a score's measure, such as scores.correct, or guardrail
 * @param value the label: 1 for yes, 0 for no, or a number on the scale of the score
 * @param who the person, as the file names them
 * @param labelledAt when
 */
public record HumanLabel(
    Optional<Long> night,
    String interactionId,
    String target,
    double value,
    String who,
    Instant labelledAt)
    implements Serializable {
  /** The target of labels that say whether an answer really violates. */
  public static final String GUARDRAIL = "guardrail";

  /** The first label first; of one moment the lowest, so that the order is total. */
  public static final Comparator<HumanLabel> ORDER =
      Comparator.comparing(HumanLabel::interactionId)
          .thenComparing(HumanLabel::target)
          .thenComparing(HumanLabel::who)
          .thenComparing(HumanLabel::labelledAt)
          .thenComparingDouble(HumanLabel::value);

  /** The same label with the night that the interaction is of. */
  public HumanLabel on(Optional<Long> found) {
    return new HumanLabel(found, interactionId, target, value, who, labelledAt);
  }
}
