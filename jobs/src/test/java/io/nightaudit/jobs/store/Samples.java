package io.nightaudit.jobs.store;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.Effect;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.Explanation;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.ReleaseState;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Family;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.profile.review.ReviewEntry;
import io.nightaudit.jobs.profile.review.Stratum;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Objection;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.metrics.summary.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records of every table, with hostile strings and with what can be absent. */
final class Samples {
  static final long NIGHT = LocalDate.of(2026, 3, 29).toEpochDay();

  static final String HOSTILE =
      "a=b&c%25/../\\ '\"; DROP TABLE x; -- \u0000\n\t\u202e \uD83D\uDE00 é <script> =1+1";

  static final Slice SLICE = Slice.of("tenant", HOSTILE, "app name", "");

  private static final double NONE = Double.NaN;

  private Samples() {}

  static ProfileRow profile(long night, Slice slice, long count) {
    return new ProfileRow(
        night, slice.key(), "interactions", count, 1, HOSTILE, new Rate(1, count, 1).toBytes());
  }

  static MeasurementRow measurement(long night, Slice slice) {
    return new MeasurementRow(
        night,
        slice.key(),
        "scores." + HOSTILE,
        Family.QUALITY,
        "share",
        0.1 + 0.2,
        12,
        7,
        -0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        "abc",
        Verdict.BREACH,
        HOSTILE,
        -3.5,
        0,
        28,
        1e-300,
        0,
        1,
        new DailyDistance(0.25, NONE, 0.1));
  }

  static MeasurementRow withoutNumbers(long night) {
    return MeasurementRow.notComputed(night, SLICE, Measure.of(Metric.INTERACTIONS), HOSTILE);
  }

  static ComparisonRow comparison(long night, double value) {
    return new ComparisonRow(
        night,
        SLICE.key(),
        "interactions",
        ComparisonRow.BASELINE,
        new Evidence.Baseline(value, 3, 28),
        new Evidence.Change(Evidence.ChangeKind.POINTS, value, NONE, value),
        new TreeMap<>(Map.of("jensen_shannon", 0.25, HOSTILE, -1.0)));
  }

  /** A finding with every figure behind its cause, or with none. */
  static Finding explained(long night, boolean bare) {
    Finding finding = finding(night, Optional.of(night - 1));
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
        finding.evidence(),
        bare ? bareExplanation() : explanation(night),
        bare ? List.of() : List.of(Slice.ALL, SLICE));
  }

  private static Explanation explanation(long night) {
    return new Explanation(
        "share",
        0.9,
        0.4,
        new Effect(-0.5, -0.6, -0.4),
        new Effect(-0.3, NONE, NONE),
        new Explanation.Mix(-0.2, -0.3, 0.4, List.of("task", HOSTILE)),
        List.of(new Explanation.Carrier(SLICE, -0.3, 1)),
        new TreeMap<>(Map.of("volume", 1.5, HOSTILE, -2.0)),
        Optional.of(new Explanation.Speed(true, night - 9, -0.01, -0.02, -0.001)),
        Optional.of(new ReleaseChange(SLICE, night - 3, HOSTILE, "m-2", true)),
        true,
        HOSTILE);
  }

  private static Explanation bareExplanation() {
    return new Explanation(
        "mix",
        NONE,
        NONE,
        Effect.NONE,
        Effect.NONE,
        Explanation.Mix.NONE,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        false,
        "nothing is known");
  }

  static Finding finding(long night, Optional<Long> alarm) {
    return new Finding(
        "0123abcd",
        night,
        SLICE,
        Measure.of(Metric.INTERACTIONS),
        Verdict.WARNING,
        Cause.RELEASE,
        night - 3,
        night - 1,
        alarm,
        "score and rule",
        HOSTILE,
        "");
  }

  static Recommendation recommendation(long night, boolean bare) {
    return new Recommendation(
        "id",
        night,
        Slice.ALL,
        SLICE,
        Action.ROLL_BACK,
        "",
        HOSTILE,
        Recommendation.Grade.C,
        HOSTILE,
        bare
            ? Optional.empty()
            : Optional.of(
                new Recommendation.Effect(
                    "correct", -0.2, NONE, -0.1, "share", 9, 8, night - 2, 0.05)),
        bare ? List.of() : List.of("first", HOSTILE, ""),
        bare ? List.of() : List.of(new Recommendation.Condition(HOSTILE, true, "")),
        bare
            ? List.of()
            : List.of(
                new Recommendation.Placebo(night - 9, NONE),
                new Recommendation.Placebo(night - 8, 0.01)),
        List.of(new Objection(Objection.Kind.COST, "against")),
        List.of(),
        List.of("0123abcd"),
        bare ? Optional.empty() : Optional.of(new Recommendation.Loss(12.5, 3.5, 14)),
        bare ? Optional.empty() : Optional.of(decision()),
        bare ? "" : HOSTILE);
  }

  private static Recommendation.Decision decision() {
    return new Recommendation.Decision(
        HOSTILE,
        "m-1",
        5,
        900,
        8000,
        NONE,
        List.of(new Recommendation.GateLine("errors", 0.02, 0.01, 0.03, "share", 0.01, 12.5)));
  }

  static ReleaseNight release(long night) {
    return new ReleaseNight(
        night,
        SLICE,
        HOSTILE,
        5,
        night - 40,
        Verdict.WITHIN_TOLERANCE,
        night,
        30,
        ReleaseState.KEPT,
        Optional.of("m-1"));
  }

  static CostRow cost(long night, long picoDollars, boolean priced) {
    String meter = priced ? "input" : "unpriced";
    return new CostRow(night, new CostLine(SLICE, meter, 3, 4, picoDollars, priced));
  }

  static Coverage coverage(long night) {
    return new Coverage(
        LocalDate.ofEpochDay(night),
        Coverage.Input.READ,
        10,
        7,
        2,
        1,
        1,
        new TreeMap<>(Map.of("LATE", 1L, "NEGATIVE_INPUT_TOKENS", 1L)),
        List.of(
            new Coverage.ArchiveFile("00ff", 123, 10, ""),
            new Coverage.ArchiveFile("ff00", 5, 0, HOSTILE)),
        List.of(0L, 3L, 4L),
        new TreeMap<>(Map.of("latency", "latency_ms or " + HOSTILE)),
        List.of("id", "scores." + HOSTILE));
  }

  static Coverage withoutInput(long night) {
    return new Coverage(
        LocalDate.ofEpochDay(night),
        Coverage.Input.MISSING,
        0,
        0,
        0,
        0,
        0,
        new TreeMap<>(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  static QuarantineRow quarantined(long night, String id, long index) {
    return new QuarantineRow(night, id, "LATE", "time", "00ff", index);
  }

  static ReviewEntry reviewed(long night, String id) {
    boolean drawn = !id.isEmpty();
    Stratum score = Stratum.parse("LOW_SCORE." + HOSTILE + ",a.b");
    return new ReviewEntry(
        night,
        score,
        id,
        drawn ? SLICE.key() : "",
        drawn ? 0.25 : NONE,
        drawn ? 0.4 : NONE,
        80,
        drawn ? 20 : 0,
        3,
        drawn ? List.of(score, Stratum.parse("RANDOM")) : List.of(),
        drawn ? HOSTILE : "",
        drawn ? SLICE.key() : "",
        drawn ? Optional.of(true) : Optional.empty(),
        drawn ? new TreeMap<>(Map.of("correct", 0.0, HOSTILE, -1.5)) : new TreeMap<>(),
        drawn ? -1 : NONE,
        HOSTILE);
  }

  static RunRow run(String id, Instant started) {
    return new RunRow(
        id, started, started.plusSeconds(5), "run", NIGHT, NIGHT + 1, 3, HOSTILE, "0.1.0", "abc");
  }
}
