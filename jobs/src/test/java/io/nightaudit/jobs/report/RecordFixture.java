package io.nightaudit.jobs.report;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.comparison.ComparedSlice;
import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.DailyDistance;
import io.nightaudit.jobs.comparison.StreamNight;
import io.nightaudit.jobs.decision.Oversight;
import io.nightaudit.jobs.finding.AlarmBudget;
import io.nightaudit.jobs.finding.Cause;
import io.nightaudit.jobs.finding.CoverageJudge;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.Judgement;
import io.nightaudit.jobs.finding.Placebo;
import io.nightaudit.jobs.finding.Ranking;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.finding.Verdict;
import io.nightaudit.jobs.finding.WatchedStreams;
import io.nightaudit.jobs.incident.Standing;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationException;
import io.nightaudit.jobs.policy.ConfigurationFile;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.profile.CostLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The record of a night, as the stages before the report would leave it: 24 June 2023. */
final class RecordFixture {
  static final LocalDate NIGHT = LocalDate.of(2023, 6, 24);
  static final long DAY = NIGHT.toEpochDay();
  static final String CONFIGURATION =
      """
      system: shop
      archive:
        path: data
        key: [interaction_id]
        columns:
          interaction_id: id
          start_time: at
          prompt: question
          answer: answer
          response_model: model
          user_id_hash: user
          duration_ms: latency
      slices: {levels: [[response_model]], personal: [response_model]}
      """;

  String configuration = CONFIGURATION;
  Coverage coverage = coverage(NIGHT, 100, Map.of());
  List<Coverage> before = new ArrayList<>();
  List<LocalDate> missed = List.of();
  List<JudgedSlice> slices = List.of();
  List<Finding> findings = List.of();
  List<Finding> findingsBefore = List.of();
  List<RouteReleases> routes = List.of();
  List<CostLine> costs = List.of();
  List<Decision> decisions = List.of();
  Map<Long, List<Integer>> missingHours = Map.of();
  int nightsKnown = 40;

  RecordFixture() {
    for (int i = 5; i >= 1; i--) {
      before.add(coverage(NIGHT.minusDays(i), 100, Map.of()));
    }
  }

  /** The night without a folder. */
  static RecordFixture missing() {
    RecordFixture fixture = new RecordFixture();
    fixture.coverage =
        new Coverage(
            NIGHT,
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
    fixture.missed = List.of(NIGHT);
    return fixture;
  }

  static Coverage coverage(
      LocalDate night, long kept, Map<String, Long> quarantine, String... more) {
    long bad = quarantine.values().stream().mapToLong(Long::longValue).sum();
    List<String> present =
        new ArrayList<>(
            List.of(
                "interaction_id",
                "start_time",
                "prompt",
                "answer",
                "response_model",
                "user_id_hash",
                "duration_ms"));
    present.addAll(List.of(more));
    return new Coverage(
        night,
        Coverage.Input.READ,
        kept + bad,
        kept,
        bad,
        0,
        0,
        new TreeMap<>(quarantine),
        List.of(new Coverage.ArchiveFile("ab", 10, kept + bad, "")),
        Collections.nCopies(24, kept / 24),
        new TreeMap<>(),
        present);
  }

  static Finding finding(Measure measure, Slice slice, Verdict verdict, long found, String kind) {
    return new Finding(
        "N-" + measure.name() + found,
        DAY,
        slice,
        measure,
        verdict,
        Cause.UNKNOWN,
        found,
        found,
        Optional.empty(),
        kind,
        measure.title() + " moved",
        "evidence");
  }

  /** A slice of one stream with a value on each of the last nights, and a judgement of tonight. */
  static JudgedSlice slice(
      Slice slice, Measure measure, int nights, double value, Judgement judgement) {
    TreeMap<Long, StreamNight> values = new TreeMap<>();
    for (long night = DAY - nights + 1; night <= DAY; night++) {
      values.put(night, night(night, value, "a"));
    }
    return slice(
        slice, new ComparedStream(measure, values, new TreeMap<>(), new TreeMap<>()), judgement);
  }

  static JudgedSlice slice(Slice slice, ComparedStream stream, Judgement judgement) {
    return new JudgedSlice(
        new ComparedSlice(
            slice,
            new TreeMap<>(Map.of(stream.measure(), stream)),
            new TreeMap<>(),
            new TreeMap<>()),
        new TreeMap<>(Map.of(stream.measure(), new TreeMap<>(Map.of(DAY, judgement)))));
  }

  static StreamNight night(long night, double value, String definition) {
    return new StreamNight(night, value, 50, value, 1, definition, DailyDistance.NONE);
  }

  static Judgement judgement(Verdict verdict, double low, double high, String... rules) {
    return new Judgement(
        verdict,
        "a reason",
        0,
        0,
        40,
        (low + high) / 2,
        low,
        high,
        Judgement.Episode.NONE,
        List.of(rules),
        new TreeMap<>(),
        0,
        1);
  }

  AuditConfiguration configured() {
    try {
      Path file = Files.createTempFile("nightaudit", ".yaml");
      try {
        return ConfigurationFile.read(Files.writeString(file, configuration), List.of());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  NightRecord build() {
    AuditConfiguration configured = configured();
    AlarmBudget budget = AlarmBudget.of(configured);
    return new NightRecord(
        configured,
        ConfigurationHash.of(configured),
        "0.1.0",
        NIGHT,
        coverage,
        new CoverageJudge(configured.archive(), configured.policy().coverage())
            .judge(coverage, before),
        before,
        NIGHT.minusDays(40),
        nightsKnown,
        missed,
        slices,
        findings,
        List.of(),
        List.of(),
        routes,
        List.of(),
        costs,
        List.of(),
        decisions,
        List.of(),
        List.of(),
        budget,
        new WatchedStreams(0, 0),
        new Placebo(Optional.empty(), 0, "nothing to study", 0, new TreeMap<>()),
        new Ranking(0.1, 0, List.of()),
        List.of(),
        new Standing(false, "nobody has said", true),
        Oversight.NONE,
        facts(),
        new PrivacyFacts(10, List.of(), List.of(), 0, 0, 0, List.of()));
  }

  private FormFacts facts() {
    return new FormFacts(
        before.isEmpty() ? Optional.empty() : Optional.of(NIGHT.minusDays(1)),
        findingsBefore,
        new TreeMap<>(missingHours),
        new TreeSet<>(List.of(DAY - 40, DAY - 1, DAY)),
        0,
        new TreeMap<>(Map.of("spark", "4")));
  }
}
