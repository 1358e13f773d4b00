package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.metric.Harm;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.metrics.series.DailyScale;
import io.nightaudit.metrics.series.MinimumDetectableChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectableChangesTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure LINKS = Measure.of(Metric.ANSWER_LINKS);
  private static final Measure TOKENS = Measure.of(Metric.OUTPUT_TOKENS);
  private static final int HISTORY = 112;
  private static final long TONIGHT = StreamFixture.FIRST + HISTORY;

  @TempDir static Path folder;
  private static AuditConfiguration configuration;

  @BeforeAll
  static void read() throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, status: s, answer: o}}\n"
            + "policy: {version: '1'}\n";
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    configuration = ConfigurationFile.read(file, List.of());
  }

  private static DetectableChange change(
      Measure measure, DailyScale scale, double center, double spread) {
    double value = scale.value(center);
    ComparedStream stream =
        new ComparedStream(
            measure,
            new TreeMap<>(),
            new TreeMap<>(Map.of(TONIGHT, StreamFixture.evidence(value, scale))),
            new TreeMap<>());
    return new DetectableChanges(configuration.policy(), AlarmBudget.of(configuration))
        .of(Slice.ALL, stream, TONIGHT, StreamFixture.judgement(0, TONIGHT, center, spread))
        .orElseThrow();
  }

  private static double arcsine(double rate) {
    return StrictMath.asin(Math.sqrt(rate));
  }

  @Test
  void of_rate_isTheStepOnItsScaleBackInTheUnit() {
    double runLength = AlarmBudget.of(configuration).limits(Slice.ALL, ERRORS).ewmaRunLength();
    double step = MinimumDetectableChange.inDeviations(runLength, 7, HISTORY) * 0.02;
    DetectableChange change = change(ERRORS, DailyScale.ARCSINE, arcsine(0.1), 0.02);

    assertThat(change.direction()).isEqualTo(Harm.INCREASE);
    assertThat(change.within7().orElseThrow())
        .isCloseTo(DailyScale.ARCSINE.value(arcsine(0.1) + step) - 0.1, within(1e-12));
  }

  @Test
  void of_moreNights_seesSmallerChanges() {
    DetectableChange change = change(ERRORS, DailyScale.ARCSINE, arcsine(0.1), 0.02);

    assertThat(change.within14().orElseThrow()).isLessThan(change.within7().orElseThrow());
    assertThat(change.within28().orElseThrow()).isLessThan(change.within14().orElseThrow());
  }

  /** The policy's size is 1 point: a spread of 2 points cannot show it, one of 0.1 point can. */
  @Test
  void of_materialLimit_saysWhetherItIsSeenWithinTwoWeeks() {
    assertThat(change(ERRORS, DailyScale.ARCSINE, arcsine(0.1), 0.02).seesMaterial())
        .contains(false);
    assertThat(change(ERRORS, DailyScale.ARCSINE, arcsine(0.1), 0.002).seesMaterial())
        .contains(true);
  }

  @Test
  void of_eitherWay_isTheLargerOfBoth() {
    DetectableChange change = change(LINKS, DailyScale.ARCSINE, arcsine(0.1), 0.02);

    assertThat(change.direction()).isEqualTo(Harm.NEITHER);
    assertThat(change.within7())
        .isEqualTo(change(ERRORS, DailyScale.ARCSINE, arcsine(0.1), 0.02).within7());
  }

  @Test
  void of_eitherWayButNoRoomToFall_isTheRise() {
    assertThat(change(LINKS, DailyScale.ARCSINE, arcsine(0.001), 0.05).direction())
        .isEqualTo(Harm.INCREASE);
  }

  @Test
  void of_noRoomForHarm_isAbsentAndNotSeen() {
    DetectableChange change = change(ERRORS, DailyScale.ARCSINE, arcsine(0.95), 0.3);

    assertThat(change.within7()).isEmpty();
    assertThat(change.within14()).isEmpty();
    assertThat(change.seesMaterial()).contains(false);
  }

  /** 20 % of the expected is the policy's size for tokens. */
  @Test
  void of_relativeLimit_isComparedWithTheExpected() {
    assertThat(change(TOKENS, DailyScale.LOGARITHM, 6, 0.05).seesMaterial()).contains(true);
    assertThat(change(TOKENS, DailyScale.LOGARITHM, 6, 0.5).seesMaterial()).contains(false);
  }

  @Test
  void of_stepBeyondAllNumbers_isAbsent() {
    DetectableChange change = change(Measure.of(Metric.DURATION_MS), DailyScale.LOGARITHM, 6, 1000);

    assertThat(change.within7()).isEmpty();
    assertThat(change.seesMaterial()).contains(false);
  }
}
