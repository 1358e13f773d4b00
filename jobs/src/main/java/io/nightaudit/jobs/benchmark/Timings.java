package io.nightaudit.jobs.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Best seconds of each part of a night over the rounds that count. */
public final class Timings {
  private final Map<String, Double> best = new LinkedHashMap<>();
  private boolean counting;

  /** From now on rounds count; those before warmed up. */
  public void begin() {
    counting = true;
  }

  /** Keeps the time of a part if it is the best. */
  public void add(String part, double seconds) {
    if (counting) {
      best.merge(part, seconds, Math::min);
    }
  }

  /** One line for each part: seconds, and multiples of one of them. */
  public String table(String unit) {
    StringBuilder table = new StringBuilder();
    best.forEach(
        (part, seconds) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-30s %9.2f s %8.1f ×%n",
                    part,
                    seconds,
                    seconds / best.get(unit))));
    return table.toString();
  }
}
