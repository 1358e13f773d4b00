package io.nightaudit.metrics.decision;

/** Which way a metric is worse. */
public enum HarmDirection {
  /** Worse when it falls, such as a rate of correct answers. */
  DECREASE {
    @Override
    public double harmOf(double change) {
      return -change;
    }
  },

  /** Worse when it rises, such as a cost or a rate of refusals. */
  INCREASE {
    @Override
    public double harmOf(double change) {
      return change;
    }
  };

  /** A change as harm, in the unit of the change: positive is worse. */
  public abstract double harmOf(double change);
}
