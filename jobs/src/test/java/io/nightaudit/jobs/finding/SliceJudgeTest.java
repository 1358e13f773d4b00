package io.nightaudit.jobs.finding;

import static io.nightaudit.jobs.finding.SliceNights.CHARACTERS;
import static io.nightaudit.jobs.finding.SliceNights.ERRORS;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.finding.Judgement.Episode;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens a finding on a night, and since when a report says so. */
class SliceJudgeTest {
  private static final Slice SLICE = Slice.of("request_model", "m");
  private static final int ROWS = 2_000;

  @TempDir private Path folder;

  private SliceNights nights(String policy) {
    return new SliceNights(SLICE, SliceNights.configuration(folder, policy));
  }

  /** Errors of about 2 in 100 that vary a little. */
  private SliceNights quiet(String policy, int last) {
    SliceNights nights = nights(policy);
    for (int night = 1; night <= last; night++) {
      nights.errors(night, ROWS, quiet(night));
    }
    return nights;
  }

  private static double quiet(int night) {
    return 0.02 + 0.002 * (night * 7 % 5 - 2);
  }

  @Test
  void oneUnusualNight_isInformation() {
    SortedMap<Long, Judgement> judged = quiet("", 21).errors(22, ROWS, 0.3).together(ERRORS);
    Judgement tonight = judged.get(22L);
    assertThat(tonight.verdict()).isEqualTo(Verdict.WITHIN_TOLERANCE);
    assertThat(tonight.reason()).startsWith("unusual tonight, score +").endsWith(", no alarm");
    assertThat(tonight.marks()).containsEntry(22L, Judgement.Mark.UNUSUAL);
    assertThat(tonight.story()).isEmpty();
  }

  @Test
  void secondUnusualNight_isFoundOnItsNightAndDatedToTheFirst() {
    SliceNights nights = quiet("", 21);
    for (int night = 22; night <= 30; night++) {
      nights.errors(night, ROWS, 0.3);
    }
    SortedMap<Long, Judgement> judged = nights.together(ERRORS);
    for (long night = 23; night <= 30; night++) {
      assertThat(judged.get(night).verdict()).as("night " + night).isEqualTo(Verdict.BREACH);
      assertThat(judged.get(night).episode()).isEqualTo(new Episode(23, 23, 22));
    }
  }

  @Test
  void alarmBelowItsMaterialLimit_isFoundOnTheNightOnWhichItIsBeyond() {
    SliceNights nights = nights(", metrics: {errors: {material: 2 points}}");
    for (int night = 1; night <= 40; night++) {
      double more = night < 22 ? 0 : night < 30 ? 0.008 : 0.03;
      nights.errors(night, 40_000, quiet(night) + more);
    }
    SortedMap<Long, Judgement> judged = nights.together(ERRORS);
    assertThat(judged.get(28L).reason()).contains("alarm since", "below its material limit");
    assertThat(judged.get(28L).verdict()).isEqualTo(Verdict.WITHIN_TOLERANCE);
    Episode story = judged.get(35L).story().orElseThrow();
    assertThat(judged.get(35L).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(story.alarm()).isLessThan(30);
    assertThat(story.found()).isBetween(30L, 32L);
    assertFoundOnItsNight(judged);
  }

  /** Streams that wander: whatever is found was found by the report of the night it names. */
  @Test
  void found_isANightWhoseOwnJudgementFinds() {
    int found = 0;
    for (int seed = 0; seed < 40; seed++) {
      SliceNights nights = nights("");
      Random random = new Random(seed);
      double level = 0.05;
      for (int night = 1; night <= 70; night++) {
        level = Math.max(0.001, level + (night < 16 ? 0 : 0.004 * random.nextGaussian()));
        int rows = random.nextInt(12) == 0 ? 5 : 3_000;
        nights.errors(night, rows, level);
      }
      found += assertFoundOnItsNight(nights.together(ERRORS));
    }
    assertThat(found).as("nights with findings").isGreaterThan(300);
  }

  private static int assertFoundOnItsNight(SortedMap<Long, Judgement> judged) {
    int finding = 0;
    for (long night : judged.keySet()) {
      Judgement judgement = judged.get(night);
      if (judgement.verdict().finds()) {
        Episode story = judgement.story().orElseThrow();
        Judgement first = judged.get(story.found());
        assertThat(first.verdict().finds()).as("%s on %s", story, night).isTrue();
        assertThat(first.story().orElseThrow().found()).isEqualTo(story.found());
        assertThat(story.began()).isLessThanOrEqualTo(story.found());
        assertThat(story.found()).isLessThanOrEqualTo(night);
        finding++;
      }
    }
    return finding;
  }

  /** Half of the answers of a night are short and half long; their mean stays. */
  private static double[] lengths(int night, double spread) {
    double[] lengths = new double[400];
    for (int i = 0; i < lengths.length; i++) {
      double jitter = (i * 31 + night * 17) % 41 - 20;
      lengths[i] = 500 + jitter + (i % 2 == 0 ? spread : -spread);
    }
    return lengths;
  }

  @Test
  void distribution_thatMovesWithoutItsMean_isFoundWhenItsDistanceAlarms() {
    SliceNights nights = nights("");
    for (int night = 1; night <= 40; night++) {
      nights.lengths(night, lengths(night, night < 30 ? 0 : 200));
    }
    SortedMap<Long, Judgement> judged = nights.together(CHARACTERS);
    assertThat(judged.headMap(31L).values()).noneMatch(judgement -> judgement.verdict().finds());
    Judgement found = judged.get(31L);
    assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(Judgement.isMoved(found.reason())).isTrue();
    assertThat(found.episode()).isEqualTo(new Episode(31, 31, 30));
    assertThat(found.scoreAlarm()).isEmpty();
    assertThat(judged.get(33L).episode().found()).isEqualTo(31);
    assertFoundOnItsNight(judged);
  }

  @Test
  void distribution_ofOneOddNight_findsNothing() {
    SliceNights nights = nights("");
    for (int night = 1; night <= 40; night++) {
      nights.lengths(night, lengths(night, night == 30 ? 200 : 0));
    }
    assertThat(nights.together(CHARACTERS).values())
        .noneMatch(judgement -> judgement.verdict().finds());
  }

  @Test
  void distribution_ofFewerAnswers_findsNothing() {
    SliceNights nights = nights("");
    Random random = new Random(3);
    for (int night = 1; night <= 50; night++) {
      double[] lengths = new double[night < 30 ? 600 : 60];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = Math.round(Math.exp(5 + random.nextGaussian()));
      }
      nights.lengths(night, lengths);
    }
    assertThat(nights.together(CHARACTERS).values())
        .noneMatch(judgement -> judgement.verdict().finds());
  }

  private static String calendar(long from, long to) {
    return ", calendar: [{from: %s, to: %s, reason: holidays}]"
        .formatted(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
  }

  @Test
  void excludedNights_areNeitherJudgedNorLearntFrom() {
    String rule = ", rules: {many: {metric: errors, above: 0.25, level: [request_model]}}";
    SliceNights nights = quiet(calendar(24, 26) + rule, 40);
    for (int night = 24; night <= 26; night++) {
      nights.errors(night, ROWS, night == 25 ? 0.3 : 0.2);
    }
    SortedMap<Long, Judgement> judged = nights.together(ERRORS);
    assertThat(judged.get(24L).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    assertThat(judged.get(24L).reason()).isEqualTo("excluded by the calendar: holidays");
    assertThat(judged.get(25L).verdict()).as("a fixed rule").isEqualTo(Verdict.BREACH);
    assertThat(judged.get(25L).rules()).containsExactly("many");
    SortedMap<Long, Judgement> absent =
        quiet("", 40).without(24).without(25).without(26).together(ERRORS);
    for (long night = 27; night <= 40; night++) {
      assertThat(judged.get(night).z()).isEqualTo(absent.get(night).z());
      assertThat(judged.get(night).ewma()).isEqualTo(absent.get(night).ewma());
      assertThat(judged.get(night).history()).isEqualTo(absent.get(night).history());
    }
  }

  @Test
  void sameNightsWithoutTheCalendar_alarm() {
    SliceNights nights = quiet("", 40);
    for (int night = 24; night <= 26; night++) {
      nights.errors(night, ROWS, 0.2);
    }
    assertThat(nights.together(ERRORS).get(25L).verdict()).isEqualTo(Verdict.BREACH);
  }

  @Test
  void nightsJudgedTogetherOrOneByOne_areJudgedAlike() {
    SliceNights nights = nights(calendar(20, 21));
    Random random = new Random(11);
    for (int night = 1; night <= 60; night++) {
      double step = night < 30 ? 0 : night < 45 ? 0.02 : 0.1;
      nights.errors(night, 1_500, 0.03 + step + 0.003 * random.nextGaussian());
      nights.lengths(night, lengths(night, night < 40 ? random.nextInt(20) : 150));
    }
    for (Measure measure : new Measure[] {ERRORS, CHARACTERS}) {
      SortedMap<Long, Judgement> together = nights.together(measure);
      assertThat(nights.nightByNight(measure)).isEqualTo(together);
      assertThat(together.values()).anyMatch(judgement -> judgement.verdict().finds());
    }
  }

  @Test
  void otherSlices_changeNoJudgement() {
    SliceNights alone = quiet("", 30).errors(31, ROWS, 0.3).errors(32, ROWS, 0.3);
    SortedMap<Long, Judgement> before = alone.together(ERRORS);
    for (int other = 0; other < 30; other++) {
      SliceNights noisy =
          new SliceNights(
              Slice.of("request_model", "m" + other), SliceNights.configuration(folder, ""));
      for (int night = 1; night <= 32; night++) {
        noisy.errors(night, ROWS, 0.01 + 0.02 * ((night + other) % 9));
      }
      noisy.together(ERRORS);
    }
    assertThat(alone.together(ERRORS)).isEqualTo(before);
    assertThat(before.get(32L).verdict()).isEqualTo(Verdict.BREACH);
  }

  @Test
  void ruleThatIsBrokenForMonths_keepsItsFirstNight() {
    SliceNights nights =
        nights(", rules: {many: {metric: errors, above: 0.01, level: [request_model]}}");
    for (int night = 1; night <= 80; night++) {
      nights.errors(night, ROWS, night < 5 ? 0.005 : quiet(night));
    }
    SortedMap<Long, Judgement> judged = nights.together(ERRORS);
    assertThat(judged.get(4L).rules()).isEmpty();
    assertThat(judged.get(5L).episode().found()).isEqualTo(5);
    assertThat(judged.get(80L).episode().found()).isEqualTo(5);
  }

  @Test
  void scoreThatJoinsABrokenRule_isTheSameStory() {
    SliceNights nights =
        quiet(", rules: {many: {metric: errors, above: 0.1, level: [request_model]}}", 21);
    for (int night = 22; night <= 26; night++) {
      nights.errors(night, ROWS, 0.3);
    }
    SortedMap<Long, Judgement> judged = nights.together(ERRORS);
    assertThat(judged.get(22L).episode()).isEqualTo(new Episode(22, Episode.NO_NIGHT, 22));
    assertThat(judged.get(24L).episode()).isEqualTo(new Episode(22, 23, 22));
  }
}
