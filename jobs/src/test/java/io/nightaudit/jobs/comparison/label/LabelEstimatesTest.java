package io.nightaudit.jobs.comparison.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.archive.label.HumanLabel;
import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import io.nightaudit.metrics.decision.StratumMoments;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.interval.PairMoments;
import io.nightaudit.metrics.interval.PredictionPoweredMean;
import io.nightaudit.metrics.summary.JudgeSums;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Estimates from people's labels, against the same numbers computed from every row. */
class LabelEstimatesTest {
  private static final Measure GOOD = Measure.parse("scores.good");
  private static final int NIGHTS = 10;
  private static final int ROWS = 200;
  private static final int DRAWN = 20;

  private final List<ReviewEntry> queue = new ArrayList<>();
  private final List<HumanLabel> labels = new ArrayList<>();
  private final SortedMap<Long, StreamNight> nights = new TreeMap<>();
  private final SortedMap<Long, StratumMoments> moments = new TreeMap<>();
  private final JudgeSums.Accumulator rows = new JudgeSums.Accumulator(6);

  private static Instant noon(long day) {
    return LocalDate.ofEpochDay(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static HumanLabel label(String id, String target, double value, String who, long day) {
    return new HumanLabel(Optional.empty(), id, target, value, who, noon(day));
  }

  private static ReviewEntry entry(
      long night, Stratum.Kind kind, String id, Optional<Boolean> hit, Map<String, Double> scores) {
    return new ReviewEntry(
        night,
        new Stratum(kind, ""),
        id,
        "",
        0.1,
        0.1,
        ROWS,
        DRAWN,
        0,
        List.of(new Stratum(kind, "")),
        "r",
        "",
        hit,
        new TreeMap<>(scores),
        Double.NaN,
        "");
  }

  /** A judge who says yes too often; people label the first rows of every night. */
  private void audited(long seed) {
    Random random = new Random(seed);
    for (long night = 1; night <= NIGHTS; night++) {
      nights.put(night, new StreamNight(night, 0.8, ROWS, 1, 1, "judge 1", DailyDistance.NONE));
      StratumMoments all = StratumMoments.absent();
      for (int i = 0; i < ROWS; i++) {
        double truth = random.nextDouble() < 0.7 ? 1 : 0;
        double score = random.nextDouble() < (truth == 1 ? 0.95 : 0.3) ? 1 : 0;
        String id = night + "-" + i;
        if (i < DRAWN) {
          queue.add(
              entry(night, Stratum.Kind.RANDOM, id, Optional.of(false), Map.of("good", score)));
          labels.add(label(id, "scores.good", truth, "ann", night));
          rows.add(truth, score);
        } else {
          rows.add(score);
        }
        all = all.plus(new StratumMoments(1, score, 0));
      }
      moments.put(night, all);
    }
  }

  private Optional<ComparedSlice> all() {
    ComparedStream stream = new ComparedStream(GOOD, nights, new TreeMap<>(), moments);
    return Optional.of(
        new ComparedSlice(
            Slice.ALL, new TreeMap<>(Map.of(GOOD, stream)), new TreeMap<>(), new TreeMap<>()));
  }

  private List<LabelEstimate> estimates(long night) {
    return new LabelEstimates(labels, queue, NIGHTS, 30, ZoneOffset.UTC).of(night, all());
  }

  @Test
  void score_ofARandomSample_isWhatEveryRowGives() {
    audited(1);
    LabelEstimate estimate = estimates(NIGHTS).get(0);
    JudgeSums sums = rows.build();
    PredictionPoweredMean expected =
        PredictionPoweredMean.of(
            new PairMoments(
                sums.labelled(),
                sums.labelMean(),
                sums.scoreMean(),
                sums.labelVariance(),
                sums.scoreVariance(),
                sums.covariance()),
            sums.unlabelled(),
            sums.unlabelledMean(),
            sums.unlabelledVariance(),
            0.95);
    assertThat(estimate.n()).isEqualTo(NIGHTS * DRAWN);
    assertThat(estimate.judged()).isEqualTo(NIGHTS * (ROWS - DRAWN));
    assertThat(estimate.estimate()).isCloseTo(expected.estimate(), within(1e-12));
    assertThat(estimate.lambda()).isCloseTo(expected.lambda(), within(1e-12));
    assertThat(estimate.interval().orElseThrow().low())
        .isCloseTo(expected.interval().low(), within(1e-12));
    assertThat(estimate.judgeMean()).isCloseTo(sums.pooledMean(), within(1e-12));
    assertThat(estimate.reason()).isEmpty();
  }

  /** The judge's mean is .755 where the truth is .7: the interval of 95 % holds the truth. */
  @Test
  void score_ofManySamples_holdsTheTruthThatTheJudgeMisses() {
    int held = 0;
    int judge = 0;
    for (int seed = 0; seed < 300; seed++) {
      LabelEstimatesTest sample = new LabelEstimatesTest();
      sample.audited(1000 + seed);
      LabelEstimate estimate = sample.estimates(NIGHTS).get(0);
      held += estimate.interval().orElseThrow().contains(0.7) ? 1 : 0;
      judge += Math.abs(estimate.judgeMean() - 0.7) < 0.02 ? 1 : 0;
    }
    // Four standard errors below 95 % of 300.
    assertThat(held).isGreaterThanOrEqualTo(270);
    assertThat(judge).isLessThan(15);
  }

  @Test
  void score_withFewerThanAHundredLabels_saysHowMany() {
    audited(2);
    labels.subList(99, labels.size()).clear();
    LabelEstimate estimate = estimates(NIGHTS).get(0);
    assertThat(estimate.reason()).isEqualTo("99 of 100 labels of the random stratum");
    assertThat(estimate.estimate()).isNaN();
    assertThat(estimate.interval()).isEmpty();
  }

  @Test
  void score_ofAnotherJudge_countsNoNightBeforeIt() {
    audited(3);
    for (long night = 1; night <= 3; night++) {
      nights.put(night, new StreamNight(night, 0.8, ROWS, 1, 1, "judge 0", DailyDistance.NONE));
    }
    LabelEstimate estimate = estimates(NIGHTS).get(0);
    assertThat(estimate.n()).isEqualTo((NIGHTS - 3L) * DRAWN);
    assertThat(estimate.judged()).isEqualTo((NIGHTS - 3L) * (ROWS - DRAWN));
  }

  @Test
  void of_labelsOfLaterDays_areNotKnownYet() {
    audited(4);
    assertThat(estimates(6).get(0).n()).isEqualTo(6L * DRAWN);
    assertThat(estimates(0)).isEmpty();
    assertThat(new LabelEstimates(labels, queue, 3, 30, ZoneOffset.UTC).of(9, all()).get(0).n())
        .isEqualTo(3L * DRAWN);
  }

  @Test
  void of_labelsAndQueueInAnyOrder_isTheSame() {
    audited(5);
    labels.add(label("1-0", "scores.good", 0, "bob", 3));
    labels.add(label("1-0", "scores.good", 1, "ann", 2));
    List<LabelEstimate> expected = estimates(NIGHTS);
    Collections.shuffle(labels, new Random(7));
    assertThat(estimates(NIGHTS)).isEqualTo(expected);
  }

  @Test
  void score_onePersonTwice_latestCounts_andTwoPeopleBothDo() {
    audited(6);
    labels.add(label("unknown", "scores.good", 1, "cy", 1));
    LabelEstimate before = estimates(NIGHTS).get(0);
    double own = labels.get(0).value();
    labels.add(label("1-0", "scores.good", 1 - own, "ann", 5));
    double flipped = estimates(NIGHTS).get(0).estimate();
    assertThat(flipped).isNotEqualTo(before.estimate());
    labels.add(label("1-0", "scores.good", own, "bob", 5));
    LabelEstimate both = estimates(NIGHTS).get(0);
    assertThat(both.estimate())
        .isBetween(Math.min(before.estimate(), flipped), Math.max(before.estimate(), flipped));
    assertThat(both.n()).isEqualTo(before.n());
    assertThat(both.people()).isEqualTo(2);
    assertThat(both.doubly()).isEqualTo(1);
    assertThat(both.unusable()).isEqualTo(1);
  }

  @Test
  void guardrail_labelsOfHitsAndOfWhatPassed_givePrecisionAndMisses() {
    for (int i = 0; i < 40; i++) {
      queue.add(entry(1, Stratum.Kind.GUARDRAIL_HIT, "hit" + i, Optional.of(true), Map.of()));
      labels.add(label("hit" + i, HumanLabel.GUARDRAIL, i < 30 ? 1 : 0, "ann", 1));
    }
    for (int i = 0; i < 50; i++) {
      Optional<Boolean> hit = i < 10 ? Optional.of(true) : Optional.of(false);
      queue.add(entry(1, Stratum.Kind.RANDOM, "any" + i, hit, Map.of()));
      labels.add(label("any" + i, HumanLabel.GUARDRAIL, i < 12 ? 1 : 0, "ann", 1));
    }
    labels.add(label("hit39", HumanLabel.GUARDRAIL, 1, "bob", 1));
    List<LabelEstimate> estimates = estimates(1);
    assertThat(estimates)
        .extracting(LabelEstimate::target)
        .containsExactly(LabelEstimate.PRECISION, LabelEstimate.MISSES);
    // Two people are split on one hit, which decides nothing.
    assertThat(estimates.get(0).n()).isEqualTo(39);
    assertThat(estimates.get(0).estimate()).isEqualTo(30.0 / 39);
    assertThat(estimates.get(0).interval()).contains(BinomialInterval.WILSON.of(30, 39, 0.95));
    assertThat(estimates.get(1).n()).isEqualTo(40);
    assertThat(estimates.get(1).estimate()).isEqualTo(2.0 / 40);
  }

  @Test
  void guardrail_withFewLabels_saysHowMany() {
    queue.add(entry(1, Stratum.Kind.GUARDRAIL_HIT, "hit", Optional.of(true), Map.of()));
    labels.add(label("hit", HumanLabel.GUARDRAIL, 1, "ann", 1));
    assertThat(estimates(1))
        .extracting(LabelEstimate::reason)
        .containsExactly(
            "1 of 30 labels of guardrail hits",
            "0 of 30 labels of random interactions without a hit");
  }

  @Test
  void agreement_ofPairs_isKrippendorffsAlpha() {
    // krippendorff.alpha([[1,1,0,0,1],[1,0,0,0,1]], level_of_measurement='nominal') is 0.64
    int[][] pairs = {{1, 1}, {1, 0}, {0, 0}, {0, 0}, {1, 1}};
    List<Opinions> opinions = new ArrayList<>();
    for (int[] pair : pairs) {
      opinions.add(
          Opinions.of(
              List.of(label("a", "t", pair[0], "ann", 1), label("a", "t", pair[1], "bob", 1))));
    }
    assertThat(Opinions.agreement(opinions)).isCloseTo(0.64, within(1e-9));
    assertThat(Opinions.doubly(opinions)).isEqualTo(5);
  }
}
