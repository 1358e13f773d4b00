package io.nightaudit.metrics.series;

/** The scale on which a stream is followed, and the way back from it. */
public enum DailyScale {
  /** y = asin √p; a rate. */
  ARCSINE {
    @Override
    public double value(double y) {
      double clipped = Math.max(0, Math.min(StrictMath.PI / 2, y));
      double sine = StrictMath.sin(clipped);
      return sine * sine;
    }
  },
  /** y = ln x; a positive quantity. */
  LOGARITHM {
    @Override
    public double value(double y) {
      return StrictMath.exp(y);
    }
  },
  /** y = x. */
  IDENTITY {
    @Override
    public double value(double y) {
      return y;
    }
  };

  /** The value of a daily figure whose transform is y; a rate stays in [0, 1]. */
  public abstract double value(double y);
}
