package io.nightaudit.jobs.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Circumstances;
import io.nightaudit.jobs.finding.DecisionDetails.Told;
import io.nightaudit.jobs.recommendation.EffectCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecommendationRecordsTest {
  private static RecommendationRecord record(Decision... decisions) {
    return record(Arrays.asList(decisions));
  }

  private static RecommendationRecord record(List<Decision> decisions) {
    return new RecommendationRecords(List.of(), decisions).of(Decisions.ID).orElseThrow();
  }

  @Test
  void of_answers_theLastOneCountsAndAllAreKept() {
    RecommendationRecord record =
        record(
            Decisions.answer(Answer.DEFER, 1, 101),
            Decisions.answer(Answer.EXPIRED, 2, 102),
            Decisions.answer(Answer.APPROVE, 3, 103));
    assertThat(record.state()).isEqualTo(RecommendationState.APPROVED);
    assertThat(record.answer().orElseThrow().sequence()).isEqualTo(3);
  }

  @Test
  void of_deferral_staysOpenAndIsShown() {
    RecommendationRecord record = record(Decisions.answer(Answer.DEFER, 1, 101));
    assertThat(record.state()).isEqualTo(RecommendationState.FROZEN);
    assertThat(record.answer().orElseThrow().answer()).isEqualTo("defer");
    RecommendationRecord late =
        record(Decisions.answer(Answer.EXPIRED, 1, 101), Decisions.answer(Answer.DEFER, 2, 102));
    assertThat(late.state()).isEqualTo(RecommendationState.FROZEN);
  }

  @Test
  void of_executedAndChecked_isVerifiedWhenTheNightsHavePassed() {
    RecommendationRecord executed =
        record(Decisions.answer(Answer.APPROVE, 1, 101), Decisions.execution(2, 101));
    assertThat(executed.state()).isEqualTo(RecommendationState.EXECUTED);
    assertThat(executed.executed().orElseThrow().at()).isEqualTo(Decisions.AT);
    assertThat(executed.checked(check(6)).state()).isEqualTo(RecommendationState.EXECUTED);
    assertThat(executed.checked(check(7)).state()).isEqualTo(RecommendationState.VERIFIED);
  }

  private static EffectCheck check(int nights) {
    return new EffectCheck(
        nights < 7 ? EffectCheck.Outcome.PENDING : EffectCheck.Outcome.CAME_BACK,
        "errors",
        104,
        nights,
        7,
        -0.18,
        0.02,
        Optional.empty(),
        "");
  }

  @Test
  void of_executionWithoutApproval_isAnError() {
    assertThatThrownBy(() -> record(Decisions.execution(1, 101)))
        .isInstanceOf(ImpossibleStepException.class);
  }

  @Test
  void of_circumstances_areUnknownUntilToldAndNotUnsaid() {
    assertThat(record(Decisions.answer(Answer.DEFER, 1, 101)).circumstances())
        .isEqualTo(Circumstances.UNKNOWN);
    RecommendationRecord record =
        record(
            Decisions.answer(Answer.DEFER, 1, 101, Decisions.suspected(Told.YES)),
            Decisions.answer(Answer.APPROVE, 2, 102, Decisions.suspected(Told.UNKNOWN)));
    assertThat(record.circumstances().seriousIncident()).isEqualTo(Told.YES);
  }

  /** The law: equal decisions, equal records, whatever order they are read in. */
  @Test
  void of_decisionsInAnyOrder_sameRecords() {
    List<Decision> decisions =
        new ArrayList<>(
            List.of(
                Decisions.answer(Answer.DEFER, 1, 101),
                Decisions.answer(Answer.REJECT, 2, 101),
                Decisions.answer(Answer.APPROVE, 3, 102),
                Decisions.execution(4, 103)));
    RecommendationRecord expected = record(decisions);
    Random random = new Random(20260311);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(decisions, random);
      assertThat(record(decisions)).isEqualTo(expected);
    }
  }

  @Test
  void repeats_theSameWords_whateverTheNight() {
    Decision approval = Decisions.answer(Answer.APPROVE, 1, 101);
    Decision later =
        new Decision(
            7,
            approval.subject(),
            approval.answer(),
            approval.by(),
            approval.reason(),
            Instant.EPOCH,
            140,
            approval.details());
    assertThat(approval.repeats(later)).isTrue();
    assertThat(approval.id()).isNotEqualTo(later.id());
    assertThat(approval.repeats(Decisions.answer(Answer.REJECT, 1, 101))).isFalse();
    assertThat(
            approval.repeats(
                Decisions.answer(Answer.APPROVE, 1, 101, Decisions.suspected(Told.NO))))
        .isFalse();
  }
}
