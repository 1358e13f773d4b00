package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries every table of whole numbers from 0 up that agrees with all that is shown of another, and
 * notes which values its withheld cells take: the attack, by brute force. The attacker knows which
 * cells of the published levels are empty.
 */
final class OtherTables {
  private static final long MOST_STEPS = 2_000_000;

  private final List<Slice> finest;
  private final long[] values;
  private final List<long[]> rests = new ArrayList<>();
  private final Map<Slice, Set<Long>> seen = new HashMap<>();
  private final List<List<Integer>> sumsOf = new ArrayList<>();
  private final List<Integer> lastOf = new ArrayList<>();
  private final Map<Slice, List<Integer>> hidden = new HashMap<>();
  private int open;
  private long steps;

  private OtherTables(SmallTable table, Set<Slice> withheld) {
    this.finest = candidates(table);
    this.values = new long[finest.size()];
    finest.forEach(cell -> sumsOf.add(new ArrayList<>()));
    for (Cell cell : table.cells()) {
      List<Integer> within = within(cell.slice());
      if (withheld.contains(cell.slice())) {
        hidden.put(cell.slice(), within);
        seen.put(cell.slice(), new HashSet<>());
      } else {
        within.forEach(place -> sumsOf.get(place).add(rests.size()));
        lastOf.add(within.get(within.size() - 1));
        rests.add(new long[] {cell.interactions()});
      }
    }
    this.open = hidden.size();
  }

  /** Finest cells that can be anything but 0: all of their published sums are. */
  private static List<Slice> candidates(SmallTable table) {
    Set<Slice> published = new HashSet<>();
    table.cells().forEach(cell -> published.add(cell.slice()));
    return table.combinations().stream()
        .filter(
            slice ->
                table.levels().stream().allMatch(level -> published.contains(slice.over(level))))
        .toList();
  }

  private List<Integer> within(Slice slice) {
    List<Integer> within = new ArrayList<>();
    for (int i = 0; i < finest.size(); i++) {
      if (finest.get(i).isWithin(slice)) {
        within.add(i);
      }
    }
    return within;
  }

  /** The withheld cells that have the same value in all tables; nothing if those are too many. */
  static Optional<Set<Slice>> pinned(SmallTable table, Set<Slice> withheld) {
    OtherTables tables = new OtherTables(table, withheld);
    tables.tryFrom(0);
    if (tables.steps > MOST_STEPS) {
      return Optional.empty();
    }
    Set<Slice> pinned = new HashSet<>();
    tables.seen.forEach(
        (slice, values) -> {
          if (values.size() < 2) {
            pinned.add(slice);
          }
        });
    return Optional.of(pinned);
  }

  private void tryFrom(int place) {
    if (open == 0 || steps > MOST_STEPS) {
      return;
    }
    steps++;
    if (place == finest.size()) {
      note();
      return;
    }
    long most = Long.MAX_VALUE;
    long forced = -1;
    for (int sum : sumsOf.get(place)) {
      most = Math.min(most, rests.get(sum)[0]);
      if (lastOf.get(sum) == place) {
        forced = Math.max(forced, rests.get(sum)[0]);
      }
    }
    for (long value = Math.max(0, forced);
        value <= most && open > 0 && steps <= MOST_STEPS;
        value++) {
      take(place, value);
      tryFrom(place + 1);
      take(place, -value);
      if (forced >= 0) {
        return;
      }
    }
  }

  private void take(int place, long value) {
    values[place] += value;
    sumsOf.get(place).forEach(sum -> rests.get(sum)[0] -= value);
  }

  private void note() {
    hidden.forEach(
        (slice, within) -> {
          Set<Long> known = seen.get(slice);
          if (known.size() < 2 && known.add(within.stream().mapToLong(i -> values[i]).sum())) {
            open -= known.size() == 2 ? 1 : 0;
          }
        });
  }
}
