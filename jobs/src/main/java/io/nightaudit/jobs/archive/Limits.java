package io.nightaudit.jobs.archive;

/** Values beyond which a measurement cannot be true. */
public final class Limits {
  /** Tokens of one interaction; the largest context windows hold about a million. */
  public static final long TOKENS = 10_000_000L;

  /** Milliseconds of one interaction: seven days. */
  public static final double MILLISECONDS = 7 * 24 * 3_600_000.0;

  /** USD of one interaction: the longest at the dearest prices; sums of a night stay exact. */
  public static final double COST = 10_000;

  /** Absolute value of a feedback, a score or a log-probability. */
  public static final double NUMBER = 1e9;

  /** Names of scores that are taken from a map, the first in order. */
  public static final int SCORES = 100;

  private Limits() {}
}
