package io.nightaudit.jobs.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.decision.RetentionPlan.Run;
import io.nightaudit.jobs.decision.RetentionPlan.Stay;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which nights go: those before the cut-off, never one that is held or needed. */
class RetentionPlanTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static LocalDate day(int day) {
    return FIRST.plusDays(day);
  }

  private static List<LocalDate> days(int from, int to) {
    return IntStream.range(from, to).mapToObj(RetentionPlanTest::day).toList();
  }

  private static LegalHolds held(int from, int to) {
    Held nights = new Held(Optional.of(day(from).toEpochDay()), Optional.of(day(to).toEpochDay()));
    return LegalHolds.of(
        List.of(
            Decision.taken("H-1", "hold", new Words("legal", "request"), 0, nights)
                .taken(1, Instant.EPOCH)));
  }

  private static LegalHolds none() {
    return LegalHolds.of(List.of());
  }

  @Test
  void of_nightsBeforeTheCutOff_goInOneRun() {
    RetentionPlan plan = RetentionPlan.of(days(0, 10), day(4), day(8), none());
    assertThat(plan.goes()).containsExactly(new Run(days(0, 4)));
    assertThat(plan.stays()).isEmpty();
    assertThat(plan.goes().get(0).from()).isEqualTo(day(0));
    assertThat(plan.goes().get(0).to()).isEqualTo(day(3));
  }

  @Test
  void of_nightsThatTheNextOneNeeds_stayWhateverTheCutOff() {
    RetentionPlan plan = RetentionPlan.of(days(0, 10), day(9), day(3), none());
    assertThat(plan.nights()).isEqualTo(days(0, 3));
    assertThat(plan.stays()).extracting(Stay::night).isEqualTo(days(3, 9));
    assertThat(plan.stays()).allMatch(stay -> stay.holds().isEmpty());
  }

  @Test
  void of_heldNights_stayAndNoRunNamesThem() {
    RetentionPlan plan = RetentionPlan.of(days(0, 10), day(8), day(9), held(3, 4));
    assertThat(plan.goes()).containsExactly(new Run(days(0, 3)), new Run(days(5, 8)));
    assertThat(plan.stays()).extracting(Stay::night).isEqualTo(days(3, 5));
    assertThat(plan.stays().get(0).holds()).extracting(Hold::id).containsExactly("H-1");
  }

  /** A hold on a night that the store lacks: the night may come by a run. */
  @Test
  void of_holdBetweenNights_endsTheRun() {
    RetentionPlan plan = RetentionPlan.of(List.of(day(0), day(6)), day(8), day(9), held(2, 3));
    assertThat(plan.goes()).containsExactly(new Run(List.of(day(0))), new Run(List.of(day(6))));
  }

  @Test
  void of_anyStore_partsTheOldNightsIntoThoseThatGoAndThoseThatStay() {
    SplittableRandom random = new SplittableRandom(20261124);
    for (int i = 0; i < 200; i++) {
      int cutOff = random.nextInt(40);
      int needed = random.nextInt(40);
      int from = random.nextInt(40);
      LegalHolds holds = held(from, from + random.nextInt(10));
      List<LocalDate> nights = days(0, 40).stream().filter(day -> random.nextBoolean()).toList();
      RetentionPlan plan = RetentionPlan.of(nights, day(cutOff), day(needed), holds);
      for (LocalDate night : nights) {
        boolean old = night.isBefore(day(cutOff));
        boolean goes = old && night.isBefore(day(needed)) && !holds.isHeld(night.toEpochDay());
        assertThat(plan.nights().contains(night)).isEqualTo(goes);
        assertThat(plan.stays().stream().anyMatch(stay -> stay.night().equals(night)))
            .isEqualTo(old && !goes);
      }
      for (Run run : plan.goes()) {
        run.from()
            .datesUntil(run.to().plusDays(1))
            .forEach(day -> assertThat(holds.isHeld(day.toEpochDay())).isFalse());
      }
    }
  }
}
