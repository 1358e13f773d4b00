package io.nightaudit.metrics.pricing;

import java.util.Locale;

/** What a provider counts and bills separately. */
public enum Meter {
  /** Input tokens that were neither read from nor written to a cache. */
  INPUT,
  /** Output tokens without reasoning. */
  OUTPUT,
  /** Input tokens read from the provider's cache. */
  CACHE_READ,
  /** Input tokens written to the provider's cache for the usual time, minutes. */
  CACHE_WRITE,
  /** Output tokens spent on reasoning that the caller does not see. */
  REASONING,
  /** Input tokens written to the provider's cache for an hour, which costs more. */
  CACHE_WRITE_1H;

  /** The name in configuration and tables: lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
