package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.metrics.series.Night;
import io.nightaudit.metrics.series.ScoreOptions;
import io.nightaudit.metrics.series.ScoredNight;
import io.nightaudit.metrics.series.SelfStartingScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an alarm opens a story, and when that has gone. */
class EpisodesTest {
  private static final int LEARNING = 14;

  private final Episodes episodes = new Episodes(4.0, ScoreOptions.defaults());

  /** Nights around 0 that alternate a little, then those given. */
  private static List<ScoredNight> nights(double... after) {
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < LEARNING + 6; i++) {
      nights.add(new Night(i, i % 2 == 0 ? 0.01 : -0.01, 0.0001, false));
    }
    for (double value : after) {
      nights.add(new Night(nights.size(), value, 0.0001, false));
    }
    return SelfStartingScore.with(ScoreOptions.defaults()).replay(nights);
  }

  @Test
  void openAlarm_quietNights_none() {
    assertThat(episodes.openAlarm(nights())).isEmpty();
  }

  @Test
  void openAlarm_oneNightFarOff_isUnusualButNoAlarm() {
    List<ScoredNight> nights = nights(0.2);
    assertThat(episodes.isUnusual(nights.get(nights.size() - 1))).isTrue();
    assertThat(episodes.openAlarm(nights)).isEmpty();
  }

  @Test
  void openAlarm_twoNightsFarOff_opensOnTheSecond() {
    List<ScoredNight> nights = nights(0.2, 0.2);
    assertThat(episodes.openAlarm(nights)).contains(LEARNING + 7);
    assertThat(episodes.firstUnusual(nights, LEARNING + 7)).isEqualTo(LEARNING + 6);
  }

  @Test
  void firstUnusual_nightsToTheOtherSide_areAnotherStory() {
    List<ScoredNight> nights = nights(-0.2, 0.2, 0.2);
    assertThat(episodes.firstUnusual(nights, nights.size() - 1)).isEqualTo(LEARNING + 7);
  }

  @Test
  void openAlarm_staysOpenWhileNothingIsCalm() {
    List<ScoredNight> nights = nights(0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2);
    assertThat(episodes.openAlarm(nights)).contains(LEARNING + 7);
  }

  @Test
  void openAlarm_sixCalmNights_isStillOpenAndSeventhCloses() {
    double[] back = new double[60];
    back[0] = 0.05;
    back[1] = 0.05;
    List<ScoredNight> nights = nights(back);
    int calm = 0;
    for (int i = LEARNING + 8; i < nights.size(); i++) {
      calm = episodes.isCalm(nights.get(i)) ? calm + 1 : 0;
      if (calm == 7) {
        assertThat(episodes.openAlarm(nights.subList(0, i))).isPresent();
        assertThat(episodes.openAlarm(nights.subList(0, i + 1))).isEmpty();
        return;
      }
      assertThat(episodes.openAlarm(nights.subList(0, i + 1))).as("night " + i).isPresent();
    }
    assertThat(calm).as("calm nights after the alarm").isEqualTo(7);
  }

  @Test
  void marks_areThoseOfUnusualAndAlarmedNights() {
    assertThat(episodes.marks(nights(0.2, 0.2)))
        .containsEntry((long) LEARNING + 6, Judgement.Mark.UNUSUAL)
        .containsEntry((long) LEARNING + 7, Judgement.Mark.ALARM)
        .hasSize(2);
  }
}
