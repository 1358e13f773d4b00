package io.nightaudit.jobs.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.metrics.summary.CategoryCounts;
import io.nightaudit.metrics.summary.Rate;
import io.nightaudit.metrics.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Figures of hand-made nights against numbers worked out by hand. */
class StatisticsTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure RELEASES = Measure.of(Metric.RELEASES);

  private final List<ProfileRow> rows = new ArrayList<>();
  private final SortedSet<Long> nights = new TreeSet<>();
  private String definition = "v1";

  private void night(long night, Metric metric, Summary summary) {
    nights.add(night);
    rows.add(
        new ProfileRow(night, "", metric.id(), summary.count(), 0, definition, summary.toBytes()));
  }

  /** A night with errors, all of it answered by one release. */
  private void night(long night, int errors, int calls, String release) {
    night(night, Metric.INTERACTIONS, new Rate(calls, calls, 0));
    night(night, Metric.ERRORS, new Rate(errors, calls, 0));
    CategoryCounts.Accumulator releases = new CategoryCounts.Accumulator();
    for (int i = 0; i < calls; i++) {
      releases.add(release);
    }
    night(night, Metric.RELEASES, releases.build());
  }

  private ComparedSlice compared(int baselineNights) {
    return new SliceComparison(Slice.ALL, rows, baselineNights).compare(nights, new TreeMap<>());
  }

  private Evidence evidence(Measure measure, long night) {
    return compared(28).streams().get(measure).evidence().get(night);
  }

  @Test
  void share_ofHandMadeNights_comparesWithThePooledNightsBefore() {
    night(1, 2, 100, "a");
    night(2, 4, 100, "a");
    night(3, 10, 50, "a");
    Evidence tonight = evidence(ERRORS, 3);
    assertThat(tonight.value()).isEqualTo(0.2);
    assertThat(tonight.n()).isEqualTo(50);
    assertThat(tonight.numerator()).isEqualTo(10);
    assertThat(tonight.baseline()).isEqualTo(new Evidence.Baseline(0.03, 200, 2));
    assertThat(tonight.change().kind()).isEqualTo(Evidence.ChangeKind.POINTS);
    assertThat(tonight.change().value()).isCloseTo(0.17, within(1e-12));
    // statsmodels.stats.proportion.proportion_confint(10, 50, method='wilson')
    assertThat(tonight.low()).isCloseTo(0.1124375, within(1e-7));
    assertThat(tonight.high()).isCloseTo(0.3303711, within(1e-7));
    // asin(sqrt((10 + 3/8) / (50 + 3/4))), 1 / (4 * 50 + 2)
    assertThat(tonight.y()).isCloseTo(0.4691667, within(1e-7));
    assertThat(tonight.variance()).isCloseTo(1 / 202.0, within(1e-12));
  }

  @Test
  void share_ofAFirstNight_hasNoBaseline() {
    night(1, 0, 100, "a");
    Evidence tonight = evidence(ERRORS, 1);
    assertThat(tonight.value()).isZero();
    assertThat(tonight.baseline().nights()).isZero();
    assertThat(tonight.change().value()).isNaN();
  }

  @Test
  void mix_ofTheSameCategories_hasNoDistance() {
    night(1, 0, 100, "a");
    night(2, 0, 50, "a");
    assertThat(evidence(RELEASES, 2).value()).isZero();
  }

  @Test
  void mix_ofOtherCategories_hasTheLargestDistance() {
    night(1, 0, 100, "a");
    night(2, 0, 100, "b");
    assertThat(evidence(RELEASES, 2).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void baseline_isTheWindowAlone() {
    for (int night = 1; night <= 10; night++) {
      night(night, night, 100, "a");
    }
    Evidence tonight = compared(3).streams().get(ERRORS).evidence().get(10L);
    assertThat(tonight.baseline()).isEqualTo(new Evidence.Baseline(0.08, 300, 3));
  }

  @Test
  void baseline_ofANewRelease_isThatBeforeIt() {
    for (int night = 1; night <= 8; night++) {
      night(night, 1, 100, "a");
    }
    night(9, 50, 100, "b");
    night(10, 50, 100, "b");
    assertThat(evidence(ERRORS, 10).baseline()).isEqualTo(new Evidence.Baseline(0.01, 800, 8));
  }

  @Test
  void baseline_ofANewReleaseSoonAfterTheFirstNight_isEveryNightBefore() {
    night(1, 1, 100, "a");
    night(2, 50, 100, "b");
    night(3, 50, 100, "b");
    assertThat(evidence(ERRORS, 3).baseline().nights()).isEqualTo(2);
  }

  @Test
  void baseline_afterAChangedDefinition_beginsAnew() {
    night(1, 1, 100, "a");
    night(2, 1, 100, "a");
    definition = "v2";
    night(3, 50, 100, "a");
    night(4, 50, 100, "a");
    assertThat(evidence(ERRORS, 3).baseline().nights()).isZero();
    assertThat(evidence(ERRORS, 4).baseline()).isEqualTo(new Evidence.Baseline(0.5, 100, 1));
  }

  /** What is compared on a night does not depend on which other nights are compared with it. */
  @Test
  void compare_oneNightOrAll_sameEvidence() {
    for (int night = 1; night <= 12; night++) {
      night(night, night % 4, 100, night < 9 ? "a" : "b");
    }
    ComparedSlice all = compared(5);
    for (long night = 6; night <= 12; night++) {
      SortedSet<Long> one = new TreeSet<>(List.of(night));
      long from = night - 5;
      long to = night;
      List<ProfileRow> window =
          rows.stream().filter(row -> row.epochDay() >= from && row.epochDay() <= to).toList();
      TreeMap<String, List<StreamNight>> earlier = new TreeMap<>();
      all.streams()
          .forEach(
              (measure, stream) ->
                  earlier.put(measure.name(), List.copyOf(stream.nights().headMap(to).values())));
      ComparedSlice alone = new SliceComparison(Slice.ALL, window, 5).compare(one, earlier);
      alone
          .streams()
          .forEach(
              (measure, stream) ->
                  assertThat(stream.evidence().get(to))
                      .as(measure.name() + " of night " + to)
                      .isEqualTo(all.streams().get(measure).evidence().get(to)));
    }
  }
}
