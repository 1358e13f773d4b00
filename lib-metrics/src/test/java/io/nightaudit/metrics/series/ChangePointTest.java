package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Scores against the annotations of TCPDBench (G. J. J. van den Burg and C. K. I. Williams, An
 * Evaluation of Change Point Detection Algorithms, 2020, arXiv 2003.06222), which names the last
 * value before a change.
 */
class ChangePointTest {
  private static final int MARGIN = 5;
  private static final List<List<Integer>> NILE =
      List.of(List.of(), List.of(28), List.of(), List.of(28), List.of(28));
  private static final List<List<Integer>> OZONE =
      List.of(List.of(28), List.of(28), List.of(), List.of(28), List.of(14, 28));
  private static final List<List<Integer>> WELL_LOG =
      List.of(
          List.of(179, 255, 281, 311, 343, 402, 413, 422, 432, 462, 464),
          List.of(179, 255, 281, 312, 343, 402, 412, 422, 432),
          List.of(179, 255, 282, 312, 343, 402, 413, 422, 432),
          List.of(177, 467),
          List.of(
              4, 179, 255, 281, 311, 344, 402, 412, 422, 432, 462, 464, 521, 526, 620, 643, 661));

  @Test
  void pelt_nile_findsTheDam() {
    List<Integer> starts = ChangePoint.pelt(PublicSeries.nile());
    assertThat(starts).containsExactly(28);
    assertThat(agreement(NILE, starts)).isEqualTo(1);
    assertThat(cover(NILE, starts, 100)).isCloseTo(0.8800821918, within(5e-11));
    assertThat(agreement(NILE, List.of())).isCloseTo(0.8235294118, within(5e-11));
  }

  @Test
  void pelt_ozone_equalsBenchmark() {
    List<Integer> starts = ChangePoint.pelt(PublicSeries.ozone());
    assertThat(starts).containsExactly(11, 34);
    assertThat(agreement(OZONE, starts)).isEqualTo(1);
    assertThat(cover(OZONE, starts, 54)).isCloseTo(0.6345922998, within(5e-11));
  }

  @Test
  void pelt_wellLog_equalsBenchmark() {
    List<Integer> starts = ChangePoint.pelt(PublicSeries.wellLog());
    assertThat(starts).containsExactly(179, 281, 432, 658, 661);
    assertThat(agreement(WELL_LOG, starts)).isCloseTo(0.5545670225, within(5e-11));
  }

  @Test
  void pelt_steps_areDated() {
    Random random = new Random(12);
    double[] series = new double[200];
    for (int i = 0; i < series.length; i++) {
      series[i] = random.nextGaussian() + (i < 60 ? 0 : i < 130 ? 8 : -8);
    }
    assertThat(ChangePoint.pelt(series)).containsExactly(60, 130);
  }

  @Test
  void pelt_edgeCases_areDefined() {
    assertThat(ChangePoint.pelt(new double[0])).isEmpty();
    assertThat(ChangePoint.pelt(new double[] {3})).isEmpty();
    assertThat(ChangePoint.pelt(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1})).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangePoint.pelt(new double[] {1, Double.NaN}))
        .withMessageContaining("NaN at 1");
  }

  /** Squares of the largest values overflow and those of the smallest vanish; neither matters. */
  @Test
  void pelt_extremeScale_findsTheSame() {
    for (double scale : new double[] {1e-310, 1e-200, 1, 1e200, 1e304}) {
      double[] series = PublicSeries.nile();
      for (int i = 0; i < series.length; i++) {
        series[i] *= scale;
      }
      assertThat(ChangePoint.pelt(series)).as("scale %s", scale).containsExactly(28);
    }
  }

  /** F1: precision against all annotators at once, recall as their mean, 0 always counted. */
  private static double agreement(List<List<Integer>> annotators, List<Integer> starts) {
    TreeSet<Integer> found = withZero(lastOfSegments(starts));
    TreeSet<Integer> all = new TreeSet<>();
    double recall = 0;
    for (List<Integer> annotator : annotators) {
      TreeSet<Integer> marked = withZero(annotator);
      all.addAll(marked);
      recall += hits(marked, found) / (double) marked.size() / annotators.size();
    }
    double precision = hits(all, found) / (double) found.size();
    return 2 * precision * recall / (precision + recall);
  }

  /** Each mark takes the nearest unused change within the margin. */
  private static int hits(TreeSet<Integer> marked, TreeSet<Integer> found) {
    TreeSet<Integer> unused = new TreeSet<>(found);
    int hits = 0;
    for (int mark : marked) {
      Integer nearest = null;
      for (int change : unused) {
        int distance = Math.abs(change - mark);
        if (distance <= MARGIN && (nearest == null || distance < Math.abs(nearest - mark))) {
          nearest = change;
        }
      }
      if (nearest != null) {
        unused.remove(nearest);
        hits++;
      }
    }
    return hits;
  }

  /** Mean over annotators of the largest Jaccard index of each of their segments, by its size. */
  private static double cover(List<List<Integer>> annotators, List<Integer> starts, int n) {
    double cover = 0;
    for (List<Integer> annotator : annotators) {
      for (int[] marked : segments(annotator, n)) {
        double best = 0;
        for (int[] found : segments(lastOfSegments(starts), n)) {
          int shared = Math.min(marked[1], found[1]) - Math.max(marked[0], found[0]);
          int size = marked[1] - marked[0];
          best = Math.max(best, shared / (double) (size + found[1] - found[0] - shared) * size);
        }
        cover += best / n / annotators.size();
      }
    }
    return cover;
  }

  private static List<int[]> segments(List<Integer> changes, int n) {
    List<int[]> segments = new ArrayList<>();
    int from = 0;
    for (int change : changes) {
      segments.add(new int[] {from, change});
      from = change;
    }
    segments.add(new int[] {from, n});
    return segments;
  }

  private static List<Integer> lastOfSegments(List<Integer> starts) {
    return starts.stream().map(start -> start - 1).toList();
  }

  private static TreeSet<Integer> withZero(List<Integer> changes) {
    TreeSet<Integer> all = new TreeSet<>(changes);
    all.add(0);
    return all;
  }
}
