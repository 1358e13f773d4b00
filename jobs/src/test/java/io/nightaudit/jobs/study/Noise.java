package io.nightaudit.jobs.study;

import java.util.Random;

/** How the nights of a stream vary when nothing changes: mean 0 and variance 1 each. */
enum Noise {
  NORMAL("normal") {
    @Override
    double next(Random random, double previous) {
      return random.nextGaussian();
    }
  },
  /** Student's t with four degrees of freedom: now and then a night far out. */
  STUDENT_4("t4") {
    @Override
    double next(Random random, double previous) {
      double squares = 0;
      for (int i = 0; i < 4; i++) {
        double value = random.nextGaussian();
        squares += value * value;
      }
      return random.nextGaussian() / Math.sqrt(squares / 2);
    }
  },
  EXPONENTIAL("exponential (skewed)") {
    @Override
    double next(Random random, double previous) {
      return -StrictMath.log(1 - random.nextDouble()) - 1;
    }
  },
  AUTOREGRESSIVE_3("AR(.3)") {
    @Override
    double next(Random random, double previous) {
      return autoregressive(0.3, random, previous);
    }
  },
  AUTOREGRESSIVE_6("AR(.6)") {
    @Override
    double next(Random random, double previous) {
      return autoregressive(0.6, random, previous);
    }
  };

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final String title;

  Noise(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Tonight's value after last night's. */
  abstract double next(Random random, double previous);

  double[] series(int nights, Random random) {
    double[] values = new double[nights];
    // Already in its stationary law on the first night.
    double previous = random.nextGaussian();
    for (int i = 0; i < nights; i++) {
      previous = next(random, previous);
      values[i] = previous;
    }
    return values;
  }

  private static double autoregressive(double dependence, Random random, double previous) {
    return dependence * previous + Math.sqrt(1 - dependence * dependence) * random.nextGaussian();
  }

  /** The source of chance of one stream of a study. */
  static Random random(long seed, long stream) {
    return new Random(seed + stream * GOLDEN_GAMMA);
  }
}
