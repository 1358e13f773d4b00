package io.nightaudit.metrics.attribution;

/**
 * How much of a change of a total a value of a dimension explains, and how surprising it is.
 *
 * <p>Explanatory power is the share of the change, Σ = 1 over the values of the dimension; it may
 * exceed 1 or be negative where values move against each other. Surprise is the value's part of the
 * Jensen–Shannon divergence between the shares that were expected and that came, ½(p ln(2p/(p+q)) +
 * q ln(2q/(p+q))), in nats, from 0 up.
 *
 * <ul>
 *   <li>No change of the total: explanatory powers are NaN.
 *   <li>A value that is neither expected nor came: power 0, surprise 0.
 *   <li>A ratio whose denominator is 0 as expected or would be with the value's change: NaN.
 * </ul>
 *
 * <p>Source: R. Bhagwan et al., Adtributor, NSDI 2014.
 *
 * @param explanatoryPower share of the change that each value explains
 * @param surprise how surprising each value's share is
 */
public record Adtributor(double[] explanatoryPower, double[] surprise) {
  public Adtributor {
    explanatoryPower = explanatoryPower.clone();
    surprise = surprise.clone();
  }

  @Override
  public double[] explanatoryPower() {
    return explanatoryPower.clone();
  }

  @Override
  public double[] surprise() {
    return surprise.clone();
  }

  /** Of a total, such as a cost: (A_i − F_i)/(A − F). */
  public static Adtributor ofTotal(double[] expected, double[] actual) {
    check(expected, actual);
    double change = sum(actual) - sum(expected);
    double[] power = new double[expected.length];
    for (int i = 0; i < power.length; i++) {
      // Adding 0 turns the -0.0 of an unmoved value into 0.
      power[i] = change == 0 ? Double.NaN : (actual[i] - expected[i]) / change + 0.0;
    }
    return new Adtributor(power, surprise(expected, actual));
  }

  /**
   * Of a ratio of two totals, such as a cost per answer: [(A_ai − F_ai) F_b − (A_bi − F_bi) F_a] /
   * [F_b (F_b + A_bi − F_bi)], divided by its sum. The surprise is the sum of both totals'.
   */
  public static Adtributor ofRatio(
      double[] expectedA, double[] actualA, double[] expectedB, double[] actualB) {
    check(expectedA, actualA);
    check(expectedB, actualB);
    check(expectedA, expectedB);
    double a = sum(expectedA);
    double b = sum(expectedB);
    double[] power = new double[expectedA.length];
    double all = 0;
    for (int i = 0; i < power.length; i++) {
      double moveB = actualB[i] - expectedB[i];
      power[i] = ((actualA[i] - expectedA[i]) * b - moveB * a) / (b * (b + moveB));
      all += power[i];
    }
    double[] surpriseA = surprise(expectedA, actualA);
    double[] surpriseB = surprise(expectedB, actualB);
    for (int i = 0; i < power.length; i++) {
      power[i] = all == 0 ? Double.NaN : power[i] / all;
      surpriseA[i] += surpriseB[i];
    }
    return new Adtributor(power, surpriseA);
  }

  private static double[] surprise(double[] expected, double[] actual) {
    double expectedTotal = sum(expected);
    double actualTotal = sum(actual);
    double[] surprise = new double[expected.length];
    for (int i = 0; i < surprise.length; i++) {
      double p = expectedTotal == 0 ? 0 : expected[i] / expectedTotal;
      double q = actualTotal == 0 ? 0 : actual[i] / actualTotal;
      surprise[i] = Math.max(0, (half(p, q) + half(q, p)) / 2);
    }
    return surprise;
  }

  private static double half(double p, double q) {
    return p == 0 ? 0 : p * StrictMath.log(2 * p / (p + q));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static void check(double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      throw new IllegalArgumentException(
          "Give one of each per value. Provided: %s and %s"
              .formatted(expected.length, actual.length));
    }
    for (int i = 0; i < expected.length; i++) {
      requireAmount(expected[i], i);
      requireAmount(actual[i], i);
    }
  }

  private static void requireAmount(double amount, int index) {
    if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Amount %s at %s is not a finite number from 0 up".formatted(amount, index));
    }
  }
}
