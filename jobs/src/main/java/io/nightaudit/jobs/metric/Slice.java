package io.nightaudit.jobs.metric;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A typed key of dimension values; no dimension is all traffic.
 *
 * @param dimensions dimension to value, in the order of names
 */
public record Slice(SortedMap<String, String> dimensions)
    implements Comparable<Slice>, Serializable {
  /** All traffic. */
  public static final Slice ALL = new Slice(Collections.emptySortedMap());

  /** What stands for a value that a row does not have. */
  public static final String UNKNOWN = "(unknown)";

  /** What stands for the values beyond the cap of a level. */
  public static final String OTHER = "(other)";

  private static final Comparator<Slice> ORDER =
      Comparator.comparingInt((Slice slice) -> slice.dimensions.size())
          .thenComparing(Slice::key, Slice::compareBytes);

  public Slice {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** A slice of one or more name and value pairs. */
  public static Slice of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a slice needs a value for each name; found " + Arrays.toString(namesAndValues));
    }
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      dimensions.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Slice(dimensions);
  }

  /** The slice of a key that {@link #key()} made. */
  public static Slice parse(String key) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (String part : key.isEmpty() ? new String[0] : key.split("&", -1)) {
      int equals = part.indexOf('=');
      dimensions.put(unescape(part.substring(0, equals)), unescape(part.substring(equals + 1)));
    }
    return new Slice(dimensions);
  }

  /** The names of the dimensions, in order. */
  public List<String> level() {
    return List.copyOf(dimensions.keySet());
  }

  public boolean isAll() {
    return dimensions.isEmpty();
  }

  /** The same slice with one more dimension. */
  public Slice with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(dimensions);
    more.put(name, value);
    return new Slice(more);
  }

  /** The part of this slice over the given dimensions. */
  public Slice over(List<String> names) {
    SortedMap<String, String> part = new TreeMap<>(dimensions);
    part.keySet().retainAll(names);
    return new Slice(part);
  }

  /** Whether this slice has all dimension values of the other. */
  public boolean isWithin(Slice other) {
    return dimensions.entrySet().containsAll(other.dimensions.entrySet());
  }

  /** Whether rows can belong to both slices: no dimension has two values. */
  public boolean meets(Slice other) {
    return other.dimensions.entrySet().stream()
        .allMatch(
            entry ->
                dimensions.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()));
  }

  /** One unambiguous line, the same for equal slices. */
  public String key() {
    return dimensions.entrySet().stream()
        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** What a person reads: the values, or "all traffic". */
  public String title() {
    return isAll() ? "all traffic" : String.join(" · ", dimensions.values());
  }

  /** The dimensions as a plain map. */
  public Map<String, String> asMap() {
    return dimensions;
  }

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }

  private static int compareBytes(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  private static String escape(String text) {
    return text.replace("%", "%25").replace("&", "%26").replace("=", "%3D");
  }

  private static String unescape(String text) {
    return text.replace("%3D", "=").replace("%26", "&").replace("%25", "%");
  }
}
