package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.comparison.ChangeEvidence;
import io.nightaudit.jobs.comparison.Sliced;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule that puts a finding down to a cause, on hand-made evidence. */
class CauseRuleTest {
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final Measure WORDS = Measure.of(Metric.PROMPT_WORDS);
  private static final Slice ROUTE = Slice.of("model", "m");
  private static final Slice OTHER_ROUTE = Slice.of("model", "n");
  private static final List<String> STRATA = List.of("model", "task");
  private static final int LAST = 21;
  private static final int BEGAN = 19;
  private static final ReleaseChange SILENT = new ReleaseChange(ROUTE, BEGAN, "m-1", "m-2", true);
  private static final ReleaseChange PLANNED = new ReleaseChange(ROUTE, BEGAN, "v1", "v2", false);

  /** Errors of easy and hard tasks since the 19th; before 1 % of 900 and 10 % of 100. */
  private static Optional<ChangeEvidence> errors(int easy, int easyErrors, int hard, int wrong) {
    return nights(easy, easyErrors, hard, wrong)
        .partitions(STRATA)
        .since(BEGAN, ERRORS, ROUTE, LAST);
  }

  private static Sliced nights(int easy, int easyErrors, int hard, int wrong) {
    Sliced nights = new Sliced("model");
    for (int night = 1; night <= LAST; night++) {
      boolean changed = night >= BEGAN;
      int wave = night % 3 - 1;
      nights.errors(
          night, task("m", "easy"), changed ? easyErrors : 9 + wave, changed ? easy : 900);
      nights.errors(night, task("m", "hard"), changed ? wrong : 10 + wave, changed ? hard : 100);
      nights.errors(night, task("n", "easy"), 9 + wave, 900);
    }
    return nights;
  }

  /** A mix that is another one every night; only the last nights have the same by chance. */
  private static Sliced wobbling() {
    Sliced nights = new Sliced("model");
    for (int night = 1; night <= LAST; night++) {
      boolean many = night >= BEGAN || night % 2 == 0;
      nights.errors(night, task("m", "easy"), many ? 8 : 9, many ? 800 : 900);
      nights.errors(night, task("m", "hard"), many ? 20 : 10, many ? 200 : 100);
    }
    return nights;
  }

  private static Slice task(String model, String task) {
    return Slice.of("model", model, "task", task);
  }

  private static final Optional<ChangeEvidence> WORSE = errors(900, 90, 100, 30);
  private static final Optional<ChangeEvidence> SHIFTED = errors(500, 5, 500, 50);

  private static CauseFacts facts(
      Measure measure, Optional<ChangeEvidence> change, ReleaseChange... releases) {
    return new CauseFacts(
        measure, false, false, false, List.of(releases), change, List.of(), List.of(), Double.NaN);
  }

  private static Cause cause(CauseFacts facts) {
    CauseRule.Ruling ruling = CauseRule.of(facts);
    assertThat(ruling.reason()).isNotBlank();
    return ruling.cause();
  }

  @Test
  void of_behaviourWithASilentRelease_isTheProvider() {
    assertThat(cause(facts(ERRORS, WORSE, SILENT))).isEqualTo(Cause.SILENT_PROVIDER_CHANGE);
  }

  @Test
  void of_behaviourWithAnAnnouncedRelease_isTheRelease() {
    assertThat(cause(facts(ERRORS, WORSE, PLANNED))).isEqualTo(Cause.RELEASE);
  }

  @Test
  void of_behaviourWithoutARelease_isBehaviour() {
    assertThat(cause(facts(ERRORS, WORSE))).isEqualTo(Cause.BEHAVIOUR);
  }

  @Test
  void of_otherMix_isTheInputWithAndWithoutARelease() {
    assertThat(cause(facts(ERRORS, SHIFTED))).isEqualTo(Cause.INPUT_MIX);
    assertThat(cause(facts(ERRORS, SHIFTED, SILENT))).isEqualTo(Cause.INPUT_MIX);
  }

  @Test
  void of_mixThatCouldBeChance_isTheReleaseOrUnknownUnlessTheQuestionsMoved() {
    Optional<ChangeEvidence> wobble =
        wobbling().partitions(STRATA).since(BEGAN, ERRORS, ROUTE, LAST);
    assertThat(wobble.get().split().get().mostlyMix()).isTrue();
    assertThat(cause(facts(ERRORS, wobble))).isEqualTo(Cause.UNKNOWN);
    CauseFacts moved =
        new CauseFacts(
            ERRORS, false, false, false, List.of(), wobble, List.of(), List.of(WORDS), Double.NaN);
    assertThat(cause(moved)).isEqualTo(Cause.INPUT_MIX);
  }

  @Test
  void of_releaseOnARouteThatDidNotMove_isNotTheRelease() {
    Optional<ChangeEvidence> all =
        nights(900, 90, 100, 30).partitions(STRATA).since(BEGAN, ERRORS, Slice.ALL, LAST);
    ReleaseChange elsewhere = new ReleaseChange(OTHER_ROUTE, BEGAN, "n-1", "n-2", true);
    assertThat(cause(facts(ERRORS, all, elsewhere))).isEqualTo(Cause.BEHAVIOUR);
    CauseFacts both = facts(ERRORS, all, elsewhere, SILENT);
    assertThat(cause(both)).isEqualTo(Cause.SILENT_PROVIDER_CHANGE);
    assertThat(both.release()).contains(SILENT);
  }

  @Test
  void of_volume_isTheDataUnlessOnlyTheShareMoved() {
    Measure volume = Measure.of(Metric.INTERACTIONS);
    assertThat(cause(facts(volume, Optional.empty()))).isEqualTo(Cause.DATA);
    CauseFacts share =
        new CauseFacts(
            volume,
            false,
            false,
            true,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Double.NaN);
    assertThat(cause(share)).isEqualTo(Cause.INPUT_MIX);
  }

  @Test
  void of_incompleteNightOrOtherDefinition_isTheDataBeforeAnythingElse() {
    for (boolean incomplete : new boolean[] {true, false}) {
      CauseFacts facts =
          new CauseFacts(
              ERRORS,
              incomplete,
              !incomplete,
              false,
              List.of(SILENT),
              WORSE,
              List.of(),
              List.of(),
              Double.NaN);
      assertThat(cause(facts)).isEqualTo(Cause.DATA);
    }
  }

  @Test
  void of_valuesThatVanished_isTheData() {
    ChangeEvidence change = WORSE.get();
    ChangeEvidence vanished =
        new ChangeEvidence(
            change.before(),
            change.after(),
            change.raw(),
            change.splits(),
            Optional.empty(),
            new ChangeEvidence.Share(0.9, 0.4));
    CauseRule.Ruling ruling = CauseRule.of(facts(ERRORS, Optional.of(vanished), SILENT));
    assertThat(ruling.cause()).isEqualTo(Cause.DATA);
    assertThat(ruling.reason()).isEqualTo("only 40.0% of interactions have a value, before 90.0%");
  }

  @Test
  void of_measureOfTheQuestions_isTheInput() {
    assertThat(cause(facts(WORDS, Optional.empty(), SILENT))).isEqualTo(Cause.INPUT_MIX);
    Measure tokens = Measure.of(Metric.INPUT_TOKENS);
    assertThat(cause(facts(tokens, Optional.empty(), PLANNED))).isEqualTo(Cause.RELEASE);
  }

  @Test
  void of_whatCannotBeSplit_isTheReleaseOrUnknown() {
    Measure terms = Measure.of(Metric.ANSWER_TERMS);
    assertThat(cause(facts(terms, Optional.empty(), SILENT)))
        .isEqualTo(Cause.SILENT_PROVIDER_CHANGE);
    assertThat(cause(facts(terms, Optional.empty()))).isEqualTo(Cause.UNKNOWN);
    assertThat(CauseRule.of(facts(Measure.of(Metric.DURATION_P95), Optional.empty())).reason())
        .contains("quantile");
    assertThat(CauseRule.of(facts(ERRORS, Optional.empty())).reason()).contains("three nights");
  }

  @Test
  void of_fewRows_isUnknownAndSaysHowMany() {
    Optional<ChangeEvidence> few =
        new Sliced("model")
            .errors(1, task("m", "easy"), 1, 9)
            .errors(2, task("m", "easy"), 1, 9)
            .errors(3, task("m", "hard"), 1, 9)
            .errors(4, task("m", "hard"), 8, 9)
            .partitions(STRATA)
            .since(4, ERRORS, ROUTE, 4);
    CauseRule.Ruling ruling = CauseRule.of(facts(ERRORS, few));
    assertThat(ruling.cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(ruling.reason()).isEqualTo("27 values before and 9 since are too few to tell");
  }

  @Test
  void of_finestSlice_isUnknownWithoutARelease() {
    Optional<ChangeEvidence> finest =
        nights(900, 90, 100, 30).partitions(STRATA).since(BEGAN, ERRORS, task("m", "easy"), LAST);
    assertThat(cause(facts(ERRORS, finest))).isEqualTo(Cause.UNKNOWN);
    assertThat(cause(facts(ERRORS, finest, SILENT))).isEqualTo(Cause.SILENT_PROVIDER_CHANGE);
  }

  private static Optional<ChangeEvidence> cost(Metric metric, int rows, long input, double price) {
    Sliced nights = new Sliced("model");
    for (int night = 1; night <= LAST; night++) {
      boolean changed = night >= BEGAN;
      long tokens = changed ? input : 300;
      double dollars = (tokens + 100) * (changed ? price : 1e-6);
      for (String task : List.of("easy", "hard")) {
        nights.costs(night, task("m", task), changed ? rows : 100, dollars, tokens, 100);
      }
    }
    return nights.partitions(STRATA).since(BEGAN, Measure.of(metric), ROUTE, LAST);
  }

  private static Cause costCause(
      Metric metric, Optional<ChangeEvidence> change, double inputTokens) {
    return cause(
        new CauseFacts(
            Measure.of(metric),
            false,
            false,
            false,
            List.of(),
            change,
            List.of(),
            List.of(),
            inputTokens));
  }

  @Test
  void of_costOfTheNight_isWhatAddsMostToIt() {
    Metric total = Metric.COST_TOTAL;
    assertThat(costCause(total, cost(total, 300, 300, 1e-6), Double.NaN)).isEqualTo(Cause.DATA);
    assertThat(costCause(total, cost(total, 100, 300, 3e-6), Double.NaN))
        .isEqualTo(Cause.BEHAVIOUR);
    assertThat(costCause(total, cost(total, 100, 1900, 1e-6), 1)).isEqualTo(Cause.INPUT_MIX);
  }

  @Test
  void of_costOfAnInteraction_isTheInputWhereItsTokensAreTheQuestions() {
    Metric each = Metric.COST_PER_INTERACTION;
    assertThat(costCause(each, cost(each, 100, 1900, 1e-6), 1)).isEqualTo(Cause.INPUT_MIX);
    assertThat(costCause(each, cost(each, 100, 1900, 1e-6), 0.2)).isEqualTo(Cause.BEHAVIOUR);
    assertThat(costCause(each, cost(each, 100, 300, 3e-6), Double.NaN)).isEqualTo(Cause.BEHAVIOUR);
  }
}
