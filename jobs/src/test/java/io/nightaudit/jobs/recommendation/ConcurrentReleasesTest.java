package io.nightaudit.jobs.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.recommendation.Recommendation.Grade;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases that serve one route in the same nights: m-1 alone up to night 14, others from 15 on.
 */
class ConcurrentReleasesTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure BLOCKS = Measure.of(Metric.GUARDRAIL_BLOCKS);
  private static final Measure RULE = Measure.parse("guardrail_rule_hits.jailbreak");
  private static final int FIRST = 15;

  @TempDir static Path folder;
  private static Policy policy;
  private static Policy planned;
  private static Policy limited;

  @BeforeAll
  static void read() throws Exception {
    policy = policy("");
    planned = policy("rollback: {shares: {m-1: 0.9, m-2: 0.1}}");
    limited = policy("rules: {blocks: {metric: guardrail_blocks, above: 2%}}");
  }

  private static Policy policy(String more) throws Exception {
    String text =
        "system: s\narchive: {path: p, columns: {start_time: t, request_model: r, status: s}}\n"
            + "policy: {version: '1'%s}\n".formatted(more.isEmpty() ? "" : ", " + more);
    Path file = Files.writeString(folder.resolve("nightaudit.yaml"), text);
    return ConfigurationFile.read(file, List.of()).policy();
  }

  private static Recommendation advise(Policy policy, CanaryNights nights, long night) {
    return new RouteAdvisor(policy).advise(nights.on(night));
  }

  private static CanaryNights history() {
    CanaryNights nights = new CanaryNights();
    serve(nights, "m-1", 1, FIRST - 1, "a", 5_000, 0.05);
    serve(nights, "m-1", 1, FIRST - 1, "b", 5_000, 0.05);
    return nights;
  }

  private static void serve(
      CanaryNights nights, String release, int from, int to, String task, long rows, double rate) {
    for (int night = from; night <= to; night++) {
      long errors = Math.round(rows * rate * (1 + 0.02 * (night % 3 - 1)));
      nights.serve(release, night, task, rows).rate(ERRORS, release, night, task, errors, rows);
    }
  }

  private static CanaryNights canary(int until, double rate) {
    CanaryNights nights = history();
    for (String task : List.of("a", "b")) {
      serve(nights, "m-1", FIRST, until, task, 4_500, 0.05);
      serve(nights, "m-2", FIRST, until, task, 500, rate);
    }
    return nights;
  }

  @Test
  void advise_canaryWithHarm_rollsBackWithEffectLossAndEveryGate() {
    Recommendation advice = advise(policy, canary(24, 0.09), 24);
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.grade()).isEqualTo(Grade.A);
    assertThat(advice.fromRelease()).isEqualTo("m-2");
    assertThat(advice.toRelease()).isEqualTo("m-1");
    assertThat(advice.effect().orElseThrow().value()).isBetween(0.035, 0.045);
    assertThat(advice.effect().orElseThrow().low()).isPositive();
    assertThat(advice.loss().orElseThrow().keep()).isBetween(40.0, 56.0);
    assertThat(advice.decision().orElseThrow().nights()).isEqualTo(10);
    assertThat(advice.decision().orElseThrow().gates()).hasSize(1);
    assertThat(advice.decision().orElseThrow().laterRows()).isEqualTo(10_000);
  }

  @Test
  void advise_holdbackThatIsTheSmallerPart_judgesTheReleaseThatCameLater() {
    CanaryNights nights = history();
    serve(nights, "m-1", FIRST, 24, "a", 500, 0.05);
    serve(nights, "m-2", FIRST, 24, "a", 9_500, 0.09);
    Recommendation advice = advise(policy, nights, 24);
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.fromRelease()).isEqualTo("m-2");
    assertThat(advice.toRelease()).isEqualTo("m-1");
  }

  @Test
  void advise_canaryBesideALaterChange_isJudgedAllTheSame() {
    CanaryNights nights = history();
    serve(nights, "m-1", FIRST, 22, "a", 4_500, 0.05);
    serve(nights, "c-1", FIRST, 26, "a", 500, 0.12);
    serve(nights, "m-2", 23, 26, "a", 4_500, 0.05);
    Recommendation advice = advise(policy, nights, 26);
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(advice.fromRelease()).isEqualTo("c-1");
    assertThat(advice.toRelease()).isEqualTo("m-1");
  }

  @Test
  void advise_otherMixInTheCanary_isNoHarm() {
    CanaryNights nights = new CanaryNights();
    serve(nights, "m-1", 1, FIRST - 1, "easy", 5_000, 0.02);
    serve(nights, "m-1", 1, FIRST - 1, "hard", 5_000, 0.2);
    serve(nights, "m-1", FIRST, 40, "easy", 9_000, 0.02);
    serve(nights, "m-1", FIRST, 40, "hard", 1_000, 0.2);
    serve(nights, "m-2", FIRST, 40, "easy", 500, 0.02);
    serve(nights, "m-2", FIRST, 40, "hard", 2_500, 0.2);
    Recommendation advice = advise(policy, nights, 40);
    assertThat(advice.action()).isEqualTo(Action.KEEP);
    assertThat(Math.abs(advice.effect().orElseThrow().value())).isLessThan(0.002);
  }

  @Test
  void advise_youngCanary_holdsAndSaysHowManyNightsAreNeeded() {
    Recommendation advice = advise(policy, canary(FIRST + 1, 0.05), FIRST + 1);
    assertThat(advice.action()).isEqualTo(Action.HOLD);
    assertThat(String.join(" ", advice.reasons())).contains("2 nights", "3 are needed");
  }

  @Test
  void advise_sharesOtherThanPlanned_holds() {
    assertThat(advise(planned, canary(24, 0.09), 24).action()).isEqualTo(Action.ROLL_BACK);
    CanaryNights nights = history();
    serve(nights, "m-1", FIRST, 24, "a", 4_500, 0.05);
    serve(nights, "m-2", FIRST, 24, "a", 900, 0.09);
    Recommendation advice = advise(planned, nights, 24);
    assertThat(advice.action()).isEqualTo(Action.HOLD);
    assertThat(String.join(" ", advice.reasons())).contains("shares of the traffic");
  }

  private static CanaryNights blocks(CanaryNights nights, int until, double before, double now) {
    for (int night = FIRST; night <= until; night++) {
      nights.rate(BLOCKS, "m-1", night, "a", Math.round(4_500 * before), 4_500);
      nights.rate(BLOCKS, "m-2", night, "a", Math.round(500 * now), 500);
    }
    return nights;
  }

  @Test
  void advise_hardGuardrailLimitExceeded_rollsBackOnTheSecondNight() {
    CanaryNights nights = blocks(canary(FIRST + 1, 0.05), FIRST + 1, 0.005, 0.06);
    Recommendation advice = advise(limited, nights, FIRST + 1);
    assertThat(advice.action()).isEqualTo(Action.ROLL_BACK);
    assertThat(String.join(" ", advice.reasons())).contains("the hard limit is 2.0%");
  }

  @Test
  void advise_limitThatTheEarlierReleaseIsAboveToo_isNoReasonToGoBack() {
    CanaryNights nights = blocks(canary(FIRST + 1, 0.05), FIRST + 1, 0.06, 0.06);
    assertThat(advise(limited, nights, FIRST + 1).action()).isEqualTo(Action.HOLD);
  }

  @Test
  void advise_releaseThatWasKept_staysKeptWhenTimeRunsOut() {
    CanaryNights nights = history();
    serve(nights, "m-1", FIRST, 43, "a", 800, 0.05);
    serve(nights, "m-2", FIRST, 43, "a", 200, 0.058);
    assertThat(advise(policy, nights, 43).action()).isEqualTo(Action.ROLL_BACK);
    Recommendation kept = advise(policy, nights.keep("m-2"), 43);
    assertThat(kept.action()).isEqualTo(Action.KEEP);
    assertThat(String.join(" ", kept.reasons())).contains("stays kept");
  }

  @Test
  void advise_earlierReleaseWithABreachOfItsOwn_namesNoTarget() {
    Recommendation advice = advise(policy, canary(24, 0.09).bad("m-1"), 24);
    assertThat(advice.action()).isEqualTo(Action.INVESTIGATE);
    assertThat(advice.toRelease()).isEmpty();
  }

  private static List<Objection.Kind> kinds(Recommendation advice) {
    return advice.objections().stream().map(Objection::kind).toList();
  }

  @Test
  void objections_partThatTheTargetNeverServed_isNamed() {
    CanaryNights nights = canary(24, 0.09);
    serve(nights, "m-2", FIRST, 24, "new", 100, 0.09);
    Recommendation advice = advise(policy, nights, 24);
    assertThat(kinds(advice)).contains(Objection.Kind.TARGET_NEVER_SERVED);
    assertThat(advice.objections())
        .extracting(Objection::text)
        .anyMatch(text -> text.startsWith("m-1 has not served") && text.contains("new"));
  }

  @Test
  void objections_ruleThatOnlyTheNewReleaseHas_isAnOlderGuardrail() {
    CanaryNights nights = canary(24, 0.09);
    for (int night = FIRST; night <= 24; night++) {
      nights.rate(RULE, "m-2", night, "a", 3, 500);
    }
    assertThat(kinds(advise(policy, nights, 24))).contains(Objection.Kind.TARGET_GUARDRAILS);
    for (int night = FIRST; night <= 24; night++) {
      nights.rate(RULE, "m-1", night, "a", 3, 4_500);
    }
    assertThat(kinds(advise(policy, nights, 24))).doesNotContain(Objection.Kind.TARGET_GUARDRAILS);
  }

  @Test
  void objections_nothingSpecial_areOnlyThatTheLogsCannotShowAll() {
    assertThat(kinds(advise(policy, canary(24, 0.09), 24)))
        .containsExactly(Objection.Kind.NOT_IN_THE_LOGS);
  }

  @Test
  void alternatives_sayWhatWaitingCosts() {
    Recommendation advice = advise(policy, canary(24, 0.09), 24);
    assertThat(advice.alternatives()).anyMatch(text -> text.contains("each is expected to cost"));
    assertThat(advice.alternatives()).anyMatch(text -> text.startsWith("Give m-2 a smaller share"));
  }
}
