package io.nightaudit.jobs.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Which unknown members of sums have one value only, given all that is known.
 *
 * <p>An unknown can be computed if it is the same in every solution of the sums, that is, if every
 * solution of the sums with all that is known set to 0 has 0 there. Sparse elimination modulo a
 * large prime gives one such solution with arbitrary numbers in it; an unknown that could take
 * another value would have to meet 0 by a chance of 1 in 2^61, and would then be taken for one that
 * can be computed, which withholds more, never less.
 */
final class Unknowns {
  private final Map<Integer, SortedMap<Integer, Long>> rows = new HashMap<>();
  private final Map<Integer, TreeSet<Integer>> rowsOf = new HashMap<>();

  /** Unknowns that are still in a sum, the rarest first. */
  private final TreeSet<Column> open =
      new TreeSet<>(Comparator.comparingInt(Column::rows).thenComparingInt(Column::unknown));

  private final List<Pivot> pivots = new ArrayList<>();

  private record Column(int unknown, int rows) {}

  private record Pivot(int unknown, SortedMap<Integer, Long> row) {}

  private Unknowns(List<Sum> sums, IntPredicate isUnknown) {
    for (Sum sum : sums) {
      SortedMap<Integer, Long> row = new TreeMap<>();
      sum.parts().stream().filter(isUnknown::test).forEach(part -> row.put(part, 1L));
      if (isUnknown.test(sum.whole())) {
        row.put(sum.whole(), Residue.of(-1));
      }
      int place = rows.size();
      rows.put(place, row);
      row.keySet().forEach(unknown -> rowsOf(unknown).add(place));
    }
    rowsOf.forEach((unknown, in) -> open.add(new Column(unknown, in.size())));
  }

  /** The unknown members that can be computed from the sums; those of no sum cannot. */
  static Set<Integer> computable(List<Sum> sums, IntPredicate isUnknown) {
    Unknowns unknowns = new Unknowns(sums, isUnknown);
    while (!unknowns.open.isEmpty()) {
      unknowns.eliminate(unknowns.open.first());
    }
    return unknowns.zeros();
  }

  private TreeSet<Integer> rowsOf(int unknown) {
    return rowsOf.computeIfAbsent(unknown, u -> new TreeSet<>());
  }

  private void eliminate(Column column) {
    int unknown = column.unknown();
    int chosen =
        rowsOf(unknown).stream()
            .min(
                Comparator.comparingInt((Integer place) -> rows.get(place).size())
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    SortedMap<Integer, Long> pivot = rows.get(chosen);
    pivot.keySet().forEach(member -> move(member, chosen, false));
    long inverse = Residue.inverse(pivot.get(unknown));
    for (int place : List.copyOf(rowsOf(unknown))) {
      long factor = Residue.times(rows.get(place).get(unknown), inverse);
      pivot.forEach((member, value) -> subtract(place, member, Residue.times(factor, value)));
    }
    pivots.add(new Pivot(unknown, pivot));
  }

  private void subtract(int place, int member, long amount) {
    SortedMap<Integer, Long> row = rows.get(place);
    long rest = Residue.minus(row.getOrDefault(member, 0L), amount);
    boolean was = row.containsKey(member);
    if (rest == 0) {
      row.remove(member);
    } else {
      row.put(member, rest);
    }
    if (was != (rest != 0)) {
      move(member, place, rest != 0);
    }
  }

  /** Notes that an unknown came into a row or left it. */
  private void move(int unknown, int place, boolean in) {
    TreeSet<Integer> holding = rowsOf(unknown);
    open.remove(new Column(unknown, holding.size()));
    if (in) {
      holding.add(place);
    } else {
      holding.remove(place);
    }
    if (!holding.isEmpty()) {
      open.add(new Column(unknown, holding.size()));
    }
  }

  /** The unknowns that are 0 in a solution with arbitrary numbers wherever there is a choice. */
  private Set<Integer> zeros() {
    Map<Integer, Long> solution = new HashMap<>();
    Set<Integer> bound = new TreeSet<>();
    pivots.forEach(pivot -> bound.add(pivot.unknown()));
    rowsOf.keySet().stream()
        .filter(unknown -> !bound.contains(unknown))
        .forEach(unknown -> solution.put(unknown, Residue.arbitrary(unknown)));
    Set<Integer> zeros = new TreeSet<>();
    for (int i = pivots.size() - 1; i >= 0; i--) {
      Pivot pivot = pivots.get(i);
      long value = solve(pivot, solution);
      solution.put(pivot.unknown(), value);
      if (value == 0) {
        zeros.add(pivot.unknown());
      }
    }
    return zeros;
  }

  private static long solve(Pivot pivot, Map<Integer, Long> solution) {
    long rest = 0;
    for (Map.Entry<Integer, Long> entry : pivot.row().entrySet()) {
      if (entry.getKey() != pivot.unknown()) {
        rest = Residue.minus(rest, Residue.times(entry.getValue(), solution.get(entry.getKey())));
      }
    }
    return Residue.times(rest, Residue.inverse(pivot.row().get(pivot.unknown())));
  }
}
