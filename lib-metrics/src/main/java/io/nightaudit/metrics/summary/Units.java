package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Fixed-point numbers: integer units of 10^-scale. */
final class Units {
  static final int LARGEST_SCALE = 12;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private Units() {}

  static int checkScale(int scale) {
    if (scale < 0 || scale > LARGEST_SCALE) {
      throw new IllegalArgumentException(
          "scale must be 0 to %s decimal digits, but is %s".formatted(LARGEST_SCALE, scale));
    }
    return scale;
  }

  static double perOne(int scale) {
    return POWERS[scale];
  }

  static long of(double value, int scale) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value must be a finite number, but is %s; count it as missing".formatted(value));
    }
    return Math.max(-Long.MAX_VALUE, (long) Math.rint(value * POWERS[scale]));
  }

  /** n Σab − Σa Σb. */
  static BigInteger spread(long count, BigInteger a, BigInteger b, BigInteger products) {
    return BigInteger.valueOf(count).multiply(products).subtract(a.multiply(b));
  }

  /** Correctly rounded but for ties beyond 34 digits, so the mean of equal values is that value. */
  static double quotient(BigInteger numerator, BigInteger denominator, int scale) {
    if (denominator.signum() == 0) {
      return Double.NaN;
    }
    return new BigDecimal(numerator, scale)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }
}
