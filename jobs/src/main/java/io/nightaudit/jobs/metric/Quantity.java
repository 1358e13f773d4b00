package io.nightaudit.jobs.metric;

/** How values of one unit are written. */
public enum Quantity {
  /** A share of one, written in percent. */
  SHARE {
    @Override
    public String value(double value) {
      double percent = value * 100;
      boolean small = percent != 0 && Math.abs(percent) < 0.1;
      return (small ? Digits.significant(2, percent) : Digits.exactly(1, percent)) + "%";
    }

    @Override
    public String axis(double value) {
      return Digits.significant(value * 100) + "%";
    }

    @Override
    public String interval(double low, double high) {
      int decimals = decimals((high - low) * 100);
      return Digits.atMost(decimals, low * 100)
          + " to "
          + Digits.atMost(decimals, high * 100)
          + "%";
    }

    private static int decimals(double width) {
      if (width >= 3) {
        return 0;
      }
      return width >= 0.3 ? 1 : 2;
    }

    @Override
    public String difference(double value) {
      return points(value) + " points";
    }

    @Override
    public String differences(double low, double high) {
      return points(low) + " to " + points(high);
    }

    @Override
    public String tick(double value) {
      return Digits.signed(Digits.significant(value * 100));
    }

    private static String points(double value) {
      double points = value * 100;
      boolean small = points != 0 && Math.abs(points) < 0.1;
      return Digits.signed(small ? Digits.significant(2, points) : Digits.exactly(1, points));
    }
  },
  /** Milliseconds, written in the unit that suits their size. */
  DURATION {
    @Override
    public String value(double milliseconds) {
      double size = Math.abs(milliseconds);
      if (size < 1000) {
        return Digits.significant(milliseconds) + " ms";
      }
      return size < 120_000
          ? Digits.atMost(1, milliseconds / 1000) + " s"
          : Digits.atMost(1, milliseconds / 60_000) + " min";
    }
  },
  /** US dollars. */
  MONEY {
    @Override
    public String value(double dollars) {
      String digits = money(Math.abs(dollars));
      return (dollars < 0 ? "−$" : "$") + digits;
    }
  },
  /** US dollars of one interaction, written for a thousand. */
  UNIT_COST {
    @Override
    public String value(double dollars) {
      return brief(dollars) + " for 1,000";
    }

    @Override
    String brief(double dollars) {
      return MONEY.value(dollars * 1000);
    }
  },
  /** Anything counted or scored. */
  NUMBER {
    @Override
    public String value(double value) {
      return Digits.significant(value);
    }
  };

  /** The value with its unit. */
  public abstract String value(double value);

  /** The value as short as an axis needs it. */
  public String axis(double value) {
    return brief(value);
  }

  String brief(double value) {
    return value(value);
  }

  /** Low to high. */
  public String interval(double low, double high) {
    return brief(low) + " to " + brief(high);
  }

  /** A signed difference of two values. */
  public String difference(double value) {
    return Digits.signed(brief(value));
  }

  /** A signed difference as short as an axis needs it. */
  public String tick(double value) {
    return difference(value);
  }

  /** Low to high of a signed difference. */
  public String differences(double low, double high) {
    return difference(low) + " to " + difference(high);
  }

  /** A change of any kind: points, ratio or difference. */
  public String change(String kind, double value) {
    return switch (kind) {
      case "points" -> SHARE.difference(value);
      case "ratio" -> ratio(value);
      default -> difference(value);
    };
  }

  /** The interval of a change of any kind. */
  public String changeInterval(String kind, double low, double high) {
    return switch (kind) {
      case "points" -> SHARE.differences(low, high);
      case "ratio" -> percent(low) + " to " + percent(high) + "%";
      default -> differences(low, high);
    };
  }

  /** How values of a metric are written. */
  public static Quantity of(String metric, String unit) {
    return switch (unit) {
      case "share" -> SHARE;
      case "ms" -> DURATION;
      case "USD" -> metric.startsWith("cost_per_") ? UNIT_COST : MONEY;
      default -> NUMBER;
    };
  }

  private static String ratio(double value) {
    return value >= 2 ? "× " + Digits.significant(1 + value) : percent(value) + "%";
  }

  private static String percent(double value) {
    double percent = value * 100;
    return Digits.signed(Digits.exactly(Math.abs(percent) >= 100 ? 0 : 1, percent));
  }

  private static String money(double dollars) {
    if (dollars >= 1000) {
      return Digits.exactly(0, dollars);
    }
    return dollars >= 0.1 || dollars == 0
        ? Digits.exactly(2, dollars)
        : Digits.significant(2, dollars);
  }
}
