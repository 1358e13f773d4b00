package io.nightaudit.jobs.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From when on a stream counts, and of which streams a finding tells. */
class AcceptedChangesTest {
  private static final Slice SHOP = Slice.of("app", "shop");
  private static final Slice SHOP_ALPHA = Slice.of("app", "shop", "request_model", "alpha");
  private static final Slice HELP = Slice.of("app", "help");
  private static final Measure LENGTH = Measure.of(Metric.ANSWER_CHARACTERS);
  private static final Measure WORDS = Measure.of(Metric.ANSWER_WORDS);
  private static final Measure ERRORS = Measure.of(Metric.ERRORS);
  private static final long BEGAN = 100;
  private static final long EFFECTIVE = 120;

  private static Finding finding(String id, Slice slice, Measure measure, String kind, long began) {
    return new Finding(
        id,
        119,
        slice,
        measure,
        Verdict.BREACH,
        Cause.UNKNOWN,
        began,
        began + 1,
        Optional.of(began + 2),
        kind,
        "It moved.",
        "from 1 to 2");
  }

  private static Finding score(String id, Slice slice, Measure measure) {
    return finding(id, slice, measure, "score", BEGAN);
  }

  private static Decision accept(Finding finding, long effective, AcceptedStream... streams) {
    return Decision.accept(finding, "ops", "as planned", effective, List.of(streams))
        .taken(1, Instant.parse("2026-03-12T10:00:00Z"));
  }

  private static AcceptedStream stream(Slice slice, Measure measure) {
    return new AcceptedStream(slice, measure);
  }

  private static AlarmedStream alarmed(Slice slice, Measure measure, boolean rising) {
    return new AlarmedStream(slice, measure, rising);
  }

  @Test
  void from_beforeTheEffectiveNight_forgetsNothing() {
    AcceptedChanges changes =
        new AcceptedChanges(
            List.of(accept(score("N-1", SHOP, LENGTH), EFFECTIVE, stream(SHOP, LENGTH))));
    assertThat(changes.from(SHOP, LENGTH, EFFECTIVE - 1)).isEmpty();
    assertThat(changes.from(SHOP, LENGTH, EFFECTIVE)).hasValue(BEGAN);
    assertThat(changes.from(SHOP, LENGTH, EFFECTIVE + 300)).hasValue(BEGAN);
    assertThat(changes.from(SHOP, ERRORS, EFFECTIVE)).isEmpty();
    assertThat(changes.from(HELP, LENGTH, EFFECTIVE)).isEmpty();
  }

  @Test
  void from_acceptedTwice_countsFromTheLaterChangeOnceItActs() {
    Decision first = accept(score("N-1", SHOP, LENGTH), EFFECTIVE, stream(SHOP, LENGTH));
    Decision second =
        accept(
            finding("N-2", SHOP, LENGTH, "score", BEGAN + 50),
            EFFECTIVE + 50,
            stream(SHOP, LENGTH));
    for (List<Decision> order : List.of(List.of(first, second), List.of(second, first))) {
      AcceptedChanges changes = new AcceptedChanges(order);
      assertThat(changes.from(SHOP, LENGTH, EFFECTIVE + 49)).hasValue(BEGAN);
      assertThat(changes.from(SHOP, LENGTH, EFFECTIVE + 50)).hasValue(BEGAN + 50);
    }
  }

  @Test
  void from_acceptedRelease_resetsItsRouteButNotWhatPeopleAsk() {
    Finding release = finding("N-3", SHOP, Measure.of(Metric.RELEASES), Finding.RELEASE, BEGAN);
    AcceptedChanges changes = new AcceptedChanges(List.of(accept(release, EFFECTIVE)));
    assertThat(changes.from(SHOP, ERRORS, EFFECTIVE)).hasValue(BEGAN);
    assertThat(changes.from(SHOP_ALPHA, LENGTH, EFFECTIVE)).hasValue(BEGAN);
    assertThat(changes.from(SHOP, Measure.of(Metric.PROMPT_CHARACTERS), EFFECTIVE)).isEmpty();
    assertThat(changes.from(HELP, ERRORS, EFFECTIVE)).isEmpty();
    assertThat(changes.from(Slice.ALL, ERRORS, EFFECTIVE)).isEmpty();
    assertThat(changes.closes(release)).isFalse();
    assertThat(changes.closes(open(release, EFFECTIVE))).isTrue();
  }

  private static Finding open(Finding finding, long night) {
    return new Finding(
        finding.id(),
        night,
        finding.slice(),
        finding.measure(),
        finding.verdict(),
        finding.cause(),
        finding.began(),
        finding.found(),
        finding.alarm(),
        finding.kind(),
        finding.sentence(),
        finding.evidence());
  }

  @Test
  void known_acceptedStream_holdsNoNightBeforeTheChange() {
    SortedMap<Long, StreamNight> nights = new TreeMap<>();
    for (long night = 90; night <= EFFECTIVE; night++) {
      nights.put(night, new StreamNight(night, 1, 9, 1, 1, "d", DailyDistance.NONE));
    }
    ComparedStream all = new ComparedStream(LENGTH, nights, new TreeMap<>(), new TreeMap<>());
    AcceptedChanges changes =
        new AcceptedChanges(
            List.of(accept(score("N-1", SHOP, LENGTH), EFFECTIVE, stream(SHOP, LENGTH))));
    assertThat(changes.known(SHOP, all, EFFECTIVE).nights().firstKey()).isEqualTo(BEGAN);
    assertThat(changes.known(SHOP, all, EFFECTIVE - 1)).isSameAs(all);
    assertThat(changes.known(HELP, all, EFFECTIVE)).isSameAs(all);
  }

  @Test
  void explained_learningAgain_saysSince() {
    AcceptedChanges changes =
        new AcceptedChanges(
            List.of(accept(score("N-1", SHOP, LENGTH), EFFECTIVE, stream(SHOP, LENGTH))));
    Judgement learning = Judgement.without(Verdict.LEARNING, "3 of 14 nights", 3);
    assertThat(changes.explained(SHOP, LENGTH, EFFECTIVE, learning).reason())
        .isEqualTo("3 of 14 nights; accepted as the new level from 1970-04-11 on");
    assertThat(changes.explained(HELP, LENGTH, EFFECTIVE, learning)).isSameAs(learning);
  }

  @Test
  void id_equalDecision_isTheSameWheneverItWasTaken() {
    Decision decision = accept(score("N-1", SHOP, LENGTH), EFFECTIVE, stream(SHOP, LENGTH));
    assertThat(decision.taken(7, Instant.EPOCH).id()).isEqualTo(decision.id());
    assertThat(accept(score("N-1", SHOP, LENGTH), EFFECTIVE + 1).id()).isNotEqualTo(decision.id());
  }

  @Test
  void story_ofAStream_isItsThemeInNestedSlicesInOneDirection() {
    Finding finding = score("N-1", SHOP, LENGTH);
    assertThat(
            new AcceptedStory(finding, List.of(finding))
                .streams(
                    List.of(
                        alarmed(SHOP_ALPHA, WORDS, false),
                        alarmed(SHOP, LENGTH, false),
                        alarmed(SHOP, WORDS, true),
                        alarmed(SHOP, ERRORS, false),
                        alarmed(HELP, LENGTH, false),
                        alarmed(Slice.ALL, LENGTH, false))))
        .containsExactly(
            stream(Slice.ALL, LENGTH), stream(SHOP, LENGTH), stream(SHOP_ALPHA, WORDS));
  }

  @Test
  void story_ofWhatHasAFindingOfItsOwn_isLeftToThatFinding() {
    Finding shop = score("N-1", SHOP, LENGTH);
    Finding all = score("N-2", Slice.ALL, LENGTH);
    List<AlarmedStream> alarmed =
        List.of(
            alarmed(Slice.ALL, LENGTH, false),
            alarmed(SHOP, LENGTH, false),
            alarmed(SHOP_ALPHA, LENGTH, false),
            alarmed(HELP, LENGTH, false));
    assertThat(new AcceptedStory(shop, List.of(shop, all)).streams(alarmed))
        .containsExactly(stream(SHOP, LENGTH), stream(SHOP_ALPHA, LENGTH));
    assertThat(new AcceptedStory(all, List.of(shop, all)).streams(alarmed))
        .containsExactly(stream(Slice.ALL, LENGTH), stream(HELP, LENGTH));
  }

  @Test
  void story_withoutAnOpenAlarmOfItsOwn_isNoStream() {
    Finding rule = finding("N-1", SHOP, ERRORS, "rule", BEGAN);
    assertThat(
            new AcceptedStory(rule, List.of(rule))
                .streams(List.of(alarmed(Slice.ALL, ERRORS, true))))
        .isEmpty();
  }

  @Test
  void story_ofARelease_isWhatAlarmsAroundItsRouteSinceThen() {
    Finding release =
        finding("N-1", SHOP_ALPHA, Measure.of(Metric.RELEASES), Finding.RELEASE, BEGAN);
    Finding older = finding("N-2", Slice.ALL, ERRORS, "score", BEGAN - 20);
    assertThat(
            new AcceptedStory(release, List.of(release, older))
                .streams(
                    List.of(
                        alarmed(Slice.ALL, LENGTH, false),
                        alarmed(Slice.ALL, ERRORS, true),
                        alarmed(Slice.ALL, Measure.of(Metric.PROMPT_CHARACTERS), true),
                        alarmed(SHOP_ALPHA, LENGTH, false),
                        alarmed(HELP, LENGTH, false))))
        .containsExactly(stream(Slice.ALL, LENGTH));
  }
}
