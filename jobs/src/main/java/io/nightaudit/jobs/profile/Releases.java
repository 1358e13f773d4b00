package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Slice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names the release of an interaction: the values of its columns, joined. */
final class Releases {
  private static final String SEPARATOR = " + ";
  private static final int LIMIT = 50_000;

  private final int[] positions;
  private final Map<List<String>, String> joined = new HashMap<>();

  Releases(InteractionSchema schema, List<String> columns) {
    this.positions = columns.stream().mapToInt(schema::position).filter(p -> p >= 0).toArray();
  }

  String of(RowObservation observation) {
    if (positions.length == 1) {
      return Objects.requireNonNullElse(observation.string(positions[0]), Slice.UNKNOWN);
    }
    if (joined.size() >= LIMIT) {
      joined.clear();
    }
    String[] parts = IntStream.of(positions).mapToObj(observation::string).toArray(String[]::new);
    return joined.computeIfAbsent(Arrays.asList(parts), Releases::join);
  }

  private static String join(List<String> parts) {
    String name = parts.stream().filter(Objects::nonNull).collect(Collectors.joining(SEPARATOR));
    return name.isEmpty() ? Slice.UNKNOWN : name;
  }
}
