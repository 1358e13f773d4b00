package io.nightaudit.metrics.distance;

/**
 * Squared Fréchet distance between two multivariate normal distributions, from their means and
 * covariances: a change of the mean or of the shape of embeddings.
 *
 * <p>d² = ‖μ₁−μ₂‖² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½), the trace of the root taken as that of (Σ₁^½ Σ₂
 * Σ₁^½)^½, which is symmetric. In the squared unit of the values, from 0 up; symmetric in its
 * arguments. It is the squared Wasserstein-2 distance of the two normal distributions.
 *
 * <ul>
 *   <li>NaN if a mean or a covariance is NaN, as it is for too few rows.
 *   <li>0 for equal means and covariances, up to rounding.
 *   <li>Covariances may be singular; negative eigenvalues, which rounding leaves, count as 0.
 *   <li>Estimated from n rows in d dimensions it is biased upward by the order of d/n: compare only
 *       at equal n, or against its own values without a change.
 * </ul>
 *
 * <p>Source: D. C. Dowson and B. V. Landau, J. Multivariate Analysis 12(3), 1982,
 * doi:10.1016/0047-259X(82)90077-X; as with {@code scipy.linalg.sqrtm}.
 */
public final class FrechetDistance {
  private FrechetDistance() {}

  /** d² of two distributions in the same dimension, each covariance given in full. */
  public static double squared(
      double[] referenceMean,
      double[][] referenceCovariance,
      double[] currentMean,
      double[][] currentCovariance) {
    int size = referenceMean.length;
    check("current mean", currentMean.length, size);
    boolean known = check("reference", referenceCovariance, size);
    known &= check("current", currentCovariance, size);
    if (!known || !finite(referenceMean) || !finite(currentMean)) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double shift = referenceMean[i] - currentMean[i];
      sum += shift * shift + referenceCovariance[i][i] + currentCovariance[i][i];
    }
    double[][] root = SymmetricEigen.of(referenceCovariance).squareRoot();
    double[][] product = symmetric(times(times(root, currentCovariance), root));
    return Math.max(0, sum - 2 * SymmetricEigen.of(product).traceOfRoot());
  }

  private static double[][] times(double[][] a, double[][] b) {
    int size = a.length;
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        for (int j = 0; j < size; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /** Rounding makes the product differ from its transpose in the last digits. */
  private static double[][] symmetric(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        double middle = (matrix[i][j] + matrix[j][i]) / 2;
        matrix[i][j] = middle;
        matrix[j][i] = middle;
      }
    }
    return matrix;
  }

  /** Whether all is finite; fails for a matrix of another size or one that is not symmetric. */
  private static boolean check(String name, double[][] covariance, int size) {
    check(name + " covariance", covariance.length, size);
    boolean finite = true;
    for (int i = 0; i < size; i++) {
      check(name + " covariance row " + i, covariance[i].length, size);
      finite &= finite(covariance[i]);
    }
    for (int i = 0; i < size && finite; i++) {
      for (int j = 0; j < i; j++) {
        double scale = Math.abs(covariance[i][i]) + Math.abs(covariance[j][j]);
        if (Math.abs(covariance[i][j] - covariance[j][i]) > 1e-9 * scale) {
          throw new IllegalArgumentException(
              "%s covariance is %s at (%s, %s) but %s at (%s, %s): give a symmetric matrix"
                  .formatted(name, covariance[i][j], i, j, covariance[j][i], j, i));
        }
      }
    }
    return finite;
  }

  private static void check(String name, int length, int size) {
    if (length != size) {
      throw new IllegalArgumentException(
          "%s has %s dimensions and the reference mean %s: embed both alike"
              .formatted(name, length, size));
    }
  }

  private static boolean finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
