package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.finding.DecisionDetails.Executed;
import io.nightaudit.jobs.finding.DecisionDetails.Expected;
import io.nightaudit.jobs.finding.DecisionDetails.Proposal;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.EffectCheck.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release with ten times the errors from night 22 on, rolled back before night 30. */
class EffectJudgeTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final int CHANGE = 22;
  private static final int BACK = 30;
  private static final Instant MIDNIGHT =
      LocalDate.ofEpochDay(BACK).atStartOfDay(ZoneOffset.UTC).toInstant();

  @TempDir static Path folder;
  private static Policy policy;
  private static Policy shortBaseline;

  @BeforeAll
  static void read() throws Exception {
    policy = policy("");
    shortBaseline = policy("policy: {baseline-nights: 5, score: {learning-nights: 5}}\n");
  }

  private static Policy policy(String more) throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n";
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text + more);
    return ConfigurationFile.read(file, List.of()).policy();
  }

  /** Errors of 2 % before the release, 20 % with it, and a rate after the rollback. */
  private static List<JudgedSlice> strata(int last, double after, int rows) {
    CanaryNights nights = new CanaryNights();
    for (int night = 1; night <= last; night++) {
      double rate = night < CHANGE ? 0.02 : night < BACK ? 0.2 : after;
      for (String task : List.of("a", "b")) {
        double wave = 1 + 0.1 * ((night * 7 % 5) - 2) / 2.0;
        nights.serve("m", night, task, rows);
        nights.rate(ERRORS, "m", night, task, Math.round(rows * wave * rate), rows);
      }
    }
    return nights.on(last).strata();
  }

  private static Executed executed(Instant at, String action) {
    Expected expected = new Expected("errors", 0.18, 0.15, 0.21, "share", CHANGE, 0.02);
    return new Executed(
        new Proposal(28, action, CanaryNights.ROUTE, "m-2", "m-1", "freeze", Optional.of(expected)),
        at);
  }

  private static EffectCheck check(List<JudgedSlice> strata, Instant at, int night) {
    return new EffectJudge(policy, ZoneOffset.UTC)
        .check(executed(at, "ROLL_BACK"), strata, Set.of(), night)
        .orElseThrow();
  }

  @Test
  void check_asLowAsBefore_cameBackAfterSevenNights() {
    EffectCheck check = check(strata(36, 0.02, 1_000), MIDNIGHT, 36);
    assertThat(check.outcome()).isEqualTo(Outcome.CAME_BACK);
    assertThat(check.isFinal()).isTrue();
    assertThat(check.nights()).isEqualTo(7);
    assertThat(check.expected()).isEqualTo(-0.18);
    Recommendation.Effect effect = check.effect().orElseThrow();
    assertThat(effect.value()).isBetween(-0.2, -0.16);
    assertThat(effect.high()).isNegative();
    assertThat(effect.before()).isEqualTo(7 * 2_000);
    assertThat(effect.after()).isEqualTo(7 * 2_000);
  }

  @Test
  void check_beforeTheNightsHavePassed_isPendingWithWhatThereIs() {
    EffectCheck check = check(strata(32, 0.02, 1_000), MIDNIGHT, 32);
    assertThat(check.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(check.nights()).isEqualTo(3);
    assertThat(check.effect()).isPresent();
    EffectCheck none = check(strata(29, 0.02, 1_000), MIDNIGHT, 29);
    assertThat(none.nights()).isZero();
    assertThat(none.effect()).isEmpty();
    assertThat(none.reason()).contains("3 whole nights with values before the rollback");
  }

  @Test
  void check_asHighAsWithTheRelease_didNotComeBack() {
    assertThat(check(strata(36, 0.2, 1_000), MIDNIGHT, 36).outcome())
        .isEqualTo(Outcome.DID_NOT_COME_BACK);
  }

  @Test
  void check_halfWayBack_didNotComeBack() {
    EffectCheck check = check(strata(36, 0.11, 1_000), MIDNIGHT, 36);
    assertThat(check.outcome()).isEqualTo(Outcome.DID_NOT_COME_BACK);
    assertThat(check.effect().orElseThrow().value()).isBetween(-0.12, -0.06);
  }

  @Test
  void check_fewRows_isTooLittleData() {
    assertThat(check(strata(36, 0.1, 5), MIDNIGHT, 36).outcome())
        .isEqualTo(Outcome.TOO_LITTLE_DATA);
  }

  @Test
  void check_carriedOutAtNoon_theNightBelongsToNeitherSide() {
    Instant noon = MIDNIGHT.plusSeconds(12 * 3600);
    EffectCheck check = check(strata(37, 0.02, 1_000), noon, 37);
    assertThat(check.firstNight()).isEqualTo(BACK + 1);
    assertThat(check.nights()).isEqualTo(7);
    assertThat(check.outcome()).isEqualTo(Outcome.CAME_BACK);
  }

  @Test
  void check_timeZone_decidesWhichNightIsWhole() {
    EffectCheck check =
        new EffectJudge(policy, ZoneId.of("Asia/Kolkata"))
            .check(executed(MIDNIGHT, "ROLL_BACK"), strata(36, 0.02, 1_000), Set.of(), 36)
            .orElseThrow();
    assertThat(check.firstNight()).isEqualTo(BACK + 1);
  }

  @Test
  void check_laterNights_sameFiguresWhileTheyAreKnown() {
    Executed executed = executed(MIDNIGHT, "ROLL_BACK");
    EffectJudge judge = new EffectJudge(policy, ZoneOffset.UTC);
    List<JudgedSlice> strata = strata(52, 0.02, 1_000);
    assertThat(judge.check(executed, strata, Set.of(), 50))
        .isEqualTo(judge.check(executed, strata, Set.of(), 36));
    assertThat(judge.knows(executed, 51)).isTrue();
    assertThat(judge.knows(executed, 52)).isFalse();
  }

  @Test
  void check_nightsWithoutAReliableArchive_areLeftOut() {
    EffectCheck check =
        new EffectJudge(policy, ZoneOffset.UTC)
            .check(
                executed(MIDNIGHT, "ROLL_BACK"),
                strata(36, 0.02, 1_000),
                Set.of(23L, 24L, 25L, 26L, 27L, 28L, 29L, 31L),
                36)
            .orElseThrow();
    assertThat(check.outcome()).isEqualTo(Outcome.TOO_LITTLE_DATA);
    assertThat(check.reason()).contains("looked for from 1970-01-24 to 1970-01-30");
  }

  @Test
  void check_noRollback_saysNothing() {
    assertThat(
            new EffectJudge(policy, ZoneOffset.UTC)
                .check(executed(MIDNIGHT, "INVESTIGATE"), strata(36, 0.02, 1_000), Set.of(), 36))
        .isEmpty();
  }

  @Test
  void needed_shortBaseline_isWhatFitsIntoIt() {
    assertThat(new EffectJudge(policy, ZoneOffset.UTC).needed()).isEqualTo(7);
    assertThat(new EffectJudge(shortBaseline, ZoneOffset.UTC).needed()).isEqualTo(2);
  }
}
