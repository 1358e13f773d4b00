package io.nightaudit.jobs.recommendation;

import java.io.Serializable;

/**
 * One thing that speaks against a rollback.
 *
 * @param kind what it is about
 * @param text the sentence
 */
public record Objection(Kind kind, String text) implements Serializable {
  /** What an objection is about. */
  public enum Kind {
    /** The release to go back to has not served this route for some nights. */
    TARGET_AWAY,
    /** The release to go back to has never served a part of this route. */
    TARGET_NEVER_SERVED,
    /** The release to go back to had other guardrails. */
    TARGET_GUARDRAILS,
    /** Something was found while the release to go back to served. */
    TARGET_FINDINGS,
    /** A part of the route is better under the new release. */
    BETTER_NOW,
    /** Going back costs more. */
    COST,
    /** Going back is slower. */
    LATENCY,
    /** The nights are few. */
    FEW_NIGHTS,
    /** What the logs cannot show. */
    NOT_IN_THE_LOGS,
    /** An objection of a store that did not say its kind. */
    UNNAMED
  }
}
