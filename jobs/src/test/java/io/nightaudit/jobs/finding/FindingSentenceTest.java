package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.comparison.Sliced;
import io.nightaudit.jobs.finding.Explanation.Carrier;
import io.nightaudit.jobs.finding.Explanation.Mix;
import io.nightaudit.jobs.finding.Explanation.Speed;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a person reads of a finding, by its cause. */
class FindingSentenceTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final long BEGAN = LocalDate.of(2023, 6, 22).toEpochDay();
  private static final Slice ROUTE = Slice.of("model", "m");
  private static final Slice EASY = Slice.of("model", "m", "task", "easy");
  private static final Optional<Speed> STEP =
      Optional.of(new Speed(false, BEGAN, Double.NaN, Double.NaN, Double.NaN));

  /** Errors of a route: 1 % before, 30 % tonight. */
  private static Candidate candidate() {
    Sliced nights = new Sliced("model");
    for (long night = BEGAN - 5; night < BEGAN; night++) {
      nights.errors(night, EASY, 1, 100);
    }
    nights.errors(BEGAN, EASY, 30, 100);
    ComparedSlice route =
        nights.compared().stream().filter(s -> s.slice().equals(ROUTE)).findFirst().orElseThrow();
    return new Candidate(
        ROUTE,
        ERRORS,
        route.streams().get(ERRORS).evidence().get(BEGAN),
        Judgement.without(Verdict.BREACH, "alarm since", 20));
  }

  private static Explanation explanation(
      Optional<Speed> speed, boolean split, Optional<ReleaseChange> release, String reason) {
    return new Explanation(
        "share",
        0.01,
        0.3,
        new Effect(0.29, 0.2, 0.4),
        Effect.NONE,
        split ? new Mix(0.002, 0.288, 0.002 / 0.29, List.of("task")) : Mix.NONE,
        split ? List.of(new Carrier(EASY, 0.28, 0.97)) : List.of(),
        new TreeMap<>(),
        speed,
        release,
        false,
        reason);
  }

  private static String sentence(Cause cause, Explanation explanation) {
    return FindingSentence.of(candidate(), cause, explanation, BEGAN);
  }

  @Test
  void of_silentChange_namesNightReleaseMixAndSlice() {
    ReleaseChange change = new ReleaseChange(ROUTE, BEGAN, "m-1", "m-2", true);
    assertThat(
            sentence(
                Cause.SILENT_PROVIDER_CHANGE, explanation(STEP, true, Optional.of(change), "r")))
        .isEqualTo(
            "Errors for m rose from 1.0% to 30.0% at once on 22 June, the night the provider put"
                + " m-2 behind the unchanged name; most of it in easy; the mix by task explains"
                + " +0.2 of +29.0 points since then.");
  }

  @Test
  void of_releaseTheNightBefore_saysWhichNight() {
    ReleaseChange change = new ReleaseChange(ROUTE, BEGAN - 1, "v1", "v2", false);
    assertThat(sentence(Cause.RELEASE, explanation(STEP, false, Optional.of(change), "r")))
        .isEqualTo(
            "Errors for m rose from 1.0% to 30.0% at once on 22 June; on 21 June v2 replaced v1"
                + " on m.");
  }

  @Test
  void of_slope_saysHowMuchAWeekSinceAboutWhen() {
    Optional<Speed> slope = Optional.of(new Speed(true, BEGAN - 3, 0.0104, 0.008, 0.012));
    assertThat(sentence(Cause.BEHAVIOUR, explanation(slope, true, Optional.empty(), "r")))
        .isEqualTo(
            "Errors for m rose by about 1.0 points a week from about 22 June on; most of it in easy; no"
                + " release coincides and the mix by task explains +0.2 of +29.0 points since"
                + " then.");
  }

  @Test
  void of_otherMix_namesThePartsWhoseShareMoved() {
    assertThat(sentence(Cause.INPUT_MIX, explanation(STEP, true, Optional.empty(), "r")))
        .endsWith("; the mix by task explains +0.2 of +29.0 points since then, above all easy.");
  }

  @Test
  void of_tonightBackAndMixThatExplainsNothing_saysBoth() {
    Explanation split = explanation(STEP, true, Optional.empty(), "r");
    Explanation none =
        new Explanation(
            "share",
            0.5,
            0.9,
            new Effect(0.4, 0.3, 0.5),
            Effect.NONE,
            new Mix(0.0001, 0.2899, 0.0001 / 0.29, List.of("task")),
            split.carriedBy(),
            split.bridge(),
            STEP,
            Optional.empty(),
            false,
            "r");
    assertThat(sentence(Cause.BEHAVIOUR, none))
        .isEqualTo(
            "Errors for m rose from 50.0% to 90.0% (tonight 30.0%) at once on 22 June; most"
                + " of it in easy; no release coincides and the mix by task explains next to"
                + " nothing of +29.0 points since then.");
  }

  @Test
  void of_unknownCause_saysWhy() {
    assertThat(
            sentence(Cause.UNKNOWN, explanation(Optional.empty(), false, Optional.empty(), "why")))
        .isEqualTo(
            "Errors for m rose from 1.0% to 30.0% from about 22 June; the cause is not known:"
                + " why.");
  }

  @Test
  void of_data_saysWhy() {
    assertThat(sentence(Cause.DATA, explanation(STEP, false, Optional.empty(), "too few values")))
        .endsWith("at once on 22 June; too few values.");
  }
}
