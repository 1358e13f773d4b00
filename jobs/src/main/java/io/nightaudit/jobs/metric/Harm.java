package io.nightaudit.jobs.metric;

/** The direction in which a metric does harm. */
public enum Harm {
  INCREASE,
  DECREASE,
  /** No direction is harmful by itself: such a metric reaches WARNING at most. */
  NEITHER;

  /** Whether a move of this sign is harmful. */
  public boolean of(double change) {
    return switch (this) {
      case INCREASE -> change > 0;
      case DECREASE -> change < 0;
      case NEITHER -> false;
    };
  }
}
