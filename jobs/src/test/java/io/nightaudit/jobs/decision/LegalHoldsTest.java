package io.nightaudit.jobs.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Released;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegalHoldsTest {
  private static final Words WORDS = new Words("legal", "request");

  private static Decision hold(long sequence, Long from, Long to) {
    Held nights = new Held(Optional.ofNullable(from), Optional.ofNullable(to));
    String id = LegalHolds.id(nights, WORDS.by(), WORDS.reason(), 200);
    return Decision.taken(id, "hold", WORDS, 200, nights).taken(sequence, Instant.EPOCH);
  }

  private static Decision release(Decision hold, long sequence) {
    return Decision.taken(hold.subject(), "release", WORDS, 201, new Released())
        .taken(sequence, Instant.EPOCH);
  }

  @Test
  void isHeld_range_holdsItsEndsAndNoMore() {
    LegalHolds holds = LegalHolds.of(List.of(hold(1, 10L, 12L)));
    assertThat(holds.isHeld(9)).isFalse();
    assertThat(holds.isHeld(10)).isTrue();
    assertThat(holds.isHeld(12)).isTrue();
    assertThat(holds.isHeld(13)).isFalse();
  }

  @Test
  void isHeld_openRanges_holdAllOnThatSide() {
    LegalHolds from = LegalHolds.of(List.of(hold(1, 10L, null)));
    assertThat(from.isHeld(9)).isFalse();
    assertThat(from.isHeld(99_999)).isTrue();
    LegalHolds to = LegalHolds.of(List.of(hold(1, null, 10L)));
    assertThat(to.isHeld(0)).isTrue();
    assertThat(to.isHeld(11)).isFalse();
    assertThat(LegalHolds.of(List.of(hold(1, null, null))).isHeld(-5)).isTrue();
  }

  @Test
  void isHeld_released_holdsNothingUnlessAnotherDoes() {
    Decision all = hold(1, null, null);
    Decision some = hold(2, 10L, 12L);
    LegalHolds holds = LegalHolds.of(List.of(release(all, 3), some, all));
    assertThat(holds.isHeld(9)).isFalse();
    assertThat(holds.isHeld(11)).isTrue();
    assertThat(holds.on(11)).extracting(Hold::id).containsExactly(some.subject());
    assertThat(holds.open()).hasSize(1);
    assertThat(holds.all()).hasSize(2);
    assertThat(holds.of(all.subject()).orElseThrow().released().orElseThrow().sequence())
        .isEqualTo(3);
  }

  @Test
  void of_otherDecisions_holdNothing() {
    LegalHolds holds = LegalHolds.of(List.of(Decisions.answer(Answer.APPROVE, 1, 101)));
    assertThat(holds.isHeld(101)).isFalse();
    assertThat(holds.all()).isEmpty();
  }

  @Test
  void held_theLaterNightFirst_isRefused() {
    assertThatThrownBy(() -> new Held(Optional.of(2L), Optional.of(1L)))
        .hasMessageContaining("a hold from 1970-01-03 to 1970-01-02 holds no night");
  }
}
