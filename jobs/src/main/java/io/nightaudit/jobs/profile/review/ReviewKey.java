package io.nightaudit.jobs.profile.review;

/** What tells the interaction under the pass apart. */
public interface ReviewKey {
  /** Whether it has an id by which a person can find it. */
  boolean hasId();

  /** A hash of all that identifies it; only where it has an id. */
  long hash();

  /** Its id; only where it has one. */
  String id();

  /** The other parts of the archive's key, as far as they may be shown; empty where id is all. */
  String rest();

  /** The key of its route, empty where routes are not known or may name a person. */
  String route();
}
