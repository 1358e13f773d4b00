package io.nightaudit.jobs.explanation;

import io.nightaudit.jobs.metric.Digits;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers with all their digits, as a program can read them again. */
final class Exact {
  private static final double SMALLEST_PLAIN = 1e-9;
  private static final double LARGEST_PLAIN = 1e15;

  private Exact() {}

  /** The shortest digits that are this number and no other; "none" where there is no number. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    double size = Math.abs(value);
    BigDecimal digits = BigDecimal.valueOf(value);
    boolean plain = size == 0 || size >= SMALLEST_PLAIN && size < LARGEST_PLAIN;
    return plain ? plain(digits) : digits.stripTrailingZeros().toString();
  }

  /** A decimal number without zeros at its end. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String count(long value) {
    return Digits.whole(value);
  }

  static Optional<Double> present(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
