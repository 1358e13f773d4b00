package io.nightaudit.metrics.series;

/**
 * Nodes and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method on the Legendre
 * polynomial. Source: W. H. Press et al., Numerical Recipes, 3rd ed., 2007.
 */
record GaussLegendre(double[] nodes, double[] weights) {
  private static final int NEWTON_STEPS = 20;
  private static final int USUAL_SIZE = 80;
  private static final int LARGEST_SIZE = 400;
  private static final double NODES_PER_DEVIATION = 1.5 * Math.PI;
  private static final GaussLegendre USUAL = ofSize(USUAL_SIZE);

  /**
   * Enough nodes for a Gaussian kernel whose standard deviation is {@code deviation} on the scale
   * of [−1, 1]: the middle nodes are at most two thirds of it apart.
   */
  static GaussLegendre forKernel(double deviation) {
    double needed = NODES_PER_DEVIATION / deviation;
    if (!(needed <= LARGEST_SIZE)) {
      throw new IllegalArgumentException(
          "the limit is "
              + 1 / deviation
              + " steps of the chart, above "
              + LARGEST_SIZE / NODES_PER_DEVIATION
              + ": raise the weight or the allowance, or lower the limit");
    }
    return needed <= USUAL_SIZE ? USUAL : ofSize((int) Math.ceil(needed));
  }

  static GaussLegendre ofSize(int size) {
    double[] nodes = new double[size];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (size + 0.5));
      double derivative = 0;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double value = 1;
        double previous = 0;
        for (int j = 1; j <= size; j++) {
          double next = ((2 * j - 1) * x * value - (j - 1) * previous) / j;
          previous = value;
          value = next;
        }
        derivative = size * (x * value - previous) / (x * x - 1);
        x -= value / derivative;
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * derivative * derivative);
    }
    return new GaussLegendre(nodes, weights);
  }
}
