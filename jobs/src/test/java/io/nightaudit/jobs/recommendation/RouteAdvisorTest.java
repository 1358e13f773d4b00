package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.recommendation.Recommendation.Condition;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recommended on a route whose errors (material: 1 point, harm: more) a test chooses. */
class RouteAdvisorTest {
  private static final int CHANGE = 22;
  private static final int ROWS = 1000;

  @TempDir static Path folder;
  private static AuditConfiguration policy;
  private static AuditConfiguration demanding;
  private static AuditConfiguration relative;

  @BeforeAll
  static void read() throws Exception {
    policy = policy("");
    demanding = policy("rollback: {minimum-placebos: 40}");
    relative = policy("metrics: {errors: {material: 50%}}");
  }

  private static AuditConfiguration policy(String more) throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n"
            + "policy: {version: '1'%s}\n".formatted(more.isEmpty() ? "" : ", " + more);
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    return ConfigurationFile.read(file, List.of());
  }

  private static RouteNights route(AuditConfiguration policy) {
    return new RouteNights(policy, true).serve("m-1", 1, CHANGE - 1, ROWS, 0.02);
  }

  private static List<String> failed(Recommendation advice) {
    return advice.conditions().stream()
        .filter(condition -> !condition.holds())
        .map(Condition::name)
        .toList();
  }

  @Test
  void advise_largeCertainDatedHarm_rollsBackToTheReleaseBefore() {
    Recommendation advice = route(policy).serve("m-2", CHANGE, 24, ROWS, 0.2).on(24);
    assertThat(failed(advice)).isEmpty();
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grade()).isEqualTo(Grade.C);
    assertThat(advice.fromRelease()).isEqualTo("m-2");
    assertThat(advice.toRelease()).isEqualTo("m-1");
    assertThat(advice.conditions()).hasSize(6);
  }

  @Test
  void advise_harmBelowThreeTimesMaterial_investigates() {
    Recommendation advice = route(policy).serve("m-2", CHANGE, 26, ROWS, 0.045).on(26);
    assertThat(failed(advice)).contains("size").doesNotContain("date", "target", "same mix");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_noDimensionToHoldTheMix_investigates() {
    Recommendation advice =
        new RouteNights(policy, false)
            .serve("m-1", 1, CHANGE - 1, ROWS, 0.02)
            .serve("m-2", CHANGE, 24, ROWS, 0.2)
            .on(24);
    assertThat(failed(advice)).containsExactly("same mix");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_fewerPlaceboDatesThanThePolicyAsks_investigates() {
    Recommendation advice = route(demanding).serve("m-2", CHANGE, 24, ROWS, 0.2).on(24);
    assertThat(failed(advice)).containsExactly("placebo dates");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_harmThatBeganNightsAfterTheRelease_investigates() {
    Recommendation advice =
        route(policy)
            .serve("m-2", CHANGE, CHANGE + 2, ROWS, 0.02)
            .serve("m-2", CHANGE + 3, CHANGE + 5, ROWS, 0.2)
            .on(CHANGE + 5);
    assertThat(failed(advice)).contains("date");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_noKnownGoodRelease_investigates() {
    Recommendation advice =
        route(policy).withoutTarget().serve("m-2", CHANGE, 24, ROWS, 0.2).on(24);
    assertThat(failed(advice)).containsExactly("target");
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
  }

  @Test
  void advise_unreliableNight_isWeakened() {
    Recommendation advice = route(policy).unreliable().serve("m-2", CHANGE, 24, ROWS, 0.2).on(24);
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(String.join(" ", advice.reasons())).contains("incomplete");
  }

  @Test
  void advise_newReleaseWithFewerErrors_doesNotRollBack() {
    Recommendation advice = route(policy).serve("m-2", CHANGE, 24, ROWS, 0.001).on(24);
    assertThat(advice.action()).isNotEqualTo(Action.ROLL_BACK);
  }

  @Test
  void advise_harmWithoutAReleaseChange_investigates() {
    Recommendation advice = route(policy).serve("m-1", CHANGE, 24, ROWS, 0.2).on(24);
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(advice.conditions()).isEmpty();
  }

  @Test
  void advise_quietRoute_keeps() {
    assertThat(route(policy).on(CHANGE - 1).action()).isEqualTo(Action.KEEP);
  }

  @Test
  void advise_learningRoute_holds() {
    assertThat(route(policy).on(5).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void advise_bothReleasesServeAndTheNewOneFails_rollsBackWithTheBestEvidence() {
    Recommendation advice =
        route(policy)
            .serve("m-1", CHANGE, 26, ROWS, 0.02)
            .serve("m-2", CHANGE, 26, ROWS, 0.2)
            .on(26);
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grade()).isEqualTo(Grade.A);
  }

  @Test
  void advise_bothReleasesServeAlike_keepsTheNewOne() {
    Recommendation advice =
        route(policy)
            .serve("m-1", CHANGE, 29, 40 * ROWS, 0.02)
            .serve("m-2", CHANGE, 29, 40 * ROWS, 0.02)
            .on(29);
    assertThat(advice.action()).isEqualTo(Action.KEEP);
    assertThat(advice.grade()).isEqualTo(Grade.A);
  }

  @Test
  void advise_bothReleasesServeAndFewRowsTell_holds() {
    Recommendation advice =
        route(policy)
            .serve("m-1", CHANGE, 26, 300, 0.02)
            .serve("m-2", CHANGE, 26, 300, 0.025)
            .on(26);
    assertThat(advice.action()).isEqualTo(Action.HOLD);
    assertThat(advice.grade()).isEqualTo(Grade.A);
  }

  @Test
  void advise_concurrentReleasesJudgedTogetherWithLaterNights_sameAdvice() {
    RouteNights nights =
        route(relative).serve("m-1", CHANGE, 26, ROWS, 0.02).serve("m-2", CHANGE, 26, ROWS, 0.035);
    Recommendation alone = nights.on(26);
    assertThat(nights.serve("m-2", 27, 40, ROWS, 0.9).on(26, 40)).isEqualTo(alone);
  }

  @Test
  void advise_judgedTogetherWithLaterNights_sameAdvice() {
    RouteNights nights = route(policy).serve("m-2", CHANGE, 24, ROWS, 0.2);
    Recommendation alone = nights.on(24);
    assertThat(nights.serve("m-2", 25, 30, ROWS, 0.4).on(24, 30)).isEqualTo(alone);
  }
}
