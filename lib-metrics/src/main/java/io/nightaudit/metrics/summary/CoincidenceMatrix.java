package io.nightaudit.metrics.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which values raters of the same unit gave it, in pairs: agreement beyond chance.
 *
 * <p>o_ck = Σ_u n_uc (n_uk − [c=k]) / (m_u − 1), where n_uc of the m_u ratings of unit u are c. It
 * is kept as integers, apart for each m, and divided only when asked, so merging is exact. Values
 * are names, or numbers kept as {@code rint(x · 10^scale)} integer units.
 *
 * <ul>
 *   <li>An absent rating (null, NaN, infinite) is left out.
 *   <li>A unit with fewer than two ratings says nothing about agreement and counts as missing.
 *   <li>A unit has at most 64 ratings, a matrix at most 256 different values.
 * </ul>
 *
 * <p>K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability,
 * https://repository.upenn.edu/asc_papers/43; Python {@code krippendorff.alpha}.
 */
public final class CoincidenceMatrix implements Summary {
  private static final int NAMES = -1;

  private final int scale;
  private final PairCounts pairs;
  private final long count;
  private final long missing;

  private CoincidenceMatrix(int scale, PairCounts pairs, long missing) {
    this.scale = scale;
    this.pairs = pairs;
    this.count = pairs.units();
    this.missing = missing;
  }

  /** How far apart two values are; α punishes the square. */
  public enum Metric {
    /** Names: all different values are equally far apart. */
    NOMINAL {
      @Override
      double distance(double[] numbers, double[] middles, int c, int k) {
        return 1;
      }
    },
    /** Ordered grades: as many ratings as lie between the middles of both values. */
    ORDINAL {
      @Override
      double distance(double[] numbers, double[] middles, int c, int k) {
        return middles[k] - middles[c];
      }
    },
    /** Numbers: their difference. */
    INTERVAL {
      @Override
      double distance(double[] numbers, double[] middles, int c, int k) {
        return numbers[k] - numbers[c];
      }
    },
    /** Numbers from 0 up: (k − c) / (k + c). */
    RATIO {
      @Override
      double distance(double[] numbers, double[] middles, int c, int k) {
        if (numbers[c] < 0) {
          throw new IllegalArgumentException(
              "RATIO needs values of at least 0, but one is %s; use INTERVAL"
                  .formatted(numbers[c]));
        }
        return (numbers[k] - numbers[c]) / (numbers[k] + numbers[c]);
      }
    };

    /** Of the values at positions c and k above c, which differ. */
    abstract double distance(double[] numbers, double[] middles, int c, int k);
  }

  /** The matrix of no units, whose values will be names. */
  public static CoincidenceMatrix empty() {
    return new CoincidenceMatrix(NAMES, PairCounts.EMPTY, 0);
  }

  /** The matrix of no units, whose values will be numbers of 0 to 12 decimal digits. */
  public static CoincidenceMatrix empty(int scale) {
    return new CoincidenceMatrix(Units.checkScale(scale), PairCounts.EMPTY, 0);
  }

  /** Number of units with two ratings or more. */
  @Override
  public long count() {
    return count;
  }

  /** Number of units with fewer than two ratings. */
  @Override
  public long missing() {
    return missing;
  }

  @Override
  public String definition() {
    return scale == NAMES
        ? "coincidence matrix of names"
        : "coincidence matrix of numbers of scale " + scale;
  }

  /** The values that occur, numbers as decimals: names in the order of UTF-8, numbers ascending. */
  public List<String> values() {
    return pairs.values().stream().map(value -> value.text(scale)).toList();
  }

  /** The matrix o, symmetric, in the order of {@link #values}; its total is that of the ratings. */
  public double[][] coincidences() {
    return pairs.coincidences();
  }

  /**
   * Krippendorff's α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, where n_c = Σ_k o_ck and n = Σ
   * n_c.
   *
   * <p>1 for perfect agreement, 0 for that of chance, below 0 for less; higher is better.
   *
   * <ul>
   *   <li>NaN without units, and if all ratings are equal: then chance agrees as well.
   * </ul>
   *
   * @param metric NOMINAL for names; any for numbers
   * @throws IllegalArgumentException if the values are names and the metric needs numbers, or if
   *     the metric is RATIO and a value is negative
   */
  public double alpha(Metric metric) {
    double[][] coincidences = coincidences();
    long[] ratings = pairs.ratings();
    double[] numbers = metric == Metric.NOMINAL ? new double[ratings.length] : numbers();
    double[] middles = middles(ratings);
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < ratings.length; c++) {
      for (int k = c + 1; k < ratings.length; k++) {
        double distance = metric.distance(numbers, middles, c, k);
        observed += coincidences[c][k] * distance * distance;
        expected += (double) ratings[c] * ratings[k] * distance * distance;
      }
    }
    double others = Arrays.stream(ratings).asDoubleStream().sum() - 1;
    return expected == 0 ? Double.NaN : 1 - others * observed / expected;
  }

  private double[] numbers() {
    return pairs.values().stream().mapToDouble(value -> value.number(scale)).toArray();
  }

  /** How many ratings are below the middle of each value's own. */
  private static double[] middles(long[] ratings) {
    double[] middles = new double[ratings.length];
    double below = 0;
    for (int c = 0; c < ratings.length; c++) {
      middles[c] = below + ratings[c] / 2.0;
      below += ratings[c];
    }
    return middles;
  }

  @Override
  public CoincidenceMatrix plus(Summary other) {
    Require.sameDefinition(this, other);
    CoincidenceMatrix that = (CoincidenceMatrix) other;
    return new CoincidenceMatrix(
        scale, pairs.plus(that.pairs), Require.sum(missing, that.missing, "missing units"));
  }

  @Override
  public CoincidenceMatrix minus(Summary other) {
    Require.sameDefinition(this, other);
    CoincidenceMatrix that = (CoincidenceMatrix) other;
    return new CoincidenceMatrix(
        scale, pairs.minus(that.pairs), Require.remainder(missing, that.missing, "missing units"));
  }

  @Override
  public byte[] toBytes() {
    return pairs.write(Kind.COINCIDENCE_MATRIX.writer().octet(scale + 1).number(missing)).toBytes();
  }

  static CoincidenceMatrix read(ByteReader reader) {
    int scale = reader.octet("the scale") - 1;
    reader.require(scale <= Units.LARGEST_SCALE, "the scale");
    long missing = reader.count("missing");
    return new CoincidenceMatrix(scale, PairCounts.read(reader, scale == NAMES), missing);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoincidenceMatrix that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "%s: %s units, %s values, %s missing"
        .formatted(definition(), count, pairs.values().size(), missing);
  }

  /** Collects units. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private final PairCounter counter = new PairCounter();
    private CoincidenceMatrix merged;
    private long missing;

    /** Collects names. */
    public Accumulator() {
      merged = empty();
    }

    /** Collects numbers with the given number of decimal digits, 0 to 12. */
    public Accumulator(int scale) {
      merged = empty(scale);
    }

    /**
     * Adds the names that raters gave one unit, in any order; null is no rating.
     *
     * @throws IllegalArgumentException if the matrix is of numbers, or there are too many ratings
     *     or different values
     */
    public void add(List<String> ratings) {
      require(merged.scale == NAMES);
      addUnit(
          ratings.stream()
              .filter(Objects::nonNull)
              .map(Utf8Order::wellFormed)
              .<Rating>map(Rating.Name::new)
              .toList());
    }

    /**
     * Adds the numbers that raters gave one unit, in any order; NaN and infinity are no ratings.
     *
     * @throws IllegalArgumentException if the matrix is of names, or there are too many ratings or
     *     different values
     */
    public void add(double... ratings) {
      require(merged.scale != NAMES);
      addUnit(
          Arrays.stream(ratings)
              .filter(Double::isFinite)
              .<Rating>mapToObj(rating -> new Rating.Number(Units.of(rating, merged.scale)))
              .toList());
    }

    private void require(boolean sameSort) {
      if (!sameSort) {
        throw new IllegalArgumentException(
            "this is a %s: create one %s a scale for the other sort of values"
                .formatted(merged.definition(), merged.scale == NAMES ? "with" : "without"));
      }
    }

    private void addUnit(List<Rating> ratings) {
      if (ratings.size() < 2) {
        addMissing();
      } else {
        counter.add(ratings);
      }
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing units");
    }

    @Override
    public void add(Summary summary) {
      merged = merged.plus(summary);
    }

    @Override
    public CoincidenceMatrix build() {
      return merged.plus(new CoincidenceMatrix(merged.scale, counter.build(), missing));
    }

    @Override
    public long retainedBytes() {
      return 64 + counter.retainedBytes() + merged.pairs.retainedBytes();
    }
  }
}
