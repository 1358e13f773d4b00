package io.nightaudit.metrics.decision;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** How several tests share one probability of a false alarm. */
public enum AlphaSplit {
  /** Each of G tests at α/G. Source: O. J. Dunn, J. Amer. Statist. Assoc. 56, 1961. */
  BONFERRONI {
    @Override
    double[] levels(double alpha, List<DoublePredicate> tests) {
      double[] levels = new double[tests.size()];
      Arrays.fill(levels, alpha / tests.size());
      return levels;
    }
  },

  /**
   * Each rejection frees its share: with k tests left they are at α/k. Rejects all that Bonferroni
   * does. Source: S. Holm, Scandinavian Journal of Statistics 6(2), 1979.
   */
  HOLM {
    @Override
    double[] levels(double alpha, List<DoublePredicate> tests) {
      double[] levels = new double[tests.size()];
      int left = tests.size();
      boolean more = true;
      while (more && left > 0) {
        double level = alpha / left;
        int before = left;
        for (int i = 0; i < levels.length; i++) {
          if (levels[i] == 0 && tests.get(i).test(level)) {
            levels[i] = level;
            left--;
          }
        }
        more = left < before;
      }
      for (int i = 0; i < levels.length; i++) {
        levels[i] = levels[i] == 0 ? alpha / left : levels[i];
      }
      return levels;
    }
  };

  /**
   * The level of each test: one that rejects at its level is rejected.
   *
   * @param tests whether a test rejects at a level; if it does, it does at every larger one
   */
  abstract double[] levels(double alpha, List<DoublePredicate> tests);
}
