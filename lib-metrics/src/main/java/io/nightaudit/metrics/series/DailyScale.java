package io.nightaudit.metrics.series;

/**
 * The scale on which a stream is followed, and the way back from it to the unit of the figure.
 *
 * <p>Each constant is the inverse of one of the transforms of {@link DailyTransform}. All rise with
 * y: a larger y is a larger figure.
 *
 * <ul>
 *   <li>NaN stays NaN on every scale.
 *   <li>Infinite y: the end of the range of the scale.
 * </ul>
 *
 * <p>Source: the transforms of {@link DailyTransform}; for rates F. J. Anscombe, Biometrika 35,
 * 1948, doi 10.1093/biomet/35.3-4.246.
 */
public enum DailyScale {
  /**
   * y = asin √p of a rate: p = sin² y, 0 to 1 without unit; y outside [0, π/2] counts as the nearer
   * end.
   */
  ARCSINE {
    @Override
    public double value(double y) {
      double clipped = Math.max(0, Math.min(StrictMath.PI / 2, y));
      double sine = StrictMath.sin(clipped);
      return sine * sine;
    }

    @Override
    public boolean reaches(double y) {
      return y >= 0 && y <= StrictMath.PI / 2;
    }
  },
  /**
   * y = ln x of a positive quantity: x = e^y in the unit of x, from 0 (y = −∞) up; infinite above y
   * = 709.78.
   */
  LOGARITHM {
    @Override
    public double value(double y) {
      return StrictMath.exp(y);
    }
  },
  /** y = x of any quantity: x = y in the unit of x, without bounds. */
  IDENTITY {
    @Override
    public double value(double y) {
      return y;
    }
  };

  /** The value of a daily figure whose transform is y; a rate stays in [0, 1]. */
  public abstract double value(double y);

  /** Whether a figure can be as far as y; no rate is below 0 or above 1. False for NaN. */
  public boolean reaches(double y) {
    return Math.abs(y) < Double.POSITIVE_INFINITY;
  }
}
