package io.nightaudit.metrics.pricing;

/**
 * The tokens of one interaction; −1 where the log does not say.
 *
 * @param input all input tokens, cached ones included
 * @param output all output tokens, reasoning included
 * @param cacheRead input tokens read from a cache
 * @param cacheWrite input tokens written to a cache, for an hour or less
 * @param reasoning output tokens spent on reasoning
 * @param cacheWriteHour those of {@code cacheWrite} that are kept for an hour
 */
public record Usage(
    long input, long output, long cacheRead, long cacheWrite, long reasoning, long cacheWriteHour) {

  /** What a count is when the log does not say. */
  public static final long UNKNOWN = -1;

  public Usage {
    require(input, "input");
    require(output, "output");
    require(cacheRead, "cacheRead");
    require(cacheWrite, "cacheWrite");
    require(reasoning, "reasoning");
    require(cacheWriteHour, "cacheWriteHour");
  }

  /** Usage of a log that does not say how long written tokens are kept. */
  public Usage(long input, long output, long cacheRead, long cacheWrite, long reasoning) {
    this(input, output, cacheRead, cacheWrite, reasoning, UNKNOWN);
  }

  /** Input and output tokens, with nothing known of caches and reasoning. */
  public static Usage of(long input, long output) {
    return new Usage(input, output, UNKNOWN, UNKNOWN, UNKNOWN);
  }

  private static void require(long count, String name) {
    if (count < UNKNOWN) {
      throw new IllegalArgumentException(
          name + " must be a count of tokens, or -1 for unknown. Provided: " + count);
    }
  }
}
