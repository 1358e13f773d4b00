package io.nightaudit.metrics.distance;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations in row order.
 *
 * <p>A sweep rotates every pair of rows once; sweeps follow until what is off the diagonal no
 * longer counts beside it. The order is fixed, so equal input gives equal bits. Cubic in the size
 * per sweep, of which eight or so are needed. Source: G. H. Golub and C. F. Van Loan, Matrix
 * Computations, 4th ed., 2013, section 8.5.
 */
final class SymmetricEigen {
  private static final int MOST_SWEEPS = 100;

  private final double[][] a;
  private final double[][] vectors;

  private SymmetricEigen(double[][] matrix) {
    int size = matrix.length;
    a = new double[size][];
    vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      a[i] = matrix[i].clone();
      vectors[i][i] = 1;
    }
  }

  static SymmetricEigen of(double[][] symmetric) {
    SymmetricEigen eigen = new SymmetricEigen(symmetric);
    for (int sweep = 0; !eigen.diagonal(); sweep++) {
      if (sweep == MOST_SWEEPS) {
        throw new ArithmeticException(
            "%s sweeps did not make the matrix diagonal: scale its values nearer to 1"
                .formatted(MOST_SWEEPS));
      }
      eigen.sweep();
    }
    return eigen;
  }

  /** Eigenvalues, in no order. */
  double[] values() {
    double[] values = new double[a.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = a[i][i];
    }
    return values;
  }

  /** The symmetric square root, with negative eigenvalues as 0. */
  double[][] squareRoot() {
    int size = a.length;
    double[][] root = new double[size][size];
    for (int k = 0; k < size; k++) {
      double value = Math.sqrt(Math.max(0, a[k][k]));
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          root[i][j] += value * vectors[i][k] * vectors[j][k];
        }
      }
    }
    return root;
  }

  /** Sum of the square roots of the eigenvalues, negative ones as 0. */
  double traceOfRoot() {
    double sum = 0;
    for (double value : values()) {
      sum += Math.sqrt(Math.max(0, value));
    }
    return sum;
  }

  /** Whether no rotation would change the diagonal any more. */
  private boolean diagonal() {
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        if (matters(i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean matters(int i, int j) {
    double scale = Math.sqrt(Math.abs(a[i][i])) * Math.sqrt(Math.abs(a[j][j]));
    return Math.abs(a[i][j]) > Math.max(1e-17 * largest(), 1e-16 * scale);
  }

  private double largest() {
    double largest = Double.MIN_NORMAL;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i][i]));
    }
    return largest;
  }

  private void sweep() {
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        if (a[i][j] != 0) {
          rotate(i, j);
        }
      }
    }
  }

  /** Turns the plane of rows i and j so that a[i][j] becomes 0. */
  private void rotate(int i, int j) {
    double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
    double root = Math.abs(theta) > 1e150 ? Math.abs(theta) : Math.sqrt(theta * theta + 1);
    double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + root);
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < a.length; k++) {
      turn(a[k], i, j, cosine, sine);
      turn(vectors[k], i, j, cosine, sine);
    }
    for (int k = 0; k < a.length; k++) {
      double x = a[i][k];
      double y = a[j][k];
      a[i][k] = cosine * x - sine * y;
      a[j][k] = sine * x + cosine * y;
    }
    a[i][j] = 0;
    a[j][i] = 0;
  }

  private static void turn(double[] row, int i, int j, double cosine, double sine) {
    double x = row[i];
    double y = row[j];
    row[i] = cosine * x - sine * y;
    row[j] = sine * x + cosine * y;
  }
}
