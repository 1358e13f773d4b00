package io.nightaudit.metrics.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.Archives;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Decision;
import io.nightaudit.metrics.significance.HierarchicalBenjaminiHochberg.Family;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionsTest {
  // Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57(1), 1995
  private static final double[] PUBLISHED = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  static Stream<UnaryOperator<double[]>> corrections() {
    return Stream.of(BenjaminiHochberg::adjusted, BenjaminiYekutieli::adjusted, Holm::adjusted);
  }

  @Test
  void benjaminiYekutieli_published_equalsStatsmodels() {
    // statsmodels.stats.multitest.multipletests(p, method='fdr_by')[1]
    assertThat(BenjaminiYekutieli.adjusted(PUBLISHED))
        .containsExactly(
            new double[] {
              0.004977343489843491,
              0.009954686979686982,
              0.03152317543567544,
              0.11821190788378289,
              0.20008920829170831,
              0.21189262285333715,
              0.21189262285333715,
              0.2140257700632701,
              0.253844517982018,
              1,
              1,
              1,
              1,
              1,
              1
            },
            within(1e-14));
  }

  @Test
  void benjaminiYekutieli_published_isThatOfTheArchive() {
    double[] expected = Archives.doubles(Archives.reference("statistics.json").get("BY same"));
    assertThat(BenjaminiYekutieli.adjusted(PUBLISHED)).containsExactly(expected, within(6e-7));
  }

  @Test
  void holm_published_equalsStatsmodels() {
    // statsmodels.stats.multitest.multipletests(p, method='holm')[1]
    assertThat(Holm.adjusted(PUBLISHED))
        .containsExactly(
            new double[] {
              .0015, .0056, .0247, .114, .2211, .278, .278, .278, .3213, 1, 1, 1, 1, 1, 1
            },
            within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void adjusted_edgeCases_areDefined(UnaryOperator<double[]> correction) {
    assertThat(correction.apply(new double[0])).isEmpty();
    assertThat(correction.apply(new double[] {.3})).containsExactly(.3);
    assertThat(correction.apply(new double[] {0, 0, 1})).containsExactly(0, 0, 1);
    for (double p : new double[] {Double.NaN, -.1, 1.1, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> correction.apply(new double[] {.1, p}))
          .withMessageContaining("p-value " + p)
          .withMessageContaining("leave out");
    }
  }

  @Test
  void decide_families_testsSlicesOfTheRejectedOnly() {
    // Metrics .001 and .02 of four are rejected at q = 0.1, so slices are tested at 0.1 * 2/4.
    List<Decision> decisions =
        HierarchicalBenjaminiHochberg.decide(
            List.of(
                new Family(.001, List.of(.0001, .04, .03, .9)),
                new Family(.5, List.of(1e-9)),
                new Family(.02, List.of(.06, .04)),
                new Family(.8, List.of())),
            .1);
    // BH within the first: .0004, .0533, .0533, .9, so only the first is at most .05; within the
    // third: .06, .06. At q itself, as in Yekutieli (2008), .04 and .03 would be rejected too.
    assertThat(decisions)
        .containsExactly(
            new Decision(.004, true, .05, List.of(0)),
            new Decision(.5 * 4 / 3, false, 0, List.of()),
            new Decision(.04, true, .05, List.of()),
            new Decision(.8, false, 0, List.of()));
  }

  @Test
  void decide_allRejected_testsSlicesAtQ() {
    List<Decision> decisions =
        HierarchicalBenjaminiHochberg.decide(
            List.of(new Family(0, List.of(.08, .09)), new Family(.1, List.of(.2, .04))), .1);
    assertThat(decisions)
        .containsExactly(
            new Decision(0, true, .1, List.of(0, 1)), new Decision(.1, true, .1, List.of(1)));
  }

  @Test
  void decide_notUsable_isDefinedOrThrows() {
    assertThat(HierarchicalBenjaminiHochberg.decide(List.of(), .1)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Family(.1, List.of(Double.NaN)))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Family(2, List.of()))
        .withMessageContaining("p-value 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HierarchicalBenjaminiHochberg.decide(List.of(), Double.NaN))
        .withMessageContaining("q NaN");
  }

  @Test
  void benjaminiHochberg_equalPValues_areUnchangedToTheLastBit() {
    // statsmodels.stats.multitest.multipletests([.1] * 3, .1, method='fdr_bh')
    assertThat(BenjaminiHochberg.adjusted(new double[] {.1, .1, .1})).containsExactly(.1, .1, .1);
    assertThat(BenjaminiHochberg.rejections(new double[] {.1, .1, .1}, .1)).isEqualTo(3);
    for (int m = 1; m <= 100; m++) {
      double[] equal = new double[m];
      Arrays.fill(equal, m / 101.0);
      assertThat(BenjaminiHochberg.adjusted(equal)).containsExactly(equal);
    }
  }

  @Test
  void decide_threeRejectedOfThree_testsSlicesAtQToTheLastBit() {
    Family family = new Family(.001, List.of());
    assertThat(HierarchicalBenjaminiHochberg.decide(List.of(family, family, family), .1))
        .allSatisfy(decision -> assertThat(decision.sliceLevel()).isEqualTo(.1));
  }
}
