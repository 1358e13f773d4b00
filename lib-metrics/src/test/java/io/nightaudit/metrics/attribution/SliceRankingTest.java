package io.nightaudit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.attribution.SliceRanking.Part;
import io.nightaudit.metrics.attribution.SliceRanking.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SliceRankingTest {
  private static final List<Part> PARTS =
      List.of(
          new Part("small", -.01, .0001),
          new Part("other way", .02, .000001),
          new Part("large", -.08, .0001),
          new Part("noisy", -.06, .01),
          new Part("second", -.07, .0001));

  /** The noisy one is third in size and still not picked: it is within chance. */
  @Test
  void of_parts_picksWhatCarriesTheChange() {
    List<Ranked> ranked = SliceRanking.of(PARTS, .67, .1);

    assertThat(ranked)
        .extracting(Ranked::name)
        .containsExactly("large", "second", "noisy", "small", "other way");
    assertThat(ranked)
        .filteredOn(Ranked::picked)
        .extracting(Ranked::name)
        .containsExactly("large", "second");
    assertThat(ranked.get(0).share()).isCloseTo(.4, within(1e-12));
    assertThat(ranked.get(0).z()).isCloseTo(-8, within(1e-12));
  }

  @Test
  void of_changeDownOrUp_picksTheSame() {
    List<Part> mirrored =
        PARTS.stream().map(part -> new Part(part.name(), -part.part(), part.variance())).toList();

    assertThat(SliceRanking.of(mirrored, .67, .1))
        .extracting(Ranked::name, Ranked::picked)
        .isEqualTo(
            SliceRanking.of(PARTS, .67, .1).stream()
                .map(
                    ranked -> org.assertj.core.api.Assertions.tuple(ranked.name(), ranked.picked()))
                .toList());
  }

  @Test
  void of_nothing_isNothing() {
    assertThat(SliceRanking.of(List.of(), .67, .1)).isEmpty();
    assertThat(SliceRanking.of(List.of(new Part("a", 1, 0), new Part("b", -1, 0)), .67, .1))
        .noneMatch(Ranked::picked);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Part("a", Double.NaN, 0))
        .withMessageContaining("part NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceRanking.of(PARTS, 0, .1))
        .withMessageContaining("Provided: 0.0");
  }

  @Property(seed = "71")
  void of_anyOrder_isTheSame(@ForAll long seed) {
    List<Part> shuffled = new ArrayList<>(PARTS);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(SliceRanking.of(shuffled, .67, .1)).isEqualTo(SliceRanking.of(PARTS, .67, .1));
  }

  // By hand: expected 100 + 100, came 100 + 50: the whole change of -50 is the second's
  @Test
  void adtributor_oneValueMoves_explainsAll() {
    Adtributor result = Adtributor.ofTotal(new double[] {100, 100}, new double[] {100, 50});

    assertThat(result.explanatoryPower()).containsExactly(0, 1);
    // p = (.5, .5), q = (2/3, 1/3): the Jensen-Shannon divergence by scipy:
    // scipy.spatial.distance.jensenshannon([.5, .5], [2/3, 1/3]) ** 2 = 0.014362591564146746
    assertThat(Arrays.stream(result.surprise()).sum())
        .isCloseTo(0.014362591564146746, within(1e-15));
  }

  @Test
  void adtributor_ratio_powersAddUpToOne() {
    double[] costs = {10, 20, 30};
    double[] answers = {100, 100, 100};

    Adtributor result =
        Adtributor.ofRatio(costs, new double[] {10, 40, 30}, answers, new double[] {100, 90, 120});

    assertThat(Arrays.stream(result.explanatoryPower()).sum()).isCloseTo(1, within(1e-12));
    // (20*300 + 10*60)/(300*290) = .0758621; 0; (-20*60)/(300*320) = -.0125
    assertThat(result.explanatoryPower()[1]).isCloseTo(.0758620690 / .0633620690, within(1e-8));
    assertThat(result.explanatoryPower()[0]).isZero();
  }

  @Test
  void adtributor_noChange_explainsNothing() {
    Adtributor result = Adtributor.ofTotal(new double[] {1, 0}, new double[] {1, 0});

    assertThat(result.explanatoryPower()).containsExactly(Double.NaN, Double.NaN);
    assertThat(result.surprise()).containsExactly(0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Adtributor.ofTotal(new double[] {1}, new double[] {-1}))
        .withMessageContaining("Amount -1.0");
  }
}
