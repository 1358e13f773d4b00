package io.nightaudit.jobs.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.series.Night;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The long study in small. Seeded; a bound on false alarms is the promise plus three standard
 * errors of this simulation, where the number of alarms counts as Poisson.
 */
class StudyTest {
  private static final int APPLICATIONS = 5;
  private static final int STREAMS = 80;
  private static final int NIGHTS = 360;
  private static final double RUN_LENGTH = 1_000;

  /** Expected alarms at the budget: 400 streams × 360 nights / 1,000 = 144, an error of 0.083. */
  private static final double EXPECTED = APPLICATIONS * STREAMS * NIGHTS / RUN_LENGTH;

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 0, 0, 14, 1.15",
    "STUDENT_4, 0, 0, 14, 1.15",
    "NORMAL, -1, 0, 14, 1.15",
    "AUTOREGRESSIVE_3, 0, 0, 56, 1.5",
    "AUTOREGRESSIVE_3, 0, 0.3, 14, 1.5"
  })
  void falseAlarms_noChange_keepToTheBudget(
      Noise noise, double weekend, double sampling, int history, double promised) {
    DailyStream stream = DailyStream.of(noise).withWeekend(weekend).withSampling(sampling);
    FalseAlarms.Rate rate =
        new FalseAlarms(APPLICATIONS, STREAMS, NIGHTS, 1).of(stream, history, RUN_LENGTH);
    double error = Math.sqrt(promised / EXPECTED);

    assertThat(rate.times()).isLessThan(promised + 3 * error);
    // A study that sees nothing would pass the above: a tenth of the budget is 14 alarms.
    assertThat(rate.times()).isGreaterThan(0.1);
    assertThat(rate.perMonth()).isCloseTo(rate.times() * STREAMS * 30 / RUN_LENGTH, within(1e-9));
  }

  /** The same streams with larger steps: seeded, so without error. */
  @ParameterizedTest
  @ValueSource(ints = {14, 28, 56})
  void delays_largerStep_isNeverFoundLater(int history) {
    Delays study = new Delays(60, 60, 2);
    double[] steps = {1, 2, 3, 6, 20, 100};
    double median = Double.POSITIVE_INFINITY;
    double found = 0;
    for (double step : steps) {
      Delays.Found each =
          study.of(DailyStream.of(Noise.NORMAL), history, Change.step(step), RUN_LENGTH);
      assertThat(each.median()).isLessThanOrEqualTo(median);
      assertThat(each.shareWithin(30)).isGreaterThanOrEqualTo(found);
      median = each.median();
      found = each.shareWithin(30);
    }
    assertThat(found).isEqualTo(1);
    assertThat(median).isLessThanOrEqualTo(4);
  }

  /** 60 streams: a share of 0.9 has an error of 0.04, so three of them leave 0.78. */
  @ParameterizedTest
  @CsvSource({"0.05, 60", "0.1, 40"})
  void delays_ramp_isFound(double slope, int nights) {
    Delays.Found found =
        new Delays(60, nights, 3)
            .of(DailyStream.of(Noise.NORMAL), 28, Change.ramp(slope), RUN_LENGTH);

    assertThat(found.shareWithin(nights)).isGreaterThan(0.78);
    assertThat(found.median()).isBetween(4.0, (double) nights);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 1e6})
  void openings_constantStreamThatSteps_areOne(double step) {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      nights.add(Night.of(i, new DailyValue(i < 30 ? 7 : 7 + step, 1e-4)));
    }

    assertThat(Alarms.every(6_000).openings(nights)).hasSize(1).allMatch(night -> night < 36);
  }

  @Test
  void detectableChange_fewStreams_isThatOfTheTable() {
    // 1.56 at 10,000 nights within 14 in the table. Power rises by about 0.08 for a tenth of a
    // step,
    // and that of 300 streams has an error of 0.027: three of them are a tenth of a step.
    double[][] below = new DetectableChange(300, 4).shareFound(112, 1.41);
    double[][] above = new DetectableChange(300, 4).shareFound(112, 1.71);

    assertThat(below[1][1]).isLessThan(0.8);
    assertThat(above[1][1]).isGreaterThan(0.8);
  }

  @Test
  void nights_ofAStream_haveVarianceOneAndTheirRhythm() {
    DailyStream stream = DailyStream.of(Noise.AUTOREGRESSIVE_3).withSampling(0.3);
    assertThat(variance(stream)).isCloseTo(1, within(0.15));
    DailyStream rate = DailyStream.of(Noise.NORMAL).asRate(0.3);
    // On the scale of the arcsine a night of 500 rows has 1/2,000, which is 30 % of the variance.
    assertThat(variance(rate) * 2_000 * 0.3).isCloseTo(1, within(0.15));
  }

  /** 3,000 nights: an error of √(2/3,000) = 0.026 if independent, 0.03 in AR(.3). */
  private static double variance(DailyStream stream) {
    List<Night> nights = stream.nights(3_000, 3_000, Change.NONE, Noise.random(5, 0));
    double mean = nights.stream().mapToDouble(Night::y).average().orElseThrow();
    return nights.stream()
        .mapToDouble(night -> (night.y() - mean) * (night.y() - mean))
        .average()
        .orElseThrow();
  }

  @Test
  void rollbackErrors_harm_isRolledBackInTime() {
    // 300 releases: none kept of those at −2 points, .0083 rolled back without harm have an error
    // of .0052, three of them more than the 1 % promised.
    RollbackErrors study = new RollbackErrors(300, 6);
    RollbackErrors.Decisions harm = study.of(RollbackErrors.Weights.POOLED, -0.02, 0);

    assertThat(harm.rolledBack()).isGreaterThanOrEqualTo(0.99);
    assertThat(harm.medianNight()).isLessThanOrEqualTo(5);
    assertThat(study.of(RollbackErrors.Weights.POOLED, 0, 0).rolledBack())
        .isLessThan(0.01 + 3 * 0.0058);
  }
}
