package io.nightaudit.metrics.significance;

import java.math.BigInteger;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Mann–Whitney test that a value of current is as often above one of reference as below, from
 * counts at ascending values.
 *
 * <p>U = pairs with current above reference, ties as half; effect A = U/(nm). Asymptotic: z = (U −
 * nm/2 ∓ ½)/σ with σ² = nm/12 · [(N+1) − Σ(t³−t)/(N(N−1))] over the groups of t tied values.
 *
 * <ul>
 *   <li>All NaN if a sample is empty.
 *   <li>All values equal: A = ½, p = 1.
 *   <li>Exact p-values need distinct values; with ties the asymptotic one is used.
 *   <li>U is summed in whole numbers of any size; samples together up to 2^63 − 1.
 * </ul>
 *
 * Source: H. B. Mann and D. R. Whitney, Ann. Math. Statist. 18(1), 1947, doi
 * 10.1214/aoms/1177730491; SciPy {@code stats.mannwhitneyu(current, reference)}.
 *
 * @param u pairs with current above reference, 0 to nm
 * @param effect probability A that current is above reference plus half that of a tie, 0 to 1; ½ is
 *     no difference
 * @param pValue probability of a U at least as extreme, 0 to 1
 */
public record MannWhitneyTest(double u, double effect, double pValue) {
  /** Largest sample for which {@link #of} is exact. */
  public static final long EXACT_LIMIT = 50;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final BigInteger TWELVE = BigInteger.valueOf(12);

  /**
   * {@link #exact} without ties if both samples have at most {@link #EXACT_LIMIT} values, else
   * {@link #asymptotic}.
   *
   * @param current number of values at each of the distinct ascending values
   * @param reference the same at the same values
   */
  public static MannWhitneyTest of(Alternative alternative, long[] current, long[] reference) {
    Checks.sameBins(current, reference);
    boolean small = Math.max(Checks.total(current), Checks.total(reference)) <= EXACT_LIMIT;
    return small && !hasTies(current, reference)
        ? exact(alternative, current, reference)
        : asymptotic(alternative, current, reference);
  }

  /**
   * Exact p-value over all orders of the two samples.
   *
   * <p>Refuses ties and samples of more than {@link #EXACT_LIMIT} values. SciPy: {@code
   * method='exact'}.
   */
  public static MannWhitneyTest exact(Alternative alternative, long[] current, long[] reference) {
    Checks.sameBins(current, reference);
    long largest = Math.max(Checks.total(current), Checks.total(reference));
    if (largest > EXACT_LIMIT || hasTies(current, reference)) {
      throw new IllegalArgumentException(
          "%s values on a side, ties: %s; exact takes at most %s without ties: use asymptotic"
              .formatted(largest, hasTies(current, reference), EXACT_LIMIT));
    }
    return result(
        current,
        reference,
        u ->
            MannWhitneyUTest.withDefaults()
                .with(PValueMethod.EXACT)
                .with(alternative.hypothesis())
                .test(positions(current), positions(reference))
                .getPValue());
  }

  /** P-value by the normal distribution, with tie and continuity correction. */
  public static MannWhitneyTest asymptotic(
      Alternative alternative, long[] current, long[] reference) {
    Checks.sameBins(current, reference);
    return result(current, reference, u -> normal(alternative, u, current, reference));
  }

  private interface PValue {
    double of(double u);
  }

  private static MannWhitneyTest result(long[] current, long[] reference, PValue p) {
    double pairs = (double) Checks.total(current) * Checks.total(reference);
    if (pairs == 0) {
      return new MannWhitneyTest(Double.NaN, Double.NaN, Double.NaN);
    }
    double u = doubledPairsAbove(current, reference).doubleValue() / 2;
    return new MannWhitneyTest(u, u / pairs, p.of(u));
  }

  private static double normal(
      Alternative alternative, double u, long[] current, long[] reference) {
    double deviation = Math.sqrt(variance(current, reference));
    if (deviation == 0) {
      return 1;
    }
    double excess = u - (double) Checks.total(current) * Checks.total(reference) / 2;
    double inDirection =
        switch (alternative) {
          case TWO_SIDED -> Math.abs(excess);
          case LESS -> -excess;
          case GREATER -> excess;
        };
    double tail = NORMAL.survivalProbability((inDirection - 0.5) / deviation);
    return alternative == Alternative.TWO_SIDED ? Math.min(1, 2 * tail) : tail;
  }

  private static BigInteger doubledPairsAbove(long[] current, long[] reference) {
    BigInteger doubled = BigInteger.ZERO;
    BigInteger below = BigInteger.ZERO;
    for (int i = 0; i < current.length; i++) {
      BigInteger here = BigInteger.valueOf(reference[i]);
      BigInteger belowTwice = below.shiftLeft(1).add(here);
      doubled = doubled.add(BigInteger.valueOf(current[i]).multiply(belowTwice));
      below = below.add(here);
    }
    return doubled;
  }

  /** nm (N³ − N − Σ(t³ − t)) / (12 N (N−1)): exactly 0 if all values are equal. */
  private static double variance(long[] current, long[] reference) {
    BigInteger n = BigInteger.valueOf(Checks.total(current));
    BigInteger m = BigInteger.valueOf(Checks.total(reference));
    BigInteger total = n.add(m);
    BigInteger cubes = cubeLess(total);
    for (int i = 0; i < current.length; i++) {
      cubes =
          cubes.subtract(
              cubeLess(BigInteger.valueOf(current[i]).add(BigInteger.valueOf(reference[i]))));
    }
    BigInteger divisor = TWELVE.multiply(total).multiply(total.subtract(BigInteger.ONE));
    return n.multiply(m).multiply(cubes).doubleValue() / divisor.doubleValue();
  }

  private static BigInteger cubeLess(BigInteger t) {
    return t.pow(3).subtract(t);
  }

  private static boolean hasTies(long[] current, long[] reference) {
    for (int i = 0; i < current.length; i++) {
      // Each is at most 1 in what is called without ties, so that the sum does not overflow.
      if (current[i] > 1 || reference[i] > 1 || current[i] + reference[i] > 1) {
        return true;
      }
    }
    return false;
  }

  /** Numbers of the bins that hold a value: any ascending values give the same ranks. */
  private static double[] positions(long[] counts) {
    double[] positions = new double[(int) Checks.total(counts)];
    int size = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        positions[size++] = i;
      }
    }
    return positions;
  }
}
