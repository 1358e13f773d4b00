package io.nightaudit.metrics.summary;

import java.util.HashMap;
import java.util.Map;

/**
 * What does not fit into the 16 bits that {@link BucketCounter} and {@link DenseCounter} keep of a
 * count; nearly always nothing.
 */
final class CarriedCounts {
  private static final int BYTES_PER_ENTRY = 80;

  private Map<Integer, Long> counts = Map.of();

  long of(int bucket) {
    return counts.isEmpty() ? 0 : counts.getOrDefault(bucket, 0L);
  }

  void set(int bucket, long count) {
    if (count == 0 && counts.isEmpty()) {
      return;
    }
    counts = counts.isEmpty() ? new HashMap<>() : counts;
    counts.put(bucket, count);
  }

  long retainedBytes() {
    return 16 + (long) counts.size() * BYTES_PER_ENTRY;
  }
}
