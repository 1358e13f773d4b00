package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that replaces the one before on night 22, judged on night 24. */
class ChangeAdviceTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final int CHANGE = 22;
  private static final int NIGHT = 24;

  @TempDir static Path folder;
  private static Policy policy;

  @BeforeAll
  static void read() throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n";
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    policy = ConfigurationFile.read(file, List.of()).policy();
  }

  private static CanaryNights nights(String after, double rate) {
    CanaryNights nights = new CanaryNights();
    for (int night = 1; night <= NIGHT; night++) {
      boolean changed = night >= CHANGE;
      for (String task : List.of("a", "b")) {
        double wave = 1 + 0.1 * ((night * 7 % 5) - 2) / 2.0;
        long errors = Math.round(1_000 * wave * (changed ? rate : 0.02));
        String release = changed ? after : "m-1";
        nights.serve(release, night, task, 1_000);
        nights.rate(ERRORS, release, night, task, errors, 1_000);
      }
    }
    return nights;
  }

  private static Finding breach(Cause cause, long began, long found) {
    return new Finding(
        "f1",
        NIGHT,
        CanaryNights.ROUTE,
        ERRORS,
        Verdict.BREACH,
        cause,
        began,
        found,
        Optional.of(found),
        "score",
        "Errors rose.",
        "");
  }

  private static Recommendation advise(CanaryNights nights) {
    return new RouteAdvisor(policy).advise(nights.on(NIGHT));
  }

  @Test
  void advise_breachOfTheRelease_rollsBackWithItsExpectedLoss() {
    Recommendation advice = advise(nights("m-2", 0.2).with(breach(Cause.RELEASE, CHANGE, CHANGE)));
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grade()).isEqualTo(Grade.C);
    assertThat(advice.loss().orElseThrow().keep()).isGreaterThan(100);
    assertThat(advice.decision()).isEmpty();
    assertThat(advice.objections())
        .extracting(Objection::kind)
        .contains(Objection.Kind.FEW_NIGHTS, Objection.Kind.NOT_IN_THE_LOGS);
  }

  @Test
  void advise_breachThatTheInputExplains_neverRollsBack() {
    Finding release = breach(Cause.SILENT_PROVIDER_CHANGE, CHANGE, CHANGE);
    Finding silent =
        new Finding(
            "f2",
            NIGHT,
            CanaryNights.ROUTE,
            Measure.of(Metric.RELEASES),
            Verdict.WARNING,
            release.cause(),
            CHANGE,
            CHANGE,
            Optional.empty(),
            "release",
            "Another release answers.",
            "");
    CanaryNights nights =
        nights("m-2", 0.2).with(breach(Cause.INPUT_MIX, CHANGE, CHANGE)).with(silent);
    assertThat(advise(nights).action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_breachFoundLateThatBeganWithTheRelease_isDatedByWhenItBegan() {
    Recommendation advice =
        advise(nights("m-2", 0.2).with(breach(Cause.RELEASE, CHANGE, CHANGE + 2)));
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    advice = advise(nights("m-2", 0.2).with(breach(Cause.RELEASE, CHANGE - 3, CHANGE)));
    assertThat(advice.conditions())
        .filteredOn(condition -> !condition.holds())
        .extracting(Condition::name)
        .containsExactly("date");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_unaffectedRouteStayedAsItWas_isGradeB() {
    Recommendation advice =
        advise(
            nights("m-2", 0.2)
                .beside(nights("m-1", 0.02))
                .with(breach(Cause.RELEASE, CHANGE, CHANGE)));
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grade()).isEqualTo(Grade.B);
  }

  @Test
  void advise_unaffectedRouteMovedAsMuch_investigates() {
    Recommendation advice =
        advise(
            nights("m-2", 0.2)
                .beside(nights("m-1", 0.2))
                .with(breach(Cause.RELEASE, CHANGE, CHANGE)));
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(advice.conditions()).allMatch(Condition::holds);
    assertThat(String.join(" ", advice.reasons())).contains("Against routes whose release");
  }

  /** What found the same on the other route is no witness of it; what found another thing is. */
  @Test
  void advise_otherRouteHasAFinding_isAControlUnlessItIsOfTheSameMeasure() {
    Finding found = breach(Cause.RELEASE, CHANGE, CHANGE);
    assertThat(gradeBeside(found, found.measure())).isEqualTo(Grade.C);
    assertThat(gradeBeside(found, Measure.of(Metric.FEEDBACK_POSITIVE))).isEqualTo(Grade.B);
  }

  private static Grade gradeBeside(Finding found, Measure moved) {
    return advise(nights("m-2", 0.2).beside(nights("m-1", 0.02)).movedBeside(moved).with(found))
        .grade();
  }
}
