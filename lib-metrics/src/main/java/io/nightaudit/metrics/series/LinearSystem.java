package io.nightaudit.metrics.series;

/** Solution of a square linear system by Gaussian elimination with partial pivoting. */
final class LinearSystem {
  private LinearSystem() {}

  /** Solves {@code matrix · x = right}; overwrites both arguments and returns x. */
  static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      pivot(matrix, right, column);
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int i = column; i < size; i++) {
          matrix[row][i] -= factor * matrix[column][i];
        }
        right[row] -= factor * right[column];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int i = row + 1; i < size; i++) {
        right[row] -= matrix[row][i] * right[i];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  private static void pivot(double[][] matrix, double[] right, int column) {
    int best = column;
    for (int row = column + 1; row < right.length; row++) {
      if (Math.abs(matrix[row][column]) > Math.abs(matrix[best][column])) {
        best = row;
      }
    }
    double[] swappedRow = matrix[column];
    matrix[column] = matrix[best];
    matrix[best] = swappedRow;
    double swapped = right[column];
    right[column] = right[best];
    right[best] = swapped;
  }
}
