package io.nightaudit.metrics.distance;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Samples that several tests compare with published or SciPy values. */
final class Samples {
  /** The two laboratories of Scholz and Stephens (1987), table 4, smoothness of paper. */
  static final double[] X = {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0};

  static final double[] Y = {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8};

  /** Lengths in code points of the LLMDrift answers LEETCODE_EASY of GPT-4, March 2023. */
  static final double[] LENGTHS_OF_MARCH = {
    29, 114, 127, 160, 161, 169, 204, 210, 219, 227, 234, 241, 276, 288, 289, 296, 312, 315, 317,
    329, 331, 366, 367, 393, 401, 407, 421, 424, 424, 426, 426, 426, 449, 460, 483, 499, 517, 543,
    556, 557, 567, 569, 587, 600, 601, 612, 679, 757, 806, 899
  };

  /** The same of June 2023. */
  static final double[] LENGTHS_OF_JUNE = {
    175, 175, 193, 222, 243, 255, 258, 271, 288, 289, 326, 329, 331, 335, 350, 352, 356, 365, 368,
    369, 370, 378, 381, 382, 399, 409, 413, 424, 428, 440, 460, 467, 482, 513, 518, 526, 528, 530,
    549, 570, 580, 634, 654, 659, 776, 817, 817, 1495, 1574, 1786
  };

  /** ref = scipy.stats.norm.ppf((np.arange(1, 2001) - .5) / 2000). */
  static final double[] NORMAL_REFERENCE = normal(2000, 0, 1);

  /** cur = .2 + 1.1 * scipy.stats.norm.ppf((np.arange(1, 1501) - .5) / 1500). */
  static final double[] NORMAL_CURRENT = normal(1500, 0.2, 1.1);

  private Samples() {}

  private static double[] normal(int size, double mean, double deviation) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    return IntStream.rangeClosed(1, size)
        .mapToDouble(i -> mean + deviation * normal.inverseCumulativeProbability((i - 0.5) / size))
        .toArray();
  }
}
