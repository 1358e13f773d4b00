package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.metrics.series.EwmaLimit;
import io.nightaudit.metrics.series.SpikeLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shares of the alarm budget follow from the configuration alone, and add up to it. */
class AlarmBudgetTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure WORDS = Measure.of(Metric.ANSWER_WORDS);
  private static final Slice ROUTE = Slice.of("request_model", "m");

  @TempDir private Path folder;

  private AuditConfiguration configuration(String columns, String slices, String policy)
      throws Exception {
    String text =
        """
        system: s
        archive:
          path: p
          columns: {start_time: t, request_model: r, answer: a, status: s, tenant: n%s}
        slices: {levels: [[request_model], [tenant], [tenant, request_model]]%s}
        policy: {version: '1'%s}
        """
            .formatted(columns, slices, policy);
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    return ConfigurationFile.read(file, List.of());
  }

  private AlarmBudget budget(String policy) throws Exception {
    return AlarmBudget.of(configuration("", "", policy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";;",
        ", guardrails: g, scores.resolved: x;, cap: 20;",
        ", scores: all, guardrails: g;, cap: 1;, alarms: {false-per-month: 0.5, scores: 3}",
        ", scores: all;, cap: 3;, metrics: {scores.resolved: {weight: 7}, errors: {weight: 0.5}}",
        ", duration_ms: d;, cap: 2;, alarms: {all-traffic: 0.7, routes: 0.1}",
      })
  void shares_ofAllStreamsAtTheDeclaredCaps_addUpToTheBudget(String parts) throws Exception {
    String[] part = parts.split(";", -1);
    AuditConfiguration configuration = configuration(part[0], part[1], part[2]);
    AlarmBudget budget = AlarmBudget.of(configuration);
    double sum = 0;
    for (Measure measure : measures(configuration)) {
      sum += of(budget, Slice.ALL, measure);
      for (Slice slice : List.of(ROUTE, Slice.of("tenant", "t"), ROUTE.with("tenant", "t"))) {
        sum += (configuration.slices().cap() + 1) * of(budget, slice, measure);
      }
    }
    assertThat(sum).isCloseTo(configuration.policy().alarms().falsePerMonth(), within(1e-9));
  }

  private static double of(AlarmBudget budget, Slice slice, Measure measure) {
    double value = budget.limits(slice, measure).falsePerMonth();
    return AlarmBudget.hasDistance(measure)
        ? value + budget.distanceLimits(slice, measure).falsePerMonth()
        : value;
  }

  /** As many scores and rules as the policy allows for. */
  private static List<Measure> measures(AuditConfiguration configuration) {
    List<Measure> measures = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      if (!configuration.lacking(metric).isEmpty()) {
        continue;
      } else if (metric == Metric.GUARDRAIL_RULE_HITS) {
        for (int i = 0; i < configuration.policy().alarms().guardrailRules(); i++) {
          measures.add(new Measure(metric, "rule " + i));
        }
      } else if (metric == Metric.SCORES) {
        measures.addAll(scores(configuration));
      } else {
        measures.add(Measure.of(metric));
      }
    }
    return measures;
  }

  private static List<Measure> scores(AuditConfiguration configuration) {
    TreeSet<String> names = new TreeSet<>(configuration.archive().columns().keySet());
    names.addAll(configuration.policy().metrics().keySet());
    names.removeIf(name -> !name.startsWith(Column.SCORE_PREFIX));
    if (configuration.archive().columns().containsKey(Column.SCORES.id())) {
      for (int i = 0; i < configuration.policy().alarms().scores(); i++) {
        names.add(Column.SCORE_PREFIX + "score " + i);
      }
    }
    return names.stream().map(Measure::parse).toList();
  }

  @Test
  void limits_keepToTheShare_whicheverRuleHasIt() throws Exception {
    for (double perMonth : new double[] {0.001, 2, 100, 1000}) {
      AlarmBudget budget = budget(", alarms: {false-per-month: " + perMonth + "}");
      for (Slice slice : List.of(Slice.ALL, ROUTE)) {
        for (StreamLimits limits :
            List.of(
                budget.limits(slice, ERRORS),
                budget.limits(slice, WORDS),
                budget.distanceLimits(slice, WORDS))) {
          double spikes = limits.spikeLimit().isPresent() ? spikesPerMonth(limits) : 0;
          assertThat(30 / limits.ewmaRunLength() + spikes)
              .as("%s", limits)
              .isLessThanOrEqualTo(limits.falsePerMonth() * (1 + 1e-9));
          assertThat(limits.ewmaLimit())
              .isEqualTo(EwmaLimit.forRunLength(0.1, limits.ewmaRunLength()));
        }
      }
    }
  }

  /** What the rule of two nights in three may take: half, or what its smallest limit takes. */
  private static double spikesPerMonth(StreamLimits limits) {
    double runLength = Math.max(3_600, 2 * limits.runLength());
    assertThat(limits.spikeLimit().getAsDouble())
        .isEqualTo(SpikeLimit.forRunLength(runLength))
        .isBetween(2.5, 3.4);
    return 30 / runLength;
  }

  @Test
  void limits_beyondTheTableOfTwoNightsInThree_averageHasAll() throws Exception {
    StreamLimits large = budget("").limits(Slice.ALL, ERRORS);
    StreamLimits small =
        AlarmBudget.of(configuration("", ", cap: 10000", ""))
            .limits(ROUTE.with("tenant", "t"), ERRORS);
    assertThat(large.spikeLimit()).isPresent();
    assertThat(small.spikeLimit()).isEmpty();
    assertThat(small.ewmaRunLength()).isCloseTo(small.runLength(), within(1e-3));
    assertThat(small.ewmaLimit()).isBetween(large.ewmaLimit(), 6.5);
  }

  @Test
  void limits_nextToNoBudget_areThoseOfTheLongestRunLength() throws Exception {
    AlarmBudget budget =
        budget(", alarms: {false-per-month: 1.0e-12, all-traffic: 0.9, routes: 0.1}");
    StreamLimits none = budget.limits(Slice.of("tenant", "t"), ERRORS);
    assertThat(none.runLength()).isCloseTo(EwmaLimit.LONGEST_RUN_LENGTH, within(1.0));
    assertThat(none).isEqualTo(budget.limits(ROUTE, ERRORS));
  }

  @Test
  void limits_useTheWeightOfThePolicy() throws Exception {
    StreamLimits limits = budget(", score: {ewma-weight: 0.2}").limits(Slice.ALL, ERRORS);
    assertThat(limits.ewmaLimit()).isEqualTo(EwmaLimit.forRunLength(0.2, limits.ewmaRunLength()));
  }

  @Test
  void limits_doNotDependOnWhatElseIsAsked() throws Exception {
    AlarmBudget asked = budget("");
    StreamLimits before = asked.limits(ROUTE, ERRORS);
    for (int i = 0; i < 300; i++) {
      asked.limits(Slice.of("tenant", "t" + i), new Measure(Metric.SCORES, "s" + i));
      asked.distanceLimits(Slice.of("request_model", "m" + i), WORDS);
    }
    assertThat(asked.limits(ROUTE, ERRORS))
        .isEqualTo(before)
        .isEqualTo(budget("").limits(Slice.of("request_model", "another"), ERRORS));
  }

  @Test
  void limits_ofAMetricWithADistance_areThreeQuartersAndOne() throws Exception {
    AlarmBudget budget = budget("");
    double whole = budget.limits(Slice.ALL, Measure.of(Metric.ANSWER_EMPTY)).falsePerMonth();
    assertThat(budget.limits(Slice.ALL, WORDS).falsePerMonth())
        .isCloseTo(0.75 * whole, within(1e-12));
    assertThat(budget.distanceLimits(Slice.ALL, WORDS).falsePerMonth())
        .isCloseTo(0.25 * whole, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> budget.distanceLimits(Slice.ALL, ERRORS))
        .withMessageContaining("errors has no distance");
  }

  @Test
  void limits_ofReleases_areThoseOfTheSmallestShare() throws Exception {
    AlarmBudget budget = budget("");
    assertThat(budget.limits(ROUTE.with("release", "m-1"), ERRORS))
        .isEqualTo(budget.limits(Slice.of("tenant", "t"), ERRORS));
  }
}
