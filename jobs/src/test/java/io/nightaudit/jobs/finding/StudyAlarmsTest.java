package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.study.Alarms;
import io.nightaudit.metrics.series.DailyValue;
import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the long study counts as an alarm is what the audit opens a finding for. */
class StudyAlarmsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 5})
  void every_runLengthOfAStream_hasTheLimitsOfTheAudit(double falsePerMonth) throws Exception {
    String text =
        """
        system: s
        archive: {path: p, columns: {start_time: t, status: s}}
        policy: {version: '1', alarms: {false-per-month: %s}}
        """
            .formatted(falsePerMonth);
    AuditConfiguration configuration =
        ConfigurationFile.read(
            Files.writeString(folder.resolve("nightaudit.yaml"), text), List.of());
    StreamLimits limits =
        AlarmBudget.of(configuration).limits(Slice.ALL, Measure.of(Metric.ERRORS));
    ScoreOptions expected = limits.options(configuration.policy().score(), false, List.of());
    ScoreOptions options = Alarms.every(limits.runLength()).options();

    assertThat(options.ewmaLimit()).isCloseTo(expected.ewmaLimit(), within(1e-9));
    if (Double.isInfinite(expected.spikeLimit())) {
      assertThat(options.spikeLimit()).isInfinite();
    } else {
      assertThat(options.spikeLimit()).isCloseTo(expected.spikeLimit(), within(1e-9));
    }
    assertThat(options.learningNights()).isEqualTo(expected.learningNights());
    assertThat(options.weekdayTermsFrom()).isEqualTo(expected.weekdayTermsFrom());
    assertThat(options.clip()).isEqualTo(expected.clip());
  }

  @Test
  void openings_nightsThatComeAndGo_areTheEpisodes() {
    Alarms alarms = Alarms.every(1_000);
    List<Night> nights = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      double level = i % 60 < 50 ? 0 : 3;
      nights.add(Night.of(i, new DailyValue(level + random.nextGaussian(), 0.1)));
    }
    List<ScoredNight> scored = SelfStartingScore.with(alarms.options()).replay(nights);
    Episodes episodes = new Episodes(4, alarms.options());
    List<Integer> opened = new ArrayList<>();
    for (int i = 1; i <= scored.size(); i++) {
      int last = i - 1;
      episodes
          .openAlarm(scored.subList(0, i))
          .filter(alarm -> alarm == last)
          .ifPresent(opened::add);
    }

    assertThat(opened).hasSizeGreaterThan(1);
    assertThat(alarms.openings(nights)).isEqualTo(opened);
  }
}
