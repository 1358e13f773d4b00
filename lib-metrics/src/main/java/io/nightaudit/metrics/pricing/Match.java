package io.nightaudit.metrics.pricing;

import java.util.Locale;

/** How the model of a price is compared with the model that served; earlier constants win. */
public enum Match {
  /** The names are equal. */
  EQUALS {
    @Override
    boolean accepts(String pattern, String model) {
      return model.equals(pattern);
    }
  },
  /** The served model begins with the price's model. */
  STARTS_WITH {
    @Override
    boolean accepts(String pattern, String model) {
      return model.startsWith(pattern);
    }
  },
  /** The served model ends with the price's model. */
  ENDS_WITH {
    @Override
    boolean accepts(String pattern, String model) {
      return model.endsWith(pattern);
    }
  },
  /** The served model contains the price's model. */
  CONTAINS {
    @Override
    boolean accepts(String pattern, String model) {
      return model.contains(pattern);
    }
  },
  /**
   * A regular expression is found in the served model. The search is given a number of steps; an
   * expression that needs more for a name does not match it, nor does any match a name of more than
   * 512 characters.
   */
  REGEX {
    @Override
    boolean accepts(String pattern, String model) {
      return BoundedPattern.of(pattern).found(model);
    }
  };

  abstract boolean accepts(String pattern, String model);

  /** The name in configuration and tables: lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
