package io.nightaudit.jobs.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.decision.RecommendationState.Step;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecommendationStateTest {
  /** Every transition that there is; what is not in it cannot happen. */
  private static final Map<String, String> TRANSITIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("PROPOSED FREEZE", "FROZEN"),
              Map.entry("PROPOSED APPROVE", "APPROVED"),
              Map.entry("PROPOSED REJECT", "REJECTED"),
              Map.entry("PROPOSED DEFER", "PROPOSED"),
              Map.entry("PROPOSED EXPIRE", "EXPIRED"),
              Map.entry("FROZEN APPROVE", "APPROVED"),
              Map.entry("FROZEN REJECT", "REJECTED"),
              Map.entry("FROZEN DEFER", "FROZEN"),
              Map.entry("FROZEN EXPIRE", "EXPIRED"),
              Map.entry("EXPIRED APPROVE", "APPROVED"),
              Map.entry("EXPIRED REJECT", "REJECTED"),
              Map.entry("EXPIRED DEFER", "PROPOSED"),
              Map.entry("EXPIRED EXPIRE", "EXPIRED"),
              Map.entry("APPROVED APPROVE", "APPROVED"),
              Map.entry("APPROVED REJECT", "REJECTED"),
              Map.entry("APPROVED EXECUTE", "EXECUTED"),
              Map.entry("REJECTED APPROVE", "APPROVED"),
              Map.entry("REJECTED REJECT", "REJECTED"),
              Map.entry("EXECUTED VERIFY", "VERIFIED")));

  @ParameterizedTest
  @EnumSource
  void after_everyStep_leadsWhereTheTableSaysOrIsAnError(RecommendationState state) {
    for (Step step : Step.values()) {
      String next = TRANSITIONS.get(state + " " + step);
      if (next == null) {
        assertThatThrownBy(() -> state.after(step))
            .as(state + " " + step)
            .isInstanceOf(ImpossibleStepException.class)
            .hasMessageStartingWith("a recommendation that is " + state.words())
            .hasMessageContaining("; ");
      } else {
        assertThat(state.after(step)).as(state + " " + step).hasToString(next);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REJECTED | EXECUTE | a recommendation that is rejected cannot be carried out; approve it first
          FROZEN | EXECUTE | a recommendation that is proposed, its evidence frozen cannot be carried out; approve it first
          APPROVED | EXPIRE | cannot be expired; carry it out, or take the approval back with --answer reject
          EXECUTED | REJECT | cannot be rejected; what was done stays on record
          PROPOSED | VERIFY | cannot be checked for its effect; it has to be carried out first
          """)
  void after_impossibleStep_namesTheRemedy(RecommendationState state, Step step, String said) {
    assertThatThrownBy(() -> state.after(step)).hasMessageContaining(said);
  }

  @Test
  void awaits_answeredStates_doNot() {
    assertThat(RecommendationState.values())
        .filteredOn(RecommendationState::awaits)
        .extracting(Enum::name)
        .containsExactly("PROPOSED", "FROZEN", "EXPIRED");
  }
}
