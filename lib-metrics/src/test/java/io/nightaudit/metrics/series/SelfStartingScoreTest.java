package io.nightaudit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightaudit.metrics.Archives;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfStartingScoreTest {
  private static final int FIRST = 19_000;
  private static final int LEARNING = 14;
  private static final SelfStartingScore SCORE = SelfStartingScore.withDefaults();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void replay_realStream_equalsReference(int index) {
    JsonNode stream = Archives.reference("score.json").get("streams").get(index);
    double[] y = Archives.doubles(stream.get("y"));
    double[] v = Archives.doubles(stream.get("v"));
    double[] z = Archives.doubles(stream.get("z_from_night_15"));
    double[] ewma = Archives.doubles(stream.get("ewma"));
    List<Night> nights =
        IntStream.range(0, y.length)
            .mapToObj(i -> new Night(FIRST + i, y[i], v[i], false))
            .toList();
    List<ScoredNight> scored = SCORE.replay(nights);
    List<Double> alarms = new ArrayList<>();
    for (int i = LEARNING; i < y.length; i++) {
      assertThat(scored.get(i).z()).isCloseTo(z[i - LEARNING], within(0.00501));
      assertThat(scored.get(i).ewma()).isCloseTo(ewma[i - LEARNING], within(0.000501));
      if (scored.get(i).alarm()) {
        alarms.add(i + 1.0);
      }
    }
    assertThat(alarms.stream().mapToDouble(night -> night).toArray())
        .containsExactly(Archives.doubles(stream.get("alarm_nights")));
  }

  @Test
  void replay_firstNights_areLearning() {
    List<ScoredNight> scored = SCORE.replay(noise(20, 1, i -> 0));
    assertThat(scored.subList(0, LEARNING))
        .allSatisfy(
            night -> {
              assertThat(night.state()).isEqualTo(ScoredNight.State.LEARNING);
              assertThat(night.z()).isNaN();
              assertThat(night.alarm()).isFalse();
            });
    assertThat(scored.subList(LEARNING, 20))
        .allMatch(night -> night.state() == ScoredNight.State.SCORED);
    assertThat(SCORE.replay(List.of())).isEmpty();
  }

  /** A larger step is found no later, up to 100 standard deviations; seeded, so without error. */
  @ParameterizedTest
  @ValueSource(ints = {14, 28, 56})
  void replay_step_isFoundSoonerTheLargerItIs(int learnt) {
    int previous = 30;
    for (double step : new double[] {4, 6, 8, 12, 25, 50, 100}) {
      int slowest = 0;
      for (int seed = 0; seed < 40; seed++) {
        int start = learnt + 7;
        List<ScoredNight> scored =
            SCORE.replay(noise(start + 30, seed, i -> i >= start ? step : 0));
        slowest = Math.max(slowest, firstAlarm(scored, start) - start);
      }
      assertThat(slowest).as("nights to find a step of %s", step).isLessThanOrEqualTo(previous);
      previous = slowest;
    }
    assertThat(previous).isLessThanOrEqualTo(1);
  }

  @Test
  void replay_constantThenStep_alarmsOnSecondNight() {
    for (double step : new double[] {0.5, 5, 100, 1e6}) {
      List<Night> nights = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        nights.add(new Night(FIRST + i, i < 30 ? 3 : 3 + step, 1e-3, false));
      }
      List<ScoredNight> scored = SCORE.replay(nights);
      assertThat(scored.subList(0, 30)).noneMatch(ScoredNight::alarm);
      assertThat(firstAlarm(scored, 0)).isEqualTo(31);
    }
  }

  @Test
  void replay_withoutSpikeRule_onlyTheAverageAlarms() {
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(3, Double.POSITIVE_INFINITY));
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      nights.add(new Night(FIRST + i, i < 30 ? 3 : 8, 1e-3, false));
    }
    List<ScoredNight> scored = score.replay(nights);
    assertThat(scored).noneMatch(ScoredNight::spikeAlarm);
    // 2.5 (1 − 0.9^k) is above 3 √(0.1/1.9) from k = 4 on.
    assertThat(firstAlarm(scored, 0)).isEqualTo(33);
  }

  @Test
  void isCalm_isHalfOfBothLimits() {
    ScoreOptions options = ScoreOptions.defaults();
    double bound = options.ewmaBound();
    assertThat(options.isCalm(-1.4, bound / 2)).isTrue();
    assertThat(options.isCalm(1.41, 0)).isFalse();
    assertThat(options.isCalm(0, -0.51 * bound)).isFalse();
    assertThat(options.isCalm(Double.NaN, 0)).isFalse();
    assertThat(options.risesOnly().isCalm(-5, -bound)).isTrue();
    ScoreOptions withoutSpikes = options.withLimits(3, Double.POSITIVE_INFINITY);
    assertThat(withoutSpikes.isCalm(1.7, 0)).isTrue();
    assertThat(withoutSpikes.isCalm(1.71, 0)).isFalse();
  }

  /**
   * One run length of 1,000 nights promises an alarm of the EWMA in 1 − e^(−0.36) = 0.30 of the
   * streams in 360 nights. 600 runs have a standard error of 0.019; the band is four of them around
   * the range 0.28 to 0.36 that is accepted for normal noise.
   */
  @Test
  void replay_normalNoise_keepsTheFalseAlarmRate() {
    double limit = EwmaLimit.forRunLength(0.1, 1000);
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withLimits(limit, 2.8));
    int alarms = 0;
    int spikes = 0;
    for (int seed = 0; seed < 600; seed++) {
      List<ScoredNight> scored = score.replay(noise(LEARNING + 360, 7_000 + seed, i -> 0));
      alarms += scored.stream().anyMatch(ScoredNight::ewmaAlarm) ? 1 : 0;
      spikes += scored.stream().anyMatch(ScoredNight::spikeAlarm) ? 1 : 0;
    }
    assertThat(alarms / 600.0).isBetween(0.20, 0.44);
    assertThat(spikes / 600.0).isLessThan(0.02);
  }

  /** Scores of Gaussian nights are standard normal: 100 runs of 100 nights, standard error 0.01. */
  @Test
  void replay_normalNoise_scoresAreStandardNormal() {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int seed = 0; seed < 100; seed++) {
      for (ScoredNight night : SCORE.replay(noise(LEARNING + 100, 900 + seed, i -> 0))) {
        if (night.state() == ScoredNight.State.SCORED) {
          sum += night.z();
          squares += night.z() * night.z();
          count++;
        }
      }
    }
    assertThat(sum / count).isBetween(-0.05, 0.05);
    assertThat(squares / count).isBetween(0.9, 1.1);
  }

  @Test
  void replay_weekdayRhythm_isPredictedOnceThereAreWeekdayTerms() {
    IntToDoubleFunction weekend = i -> new Night(FIRST + i, 0, 1, false).weekday() >= 5 ? -5 : 0;
    List<ScoredNight> scored = SCORE.replay(noise(150, 3, weekend));
    assertThat(scored).noneMatch(ScoredNight::alarm);
    double widest =
        scored.subList(70, 150).stream().mapToDouble(ScoredNight::spread).max().orElseThrow();
    assertThat(widest).isLessThan(1.6);
    assertThat(scored.get(55).spread()).isGreaterThan(2);
  }

  /** Weekday levels drop out of the score exactly, as long as no night is winsorised. */
  @Test
  void replay_weekdayTerms_takeOutAnyLevelOfAWeekday() {
    Random random = new Random(20);
    List<Night> plain = new ArrayList<>();
    List<Night> shifted = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Night night = new Night(FIRST + i, 2 * random.nextDouble() - 1, 1e-3 * (1 + i % 3), false);
      double level = 0.1 * ((night.weekday() * 3) % 7);
      plain.add(night);
      shifted.add(new Night(night.epochDay(), night.y() + level, night.variance(), false));
    }
    List<ScoredNight> expected = SCORE.replay(plain);
    List<ScoredNight> scored = SCORE.replay(shifted);
    for (int i = 56; i < 120; i++) {
      assertThat(scored.get(i).z()).isCloseTo(expected.get(i).z(), within(1e-9));
    }
    assertThat(scored.get(40).z()).isNotCloseTo(expected.get(40).z(), within(1e-3));
  }

  /** Nights that are far apart are scored as if independent; a missing one or two are not. */
  @Test
  void replay_missingNights_carryTheDependenceForAWeek() {
    List<Night> nights = new ArrayList<>();
    Random random = new Random(21);
    double y = 0;
    for (int i = 0; i < 40; i++) {
      y = 0.8 * y + random.nextGaussian();
      nights.add(new Night(FIRST + i, y, 1e-3, false));
    }
    double next = center(nights, FIRST + 40);
    assertThat(center(nights, FIRST + 46)).isEqualTo(next);
    assertThat(center(nights, FIRST + 47)).isNotEqualTo(next);
    assertThat(center(nights, FIRST + 400)).isEqualTo(center(nights, FIRST + 47));
  }

  private static double center(List<Night> nights, int epochDay) {
    List<Night> more = new ArrayList<>(nights);
    more.add(new Night(epochDay, 0, 1e-3, false));
    return SCORE.replay(more).get(nights.size()).center();
  }

  @Test
  void replay_alarmThatGoes_learnsAgainAfterSevenQuietNights() {
    IntToDoubleFunction harm = i -> i >= 30 && i < 36 ? 10 : 0;
    List<ScoredNight> scored = SCORE.replay(noise(120, 4, harm));
    assertThat(firstAlarm(scored, 0)).isEqualTo(31);
    assertThat(scored.subList(60, 120)).noneMatch(ScoredNight::alarm);
    assertThat(scored.get(119).center()).isNotEqualTo(scored.get(118).center());
    // While the harm lasts nothing is learnt: a week on every night has the same prediction.
    List<ScoredNight> lasting = SCORE.replay(noise(120, 4, i -> i >= 30 ? 10 : 0));
    assertThat(lasting.get(119).center()).isEqualTo(lasting.get(40).center());
    assertThat(lasting.subList(31, 120)).allMatch(ScoredNight::alarm);
  }

  @Test
  void replay_acceptedLevel_startsAnew() {
    List<Night> nights = noise(90, 4, i -> i >= 30 ? 10 : 0);
    SelfStartingScore score =
        SelfStartingScore.with(ScoreOptions.defaults().withResetFrom(List.of(FIRST + 40)));
    List<ScoredNight> scored = score.replay(nights);
    assertThat(scored.get(39).alarm()).isTrue();
    assertThat(scored.get(40).state()).isEqualTo(ScoredNight.State.LEARNING);
    assertThat(scored.subList(40, 90)).noneMatch(ScoredNight::alarm);
    assertThat(scored.subList(40, 90)).isEqualTo(SCORE.replay(nights.subList(40, 90)));
  }

  @Test
  void replay_oneSided_alarmsOnRisesOnly() {
    SelfStartingScore rises = SelfStartingScore.with(ScoreOptions.defaults().risesOnly());
    assertThat(rises.replay(noise(60, 4, i -> i >= 30 ? -10 : 0))).noneMatch(ScoredNight::alarm);
    assertThat(firstAlarm(rises.replay(noise(60, 4, i -> i >= 30 ? 10 : 0)), 0)).isEqualTo(31);
  }

  @Test
  void replay_frozenNight_isScoredButNotLearnt() {
    List<Night> nights = new ArrayList<>(noise(40, 6, i -> 0));
    Night frozen = nights.get(30);
    nights.set(30, new Night(frozen.epochDay(), frozen.y(), frozen.variance(), true));
    List<Night> without = new ArrayList<>(nights);
    without.remove(30);
    List<ScoredNight> scored = SCORE.replay(nights);
    assertThat(scored.get(30).state()).isEqualTo(ScoredNight.State.SCORED);
    assertThat(scored.get(39).center()).isEqualTo(SCORE.replay(without).get(38).center());
  }

  @Test
  void replay_wholeHistory_isPrefixStable() {
    List<Night> nights = noise(200, 8, i -> i > 150 ? 3 : 0);
    assertThat(SCORE.replay(nights).subList(0, 160))
        .isEqualTo(SCORE.replay(nights.subList(0, 160)));
  }

  @Test
  void replay_levelAndScale_doNotMatter() {
    List<Night> nights = noise(100, 9, i -> i > 80 ? 3 : 0);
    List<Night> scaled =
        nights.stream()
            .map(n -> new Night(n.epochDay(), 7 + 1000 * n.y(), 1e6 * n.variance(), false))
            .toList();
    List<ScoredNight> plain = SCORE.replay(nights);
    List<ScoredNight> other = SCORE.replay(scaled);
    for (int i = LEARNING; i < 100; i++) {
      assertThat(other.get(i).z()).isCloseTo(plain.get(i).z(), within(1e-6));
    }
  }

  @Test
  void replay_unordered_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SCORE.replay(List.of(new Night(2, 0, 1, false), new Night(2, 0, 1, false))))
        .withMessageContaining("night 2 follows 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Night(2, 0, 0, false))
        .withMessageContaining("variance 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Night(2, Double.NaN, 1, false))
        .withMessageContaining("NaN");
  }

  private static int firstAlarm(List<ScoredNight> nights, int from) {
    for (int i = from; i < nights.size(); i++) {
      if (nights.get(i).alarm()) {
        return i;
      }
    }
    return nights.size();
  }

  /** Normal noise of unit deviation around a mean, nearly all of it between nights. */
  private static List<Night> noise(int size, long seed, IntToDoubleFunction mean) {
    Random random = new Random(seed);
    List<Night> nights = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nights.add(new Night(FIRST + i, mean.applyAsDouble(i) + random.nextGaussian(), 1e-3, false));
    }
    return nights;
  }
}
