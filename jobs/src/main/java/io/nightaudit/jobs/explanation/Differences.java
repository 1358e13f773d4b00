package io.nightaudit.jobs.explanation;

import java.util.ArrayList;
import java.util.List;

/** Where two figures differ, name by name, to the last bit of every number. */
final class Differences {
  private final List<String> found = new ArrayList<>();

  Differences number(String name, double stored, double recomputed) {
    return Double.compare(stored + 0.0, recomputed + 0.0) == 0
        ? this
        : text(name, Exact.number(stored), Exact.number(recomputed));
  }

  Differences whole(String name, long stored, long recomputed) {
    return text(name, Long.toString(stored), Long.toString(recomputed));
  }

  Differences text(String name, String stored, String recomputed) {
    if (!stored.equals(recomputed)) {
      found.add("%s: stored %s, recomputed %s".formatted(name, stored, recomputed));
    }
    return this;
  }

  List<String> list() {
    return List.copyOf(found);
  }
}
