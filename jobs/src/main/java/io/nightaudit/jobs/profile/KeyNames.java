package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.policy.AuditConfiguration;
import java.io.Serializable;
import java.util.List;

/**
 * The columns and dimensions that tell an interaction apart.
 *
 * @param key all that together identify it
 * @param shown those beside its id that may stand beside it: neither another id nor personal
 * @param route its route; none where one of them is personal
 */
record KeyNames(List<String> key, List<String> shown, List<String> route) implements Serializable {
  KeyNames {
    key = List.copyOf(key);
    shown = List.copyOf(shown);
    route = List.copyOf(route);
  }

  static KeyNames of(AuditConfiguration configuration) {
    List<String> key = configuration.archive().key();
    List<String> personal = configuration.slices().personal();
    List<String> route = Level.route(configuration);
    return new KeyNames(
        key,
        key.stream().filter(KeyNames::isCategory).filter(name -> !personal.contains(name)).toList(),
        route.stream().anyMatch(personal::contains) ? List.of() : route);
  }

  /** Dimensions are categories, too. */
  private static boolean isCategory(String name) {
    return Column.named(name).map(column -> column.type() == Column.Type.CATEGORY).orElse(true);
  }
}
