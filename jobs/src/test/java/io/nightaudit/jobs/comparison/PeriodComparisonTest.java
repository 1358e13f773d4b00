package io.nightaudit.jobs.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.interval.BinomialInterval;
import io.nightaudit.metrics.summary.LogHistogram;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A period is what its nights merge into, and its intervals follow from its nights. */
class PeriodComparisonTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure DURATION = Measure.of(Metric.DURATION_MS);
  private static final Measure P95 = Measure.of(Metric.DURATION_P95);
  private static final Measure INTERACTIONS = Measure.of(Metric.INTERACTIONS);
  private static final long FIRST = 100;

  private static ProfileRow row(long night, Measure measure, String meaning, Summary summary) {
    return new ProfileRow(
        night, "", measure.name(), summary.count(), 0, meaning, summary.toBytes());
  }

  private static ProfileRow errors(long night, long errors, long trials) {
    return row(night, ERRORS, "d", rate(errors, trials));
  }

  private static Rate rate(long successes, long trials) {
    Rate.Accumulator rate = new Rate.Accumulator();
    for (long i = 0; i < trials; i++) {
      rate.add(i < successes);
    }
    return rate.build();
  }

  /** The law: the merged nights are the whole, whatever the nights, to the last bit. */
  @Test
  void of_randomNights_isWhatOnePassOverAllGives() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      LogHistogram.Accumulator all = new LogHistogram.Accumulator(3);
      List<ProfileRow> nights = new ArrayList<>();
      for (int night = 0; night < 2 + random.nextInt(9); night++) {
        LogHistogram.Accumulator one = new LogHistogram.Accumulator(3);
        for (int i = 0; i < 1 + random.nextInt(200); i++) {
          double value = Math.abs(random.nextGaussian() * 900);
          one.add(value);
          all.add(value);
        }
        nights.add(row(FIRST + night, DURATION, "d", one.build()));
      }
      LogHistogram whole = all.build();
      PeriodComparison period = new PeriodComparison(nights, FIRST);
      PeriodEvidence mean = period.of(DURATION).orElseThrow();
      PeriodEvidence quantile = period.of(P95).orElseThrow();
      assertThat(mean.now().value()).isEqualTo(whole.mean());
      assertThat(mean.now().n()).isEqualTo(whole.count());
      assertThat(quantile.now().value()).isEqualTo(whole.quantile(0.95));
      assertThat(mean.now().low()).isLessThanOrEqualTo(whole.mean());
      assertThat(mean.now().high()).isGreaterThanOrEqualTo(whole.mean());
    }
  }

  /**
   * Nights of 10, 30, 10 and 30 % of 100 rows each: p 0.2; by hand the ratio of sums has variance
   * (4 · 10² / 3) / (4 · 100²) and t(3; 0.975) = 3.182446305 (R: qt(.975, 3)), half 0.1837387.
   */
  @Test
  void of_nightsThatDiffer_theIntervalTakesTheNightAsTheSample() {
    List<ProfileRow> rows =
        List.of(
            errors(100, 10, 100), errors(101, 30, 100), errors(102, 10, 100), errors(103, 30, 100));
    PeriodEvidence.Whole now = new PeriodComparison(rows, FIRST).of(ERRORS).orElseThrow().now();
    assertThat(now.value()).isEqualTo(0.2);
    assertThat(now.numerator()).isEqualTo(80);
    assertThat(now.nights()).isEqualTo(4);
    assertThat(now.low()).isCloseTo(0.2 - 0.1837387, within(1e-6));
    assertThat(now.high()).isCloseTo(0.2 + 0.1837387, within(1e-6));
  }

  @Test
  void of_equalNights_theIntervalIsNeverNarrowerThanChanceWithinThem() {
    List<ProfileRow> rows =
        List.of(errors(100, 20, 100), errors(101, 20, 100), errors(102, 20, 100));
    PeriodEvidence.Whole now = new PeriodComparison(rows, FIRST).of(ERRORS).orElseThrow().now();
    assertThat(now.low()).isEqualTo(BinomialInterval.WILSON.of(60, 300, 0.95).low());
    assertThat(now.high()).isEqualTo(BinomialInterval.WILSON.of(60, 300, 0.95).high());
  }

  @Test
  void of_twoPeriods_changeIsThatOfAllValuesAndNeedsThreeNightsBefore() {
    List<ProfileRow> rows = new ArrayList<>();
    for (long night = 97; night < 100; night++) {
      rows.add(errors(night, 10 + night % 2, 100));
    }
    rows.add(errors(100, 30, 100));
    rows.add(errors(101, 60, 200));
    PeriodEvidence found = new PeriodComparison(rows, FIRST).of(ERRORS).orElseThrow();
    double before = 32 / 300.0;
    assertThat(found.before().orElseThrow().value()).isEqualTo(before);
    assertThat(found.change().value()).isCloseTo(0.3 - before, within(1e-12));
    assertThat(found.change().excludesZero()).isTrue();
    PeriodEvidence short2 =
        new PeriodComparison(rows.subList(1, rows.size()), FIRST).of(ERRORS).orElseThrow();
    assertThat(short2.change().value()).isFinite();
    assertThat(short2.change().low()).isNaN();
  }

  /** Two nights here, four before: a total is compared night by night, not sum by sum. */
  @Test
  void of_whatAddsUp_isGivenForANight() {
    List<ProfileRow> rows = new ArrayList<>();
    for (long night = 96; night < 102; night++) {
      rows.add(row(night, INTERACTIONS, "d", rate(0, night < FIRST ? 100 : 150)));
    }
    PeriodEvidence found = new PeriodComparison(rows, FIRST).of(INTERACTIONS).orElseThrow();
    assertThat(found.now().value()).isEqualTo(150);
    assertThat(found.now().n()).isEqualTo(300);
    assertThat(found.before().orElseThrow().value()).isEqualTo(100);
    assertThat(found.change().value()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void of_changedMeaning_leavesEarlierNightsOut() {
    List<ProfileRow> rows =
        List.of(
            row(99, ERRORS, "old", rate(1, 10)),
            row(100, ERRORS, "old", rate(1, 10)),
            row(101, ERRORS, "new", rate(5, 10)));
    PeriodEvidence found = new PeriodComparison(rows, FIRST).of(ERRORS).orElseThrow();
    assertThat(found.now().value()).isEqualTo(0.5);
    assertThat(found.before()).isEmpty();
    assertThat(found.otherMeaning()).isEqualTo(1);
    assertThat(found.nights()).containsOnlyKeys(101L);
  }

  @Test
  void of_periodWithoutValues_isEmpty() {
    assertThat(new PeriodComparison(List.of(errors(99, 1, 10)), FIRST).of(ERRORS)).isEmpty();
  }
}
