package io.nightaudit.jobs.finding;

/** What a figure of a period did against the period before: a reading, and no alarm. */
public enum PeriodMove {
  /** Towards harm, at least as far as is material, and further than nights differ by chance. */
  HARMFUL,
  /** As far, but not towards harm. */
  MOVED,
  /** Not as far as is material, or not further than nights differ by chance. */
  NOT_SEEN,
  /** It cannot be told, for the reason given. */
  NOT_COMPARED
}
