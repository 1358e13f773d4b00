package io.nightaudit.jobs.finding;

/** Where a release of a route stands. */
public enum ReleaseState {
  /** It served the route on this night. */
  SERVING,
  /** It was kept on the evidence of nights that it and an earlier release both served. */
  KEPT,
  /** It did not serve the route on this night. */
  GONE
}
