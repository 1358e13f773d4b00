package io.nightaudit.jobs.regulation;

/** What an article may need beyond columns and metrics. */
public enum Fact {
  /** The night's coverage can be relied on. */
  COVERAGE_COMPLETE,
  /** Every night since the first has an archive. */
  NIGHTS_UNBROKEN,
  /** The first night known is six months ago or more. */
  SIX_MONTHS,
  /** Tonight is compared with nights before. */
  BASELINE,
  /** The policy has limits. */
  LIMITS,
  /** People labelled interactions. */
  LABELS,
  /** A person signed off a report of the last nights. */
  SIGN_OFF,
  /** The operator names a plan of post-market monitoring. */
  MONITORING_PLAN;

  /** Whether only a person can add it. */
  boolean isHuman() {
    return this == LABELS || this == SIGN_OFF || this == MONITORING_PLAN;
  }
}
