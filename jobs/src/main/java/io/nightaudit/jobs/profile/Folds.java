package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.metric.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which slices of a level over its cap are folded into one: the smallest, ties by key. */
final class Folds {
  private Folds() {}

  /** Key of a folded slice to the key of the slice that takes it in. */
  static Map<String, String> of(SortedMap<String, Long> sizes, int cap) {
    Map<List<String>, List<String>> byLevel = new HashMap<>();
    sizes
        .keySet()
        .forEach(
            key ->
                byLevel.computeIfAbsent(slice(key).level(), level -> new ArrayList<>()).add(key));
    Map<String, String> folds = new HashMap<>();
    byLevel.values().stream()
        .filter(keys -> keys.size() > cap)
        .forEach(keys -> fold(keys, sizes, cap, folds));
    return folds;
  }

  private static void fold(
      List<String> keys, SortedMap<String, Long> sizes, int cap, Map<String, String> folds) {
    keys.sort(Comparator.comparing((String key) -> -sizes.get(key)).thenComparing(key -> key));
    String other = PartitionProfiler.SLICE + other(slice(keys.get(0))).key();
    keys.subList(Math.max(0, cap - 1), keys.size()).forEach(key -> folds.put(key, other));
  }

  private static Slice other(Slice of) {
    SortedMap<String, String> dimensions = new TreeMap<>(of.dimensions());
    dimensions.replaceAll((name, value) -> Slice.OTHER);
    return new Slice(dimensions);
  }

  private static Slice slice(String key) {
    return Slice.parse(key.substring(PartitionProfiler.SLICE.length()));
  }
}
