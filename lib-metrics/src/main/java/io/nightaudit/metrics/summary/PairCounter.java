package io.nightaudit.metrics.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the pairs of ratings of units one by one, with values numbered as they come. */
final class PairCounter {
  private static final int BYTES_PER_VALUE = 160;

  private final List<Rating> values = new ArrayList<>();
  private final Map<Rating, Integer> positions = new HashMap<>();
  private final BucketCounter[] ofRatings = new BucketCounter[PairCounts.LARGEST_RATINGS + 1];

  /** Adds a unit with two ratings or more. */
  void add(List<Rating> ratings) {
    int size = ratings.size();
    if (size > PairCounts.LARGEST_RATINGS) {
      throw new IllegalArgumentException(
          "a unit may have %s ratings, but has %s; draw as many by a fixed rule"
              .formatted(PairCounts.LARGEST_RATINGS, size));
    }
    number(ratings);
    ofRatings[size] = ofRatings[size] == null ? new BucketCounter() : ofRatings[size];
    for (int i = 0; i < size; i++) {
      int mine = positions.get(ratings.get(i));
      for (int j = 0; j < i; j++) {
        int other = positions.get(ratings.get(j));
        int key = PairCounts.key(Math.min(mine, other), Math.max(mine, other));
        // Equal values meet in both orders in one cell; others have a second cell, not kept.
        ofRatings[size].add(key, mine == other ? 2 : 1);
      }
    }
  }

  private void number(List<Rating> ratings) {
    Set<Rating> fresh = new HashSet<>(ratings);
    fresh.removeAll(positions.keySet());
    PairCounts.checkValues(values.size() + fresh.size());
    for (Rating rating : ratings) {
      if (positions.putIfAbsent(rating, values.size()) == null) {
        values.add(rating);
      }
    }
  }

  PairCounts build() {
    SparseCounts[] counts = PairCounts.none();
    for (int m = 0; m < counts.length; m++) {
      counts[m] = ofRatings[m] == null ? counts[m] : ofRatings[m].unsignedCounts();
    }
    return PairCounts.of(List.copyOf(values), counts);
  }

  long retainedBytes() {
    long bytes = 160 + 8L * ofRatings.length + (long) values.size() * BYTES_PER_VALUE;
    for (BucketCounter counter : ofRatings) {
      bytes += counter == null ? 0 : counter.retainedBytes();
    }
    return bytes;
  }
}
