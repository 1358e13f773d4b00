package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.PeriodComparison;
import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.CoverageJudgement;
import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.ReleaseState;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Metric;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.profile.ProfileRow;
import io.nightaudit.jobs.recommendation.Action;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.metrics.summary.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ten nights from 1 November: the third without an archive, the fifth inconclusive, the sixth not
 * audited, the last two still to come. Errors rise from 1 in 100 to 5 in 100.
 */
final class PeriodFixture {
  static final LocalDate FROM = LocalDate.of(2026, 11, 1);
  static final LocalDate TO = LocalDate.of(2026, 11, 10);
  static final Slice ROUTE = Slice.ALL.with("request_model", "mini");
  static final String HOSTILE = "<b>&\u202eops\u0007";
  static final String OLD = "N-old";
  static final String OPEN = "N-open";
  static final String PASSING = "N-passing";

  private static final AuditConfiguration CONFIGURATION = configuration();

  private PeriodFixture() {}

  private static AuditConfiguration configuration() {
    String text =
        "system: shop\narchive: {path: p, columns: {start_time: t, status: s, request_model: m,"
            + " response_model: r}}\npolicy: {version: '7', minimum-rows: 50, metrics: {errors:"
            + " {material: 2 points, harm: increase, gate: true}}}\n";
    try {
      Path folder = Files.createTempDirectory("period");
      return ConfigurationFile.read(
          Files.writeString(folder.resolve("nightaudit.yaml"), text), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalStateException(String.join("; ", e.problems().toString()), e);
    }
  }

  static long night(int number) {
    return FROM.toEpochDay() + number - 1;
  }

  static PeriodRecord record() {
    return new PeriodRecord(
        CONFIGURATION,
        "c0ffee",
        "1.0",
        FROM,
        TO,
        Optional.of(LocalDate.ofEpochDay(night(8))),
        nights(),
        List.of(figures(Slice.ALL), figures(ROUTE)),
        new PeriodReport.Withheld(0, 0, List.of(), ""),
        findings(),
        recommendations(),
        decisions(),
        releases(),
        costs());
  }

  /** A period of which nothing is known. */
  static PeriodRecord empty() {
    return new PeriodRecord(
        CONFIGURATION,
        "c0ffee",
        "1.0",
        FROM,
        TO,
        Optional.empty(),
        new TreeMap<>(),
        List.of(),
        new PeriodReport.Withheld(0, 0, List.of(), ""),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>());
  }

  private static SortedMap<Long, PeriodRecord.Night> nights() {
    SortedMap<Long, PeriodRecord.Night> nights = new TreeMap<>();
    for (int number : List.of(1, 2, 3, 4, 5, 7, 8)) {
      List<String> reasons =
          switch (number) {
            case 3 -> List.of("there is no archive of this night");
            case 5 -> List.of("3 hours have no row, though they usually have some");
            default -> List.of();
          };
      nights.put(
          night(number),
          new PeriodRecord.Night(
              coverage(number),
              new CoverageJudgement(
                  reasons.isEmpty(), false, reasons, List.of(), OptionalDouble.empty(), List.of()),
              false,
              number < 7 ? "hash-of-before" : "hash-of-now",
              "1.0"));
    }
    return nights;
  }

  private static Coverage coverage(int number) {
    boolean read = number != 3;
    long rows = read ? 100 : 0;
    List<String> present = number < 8 ? List.of("status") : List.of("feedback", "status");
    return new Coverage(
        LocalDate.ofEpochDay(night(number)),
        read ? Coverage.Input.READ : Coverage.Input.MISSING,
        rows,
        rows,
        0,
        0,
        0,
        new TreeMap<>(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        read ? present : List.of());
  }

  private static PeriodRecord.SliceFigures figures(Slice slice) {
    List<ProfileRow> rows = new ArrayList<>();
    for (int number = -9; number <= 8; number++) {
      if (number != 3 && number != 6) {
        rows.add(rate(slice, Metric.ERRORS, number, number < 1 ? 1 + (number & 1) : 5));
        rows.add(rate(slice, Metric.INTERACTIONS, number, 0));
      }
    }
    PeriodComparison comparison = new PeriodComparison(rows, night(1));
    return new PeriodRecord.SliceFigures(
        slice,
        List.of(
            comparison.of(Measure.of(Metric.INTERACTIONS)).orElseThrow(),
            comparison.of(Measure.of(Metric.ERRORS)).orElseThrow()));
  }

  private static ProfileRow rate(Slice slice, Metric metric, int number, long successes) {
    byte[] summary = new Rate(successes, 100, 0).toBytes();
    return new ProfileRow(night(number), slice.key(), metric.id(), 100, 0, "d", summary);
  }

  /** One from before that goes, one that comes and stays, one that comes and goes. */
  private static List<Finding> findings() {
    List<Finding> rows = new ArrayList<>();
    List.of(1, 2).forEach(night -> rows.add(finding(OLD, night, -4, Verdict.WARNING)));
    List.of(4, 5, 7, 8).forEach(night -> rows.add(finding(OPEN, night, 4, Verdict.BREACH)));
    rows.add(finding(PASSING, 4, 4, Verdict.CHANGED));
    return rows;
  }

  private static Finding finding(String id, int number, int found, Verdict verdict) {
    return new Finding(
        id,
        night(number),
        ROUTE,
        Measure.of(Metric.ERRORS),
        verdict,
        Cause.RELEASE,
        night(found),
        night(found),
        Optional.empty(),
        "score",
        "Errors for " + HOSTILE + " rose from 1% to 5%",
        "5 of 100");
  }

  private static List<Recommendation> recommendations() {
    return List.of(
        recommendation("R-1", 4, Action.ROLL_BACK),
        recommendation("R-2", 5, Action.ROLL_BACK),
        recommendation("R-3", 7, Action.INVESTIGATE),
        recommendation("R-4", 8, Action.INVESTIGATE));
  }

  private static Recommendation recommendation(String id, int number, Action action) {
    return new Recommendation(
        id,
        night(number),
        ROUTE,
        ROUTE,
        action,
        "mini-2",
        "mini-1",
        Recommendation.Grade.C,
        "Errors rose",
        Optional.empty(),
        List.of("They rose since 4 November."),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(OPEN),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static List<DecisionLine> decisions() {
    return List.of(
        decision("D-1", 1, "ACCEPT", OLD, "accept", 2),
        decision("D-2", 2, "DECIDE", "R-2", "defer", 6),
        decision("D-3", 3, "SIGN_OFF", LocalDate.ofEpochDay(night(1)).toString(), "read", 40),
        decision("D-4", 4, "SOMETHING_NEW", "X-1", "noted", 8),
        decision("D-5", 5, "ACCEPT", "N-elsewhere", "accept", 300));
  }

  private static DecisionLine decision(
      String id, long sequence, String kind, String subject, String answer, int number) {
    Instant at =
        LocalDate.ofEpochDay(night(number)).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new DecisionLine(
        id,
        sequence,
        kind,
        subject,
        answer,
        HOSTILE,
        "as planned",
        "auditor",
        at,
        night(number) + 1);
  }

  private static List<ReleaseNight> releases() {
    List<ReleaseNight> rows = new ArrayList<>();
    for (int number : List.of(1, 2, 4)) {
      rows.add(release(number, "mini-1", -20, 75));
      rows.add(release(number, "mini-2", 1, 25));
    }
    return rows;
  }

  private static ReleaseNight release(int number, String name, int first, long interactions) {
    return new ReleaseNight(
        night(number),
        ROUTE,
        name,
        interactions,
        night(first),
        Verdict.WITHIN_TOLERANCE,
        night(number),
        number,
        ReleaseState.SERVING,
        Optional.empty());
  }

  private static SortedMap<Long, List<CostLine>> costs() {
    SortedMap<Long, List<CostLine>> costs = new TreeMap<>();
    for (int number : List.of(1, 2, 4)) {
      costs.put(
          night(number),
          List.of(
              cost("a", "input", 100 + number, 333_333_333_333L + number, true),
              cost("a", "output", 10, 1, true),
              cost("b", "input", 7, 9_000_000_000_000_000_007L, true),
              cost("b", "unpriced", 5, 0, false)));
    }
    costs.put(
        night(-1), List.of(cost("a", "input", 1, 5, true), cost("gone", "input", 1, 7, true)));
    return costs;
  }

  private static CostLine cost(String model, String meter, long tokens, long pico, boolean priced) {
    Slice key = new Slice(new TreeMap<>(Map.of("response_model", model)));
    return new CostLine(key, meter, 3, tokens, pico, priced);
  }
}
