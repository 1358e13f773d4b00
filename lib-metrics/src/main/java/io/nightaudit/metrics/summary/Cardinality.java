package io.nightaudit.metrics.summary;

/** The improved raw estimator of Ertl (2017), arXiv:1702.01284, algorithm 6. */
final class Cardinality {
  /** 1 / (2 ln 2). */
  private static final double ALPHA = 0.7213475204444817;

  private Cardinality() {}

  /** Estimates from the number of registers of each rank; it depends on nothing else. */
  static double estimate(int[] registersOfRank) {
    int largest = registersOfRank.length - 1;
    double size = Registers.SIZE;
    double z = size * tau(1 - registersOfRank[largest] / size);
    for (int rank = largest - 1; rank >= 1; rank--) {
      z = 0.5 * (z + registersOfRank[rank]);
    }
    z += size * sigma(registersOfRank[0] / size);
    return ALPHA * size * size / z;
  }

  /** x + Σ x^(2^k) 2^(k-1) over k ≥ 1: corrects for registers never hit. */
  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double x = share;
    double y = 1;
    double z = x;
    double before;
    do {
      x *= x;
      before = z;
      z += x * y;
      y += y;
    } while (z != before);
    return z;
  }

  /** (1 - x - Σ (1 - x^(2^-k))² 2^-k) / 3 over k ≥ 1: corrects for saturated registers. */
  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double x = share;
    double y = 1;
    double z = 1 - x;
    double before;
    do {
      x = StrictMath.sqrt(x);
      before = z;
      y *= 0.5;
      z -= (1 - x) * (1 - x) * y;
    } while (z != before);
    return z / 3;
  }
}
