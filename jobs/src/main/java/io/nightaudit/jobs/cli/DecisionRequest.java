package io.nightaudit.jobs.cli;

import io.nightaudit.jobs.decision.Answer;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a person decides on the command line. */
public sealed interface DecisionRequest {
  /** The Spark master that was named instead of the surrounding one. */
  Optional<String> master();

  /**
   * An answer to a recommendation.
   *
   * @param recommendation its id
   * @param by who answers
   * @param reason why
   * @param night the night whose report made it; by default the last one that did
   * @param executedAt when it was carried out, if it was
   * @param circumstances what that person knows of it
   */
  record Decide(
      String recommendation,
      Answer answer,
      String by,
      String reason,
      Optional<LocalDate> night,
      Optional<Instant> executedAt,
      Circumstances circumstances,
      Optional<String> master)
      implements DecisionRequest {
    public Decide {
      recommendation = recommendation.strip();
      by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "who answers");
      reason = PlainText.checked("--reason", reason, PlainText.LONGEST_REASON, "why");
      if (executedAt.isPresent() && answer != Answer.APPROVE) {
        throw new IllegalArgumentException(
            "--executed-at goes with --answer approve alone: what was answered with %s is not carried out."
                .formatted(answer.word()));
      }
    }
  }

  /**
   * A report that was read.
   *
   * @param night its night
   * @param by who read it
   * @param role in which role
   * @param comment what there is to say; may be empty
   */
  record SignOff(LocalDate night, String by, String role, String comment, Optional<String> master)
      implements DecisionRequest {
    public SignOff {
      by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "who has read the report");
      role = PlainText.checked("--role", role, PlainText.LONGEST_NAME, "in which role");
      comment =
          comment.isBlank()
              ? ""
              : PlainText.checked("--comment", comment, PlainText.LONGEST_REASON, "it");
    }
  }

  /**
   * A new legal hold.
   *
   * @param from the first night; empty for all up to the last
   * @param to the last night; empty for all from the first on
   */
  record AddHold(
      String by,
      String reason,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> master)
      implements DecisionRequest {
    public AddHold {
      by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "who wants the hold");
      reason = PlainText.checked("--reason", reason, PlainText.LONGEST_REASON, "why it is needed");
      if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
        throw new IllegalArgumentException(
            "--from %s is after --to %s; give the earlier night first."
                .formatted(from.get(), to.get()));
      }
    }
  }

  /** The end of a hold. */
  record ReleaseHold(String hold, String by, String reason, Optional<String> master)
      implements DecisionRequest {
    public ReleaseHold {
      hold = hold.strip();
      by = PlainText.checked("--by", by, PlainText.LONGEST_NAME, "who ends the hold");
      reason = PlainText.checked("--reason", reason, PlainText.LONGEST_REASON, "why it may end");
    }
  }

  /** All holds. */
  record ListHolds(Optional<String> master) implements DecisionRequest {}
}
