package io.nightaudit.jobs.recommendation;

/** What is recommended for a route, from the weakest to the strongest. */
public enum Action {
  KEEP,
  HOLD,
  INVESTIGATE,
  ROLL_BACK
}
