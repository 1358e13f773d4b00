package io.nightaudit.jobs.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Decimal digits with thousands separators and the minus sign "−". */
public final class Digits {
  private static final BigDecimal GROUPED = BigDecimal.valueOf(1000);

  private Digits() {}

  /** A whole number, such as 1,113. */
  public static String whole(long value) {
    return print(BigDecimal.valueOf(value), 0, 0);
  }

  /** At most so many decimals, without zeros at the end. */
  public static String atMost(int decimals, double value) {
    return print(BigDecimal.valueOf(value), 0, decimals);
  }

  /** Exactly so many decimals. */
  public static String exactly(int decimals, double value) {
    return print(BigDecimal.valueOf(value), decimals, decimals);
  }

  /** Three significant digits, whole from 1,000 on. */
  public static String significant(double value) {
    return significant(3, value);
  }

  /** So many significant digits, whole from 1,000 on. */
  public static String significant(int digits, double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.abs().compareTo(GROUPED) >= 0) {
      return print(exact, 0, 0);
    }
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return print(rounded, 0, Math.max(0, rounded.scale()));
  }

  /** With "+" before a number above zero. */
  public static String signed(String number) {
    boolean unsigned = number.startsWith("−") || number.matches("[0.,]+");
    return unsigned ? number : "+" + number;
  }

  private static String print(BigDecimal value, int minimum, int maximum) {
    BigDecimal rounded = value.setScale(maximum, RoundingMode.HALF_EVEN);
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(minimum);
    format.setMaximumFractionDigits(maximum);
    String digits = format.format(rounded.abs());
    return rounded.signum() < 0 ? "−" + digits : digits;
  }
}
