package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is withheld on each of some nights.
 *
 * <p>A figure is compared with the nights before it. A slice that was withheld on one of them stays
 * withheld, for the sum over these nights less those that were shown would give the night that was
 * not. It ends when no night of the window is left for which the slice was withheld: what it was
 * withheld with counts for as long, and does not begin a window of its own.
 */
public final class WithheldNights implements Serializable {
  private static final long serialVersionUID = 1;

  private final TreeMap<Long, HashMap<Slice, Withheld>> nights = new TreeMap<>();
  private final HashSet<Slice> ever = new HashSet<>();

  private WithheldNights() {}

  /** Nothing is withheld. */
  public static WithheldNights none() {
    return new WithheldNights();
  }

  /**
   * Decides the nights in order, each after those before it.
   *
   * @param cells every cell of each night
   * @param earlier what was withheld on nights before the first of them
   * @param personal dimensions whose small cells are not shown
   * @param minimumCell the size below which such a cell is small
   * @param window how many nights before are compared with
   */
  public static WithheldNights of(
      SortedMap<Long, List<Cell>> cells,
      List<Withheld> earlier,
      Set<String> personal,
      int minimumCell,
      int window) {
    WithheldNights withheld = new WithheldNights();
    earlier.forEach(withheld::add);
    cells.forEach(
        (night, tonight) ->
            Suppression.of(night, tonight, personal, minimumCell, withheld.habit(night, window))
                .forEach(withheld::add));
    return withheld;
  }

  private void add(Withheld cell) {
    nights.computeIfAbsent(cell.epochDay(), night -> new HashMap<>()).put(cell.slice(), cell);
    ever.add(cell.slice());
  }

  private Map<Slice, Long> habit(long night, int window) {
    Map<Slice, Long> habit = new HashMap<>();
    nights.subMap(night - window, night).values().stream()
        .flatMap(cells -> cells.values().stream())
        .filter(cell -> cell.origin() >= night - window)
        .forEach(cell -> habit.merge(cell.slice(), cell.origin(), Math::max));
    return habit;
  }

  public boolean isWithheld(Slice slice, long night) {
    Map<Slice, Withheld> cells = nights.get(night);
    return cells != null && cells.containsKey(slice);
  }

  /** Whether a slice was withheld on any of the nights. */
  public boolean isEverWithheld(Slice slice) {
    return ever.contains(slice);
  }

  /** What is withheld on a night, in order. */
  public List<Withheld> on(long night) {
    return nights.getOrDefault(night, new HashMap<>()).values().stream().sorted().toList();
  }

  /** Whether nothing is withheld on any night. */
  public boolean isEmpty() {
    return ever.isEmpty();
  }
}
