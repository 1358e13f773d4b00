package io.nightaudit.jobs.finding;

/**
 * What the placebo study says of one stream.
 *
 * @param nights nights of its history that were put in other orders
 * @param dependence how much a night says of the next one: the autocorrelation of lag 1, around the
 *     mean of each weekday where the score knows weekdays
 * @param alarmsPerMonth alarms raised in 30 nights in which nothing changed
 */
public record StreamPlacebo(int nights, double dependence, double alarmsPerMonth) {
  /** From here on the score is known to alarm more often than it promises. */
  private static final double DEPENDENT = 0.3;

  /** Whether its nights depend on each other so much that false alarms are more frequent. */
  public boolean isDependent() {
    return dependence >= DEPENDENT;
  }
}
