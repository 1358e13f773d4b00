package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.review.ReviewKey;
import io.nightaudit.metrics.summary.DistinctCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tells interactions apart: their ids, with whatever else is part of the archive's key. */
final class InteractionKeys implements ReviewKey {
  /** A longer id is none that a person could use. */
  private static final int LONGEST_ID = 1_024;

  private final RowObservation row;
  private final int idPosition;
  private final int[] keyPositions;
  private final Part shown;
  private final Part route;

  /** Some columns or dimensions, and where they stand in the row. */
  private record Part(List<String> names, int[] positions) {
    static Part of(List<String> names, InteractionSchema schema) {
      boolean known = names.stream().allMatch(name -> schema.position(name) >= 0);
      List<String> present = known ? names : List.of();
      return new Part(present, present.stream().mapToInt(schema::position).toArray());
    }

    private String of(RowObservation row) {
      SortedMap<String, String> values = new TreeMap<>();
      for (int i = 0; i < positions.length; i++) {
        String value = row.string(positions[i]);
        values.put(names.get(i), Objects.requireNonNullElse(value, Slice.UNKNOWN));
      }
      return new Slice(values).key();
    }
  }

  /** Keys of the row that an observation stands on. */
  InteractionKeys(RowObservation row, InteractionSchema schema, KeyNames names) {
    this.row = row;
    this.idPosition = schema.position(Column.INTERACTION_ID);
    this.keyPositions =
        Stream.concat(Stream.of(Column.INTERACTION_ID.id()), names.key().stream())
            .distinct()
            .filter(InteractionKeys::isText)
            .mapToInt(schema::position)
            .filter(position -> position >= 0)
            .toArray();
    this.shown = Part.of(names.shown(), schema);
    this.route = Part.of(names.route(), schema);
  }

  /** Dimensions are text, too. */
  private static boolean isText(String name) {
    return Column.named(name)
        .map(
            column ->
                switch (column.type()) {
                  case IDENTIFIER, CATEGORY, TEXT -> true;
                  default -> false;
                })
        .orElse(true);
  }

  @Override
  public boolean hasId() {
    int length = idPosition < 0 ? 0 : row.length(idPosition);
    return length > 0 && length <= LONGEST_ID;
  }

  @Override
  public long hash() {
    long hash = 0;
    for (int position : keyPositions) {
      byte[] bytes = row.bytes(position);
      hash = Long.rotateLeft(hash, 17) * 31 + DistinctCount.hash(bytes, 0, bytes.length);
    }
    return hash;
  }

  @Override
  public String id() {
    return new String(row.bytes(idPosition), StandardCharsets.UTF_8);
  }

  @Override
  public String rest() {
    return shown.of(row);
  }

  @Override
  public String route() {
    return route.of(row);
  }
}
