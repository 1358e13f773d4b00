package io.nightaudit.jobs.profile.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.profile.review.Stratum.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ReviewDrawTest {
  private static final int ROWS = 200;
  private static final int NIGHTS = 2_000;
  private static final int SIZE = 10;

  private static final Stratum GUARDRAIL = Stratum.of(Kind.GUARDRAIL_HIT);
  private static final Stratum SCORE = new Stratum(Kind.LOW_SCORE, "good");
  private static final Stratum COST = Stratum.of(Kind.HIGH_COST);
  private static final Stratum ANY = Stratum.of(Kind.RANDOM);

  /** The queues of many nights with equal rows. */
  private static final List<List<ReviewEntry>> NIGHTLY = nightly();

  private static List<List<ReviewEntry>> nightly() {
    List<List<ReviewEntry>> nights = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      nights.add(draw(night, SIZE, rows()));
    }
    return nights;
  }

  private static ReviewPlan plan(long night, int size) {
    return new ReviewPlan(
        night,
        size,
        List.of(
            StratumRule.flag(Kind.GUARDRAIL_HIT),
            new StratumRule(SCORE, 0, false, Harm.DECREASE, 0.2),
            StratumRule.flag(Kind.LOW_FEEDBACK),
            StratumRule.tail(Kind.NEW_TERMS, 0.1),
            StratumRule.tail(Kind.HIGH_COST, 0.1),
            StratumRule.flag(Kind.RANDOM)),
        new TreeMap<>(),
        List.of("good"));
  }

  /** Scores and costs of many values, strata that overlap. */
  private static List<ReviewRow> rows() {
    Random random = new Random(11);
    List<ReviewRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double score = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
      boolean hit = random.nextDouble() < 0.15;
      double cost = Math.exp(random.nextGaussian()) * (hit ? 2 : 1);
      rows.add(new ReviewRow("id" + i, ReviewRow.ORDINARY, score, cost, Double.NaN, hit));
    }
    return rows;
  }

  private static List<ReviewEntry> draw(long night, int size, List<ReviewRow> rows) {
    ReviewPlan plan = plan(night, size);
    ReviewSampler sampler = plan.sampler();
    rows.forEach(row -> sampler.add(row, row));
    Map<String, StratumSample> samples = new HashMap<>();
    sampler.forEach(samples::put);
    return ReviewDraw.of(plan, samples);
  }

  private static List<ReviewEntry> of(Stratum stratum, List<ReviewEntry> entries) {
    return entries.stream().filter(entry -> entry.stratum().equals(stratum)).toList();
  }

  /**
   * The Horvitz–Thompson estimate of a total, from one stratum and from all of the queue, is the
   * total on average: over 2,000 nights within 4 of its standard errors, which chance leaves once
   * in 16,000 times. The rows are equal on all nights, only the draws differ.
   */
  @Test
  void probabilities_overManyNights_giveUnbiasedTotals() {
    List<ReviewRow> rows = rows();
    SortedMap<String, ReviewRow> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    List<List<ReviewEntry>> nights = NIGHTLY;
    double costs = rows.stream().mapToDouble(ReviewRow::cost).sum();
    assertUnbiased(nights, costs, entries -> total(of(ANY, entries), byId));
    assertUnbiased(nights, costs, entries -> totalOfQueue(entries, byId));
    double dearest = rows.stream().mapToDouble(ReviewRow::cost).sorted().skip(ROWS - 20).sum();
    assertUnbiased(nights, dearest, entries -> total(of(COST, entries), byId));
    double hits = rows.stream().filter(ReviewRow::guardrailHit).mapToDouble(ReviewRow::cost).sum();
    assertUnbiased(nights, hits, entries -> total(of(GUARDRAIL, entries), byId));
  }

  private static double total(List<ReviewEntry> entries, Map<String, ReviewRow> byId) {
    return entries.stream()
        .mapToDouble(e -> byId.get(e.interactionId()).cost() / e.inclusionProbability())
        .sum();
  }

  private static double totalOfQueue(List<ReviewEntry> entries, Map<String, ReviewRow> byId) {
    SortedMap<String, Double> overall = new TreeMap<>();
    entries.stream()
        .filter(ReviewEntry::isDrawn)
        .forEach(entry -> overall.put(entry.interactionId(), entry.overallProbability()));
    return overall.entrySet().stream()
        .mapToDouble(drawn -> byId.get(drawn.getKey()).cost() / drawn.getValue())
        .sum();
  }

  private static void assertUnbiased(
      List<List<ReviewEntry>> nights, double truth, ToDoubleFunction<List<ReviewEntry>> estimate) {
    double[] estimates = nights.stream().mapToDouble(estimate).toArray();
    double mean = 0;
    for (double value : estimates) {
      mean += value / estimates.length;
    }
    double squares = 0;
    for (double value : estimates) {
      squares += (value - mean) * (value - mean);
    }
    double error = Math.sqrt(squares / (estimates.length - 1.0) / estimates.length);
    assertThat(error).isLessThan(0.02 * truth);
    assertThat(mean).isCloseTo(truth, within(4 * error));
  }

  /** An evaluation set of two strata that overlap stands for all that is in either. */
  @Test
  void evaluationSet_ofTwoStrata_givesUnbiasedTotals() {
    List<ReviewRow> rows = rows();
    SortedMap<String, ReviewRow> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    double dear =
        rows.stream().mapToDouble(ReviewRow::cost).sorted().skip(ROWS - 20).min().orElseThrow();
    double truth =
        rows.stream()
            .filter(row -> row.guardrailHit() || row.cost() >= dear)
            .mapToDouble(ReviewRow::cost)
            .sum();
    assertUnbiased(
        NIGHTLY,
        truth,
        entries ->
            EvaluationSet.of(entries, stratum -> List.of(GUARDRAIL, COST).contains(stratum))
                .stream()
                .mapToDouble(
                    line -> byId.get(line.entry().interactionId()).cost() / line.probability())
                .sum());
  }

  /** Each interaction is drawn as often as its overall probability says, 5 standard errors wide. */
  @Test
  void overallProbability_ofEachInteraction_isHowOftenItIsDrawn() {
    Map<String, Integer> times = new HashMap<>();
    Map<String, Double> said = new HashMap<>();
    for (List<ReviewEntry> night : NIGHTLY) {
      SortedMap<String, Double> drawn = new TreeMap<>();
      night.stream()
          .filter(ReviewEntry::isDrawn)
          .forEach(entry -> drawn.put(entry.interactionId(), entry.overallProbability()));
      drawn.forEach(
          (id, probability) -> {
            times.merge(id, 1, Integer::sum);
            said.put(id, probability);
          });
    }
    assertThat(times).hasSize(ROWS);
    times.forEach(
        (id, count) -> {
          double p = said.get(id);
          double error = Math.sqrt(p * (1 - p) / NIGHTS);
          assertThat((double) count / NIGHTS).as(id).isCloseTo(p, within(5 * error));
        });
  }

  @Test
  void draw_ofOneNight_saysWhatEachStratumHolds() {
    List<ReviewRow> rows = rows();
    List<ReviewEntry> entries = draw(7, SIZE, rows);
    long hits = rows.stream().filter(ReviewRow::guardrailHit).count();

    assertThat(of(GUARDRAIL, entries))
        .hasSize(SIZE)
        .allSatisfy(
            entry -> {
              assertThat(entry.population()).isEqualTo(hits);
              assertThat(entry.inclusionProbability()).isEqualTo((double) SIZE / hits);
              assertThat(entry.guardrailHit()).isEqualTo(Optional.of(true));
              assertThat(entry.strata()).contains(GUARDRAIL, ANY);
              assertThat(entry.overallProbability()).isGreaterThan(entry.inclusionProbability());
            });
    double highest =
        of(SCORE, entries).stream().mapToDouble(e -> e.scores().get("good")).max().orElseThrow();
    assertThat(rows.stream().filter(row -> row.score() <= highest).count())
        .isLessThanOrEqualTo((long) (0.2 * ROWS));
    assertThat(of(COST, entries)).allMatch(entry -> entry.population() == ROWS / 10);
    assertThat(of(ANY, entries)).allMatch(entry -> entry.population() == ROWS);
    assertThat(draw(7, SIZE, rows)).isEqualTo(entries);
    assertThat(draw(8, SIZE, rows)).isNotEqualTo(entries);
  }

  @Test
  void draw_ofAFewRows_takesThemAll() {
    List<ReviewEntry> entries = draw(1, SIZE, rows().subList(0, 6));
    assertThat(of(ANY, entries))
        .hasSize(6)
        .allMatch(entry -> entry.inclusionProbability() == 1 && entry.overallProbability() == 1);
  }

  @Test
  void draw_withoutAnythingToDraw_saysWhy() {
    ReviewRow anonymous = new ReviewRow("", ReviewRow.ORDINARY, 0.5, 2, -1, true);
    List<ReviewEntry> entries = draw(1, SIZE, List.of(anonymous, anonymous));

    assertThat(entries).hasSize(6).noneMatch(ReviewEntry::isDrawn);
    assertThat(of(ANY, entries).get(0).reason()).isEqualTo("2 interactions have no id");
    assertThat(of(ANY, entries).get(0).withoutId()).isEqualTo(2);
    assertThat(of(COST, entries).get(0).reason())
        .isEqualTo("all interactions of the night are alike in it");
    assertThat(of(Stratum.of(Kind.NEW_TERMS), entries).get(0).reason())
        .isEqualTo("no interaction of the night is in it");
    assertThat(of(ANY, draw(1, 0, rows())).get(0).reason())
        .isEqualTo("policy.review.per-stratum is 0");
  }

  @Test
  void newTerms_ofAQuestion_areWordsThatNoListHas() {
    List<ReviewRow> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(new ReviewRow("id" + i, ReviewRow.ORDINARY, Double.NaN, 1, 1, false));
    }
    rows.add(new ReviewRow("slang", "xqz brrk flimp the", Double.NaN, 1, 1, false));
    rows.add(new ReviewRow("two", "xqz brrk", Double.NaN, 1, 1, false));

    assertThat(of(Stratum.of(Kind.NEW_TERMS), draw(1, SIZE, rows)))
        .extracting(ReviewEntry::interactionId)
        .containsExactly("slang");
  }

  @Test
  void lowFeedback_isWhatIsRatedAndNotGood() {
    List<ReviewRow> rows =
        List.of(
            new ReviewRow("bad", "q", Double.NaN, 1, -1, false),
            new ReviewRow("zero", "q", Double.NaN, 1, 0, false),
            new ReviewRow("good", "q", Double.NaN, 1, 1, false),
            new ReviewRow("none", "q", Double.NaN, 1, Double.NaN, false));

    assertThat(of(Stratum.of(Kind.LOW_FEEDBACK), draw(1, SIZE, rows)))
        .extracting(ReviewEntry::interactionId)
        .containsExactly("bad", "zero");
  }
}
