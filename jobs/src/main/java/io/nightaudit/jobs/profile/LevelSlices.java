package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Slice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The slices of one level that a task has met, found by the values of the row under the pass. */
final class LevelSlices {
  private final Level level;
  private final int[] positions;
  private final Map<List<String>, SliceAccumulator> slices = new HashMap<>();
  private final String[] values;
  private final List<String> probe;

  LevelSlices(Level level, InteractionSchema schema) {
    this.level = level;
    this.positions = level.dimensions().stream().mapToInt(schema::position).toArray();
    this.values = new String[positions.length];
    this.probe = Arrays.asList(values);
  }

  /** The accumulator of the row's slice, new where the task meets it for the first time. */
  SliceAccumulator of(RowObservation row, Reading[] readings) {
    for (int i = 0; i < positions.length; i++) {
      values[i] = value(row, positions[i]);
    }
    SliceAccumulator slice = slices.get(probe);
    if (slice == null) {
      slice = new SliceAccumulator(readings, level.termBuckets());
      slices.put(List.of(values), slice);
    }
    return slice;
  }

  /** The only position that is not one of the row is that of the release. */
  private static String value(RowObservation row, int position) {
    String value = position < 0 ? row.release() : row.string(position);
    return value == null ? Slice.UNKNOWN : value;
  }

  int size() {
    return slices.size();
  }

  long retainedBytes() {
    return slices.values().stream().mapToLong(SliceAccumulator::retainedBytes).sum();
  }

  void forEach(BiConsumer<Slice, SliceAccumulator> action) {
    slices.forEach((values, accumulator) -> action.accept(slice(values), accumulator));
  }

  void clear() {
    slices.clear();
  }

  private Slice slice(List<String> of) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (int i = 0; i < of.size(); i++) {
      dimensions.put(level.dimensions().get(i), of.get(i));
    }
    return new Slice(dimensions);
  }
}
