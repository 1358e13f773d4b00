package io.nightaudit.metrics.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often raters of the same unit chose which pair of values, for Krippendorff's α.
 *
 * <p>o_ck = Σ_u n_uc (n_uk − [c=k]) / (m_u − 1) over units u with m_u ratings. The divisions wait
 * until the end: the state holds the whole numbers n_uc (n_uk − [c=k]) for each m, so it adds and
 * subtracts exactly. Then α = 1 − (n−1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, 1 for full agreement, 0 for
 * that of chance, below 0 for less.
 *
 * <ul>
 *   <li>A unit with fewer than two ratings says nothing of agreement and counts as missing.
 *   <li>No units, or one value alone: α is NaN, for there is nothing to disagree on.
 *   <li>At most 64 ratings a unit and 256 values; more are refused.
 * </ul>
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011.
 */
public final class CoincidenceMatrix implements Summary {
  private static final int MOST_RATINGS = 64;
  private static final int MOST_VALUES = 256;

  /** How far two values are apart. */
  public enum Metric {
    /** Different or not. */
    NOMINAL,
    /** By how many ratings lie between them; values are numbers. */
    ORDINAL,
    /** (c − k)²; values are numbers. */
    INTERVAL,
    /** ((c − k)/(c + k))²; values are numbers from 0 up. */
    RATIO
  }

  private record Pair(int ratings, String first, String second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byRatings = Integer.compare(ratings, other.ratings);
      int byFirst = byRatings != 0 ? byRatings : ORDER.compare(first, other.first);
      return byFirst != 0 ? byFirst : ORDER.compare(second, other.second);
    }
  }

  private static final Utf8Order ORDER = Utf8Order.ASCENDING;

  private final long units;
  private final long missing;

  /** By unordered pair, the smaller value first; never 0. */
  private final TreeMap<Pair, Long> pairs;

  private CoincidenceMatrix(long units, long missing, TreeMap<Pair, Long> pairs) {
    this.units = units;
    this.missing = missing;
    this.pairs = pairs;
  }

  /** The matrix of no units. */
  public static CoincidenceMatrix empty() {
    return new CoincidenceMatrix(0, 0, new TreeMap<>());
  }

  /** Units with two ratings or more. */
  @Override
  public long count() {
    return units;
  }

  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return "coincidence matrix";
  }

  /**
   * Krippendorff's α, at most 1.
   *
   * @throws IllegalArgumentException if the metric needs numbers and a value is none
   */
  public double alpha(Metric metric) {
    List<String> values = sorted(metric);
    double[][] matrix = matrix(values);
    double[] totals = new double[values.size()];
    double all = 0;
    for (int c = 0; c < totals.length; c++) {
      for (double coincidences : matrix[c]) {
        totals[c] += coincidences;
      }
      all += totals[c];
    }
    double[] numbers = metric == Metric.NOMINAL ? totals : numbers(values);
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < totals.length; c++) {
      for (int k = c + 1; k < totals.length; k++) {
        double difference = difference(metric, numbers, totals, c, k);
        observed += matrix[c][k] * difference;
        expected += totals[c] * totals[k] * difference;
      }
    }
    return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
  }

  private static double difference(Metric metric, double[] numbers, double[] totals, int c, int k) {
    double distance =
        switch (metric) {
          case NOMINAL -> 1;
          case ORDINAL -> between(totals, c, k);
          case INTERVAL -> numbers[k] - numbers[c];
          case RATIO -> (numbers[k] - numbers[c]) / (numbers[k] + numbers[c]);
        };
    return distance * distance;
  }

  private static double between(double[] totals, int c, int k) {
    double sum = -(totals[c] + totals[k]) / 2;
    for (int g = c; g <= k; g++) {
      sum += totals[g];
    }
    return sum;
  }

  private double[][] matrix(List<String> values) {
    Map<String, Integer> index = new TreeMap<>(ORDER);
    for (int i = 0; i < values.size(); i++) {
      index.put(values.get(i), i);
    }
    double[][] matrix = new double[values.size()][values.size()];
    pairs.forEach(
        (pair, number) -> {
          int c = index.get(pair.first());
          int k = index.get(pair.second());
          matrix[c][k] += (double) number / (pair.ratings() - 1);
          matrix[k][c] = matrix[c][k];
        });
    return matrix;
  }

  private SortedSet<String> values() {
    SortedSet<String> values = new TreeSet<>(ORDER);
    pairs.keySet().forEach(pair -> Collections.addAll(values, pair.first(), pair.second()));
    return values;
  }

  private List<String> sorted(Metric metric) {
    List<String> values = new ArrayList<>(values());
    if (metric != Metric.NOMINAL) {
      numbers(values);
      values.sort((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)));
    }
    return values;
  }

  private static double[] numbers(List<String> values) {
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(values.get(i));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "The value %s is no number; take the nominal metric".formatted(values.get(i)), e);
      }
    }
    return numbers;
  }

  @Override
  public CoincidenceMatrix plus(Summary other) {
    Require.sameDefinition(this, other);
    CoincidenceMatrix that = (CoincidenceMatrix) other;
    TreeMap<Pair, Long> sum = new TreeMap<>(pairs);
    that.pairs.forEach((pair, number) -> sum.merge(pair, number, Math::addExact));
    return checked(
        new CoincidenceMatrix(
            Math.addExact(units, that.units), Math.addExact(missing, that.missing), sum));
  }

  private static CoincidenceMatrix checked(CoincidenceMatrix matrix) {
    int values = matrix.values().size();
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException(
          "ratings must have at most %s different values, but have %s; round or group them"
              .formatted(MOST_VALUES, values));
    }
    return matrix;
  }

  @Override
  public CoincidenceMatrix minus(Summary other) {
    Require.sameDefinition(this, other);
    CoincidenceMatrix that = (CoincidenceMatrix) other;
    TreeMap<Pair, Long> rest = new TreeMap<>(pairs);
    that.pairs.forEach(
        (pair, number) -> {
          long left = Require.remainder(rest.getOrDefault(pair, 0L), number, "coincidences");
          if (left == 0) {
            rest.remove(pair);
          } else {
            rest.put(pair, left);
          }
        });
    long left = Require.remainder(units, that.units, "units");
    Require.contained((left == 0) == rest.isEmpty(), "coincidences");
    return new CoincidenceMatrix(
        left, Require.remainder(missing, that.missing, "missing values"), rest);
  }

  @Override
  public byte[] toBytes() {
    ByteWriter writer =
        Kind.COINCIDENCE_MATRIX.writer().number(units).number(missing).number(pairs.size());
    pairs.forEach(
        (pair, number) ->
            writer.number(pair.ratings()).text(pair.first()).text(pair.second()).number(number));
    return writer.toBytes();
  }

  static CoincidenceMatrix read(ByteReader reader) {
    long units = reader.count("units");
    long missing = reader.count("missing");
    int size = reader.entries(4, "the number of pairs");
    TreeMap<Pair, Long> pairs = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      long ratings = reader.positive("the number of ratings");
      reader.require(ratings >= 2 && ratings <= MOST_RATINGS, "the number of ratings");
      Pair pair = new Pair((int) ratings, reader.text("a value"), reader.text("a value"));
      reader.require(ORDER.compare(pair.first(), pair.second()) <= 0, "the order of a pair");
      reader.require(pairs.isEmpty() || pairs.lastKey().compareTo(pair) < 0, "the order of pairs");
      pairs.put(pair, reader.positive("a number of pairs"));
    }
    reader.require((units == 0) == pairs.isEmpty(), "the number of units");
    return checked(new CoincidenceMatrix(units, missing, pairs));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoincidenceMatrix that
        && units == that.units
        && missing == that.missing
        && pairs.equals(that.pairs);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(units) + pairs.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %s units, %s missing, %s values"
        .formatted(definition(), units, missing, values().size());
  }

  /** Adds units. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private CoincidenceMatrix matrix = empty();

    /** Adds the ratings of one unit as they are, in any order. */
    public void add(List<String> ratings) {
      if (ratings.size() > MOST_RATINGS) {
        throw new IllegalArgumentException(
            "a unit must have at most %s ratings, but has %s"
                .formatted(MOST_RATINGS, ratings.size()));
      }
      if (ratings.size() < 2) {
        addMissing();
        return;
      }
      // A lone surrogate has no UTF-8 of its own: the same replacement as in the bytes.
      TreeMap<String, Long> counts = new TreeMap<>(ORDER);
      ratings.forEach(rating -> counts.merge(wellFormed(rating), 1L, Long::sum));
      TreeMap<Pair, Long> unit = new TreeMap<>();
      counts.forEach(
          (c, timesC) ->
              counts.tailMap(c).forEach((k, timesK) -> put(unit, ratings, c, timesC, k, timesK)));
      matrix = matrix.plus(new CoincidenceMatrix(1, 0, unit));
    }

    private static void put(
        TreeMap<Pair, Long> unit,
        List<String> ratings,
        String c,
        long timesC,
        String k,
        long timesK) {
      long number = c.equals(k) ? timesC * (timesC - 1) : timesC * timesK;
      if (number > 0) {
        unit.put(new Pair(ratings.size(), c, k), number);
      }
    }

    /** Adds the numeric ratings of one unit; equal numbers are one value. */
    public void add(double... ratings) {
      List<String> texts = new ArrayList<>();
      for (double rating : ratings) {
        if (!Double.isFinite(rating)) {
          throw new IllegalArgumentException(
              "a rating must be a finite number, but is %s; leave it out".formatted(rating));
        }
        texts.add(BigDecimal.valueOf(rating + 0.0).stripTrailingZeros().toPlainString());
      }
      add(texts);
    }

    private static String wellFormed(String text) {
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void addMissing() {
      matrix = new CoincidenceMatrix(matrix.units, matrix.missing + 1, matrix.pairs);
    }

    @Override
    public void add(Summary summary) {
      matrix = matrix.plus(summary);
    }

    @Override
    public CoincidenceMatrix build() {
      return matrix;
    }

    @Override
    public long retainedBytes() {
      return 64 + 160L * matrix.pairs.size();
    }
  }
}
