package io.nightaudit.jobs.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How values of a unit are written for people: short, with one printed precision. */
public final class ValueText {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private ValueText() {}

  /** A value in its unit, such as {@code 97.6%}, {@code 6.4 s} or {@code 1,113}. */
  public static String of(String unit, double value) {
    return switch (unit) {
      case "share" -> format("%.1f%%", 100 * value);
      case "ms" -> milliseconds(value);
      case "USD" -> dollars(value);
      default -> number(value);
    };
  }

  /** A change of a value: points for shares, percent for what is proportional. */
  public static String change(String unit, double before, double after) {
    if (unit.equals("share")) {
      return signed(100 * (after - before), 1) + " points";
    }
    boolean proportional = before > 0 && !unit.equals("score") && !unit.equals("points");
    if (!proportional) {
      return signedNumber(after - before);
    }
    double ratio = after / before;
    return ratio >= 3 ? "× " + number(ratio) : signed(100 * (ratio - 1), 1) + "%";
  }

  /** A number with three digits, or whole with separators from 100 on. */
  public static String number(double value) {
    if (Math.abs(value) >= 100) {
      return minus(String.format(Locale.ROOT, "%,.0f", value));
    }
    if (value == 0) {
      return "0";
    }
    return minus(new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString());
  }

  /** A count with separators. */
  public static String whole(long count) {
    return minus(String.format(Locale.ROOT, "%,d", count));
  }

  private static String signedNumber(double value) {
    return (value > 0 ? "+" : "") + number(value);
  }

  private static String milliseconds(double value) {
    return Math.abs(value) < 1000 ? number(value) + " ms" : format("%,.1f s", value / 1000);
  }

  private static String dollars(double value) {
    return Math.abs(value) < 0.1
        ? format("$%,.2f for 1,000", 1000 * value)
        : format("$%,.2f", value);
  }

  /** A number with its sign and so many digits. */
  public static String signed(double value, int digits) {
    return format("%+." + digits + "f", value);
  }

  private static String format(String pattern, double value) {
    String text = String.format(Locale.ROOT, pattern, value);
    return minus(text.matches("[-+]0\\.0+") ? text.substring(1) : text);
  }

  /** A minus sign instead of a hyphen. */
  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
