package io.nightaudit.jobs.suppression;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table small enough to try every other one that agrees with what is shown of it.
 *
 * @param finest the counts of the finest cells
 * @param levels the levels that are published, all traffic first
 */
record SmallTable(SortedMap<Slice, Long> finest, List<List<String>> levels) {

  /** Two or three dimensions of two to four values; few cells are large, some are empty. */
  static SmallTable random(Random random, int largest) {
    int dimensions = 2 + random.nextInt(2);
    List<String> names = List.of("a", "b", "c").subList(0, dimensions);
    SortedMap<Slice, Long> finest = new TreeMap<>();
    fill(random, largest, names, 0, Slice.ALL, dimensions == 2 ? 3 : 1, finest);
    List<List<String>> levels = new ArrayList<>(List.of(List.of()));
    for (int i = 1; i < 1 << dimensions; i++) {
      List<String> level = new ArrayList<>();
      for (int d = 0; d < dimensions; d++) {
        if ((i >> d & 1) == 1) {
          level.add(names.get(d));
        }
      }
      if (random.nextInt(4) > 0) {
        levels.add(level);
      }
    }
    return new SmallTable(finest, levels);
  }

  private static void fill(
      Random random,
      int largest,
      List<String> names,
      int next,
      Slice slice,
      int more,
      SortedMap<Slice, Long> finest) {
    if (next == names.size()) {
      long count = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(largest);
      if (count > 0) {
        finest.put(slice, count);
      }
      return;
    }
    int values = 2 + random.nextInt(more);
    for (int value = 0; value < values; value++) {
      Slice with = slice.with(names.get(next), String.valueOf(value));
      fill(random, largest, names, next + 1, with, more, finest);
    }
  }

  /** The same table with all but the largest cells of each level folded into one. */
  List<Cell> folded(int cap) {
    Map<List<String>, SortedMap<Slice, Long>> sizes = new LinkedHashMap<>();
    levels.forEach(level -> sizes.put(level, sizes(level)));
    List<Cell> cells = new ArrayList<>();
    sizes.forEach((level, sums) -> cells.addAll(folded(sums, cap)));
    return cells;
  }

  private static List<Cell> folded(SortedMap<Slice, Long> sums, int cap) {
    List<Slice> largest = new ArrayList<>(sums.keySet());
    largest.sort(Collections.reverseOrder((x, y) -> Long.compare(sums.get(x), sums.get(y))));
    if (largest.size() <= cap) {
      return sums.entrySet().stream().map(e -> cell(e.getKey(), e.getValue())).toList();
    }
    List<Cell> cells = new ArrayList<>();
    largest.subList(0, cap - 1).forEach(slice -> cells.add(cell(slice, sums.get(slice))));
    SortedMap<String, String> other = new TreeMap<>(largest.get(0).dimensions());
    other.replaceAll((name, value) -> Slice.OTHER);
    long rest =
        largest.subList(cap - 1, largest.size()).stream().mapToLong(slice -> sums.get(slice)).sum();
    cells.add(cell(new Slice(other), rest));
    return cells;
  }

  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    levels.forEach(level -> sizes(level).forEach((slice, size) -> cells.add(cell(slice, size))));
    return cells;
  }

  /** Every combination of values that occur. */
  List<Slice> combinations() {
    List<Slice> combinations = List.of(Slice.ALL);
    for (String name : finest.firstKey().level()) {
      List<Slice> more = new ArrayList<>();
      for (Slice slice : combinations) {
        finest.keySet().stream()
            .map(cell -> cell.dimensions().get(name))
            .distinct()
            .forEach(value -> more.add(slice.with(name, value)));
      }
      combinations = more;
    }
    return combinations;
  }

  private static Cell cell(Slice slice, long size) {
    return new Cell(slice, size, size);
  }

  private SortedMap<Slice, Long> sizes(List<String> level) {
    SortedMap<Slice, Long> sizes = new TreeMap<>();
    finest.forEach((slice, count) -> sizes.merge(slice.over(level), count, Long::sum));
    return sizes;
  }
}
