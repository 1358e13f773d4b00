package io.nightaudit.metrics.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Σ n_uc (n_uk − [c=k]) over the units with m ratings, for each m and each pair of values c ≤ k.
 *
 * <p>Only the values of such pairs are listed, ascending, so that equal counts have one form.
 */
final class PairCounts {
  static final int LARGEST_VALUES = 256;
  static final int LARGEST_RATINGS = 64;
  static final PairCounts EMPTY = new PairCounts(List.of(), none());

  private final List<Rating> values;

  /** Position m holds the units with m ratings; a key is c · 256 + k, positions in the values. */
  private final SparseCounts[] ofRatings;

  private PairCounts(List<Rating> values, SparseCounts[] ofRatings) {
    this.values = values;
    this.ofRatings = ofRatings;
  }

  static SparseCounts[] none() {
    SparseCounts[] none = new SparseCounts[LARGEST_RATINGS + 1];
    Arrays.fill(none, SparseCounts.EMPTY);
    return none;
  }

  static int key(int c, int k) {
    return c * LARGEST_VALUES + k;
  }

  private static int first(int key) {
    return key / LARGEST_VALUES;
  }

  private static int second(int key) {
    return key % LARGEST_VALUES;
  }

  static void checkValues(int values) {
    if (values > LARGEST_VALUES) {
      throw new IllegalArgumentException(
          "ratings may have %s different values, but have %s; round them or join categories"
              .formatted(LARGEST_VALUES, values));
    }
  }

  /** From values in any order and counts by their positions. */
  static PairCounts of(List<Rating> values, SparseCounts[] ofRatings) {
    return new PairCounts(values, ofRatings).listing(new TreeSet<>(values));
  }

  List<Rating> values() {
    return values;
  }

  /** The same counts with other values listed, among which are all that occur. */
  private PairCounts listing(TreeSet<Rating> listed) {
    checkValues(listed.size());
    List<Rating> target = List.copyOf(listed);
    if (target.equals(values)) {
      return this;
    }
    int[] position =
        values.stream().mapToInt(value -> Collections.binarySearch(target, value)).toArray();
    SparseCounts[] moved = none();
    Arrays.setAll(moved, m -> moved(ofRatings[m], position));
    return new PairCounts(target, moved);
  }

  private static SparseCounts moved(SparseCounts counts, int[] position) {
    SortedMap<Integer, Long> sorted = new TreeMap<>();
    for (int i = 0; i < counts.size(); i++) {
      int c = position[first(counts.key(i))];
      int k = position[second(counts.key(i))];
      sorted.put(key(Math.min(c, k), Math.max(c, k)), counts.count(i));
    }
    SparseCounts.Collector collector = new SparseCounts.Collector(sorted.size());
    sorted.forEach(collector::put);
    return collector.build();
  }

  PairCounts plus(PairCounts other) {
    return combined(other, SparseCounts::plus);
  }

  PairCounts minus(PairCounts other) {
    PairCounts rest = combined(other, SparseCounts::minus);
    Require.contained(rest.possible(), "pairs of ratings");
    return rest.listing(rest.occurring());
  }

  private PairCounts combined(PairCounts other, BinaryOperator<SparseCounts> operator) {
    TreeSet<Rating> union = new TreeSet<>(values);
    union.addAll(other.values);
    PairCounts mine = listing(union);
    PairCounts theirs = other.listing(union);
    SparseCounts[] combined = none();
    Arrays.setAll(combined, m -> operator.apply(mine.ofRatings[m], theirs.ofRatings[m]));
    return new PairCounts(mine.values, combined);
  }

  private TreeSet<Rating> occurring() {
    TreeSet<Rating> occurring = new TreeSet<>();
    for (SparseCounts counts : ofRatings) {
      for (int i = 0; i < counts.size(); i++) {
        occurring.add(values.get(first(counts.key(i))));
        occurring.add(values.get(second(counts.key(i))));
      }
    }
    return occurring;
  }

  /** Number of units: each of m ratings adds m (m − 1) ordered pairs. */
  long units() {
    long units = 0;
    for (int m = 2; m <= LARGEST_RATINGS; m++) {
      long pairs = 0;
      for (long ofValue : pairsOfValues(m)) {
        pairs = Require.sum(pairs, ofValue, "pairs of ratings");
      }
      units += pairs / (m * (m - 1L));
    }
    return units;
  }

  /** Σ_k over both orders, which is m − 1 times the ratings of that value. */
  private long[] pairsOfValues(int m) {
    long[] pairs = new long[values.size()];
    SparseCounts counts = ofRatings[m];
    for (int i = 0; i < counts.size(); i++) {
      int c = first(counts.key(i));
      int k = second(counts.key(i));
      pairs[c] = Require.sum(pairs[c], counts.count(i), "pairs of ratings");
      if (c != k) {
        pairs[k] = Require.sum(pairs[k], counts.count(i), "pairs of ratings");
      }
    }
    return pairs;
  }

  /** Whether whole numbers of ratings and of units can have these pairs. */
  private boolean possible() {
    boolean possible = true;
    for (int m = 2; m <= LARGEST_RATINGS; m++) {
      possible &= evenDiagonal(ofRatings[m]);
      long ratings = 0;
      for (long pairs : pairsOfValues(m)) {
        possible &= pairs % (m - 1) == 0;
        ratings = Require.sum(ratings, pairs / (m - 1), "ratings");
      }
      possible &= ratings % m == 0;
    }
    return possible;
  }

  private static boolean evenDiagonal(SparseCounts counts) {
    boolean even = true;
    for (int i = 0; i < counts.size(); i++) {
      boolean diagonal = first(counts.key(i)) == second(counts.key(i));
      even &= !diagonal || counts.count(i) % 2 == 0;
    }
    return even;
  }

  /** n_c, the number of ratings of each value. */
  long[] ratings() {
    long[] ratings = new long[values.size()];
    for (int m = 2; m <= LARGEST_RATINGS; m++) {
      long[] pairs = pairsOfValues(m);
      for (int c = 0; c < ratings.length; c++) {
        ratings[c] = Require.sum(ratings[c], pairs[c] / (m - 1), "ratings");
      }
    }
    return ratings;
  }

  /** o_ck = Σ over m of the pairs / (m − 1), both orders filled in. */
  double[][] coincidences() {
    double[][] coincidences = new double[values.size()][values.size()];
    for (int m = 2; m <= LARGEST_RATINGS; m++) {
      SparseCounts counts = ofRatings[m];
      for (int i = 0; i < counts.size(); i++) {
        int c = first(counts.key(i));
        int k = second(counts.key(i));
        coincidences[c][k] += (double) counts.count(i) / (m - 1);
        coincidences[k][c] = coincidences[c][k];
      }
    }
    return coincidences;
  }

  ByteWriter write(ByteWriter writer) {
    writer.number(values.size());
    values.forEach(value -> value.write(writer));
    writer.number(Arrays.stream(ofRatings).filter(counts -> counts.size() > 0).count());
    for (int m = 2; m <= LARGEST_RATINGS; m++) {
      if (ofRatings[m].size() > 0) {
        ofRatings[m].write(writer.octet(m));
      }
    }
    return writer;
  }

  static PairCounts read(ByteReader reader, boolean names) {
    List<Rating> values = readValues(reader, names);
    SparseCounts[] ofRatings = none();
    int entries = reader.entries(4, "the numbers of ratings");
    int previous = 1;
    for (int i = 0; i < entries; i++) {
      int m = reader.octet("a number of ratings");
      reader.require(m > previous && m <= LARGEST_RATINGS, "a number of ratings");
      ofRatings[m] = readPairs(reader, values.size());
      previous = m;
    }
    PairCounts counts = new PairCounts(values, ofRatings);
    reader.require(counts.occurring().size() == values.size(), "the list of values");
    reader.require(counts.possible(), "the pairs of ratings");
    return counts;
  }

  private static List<Rating> readValues(ByteReader reader, boolean names) {
    int size = reader.entries(1, "the number of values");
    reader.require(size <= LARGEST_VALUES, "the number of values");
    List<Rating> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Rating value =
          names
              ? new Rating.Name(reader.text("a value"))
              : new Rating.Number(reader.units("a value"));
      boolean ascending = i == 0 || values.get(i - 1).compareTo(value) < 0;
      reader.require(ascending, "the order of values");
      values.add(value);
    }
    return List.copyOf(values);
  }

  private static SparseCounts readPairs(ByteReader reader, int values) {
    SparseCounts counts = SparseCounts.read(reader, 0, key(LARGEST_VALUES, 0) - 1);
    reader.require(counts.size() > 0, "the number of pairs");
    for (int i = 0; i < counts.size(); i++) {
      int c = first(counts.key(i));
      int k = second(counts.key(i));
      reader.require(c <= k && k < values, "a pair of values");
    }
    return counts;
  }

  long retainedBytes() {
    long pairs = Arrays.stream(ofRatings).mapToLong(SparseCounts::size).sum();
    return 40 + 8L * ofRatings.length + 80L * values.size() + 12 * pairs;
  }
}
