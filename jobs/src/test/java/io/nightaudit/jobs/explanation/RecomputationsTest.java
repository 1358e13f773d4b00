package io.nightaudit.jobs.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.comparison.TermStatistic;
import io.nightaudit.jobs.explanation.ExplainedFigure.Input;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.SliceSettings;
import io.nightaudit.metrics.distance.BinnedDistance;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import io.nightaudit.metrics.summary.TermCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value of each kind of figure out of its inputs, and what of them is printed. */
class RecomputationsTest {
  private static final int SMALLEST = 10;
  private static final SliceSettings SETTINGS =
      new SliceSettings(List.of(), 500, List.of(), List.of("tenant"), SMALLEST);

  private static Recomputation of(String measure, Map<String, Summary> tonight) {
    return of(measure, tonight, Map.of()).orElseThrow();
  }

  private static Optional<Recomputation> of(
      String measure, Map<String, Summary> tonight, Map<String, Summary> before) {
    FigureFacts facts =
        new FigureFacts(
            Measure.parse(measure),
            Slice.ALL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(tonight),
            new TreeMap<>(before),
            List.of(),
            new TreeMap<>());
    return new Recomputations(facts, SETTINGS).value();
  }

  @Test
  void share_countsOfAProfile_areDividedAsAPersonWould() {
    Recomputation share = of("errors", Map.of("errors", new Rate(511, 1000, 7)));
    assertThat(share.value()).isEqualTo(0.511);
    assertThat(share.arithmetic()).containsExactly("511 / 1,000 = 0.511");
    assertThat(share.inputs()).contains(new Input("without a value", "7"));
  }

  @Test
  void shareOfEach_rule_takesItsHitsAmongThoseThatCouldBeHit() {
    CategoryCounts.Accumulator rules = new CategoryCounts.Accumulator();
    rules.add("no-email");
    rules.add("no-email");
    rules.add("no-cards");
    Map<String, Summary> tonight =
        Map.of("guardrail_rules", rules.build(), "guardrail_hits", new Rate(3, 40, 0));
    assertThat(of("guardrail_rule_hits.no-email", tonight).arithmetic())
        .containsExactly("2 / 40 = 0.05");
    assertThat(of("guardrail_rule_hits.unheard", tonight).value()).isZero();
  }

  @Test
  void mean_sumsOfAProfile_areExact() {
    LogHistogram.Accumulator values = new LogHistogram.Accumulator(3);
    values.add(0.1);
    values.add(0.2);
    values.add(0.4);
    Recomputation mean = of("duration_ms", Map.of("duration_ms", values.build()));
    assertThat(mean.arithmetic()).containsExactly("0.7 / 3 = 0.23333333333333334");
    assertThat(mean.value()).isEqualTo(values.build().mean());
    assertThat(mean.inputs())
        .contains(new Input("sum of the values", "0.7"), new Input("sum of their squares", "0.21"));
  }

  @Test
  void total_sumOfAProfile_isTheValue() {
    LogHistogram.Accumulator costs = new LogHistogram.Accumulator(12);
    costs.add(0.001);
    costs.add(0.0025);
    Recomputation total = of("cost_total", Map.of("cost_per_interaction", costs.build()));
    assertThat(total.value()).isEqualTo(0.0035);
    assertThat(total.arithmetic()).containsExactly("exact sum of 2 values = 0.0035");
  }

  /** The law: the bucket that is printed gives the quantile of the library, to the last bit. */
  @ParameterizedTest
  @CsvSource({"0, 1000", "3, 5000", "6, 0.5", "12, 0.00001"})
  void quantile_anyHistogram_isTheMiddleOfThePrintedBucket(int scale, double size) {
    Random random = new Random(scale);
    for (int count = 1; count < 400; count = count * 2 + 1) {
      LogHistogram.Accumulator values = new LogHistogram.Accumulator(scale);
      for (int i = 0; i < count; i++) {
        values.add((random.nextDouble() - 0.3) * size);
      }
      LogHistogram histogram = values.build();
      for (double rank : new double[] {0, 0.01, 0.5, 0.95, 1}) {
        assertThat(QuantileOrigin.of(histogram, rank).value())
            .as("%s of %s values", rank, count)
            .isEqualTo(histogram.quantile(rank));
      }
    }
  }

  @Test
  void quantile_rank_liesInTheBucketThatIsPrinted() {
    LogHistogram.Accumulator values = new LogHistogram.Accumulator(3);
    for (int i = 1; i <= 100; i++) {
      values.add(i * 10);
    }
    Recomputation p95 = of("duration_p95", Map.of("duration_ms", values.build()));
    assertThat(p95.arithmetic().get(0)).isEqualTo("rank ⌈0.95 × 100⌉ = 95");
    assertThat(p95.arithmetic().get(1)).matches("9\\d < 95 ≤ 9\\d, so it lies in this bucket");
    assertThat(p95.value()).isBetween(940.0, 960.0);
  }

  @Test
  void mix_counts_giveTheDistanceOfTheLibrary() {
    CategoryCounts before = counts("a", 60, "b", 40);
    CategoryCounts tonight = counts("a", 30, "b", 10, "c", 2);
    Recomputation mix =
        of("applications", Map.of("applications", tonight), Map.of("applications", before))
            .orElseThrow();
    long[][] aligned = CategoryCounts.align(before, tonight);
    assertThat(mix.value())
        .isEqualTo(BinnedDistance.JENSEN_SHANNON.between(aligned[0], aligned[1]));
    assertThat(mix.inputs())
        .contains(new Input("category a", "30 of 42 (71.4%), before 60 of 100 (60.0%)"));
  }

  @Test
  void mix_withoutANightBefore_hasNoDistance() {
    Recomputation mix = of("applications", Map.of("applications", counts("a", 3)));
    assertThat(mix.value()).isNaN();
    assertThat(mix.arithmetic()).containsExactly("there is no night before to take a distance to");
  }

  /** No cell below ten is named, and none can be computed from those that are. */
  @Test
  void mix_ofTenants_neverNamesOrTellsASmallCell() {
    Random random = new Random(42);
    for (int round = 0; round < 500; round++) {
      CategoryCounts.Accumulator tonight = new CategoryCounts.Accumulator();
      int tenants = 1 + random.nextInt(6);
      for (int tenant = 0; tenant < tenants; tenant++) {
        int rows = 1 + random.nextInt(25);
        for (int i = 0; i < rows; i++) {
          tonight.add("t" + tenant);
        }
      }
      CategoryCounts counts = tonight.build();
      List<String> named =
          of("tenants", Map.of("tenants", counts)).inputs().stream()
              .map(Input::name)
              .filter(name -> name.startsWith("category "))
              .map(name -> name.substring("category ".length()))
              .toList();
      assertThat(named).allMatch(name -> counts.of(name) >= SMALLEST);
      long left = counts.count() - named.stream().mapToLong(counts::of).sum();
      int merged = counts.counts().size() - named.size();
      assertThat(left == 0 || left >= SMALLEST && merged >= 2 || named.isEmpty()).isTrue();
    }
  }

  @Test
  void terms_scores_giveTheShiftOfTheLibraryAndNoWord() {
    TermCounts before = terms(1, 80);
    TermCounts tonight = terms(2, 60);
    Recomputation terms =
        of("prompt_terms", Map.of("prompt_terms", tonight), Map.of("prompt_terms", before))
            .orElseThrow();
    assertThat(terms.value()).isEqualTo(TermStatistic.shift(tonight, before).top20());
    assertThat(terms.arithmetic().get(1)).startsWith("Σ z² / 20 = ").contains(" / 20 = ");
    assertThat(terms.inputs()).contains(new Input("texts tonight", "60"));
  }

  @Test
  void value_emptyProfile_isNone() {
    assertThat(of("errors", Map.of("errors", new Rate(0, 0, 5)), Map.of())).isEmpty();
    assertThat(of("errors", Map.of(), Map.of())).isEmpty();
  }

  private static TermCounts terms(long seed, int documents) {
    Random random = new Random(seed);
    TermCounts.Accumulator terms = new TermCounts.Accumulator(4096);
    for (int i = 0; i < documents; i++) {
      int[] hashes = random.ints(12, 0, 60 * (int) seed).toArray();
      terms.addDocument(hashes, hashes.length);
    }
    return terms.build();
  }

  private static CategoryCounts counts(Object... namesAndCounts) {
    CategoryCounts.Accumulator counts = new CategoryCounts.Accumulator();
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      for (int row = 0; row < (int) namesAndCounts[i + 1]; row++) {
        counts.add((String) namesAndCounts[i]);
      }
    }
    return counts.build();
  }
}
