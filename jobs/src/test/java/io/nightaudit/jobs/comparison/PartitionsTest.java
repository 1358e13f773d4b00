package io.nightaudit.jobs.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of hand-made nights, split over their parts. */
class PartitionsTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure COST = Measure.of(Metric.COST_PER_INTERACTION);
  private static final Measure TOTAL = Measure.of(Metric.COST_TOTAL);
  private static final Slice EASY = Slice.of("model", "m", "task", "easy");
  private static final Slice HARD = Slice.of("model", "m", "task", "hard");
  private static final Slice MODEL = Slice.of("model", "m");
  private static final List<String> STRATA = List.of("model", "task");
  private static final int LAST = 21;
  private static final int BEGAN = 19;

  /** Twenty-one nights; from the 19th on other numbers of easy and hard ones, with other errors. */
  private static Sliced nights(int easy, int easyErrors, int hard, int hardErrors) {
    Sliced nights = new Sliced("model");
    for (int night = 1; night <= LAST; night++) {
      boolean changed = night >= BEGAN;
      int wave = night % 3 - 1;
      nights.errors(night, EASY, changed ? easyErrors : 9 + wave, changed ? easy : 900);
      nights.errors(night, HARD, changed ? hardErrors : 10 + wave, changed ? hard : 100);
    }
    return nights;
  }

  private static ChangeEvidence change(Sliced nights, Measure measure) {
    return nights.partitions(STRATA).since(BEGAN, measure, MODEL, LAST).orElseThrow();
  }

  @Test
  void since_otherMix_isAllMix() {
    ChangeEvidence change = change(nights(500, 5, 500, 50), ERRORS);
    MixSplit split = change.split().orElseThrow();
    // 1 % of easy and 10 % of hard ones: (.5 − .1)(.1 − .01)
    assertThat(split.total()).isCloseTo(0.036, within(1e-4));
    assertThat(split.mix()).isCloseTo(0.036, within(1e-4));
    assertThat(split.behaviour()).isCloseTo(0, within(1e-4));
    assertThat(split.standardised().value()).isCloseTo(0, within(1e-4));
    assertThat(split.shift().value()).isCloseTo(0.036, within(1e-4));
    assertThat(split.shift().excludesZero()).isTrue();
    assertThat(split.mostlyMix()).isTrue();
    assertThat(change.raw().value()).isCloseTo(split.total(), within(1e-12));
    assertThat(change.raw().excludesZero()).isTrue();
  }

  @Test
  void since_otherBehaviour_isAllBehaviour() {
    MixSplit split = change(nights(900, 36, 100, 13), ERRORS).split().orElseThrow();
    assertThat(split.mix()).isCloseTo(0, within(1e-12));
    assertThat(split.standardised().value()).isCloseTo(split.total(), within(1e-12));
    assertThat(split.standardised().excludesZero()).isTrue();
    assertThat(split.shift().excludesZero()).isFalse();
    assertThat(split.mostlyMix()).isFalse();
    assertThat(split.apart()).containsExactly("task");
  }

  @Test
  void since_mixAndBehaviour_addUpToTheTotal() {
    MixSplit split = change(nights(700, 30, 300, 25), ERRORS).split().orElseThrow();
    assertThat(split.mix() + split.behaviour()).isCloseTo(split.total(), within(1e-15));
    double ofParts = split.parts().stream().mapToDouble(p -> p.mix() + p.behaviour()).sum();
    assertThat(ofParts).isCloseTo(split.total(), within(1e-15));
  }

  @Test
  void since_volume_isNoMean() {
    Measure volume = Measure.of(Metric.INTERACTIONS);
    Partitions partitions = nights(900, 9, 100, 10).partitions(STRATA);
    assertThat(partitions.since(BEGAN, volume, MODEL, LAST)).isEmpty();
  }

  @Test
  void since_fewNightsBefore_isEmpty() {
    Partitions partitions = nights(900, 9, 100, 10).partitions(STRATA);
    assertThat(partitions.since(3, ERRORS, MODEL, LAST)).isEmpty();
    assertThat(partitions.since(4, ERRORS, MODEL, LAST)).isPresent();
  }

  @Test
  void since_finestSlice_hasASizeButNoSplit() {
    Partitions partitions = nights(900, 90, 100, 10).partitions(STRATA);
    ChangeEvidence change = partitions.since(BEGAN, ERRORS, EASY, LAST).orElseThrow();
    assertThat(change.raw().value()).isCloseTo(0.09, within(1e-3));
    assertThat(change.splits()).isEmpty();
    assertThat(change.valued().since()).isEqualTo(1);
  }

  @Test
  void since_oneSliceOfALevelMissing_leavesTheLevelOut() {
    List<ComparedSlice> some =
        nights(900, 90, 100, 10).compared().stream().filter(s -> !s.slice().equals(HARD)).toList();
    Partitions partitions = new Partitions(some, STRATA, Set.of(), Set.of(), 28);
    assertThat(partitions.since(BEGAN, ERRORS, MODEL, LAST).orElseThrow().splits()).isEmpty();
  }

  @Test
  void since_hiddenSlice_isMergedAndNotNamed() {
    Partitions partitions =
        new Partitions(nights(900, 90, 100, 10).compared(), STRATA, Set.of(HARD), Set.of(), 28);
    MixSplit split =
        partitions.since(BEGAN, ERRORS, MODEL, LAST).orElseThrow().split().orElseThrow();
    assertThat(split.parts())
        .extracting(MixSplit.Part::slice)
        .containsExactlyInAnyOrder(EASY, Slice.of("model", "m", "task", Slice.OTHER));
  }

  @Test
  void since_allTraffic_isSplitAtTheLevelOfTheRollbackFirst() {
    Sliced nights = nights(900, 90, 100, 10);
    assertThat(
            nights.partitions(STRATA).since(BEGAN, ERRORS, Slice.ALL, LAST).orElseThrow().splits())
        .extracting(MixSplit::by)
        .containsExactly(STRATA, List.of("model"));
  }

  @Test
  void tonight_ofACalmStream_comparesWithItsBaseline() {
    MixSplit split =
        nights(900, 9, 100, 10).partitions(STRATA).tonight(ERRORS, MODEL, LAST).orElseThrow();
    assertThat(split.since()).isEqualTo(LAST);
    assertThat(split.total()).isCloseTo(0, within(1e-3));
  }

  /** Twice the interactions, a third of them long ones that were a fifth, longer and dearer. */
  private static Sliced costs(double price) {
    Sliced nights = new Sliced("model");
    for (int night = 1; night <= LAST; night++) {
      boolean changed = night >= BEGAN;
      int volume = changed ? 240 : 100;
      int hard = changed ? 80 : 20;
      long tokens = changed ? 1000 : 800;
      double dollar = changed ? price : 1e-6;
      nights.costs(night, EASY, volume - hard, 400 * dollar, 300, 100);
      nights.costs(night, HARD, hard, tokens * dollar, tokens - 100, 100);
    }
    return nights;
  }

  @Test
  void since_costOfTheNight_isBridgedByVolumeMixTokensAndPrice() {
    ChangeEvidence change = change(costs(2e-6), TOTAL);
    CostChange cost = change.cost().orElseThrow();
    double before = 80 * 400e-6 + 20 * 800e-6;
    double after = 160 * 800e-6 + 80 * 2000e-6;
    assertThat(change.raw().value()).isCloseTo(after - before, within(1e-9));
    assertThat(cost.factors().values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(after - before, within(1e-9));
    assertThat(cost.factors()).containsOnlyKeys("volume", "mix", "tokens", "price");
    // L(C1, C0) ln 2 for each part, as the price doubled in both
    assertThat(cost.effect(CostChange.PRICE))
        .isCloseTo(
            logMean(0.032, 0.128) * Math.log(2) + logMean(0.016, 0.16) * Math.log(2), within(1e-9));
    assertThat(change.splits()).isEmpty();
  }

  private static double logMean(double a, double b) {
    return (a - b) / (Math.log(a) - Math.log(b));
  }

  @Test
  void since_costPerInteraction_isSplitAndBridgedWithoutVolume() {
    ChangeEvidence change = change(costs(1e-6), COST);
    MixSplit split = change.split().orElseThrow();
    CostChange cost = change.cost().orElseThrow();
    assertThat(cost.factors()).containsOnlyKeys("mix", "tokens", "price");
    assertThat(cost.factors().values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(split.total(), within(1e-12));
    assertThat(cost.effect(CostChange.PRICE)).isCloseTo(0, within(1e-12));
    // easy .8 → 2/3, hard .2 → 1/3 at 400 and 800 → 1000 tokens of a millionth
    assertThat(split.total()).isCloseTo(600e-6 - 480e-6, within(1e-12));
    assertThat(split.behaviour()).isCloseTo(200e-6 * (0.2 + 1 / 3.0) / 2, within(1e-12));
  }
}
