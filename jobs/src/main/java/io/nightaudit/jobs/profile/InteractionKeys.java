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
  private final List<String> route;
  private final int[] routePositions;

  /**
   * Keys of the row that an observation stands on.
   *
   * @param key columns or dimensions that together identify an interaction
   * @param route columns or dimensions of a route
   */
  InteractionKeys(
      RowObservation row, InteractionSchema schema, List<String> key, List<String> route) {
    this.row = row;
    this.idPosition = schema.position(Column.INTERACTION_ID);
    this.keyPositions =
        Stream.concat(Stream.of(Column.INTERACTION_ID.id()), key.stream())
            .distinct()
            .filter(InteractionKeys::isText)
            .mapToInt(schema::position)
            .filter(position -> position >= 0)
            .toArray();
    this.routePositions = route.stream().mapToInt(schema::position).toArray();
    boolean known = route.stream().allMatch(name -> schema.position(name) >= 0);
    this.route = known ? List.copyOf(route) : List.of();
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
  public String route() {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < route.size(); i++) {
      String value = row.string(routePositions[i]);
      values.put(route.get(i), Objects.requireNonNullElse(value, Slice.UNKNOWN));
    }
    return new Slice(values).key();
  }
}
