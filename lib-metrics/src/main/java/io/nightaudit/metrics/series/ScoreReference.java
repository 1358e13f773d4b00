package io.nightaudit.metrics.series;

import java.util.Arrays;

/**
 * What a stream has learnt, and the prediction of a night from it.
 *
 * <p>Mutable arrays and no objects per night, because hundreds of thousands of streams are replayed
 * every night.
 */
final class ScoreReference {
  private static final int WEEKDAYS = 7;
  private static final double LARGEST_DEPENDENCE = 0.9;
  private static final double DEPENDENCE_SHRINKAGE = 10;
  private static final double FIRST_NIGHTS_CLIP = 4;
  private static final double MAD_TO_DEVIATION = 1.4826;

  /** A residual older than a week says nothing of tonight, above all during a long alarm. */
  private static final int OLDEST_CARRIED_NIGHT = 7;

  private final ScoreOptions options;
  private final double[] values;
  private final double[] variances;
  private final double[] inverseVariances;
  private final double[] weights;
  private final int[] weekdays;
  private final int[] oneGroup;
  private final GroupMeans weekdayMeans = new GroupMeans(WEEKDAYS);
  private final GroupMeans oneMean = new GroupMeans(1);
  private int size;
  private int lastEpochDay;

  private double center;
  private double spread;
  private double degreesOfFreedom;

  ScoreReference(ScoreOptions options, int capacity) {
    this.options = options;
    values = new double[capacity];
    variances = new double[capacity];
    inverseVariances = new double[capacity];
    weights = new double[capacity];
    weekdays = new int[capacity];
    oneGroup = new int[capacity];
  }

  int size() {
    return size;
  }

  /** Predicted value of the night last predicted. */
  double center() {
    return center;
  }

  /** Predicted standard deviation of the night last predicted. */
  double spread() {
    return spread;
  }

  /** Takes one of the first nights; the last of them winsorises all at median ± 4 MAD. */
  void learnFirst(Night night) {
    join(night, night.y());
    if (size == options.learningNights()) {
      winsoriseFirstNights();
    }
  }

  /** Takes the night last predicted, at most {@code clip} spreads from its prediction. */
  void learn(Night night) {
    double reach = options.clip() * spread;
    join(night, Math.max(center - reach, Math.min(center + reach, night.y())));
  }

  private void join(Night night, double value) {
    values[size] = value;
    variances[size] = night.variance();
    inverseVariances[size] = 1 / night.variance();
    weekdays[size] = night.weekday();
    lastEpochDay = night.epochDay();
    size++;
  }

  private void winsoriseFirstNights() {
    double[] first = Arrays.copyOf(values, size);
    double median = Median.of(first);
    for (int i = 0; i < size; i++) {
      first[i] = Math.abs(first[i] - median);
    }
    double deviation = MAD_TO_DEVIATION * Median.of(first);
    for (int i = 0; i < size; i++) {
      double reach = FIRST_NIGHTS_CLIP * Math.max(deviation, Math.sqrt(variances[i]));
      values[i] = Math.max(median - reach, Math.min(median + reach, values[i]));
    }
  }

  /** Predicts the night from the reference; the night's own value is not looked at. */
  void predict(Night night) {
    boolean byWeekday = size >= options.weekdayTermsFrom() && seen(night.weekday());
    int[] groups = byWeekday ? weekdays : oneGroup;
    GroupMeans means = byWeekday ? weekdayMeans : oneMean;
    int group = byWeekday ? night.weekday() : 0;
    double betweenNights =
        DerSimonianLaird.tauSquared(values, inverseVariances, groups, size, means);
    for (int i = 0; i < size; i++) {
      weights[i] = 1 / (betweenNights + variances[i]);
    }
    means.fit(values, weights, groups, size);
    boolean carries = night.epochDay() - lastEpochDay <= OLDEST_CARRIED_NIGHT;
    predict(means, groups, group, 1 / (betweenNights + night.variance()), carries);
  }

  private boolean seen(int weekday) {
    for (int i = 0; i < size; i++) {
      if (weekdays[i] == weekday) {
        return true;
      }
    }
    return false;
  }

  private void predict(GroupMeans means, int[] groups, int group, double weight, boolean carries) {
    double squares = 0;
    double products = 0;
    double previous = 0;
    for (int i = 0; i < size; i++) {
      double residual = Math.sqrt(weights[i]) * (values[i] - means.mean(groups[i]));
      squares += residual * residual;
      products += residual * previous;
      previous = residual;
    }
    int freedom = size - means.groupsUsed();
    // Never quieter than the sampling noise of the stream, which is 1 on this scale.
    double deviation = Math.max(1, Math.sqrt(squares / freedom));
    double dependence = carries ? dependence(products, squares - previous * previous) : 0;
    double reach = options.clip() * deviation;
    double carried = dependence * Math.max(-reach, Math.min(reach, previous));
    double leverage = weight / means.weight(group);
    center = means.mean(group) + carried / Math.sqrt(weight);
    spread =
        deviation
            * Math.sqrt(1 - dependence * dependence)
            * Math.sqrt(1 + leverage)
            / Math.sqrt(weight);
    degreesOfFreedom = freedom - 1.0;
  }

  private double dependence(double products, double earlierSquares) {
    if (!(earlierSquares > 0)) {
      return 0;
    }
    double raw = products / earlierSquares;
    double clipped = Math.max(-LARGEST_DEPENDENCE, Math.min(LARGEST_DEPENDENCE, raw));
    return clipped * size / (size + DEPENDENCE_SHRINKAGE);
  }

  /** Score of the night last predicted, on the normal scale. */
  double score(Night night) {
    return NormalScale.fromStudent((night.y() - center) / spread, degreesOfFreedom);
  }

  /** The same with at most six degrees of freedom, which heavy tails do not fool. */
  double heavyTailedScore(Night night) {
    return NormalScale.fromStudent(
        (night.y() - center) / spread, Math.min(degreesOfFreedom, NormalScale.HEAVY_TAILS));
  }
}
