package io.nightaudit.metrics.attribution;

/** Sums of products of factors, a row per segment. */
final class Products {
  private Products() {}

  /** The number of factors; fails if rows differ or hold what is no finite number from 0 up. */
  static int factors(double[][] before, double[][] now) {
    if (before.length != now.length) {
      throw new IllegalArgumentException(
          before.length
              + " segments before and "
              + now.length
              + " now: align them, factor 0 if absent");
    }
    int factors = before.length == 0 ? 0 : before[0].length;
    for (int s = 0; s < before.length; s++) {
      check(s, before[s], factors);
      check(s, now[s], factors);
    }
    return factors;
  }

  private static void check(int segment, double[] row, int factors) {
    if (row.length != factors) {
      throw new IllegalArgumentException(
          "Segment %s has %s factors where the first has %s: give all of them"
              .formatted(segment, row.length, factors));
    }
    for (double factor : row) {
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Factor %s of segment %s is not a finite number from 0 up".formatted(factor, segment));
      }
    }
  }

  static double of(double[] row) {
    double product = 1;
    for (double factor : row) {
      product *= factor;
    }
    return product;
  }

  /** Sum over the segments with the factors of {@code mask} as now and the others as before. */
  static double mixed(double[][] before, double[][] now, int mask) {
    double sum = 0;
    for (int s = 0; s < before.length; s++) {
      double product = 1;
      for (int f = 0; f < before[s].length; f++) {
        product *= (mask >> f & 1) == 1 ? now[s][f] : before[s][f];
      }
      sum += product;
    }
    return sum;
  }
}
