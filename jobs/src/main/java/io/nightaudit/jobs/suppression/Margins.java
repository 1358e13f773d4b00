package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cells of a night are sums of which: every cell of a level is the sum of the cells of each
 * finer level that lie in it. Two kinds of cells have no name, and are in nobody's table, but can
 * be computed where enough is shown: what two levels have in common although no level is of it, and
 * what is left over of a sum whose parts were folded into {@code (other)}.
 */
final class Margins {
  /**
   * A cell as a member of sums.
   *
   * @param slice the slice; of what is left over, that of the sum
   * @param people its size
   * @param personal whether it says something of few people when it is small
   * @param named whether somebody shows it if it is not withheld
   */
  record Node(Slice slice, long people, boolean personal, boolean named) {}

  private final Set<String> personal;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private final Map<List<String>, Map<Slice, Integer>> levels = new LinkedHashMap<>();
  private final List<Long> interactions = new ArrayList<>();

  Margins(List<Cell> cells, Set<String> personal) {
    this.personal = personal;
    cells.stream().sorted(Comparator.comparing(Cell::slice)).forEach(cell -> add(cell, true));
    common(List.copyOf(levels.keySet())).forEach(this::addCommon);
    levels.keySet().forEach(coarse -> levels.keySet().forEach(fine -> relate(coarse, fine)));
  }

  private void add(Cell cell, boolean named) {
    Slice slice = cell.slice();
    Integer twice =
        levels
            .computeIfAbsent(slice.level(), level -> new LinkedHashMap<>())
            .put(slice, nodes.size());
    if (twice != null) {
      throw new IllegalArgumentException("a cell occurs twice: " + slice.key());
    }
    interactions.add(cell.interactions());
    nodes.add(new Node(slice, cell.people(), isPersonal(slice.level()), named));
  }

  /** What levels have in common, and what that has in common with others, where no level is it. */
  private static Set<List<String>> common(List<List<String>> levels) {
    Set<List<String>> common = new LinkedHashSet<>();
    List<List<String>> all = new ArrayList<>(levels);
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<String> both = new ArrayList<>(all.get(i));
        both.retainAll(all.get(j));
        if (!all.contains(both)) {
          all.add(both);
          common.add(both);
        }
      }
    }
    return common;
  }

  /** The cells of a level that nobody shows: sums of a finer one of which nothing was folded. */
  private void addCommon(List<String> level) {
    levels.keySet().stream()
        .filter(fine -> fine.size() > level.size() && fine.containsAll(level))
        .map(levels::get)
        .filter(cells -> cells.keySet().stream().noneMatch(Margins::isFold))
        .findFirst()
        .ifPresent(
            cells -> {
              SortedMap<Slice, Long> sums = new TreeMap<>();
              cells.forEach(
                  (slice, place) ->
                      sums.merge(slice.over(level), interactions.get(place), Long::sum));
              sums.forEach((slice, sum) -> add(new Cell(slice, sum, sum), false));
            });
  }

  private boolean isPersonal(List<String> level) {
    return level.stream().anyMatch(personal::contains);
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Sum> sums() {
    return sums;
  }

  private void relate(List<String> coarse, List<String> fine) {
    if (coarse.size() >= fine.size() || !fine.containsAll(coarse)) {
      return;
    }
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    levels
        .get(fine)
        .forEach(
            (slice, part) -> {
              Integer whole = whole(slice, coarse);
              if (whole != null) {
                parts.computeIfAbsent(whole, place -> new ArrayList<>()).add(part);
              }
            });
    boolean folded = levels.get(fine).keySet().stream().anyMatch(Margins::isFold);
    boolean care = folded && isPersonal(fine);
    levels.get(coarse).values().forEach(whole -> add(whole, parts.get(whole), care));
  }

  /** The cell of a coarser level that a cell lies in; none for a folded one, which lies in many. */
  private Integer whole(Slice part, List<String> coarse) {
    if (!coarse.isEmpty() && isFold(part)) {
      return null;
    }
    Map<Slice, Integer> wholes = levels.get(coarse);
    Integer own = wholes.get(part.over(coarse));
    return own != null ? own : wholes.get(fold(coarse));
  }

  private static boolean isFold(Slice slice) {
    return slice.dimensions().values().stream().allMatch(Slice.OTHER::equals);
  }

  private static Slice fold(List<String> level) {
    SortedMap<String, String> values = new TreeMap<>();
    level.forEach(name -> values.put(name, Slice.OTHER));
    return new Slice(values);
  }

  private void add(int whole, List<Integer> found, boolean care) {
    List<Integer> parts = found == null ? new ArrayList<>() : found;
    long left = interactions.get(whole) - parts.stream().mapToLong(interactions::get).sum();
    if (left > 0) {
      parts.add(nodes.size());
      interactions.add(left);
      nodes.add(new Node(nodes.get(whole).slice(), left, care, false));
    }
    sums.add(new Sum(whole, parts));
  }
}
