package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.metrics.series.DailyScale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceboStudyTest {
  private static final Measure EASE = Measure.of(Metric.ANSWER_READABILITY);
  private static final int NIGHTS = 113;
  private static final int EXCLUDED = 20;
  private static final long TONIGHT = StreamFixture.FIRST + NIGHTS - 1;

  @TempDir static Path folder;
  private static AuditConfiguration everyMove;
  private static AuditConfiguration largeMoves;

  @BeforeAll
  static void read() throws Exception {
    everyMove = configuration("0", "");
    largeMoves =
        configuration("50", ", calendar: [{from: 2024-11-01, to: 2024-11-20, reason: fair}]");
  }

  private static AuditConfiguration configuration(String material, String more) throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n"
            + "policy: {version: '1', alarms: {false-per-month: 45},"
            + " metrics: {answer_readability: {material: %s, weight: 4}}%s}\n"
                .formatted(material, more);
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    return ConfigurationFile.read(file, List.of());
  }

  private static Placebo study(AuditConfiguration configuration, StreamFixture streams) {
    return new PlaceboStudy(
            configuration.policy(),
            AlarmBudget.of(configuration),
            Set.of(TONIGHT - 3),
            AcceptedChanges.NONE)
        .of(TONIGHT, streams.slices());
  }

  private static StreamFixture noise(int streams) {
    StreamFixture fixture = new StreamFixture();
    for (int i = 0; i < streams; i++) {
      fixture.stream(slice(i), EASE, 0, StreamFixture.noise(NIGHTS, 7 + i));
    }
    return fixture;
  }

  private static Slice slice(int number) {
    return Slice.of("tenant", "tenant " + number);
  }

  @Test
  void of_whiteNoise_realisesTheBudget() {
    Placebo placebo = study(everyMove, noise(60));
    Placebo.Rate rate = placebo.rate().orElseThrow();

    assertThat(placebo.size()).isEqualTo(60);
    assertThat(rate.budget()).isBetween(rate.low(), rate.high());
    assertThat(rate.alarms()).isBetween(rate.low(), rate.high());
    assertThat(rate.alarms()).isBetween(0.5 * rate.budget(), 1.5 * rate.budget());
  }

  @Test
  void of_streamsTogether_areTheSumOfTheirRates() {
    Placebo placebo = study(everyMove, noise(10));
    double sum =
        placebo.streams().values().stream()
            .flatMap(measures -> measures.values().stream())
            .mapToDouble(StreamPlacebo::alarmsPerMonth)
            .sum();

    assertThat(placebo.rate().orElseThrow().alarms()).isCloseTo(sum, within(1e-12));
  }

  /** Exact Poisson: with none in the nights of one history, at most 3.69 are to be expected. */
  @Test
  void of_alarmsBelowTheMaterialLimit_areNoneWithAnUpperLimit() {
    Placebo placebo = study(largeMoves, noise(10));
    Placebo.Rate rate = placebo.rate().orElseThrow();

    assertThat(rate.alarms()).isZero();
    assertThat(rate.low()).isZero();
    assertThat(rate.high())
        .isCloseTo(3.688879 * 30 * placebo.size() / placebo.nights(), within(1e-6));
  }

  @Test
  void of_unreliableAndExcludedNights_leavesThemOut() {
    Placebo placebo = study(largeMoves, noise(1));

    assertThat(placebo.of(slice(0), EASE).orElseThrow().nights())
        .isEqualTo(NIGHTS - 1 - 1 - EXCLUDED);
  }

  @Test
  void of_stepThatAlarmed_isNoPlacebo() {
    double[] values = StreamFixture.noise(NIGHTS, 3);
    Arrays.setAll(values, i -> i >= 50 && i < 71 ? values[i] + 8 : values[i]);
    StreamFixture stepped = new StreamFixture().stream(slice(0), EASE, 0, values);
    StreamPlacebo stream = study(everyMove, stepped).of(slice(0), EASE).orElseThrow();

    assertThat(stream.nights()).isLessThan(NIGHTS - 1 - 21);
    assertThat(stream.alarmsPerMonth()).isLessThan(0.5 * alarmsPerMonthOfAll(stepped));
  }

  /** The same history with the nights of the step left in. */
  private static double alarmsPerMonthOfAll(StreamFixture stepped) {
    List<StreamNight> nights =
        stepped.slices().get(0).compared().streams().get(EASE).nights().values().stream()
            .limit(NIGHTS - 1)
            .toList();
    StreamLimits limits = AlarmBudget.of(everyMove).limits(slice(0), EASE);
    PlaceboReplay replay =
        new PlaceboReplay(
            limits.options(everyMove.policy().score(), false, List.of()),
            everyMove.policy().of(EASE),
            DailyScale.IDENTITY,
            false);
    int alarms = 0;
    for (int order = 0; order < Placebo.REORDERINGS; order++) {
      alarms += replay.alarms(new WeekOrder(order, TONIGHT, 58).of(nights));
    }
    return 30.0 * alarms / (Placebo.REORDERINGS * (NIGHTS - 1 - 14));
  }

  @Test
  void of_shortHistory_saysWhyThereIsNoRate() {
    StreamFixture fixture =
        new StreamFixture().stream(slice(0), EASE, 0, StreamFixture.noise(25, 1));
    Placebo placebo =
        new PlaceboStudy(
                everyMove.policy(), AlarmBudget.of(everyMove), Set.of(), AcceptedChanges.NONE)
            .of(StreamFixture.FIRST + 24, fixture.slices());

    assertThat(placebo.rate()).isEmpty();
    assertThat(placebo.leftOut()).isEqualTo(1);
    assertThat(placebo.reason())
        .isEqualTo("the longest history without a change has 24 nights, 28 are needed");
  }

  @Test
  void of_noScore_saysSo() {
    assertThat(study(everyMove, new StreamFixture()).reason())
        .isEqualTo("no figure has a score tonight");
  }

  @Test
  void of_slicesInAnotherOrder_isTheSame() {
    StreamFixture streams = noise(5);
    List<JudgedSlice> turned = new ArrayList<>(streams.slices());
    Collections.reverse(turned);
    PlaceboStudy study =
        new PlaceboStudy(
            everyMove.policy(), AlarmBudget.of(everyMove), Set.of(), AcceptedChanges.NONE);

    assertThat(study.of(TONIGHT, turned)).isEqualTo(study.of(TONIGHT, streams.slices()));
  }

  @Test
  void of_nightsThatFollowEachOther_namesTheMostDependentStream() {
    double[] noise = StreamFixture.noise(NIGHTS, 11);
    double[] dependent = noise.clone();
    for (int i = 1; i < NIGHTS; i++) {
      dependent[i] = 100 + 0.8 * (dependent[i - 1] - 100) + noise[i] - 100;
    }
    Placebo placebo = study(everyMove, noise(5).stream(slice(2), EASE, 0, dependent));
    Placebo.MostDependent most = placebo.mostDependent().orElseThrow();

    assertThat(placebo.dependent()).isEqualTo(1);
    assertThat(most.slice()).isEqualTo(slice(2));
    assertThat(most.dependence()).isBetween(0.4, 0.8);
  }

  @Test
  void weekOrder_any_keepsWeeksTogetherAndWeekdays() {
    List<StreamNight> nights = new ArrayList<>();
    for (long day = TONIGHT - 40; day < TONIGHT; day++) {
      nights.add(new StreamNight(day, day, 1, day, 1, "v1", DailyDistance.NONE));
    }
    List<StreamNight> reordered = new WeekOrder(3, TONIGHT, 58).of(nights);

    assertThat(reordered).extracting(StreamNight::value).hasSize(40).doesNotHaveDuplicates();
    assertThat(reordered).extracting(StreamNight::epochDay).isSorted().doesNotHaveDuplicates();
    assertThat(reordered).extracting(StreamNight::value).isNotEqualTo(values(nights));
    for (StreamNight night : reordered) {
      assertThat((night.epochDay() - (long) night.value()) % 7).isZero();
    }
  }

  private static List<Double> values(List<StreamNight> nights) {
    return nights.stream().map(StreamNight::value).toList();
  }
}
