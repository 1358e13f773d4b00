package io.nightaudit.metrics.series;

import java.util.Arrays;

/**
 * Weighted means of groups: weighted least squares on group dummies, in closed form.
 *
 * <p>Mutable and reused, because it is fitted anew for every night of every stream.
 */
final class GroupMeans {
  private final double[] weight;
  private final double[] squaredWeight;
  private final double[] mean;

  GroupMeans(int groups) {
    weight = new double[groups];
    squaredWeight = new double[groups];
    mean = new double[groups];
  }

  void fit(double[] values, double[] weights, int[] groups, int size) {
    Arrays.fill(weight, 0);
    Arrays.fill(squaredWeight, 0);
    Arrays.fill(mean, 0);
    for (int i = 0; i < size; i++) {
      int group = groups[i];
      weight[group] += weights[i];
      squaredWeight[group] += weights[i] * weights[i];
      mean[group] += weights[i] * values[i];
    }
    for (int group = 0; group < mean.length; group++) {
      mean[group] /= weight[group];
    }
  }

  /** Weighted mean of a group, NaN if it has no values. */
  double mean(int group) {
    return mean[group];
  }

  /** Sum of the weights in a group. */
  double weight(int group) {
    return weight[group];
  }

  int groupsUsed() {
    int used = 0;
    for (double sum : weight) {
      used += sum > 0 ? 1 : 0;
    }
    return used;
  }

  double totalWeight() {
    double sum = 0;
    for (double value : weight) {
      sum += value;
    }
    return sum;
  }

  /** tr[(X'WX)⁻¹ X'W²X] = Σ_g Σw² / Σw. */
  double squaredWeightShare() {
    double sum = 0;
    for (int group = 0; group < weight.length; group++) {
      sum += weight[group] > 0 ? squaredWeight[group] / weight[group] : 0;
    }
    return sum;
  }
}
