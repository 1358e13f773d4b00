package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Slice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The slices of one level that a task has met, found by the values of the row under the pass. */
final class LevelSlices {
  private final Level level;
  private final int[] positions;
  private final Map<Values, SliceAccumulator> slices = new HashMap<>();
  private final Values probe;

  LevelSlices(Level level, InteractionSchema schema) {
    this.level = level;
    this.positions = level.dimensions().stream().mapToInt(schema::position).toArray();
    this.probe = new Values(new String[positions.length]);
  }

  /** The accumulator of the row's slice, new where the task meets it for the first time. */
  SliceAccumulator of(RowObservation row, Reading[] readings) {
    for (int i = 0; i < positions.length; i++) {
      probe.texts[i] = value(row, positions[i]);
    }
    probe.mix();
    SliceAccumulator slice = slices.get(probe);
    if (slice == null) {
      slice = new SliceAccumulator(readings, level.termBuckets());
      slices.put(probe.copy(), slice);
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
    slices.forEach((values, accumulator) -> action.accept(slice(values.texts), accumulator));
  }

  void clear() {
    slices.clear();
  }

  private Slice slice(String[] of) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (int i = 0; i < of.length; i++) {
      dimensions.put(level.dimensions().get(i), of[i]);
    }
    return new Slice(dimensions);
  }

  /** A key of strings whose hash tells apart values that count up, as names of tenants do. */
  private static final class Values {
    private final String[] texts;
    private int hash;

    Values(String[] texts) {
      this.texts = texts;
    }

    /** Follows a change of the texts. */
    void mix() {
      int mixed = 0;
      for (String text : texts) {
        mixed = (Integer.rotateLeft(mixed, 15) + text.hashCode()) * 0x9E3779B1;
      }
      hash = mixed ^ mixed >>> 15;
    }

    Values copy() {
      Values copy = new Values(texts.clone());
      copy.hash = hash;
      return copy;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Values that && Arrays.equals(texts, that.texts);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
