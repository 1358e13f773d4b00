package io.nightaudit.metrics.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often each category occurs, with one remainder for those not listed.
 *
 * <p>n_c = number of values of category c; {@link #count} = Σ n_c + {@link #other}. Adding never
 * drops a category; call {@link #bounded} once, after the last addition.
 *
 * <p>Counts are numbers of rows, from 0 to 2^63 − 1.
 *
 * <ul>
 *   <li>No values: no categories. A category that is not listed has the count 0.
 *   <li>null counts as missing; the empty string is a category.
 *   <li>Ties of {@link #largest} are in the order of UTF-8 bytes, so the result does not depend on
 *       the order of input.
 *   <li>An unpaired surrogate, which UTF-8 cannot hold, counts as a question mark in its place.
 *   <li>A sum beyond 2^63 − 1: an ArithmeticException. Subtracting what was not added: refused.
 * </ul>
 *
 * <p>Source: a multiset; sums of counts merge exactly.
 */
public final class CategoryCounts implements Summary {

  /** Display name of the remainder in {@link #alignedNames}. */
  public static final String OTHER = "(other)";

  private static final Comparator<Map.Entry<String, Long>> LARGEST_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey(Utf8Order.ASCENDING));

  private final SortedMap<String, Long> counts;
  private final long other;
  private final long count;
  private final long missing;

  private CategoryCounts(SortedMap<String, Long> counts, long other, long missing) {
    this.counts = Collections.unmodifiableSortedMap(counts);
    this.other = other;
    this.missing = missing;
    this.count = counts.values().stream().reduce(other, CategoryCounts::sum);
  }

  /** The counts of no values. */
  public static CategoryCounts empty() {
    return new CategoryCounts(newMap(), 0, 0);
  }

  private static long sum(long count, long more) {
    return Require.sum(count, more, "values");
  }

  private static SortedMap<String, Long> newMap() {
    return new TreeMap<>(Utf8Order.ASCENDING);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long missing() {
    return missing;
  }

  /** Values of categories that {@link #bounded} folded. */
  public long other() {
    return other;
  }

  @Override
  public String definition() {
    return "category counts";
  }

  /** Count of a category; 0 if it is not listed. */
  public long of(String category) {
    return counts.getOrDefault(category, 0L);
  }

  /** The listed categories in the order of their UTF-8 bytes, with positive counts. */
  public SortedMap<String, Long> counts() {
    return counts;
  }

  /** The n most frequent categories, or all if fewer; ties in the order of UTF-8 bytes. */
  public List<Map.Entry<String, Long>> largest(int n) {
    Require.nonNegative(n, "n");
    return counts.entrySet().stream()
        .sorted(LARGEST_FIRST)
        .limit(n)
        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Keeps the {@link #largest} categories and folds the rest into {@link #other()}. */
  public CategoryCounts bounded(int limit) {
    Require.nonNegative(limit, "limit");
    SortedMap<String, Long> kept = newMap();
    long rest = count;
    for (Map.Entry<String, Long> entry : largest(limit)) {
      kept.put(entry.getKey(), entry.getValue());
      rest -= entry.getValue();
    }
    return new CategoryCounts(kept, rest, missing);
  }

  /** Names of the categories listed by either, then {@link #OTHER} if either has a remainder. */
  public static List<String> alignedNames(CategoryCounts a, CategoryCounts b) {
    TreeSet<String> union = new TreeSet<>(Utf8Order.ASCENDING);
    union.addAll(a.counts.keySet());
    union.addAll(b.counts.keySet());
    List<String> names = new ArrayList<>(union);
    if (a.other > 0 || b.other > 0) {
      names.add(OTHER);
    }
    return List.copyOf(names);
  }

  /** Counts of both in the order of {@link #alignedNames}. */
  public static long[][] align(CategoryCounts a, CategoryCounts b) {
    List<String> names = alignedNames(a, b);
    int listed = a.other > 0 || b.other > 0 ? names.size() - 1 : names.size();
    long[][] aligned = new long[2][names.size()];
    for (int i = 0; i < names.size(); i++) {
      aligned[0][i] = i < listed ? a.of(names.get(i)) : a.other;
      aligned[1][i] = i < listed ? b.of(names.get(i)) : b.other;
    }
    return aligned;
  }

  @Override
  public CategoryCounts plus(Summary other) {
    Require.sameDefinition(this, other);
    CategoryCounts that = (CategoryCounts) other;
    SortedMap<String, Long> sum = newMap();
    sum.putAll(counts);
    that.counts.forEach((name, value) -> sum.merge(name, value, CategoryCounts::sum));
    return new CategoryCounts(
        sum, sum(this.other, that.other), Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public CategoryCounts minus(Summary other) {
    Require.sameDefinition(this, other);
    CategoryCounts that = (CategoryCounts) other;
    SortedMap<String, Long> rest = newMap();
    rest.putAll(counts);
    // Names of categories may be private, so the message does not hold them.
    that.counts.forEach(
        (name, value) -> rest.put(name, Require.remainder(of(name), value, "a category")));
    rest.values().removeIf(value -> value == 0);
    return new CategoryCounts(
        rest,
        Require.remainder(this.other, that.other, "other categories"),
        Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.CATEGORY_COUNTS.writer().number(missing).number(other).number(counts.size());
    counts.forEach((name, value) -> writer.text(name).number(value));
    return writer.toBytes();
  }

  static CategoryCounts read(ByteReader reader) {
    long missing = reader.count("missing");
    long other = reader.count("the remainder");
    int size = reader.entries(2, "the number of categories");
    SortedMap<String, Long> counts = newMap();
    String previous = null;
    for (int i = 0; i < size; i++) {
      String name = reader.text("a category");
      boolean ascending = previous == null || Utf8Order.ASCENDING.compare(previous, name) < 0;
      reader.require(ascending, "the order of categories");
      counts.put(name, reader.positive("the count of a category"));
      previous = name;
    }
    return new CategoryCounts(counts, other, missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryCounts that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "%s: %s values in %s categories, %s other, %s missing"
        .formatted(definition(), count, counts.size(), other, missing);
  }

  /** Counts categories. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private static final int BYTES_PER_ENTRY = 136;

    private final Map<String, long[]> counts = new HashMap<>();
    private long characters;
    private long other;
    private long missing;

    /** Counts one value; null counts as missing, the empty string is a category. */
    public void add(String category) {
      if (category == null) {
        addMissing();
      } else {
        add(category, 1);
      }
    }

    private void add(String category, long number) {
      long[] count = counts.get(category);
      if (count == null) {
        count = new long[1];
        counts.put(category, count);
        characters += category.length();
      }
      count[0] = sum(count[0], number);
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      Require.sameDefinition(empty(), summary);
      CategoryCounts that = (CategoryCounts) summary;
      that.counts.forEach(this::add);
      other = sum(other, that.other);
      missing = Require.sum(missing, that.missing, "missing values");
    }

    @Override
    public CategoryCounts build() {
      SortedMap<String, Long> sorted = newMap();
      counts.forEach(
          (name, value) -> sorted.merge(Utf8Order.wellFormed(name), value[0], CategoryCounts::sum));
      return new CategoryCounts(sorted, other, missing);
    }

    @Override
    public long retainedBytes() {
      return 80 + counts.size() * (long) BYTES_PER_ENTRY + 2 * characters;
    }
  }
}
