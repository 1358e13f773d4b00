package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.Version;
import io.nightaudit.jobs.evidence.Tombstone;
import io.nightaudit.jobs.finding.DecisionLine;
import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.policy.AuditConfiguration;
import io.nightaudit.jobs.policy.ConfigurationHash;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.recommendation.Recommendation;
import io.nightaudit.jobs.report.period.PeriodRecord;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.CostRow;
import io.nightaudit.jobs.store.RunRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What a store knows of a period and of as many nights before it; each table is read once. */
final class StoredPeriod {
  private static final Set<Integer> FINISHED = Set.of(0, 3, 4);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final AuditStore store;
  private final AuditConfiguration configuration;
  private final LocalDate from;
  private final LocalDate to;
  private PeriodSlices slices;
  private List<Coverage> coverages = List.of();
  private List<RunRow> runs = List.of();
  private List<Finding> findings = List.of();
  private List<Recommendation> recommendations = List.of();
  private List<ReleaseNight> releases = List.of();
  private List<DecisionLine> decisions = List.of();
  private SortedMap<Long, List<CostLine>> costs = new TreeMap<>();

  StoredPeriod(AuditStore store, AuditConfiguration configuration, LocalDate from, LocalDate to) {
    this.store = store;
    this.configuration = configuration;
    this.from = from;
    this.to = to;
  }

  /** Reads the tables side by side, then puts them together. */
  PeriodRecord record() {
    store.readAll(
        List.of(
            () -> slices = PeriodSlices.read(store, configuration, beforeFirst(), first(), last()),
            () -> coverages = coverages(),
            () -> runs = store.runs().list(),
            () -> findings = store.findings().list(first(), last()),
            () -> recommendations = store.recommendations().list(first(), last()),
            () -> releases = store.releases().list(first(), last()),
            () -> costs = costs(),
            () -> decisions = store.decisionLines()));
    return new PeriodRecord(
        configuration,
        ConfigurationHash.of(configuration),
        Version.number(),
        from,
        to,
        lastAudited(),
        nights(),
        slices.figures(),
        slices.withheld(),
        findings,
        recommendations.stream().filter(row -> slices.mayShow(row.route())).toList(),
        decisions,
        releases.stream().filter(row -> slices.mayShow(row.route())).toList(),
        costs);
  }

  /** From the baseline of the first night on, to the last night that the store knows. */
  private List<Coverage> coverages() {
    long baseline = first() - configuration.policy().baselineNights();
    return store.coverage().list(baseline, LATEST.toEpochDay());
  }

  private Optional<LocalDate> lastAudited() {
    if (!coverages.isEmpty()) {
      return Optional.of(coverages.get(coverages.size() - 1).night());
    }
    SortedSet<Long> known = store.nights();
    return known.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(known.last()));
  }

  private SortedMap<Long, PeriodRecord.Night> nights() {
    List<Coverage> upTo =
        coverages.stream().filter(coverage -> !coverage.night().isAfter(to)).toList();
    CoverageHistory history = new CoverageHistory(configuration, upTo);
    RetainedNights retained = new RetainedNights(store, configuration.policy());
    SortedMap<Long, PeriodRecord.Night> nights = new TreeMap<>();
    for (Coverage coverage : upTo) {
      long night = coverage.night().toEpochDay();
      if (night >= first()) {
        Optional<RunRow> run = lastRun(runs, night);
        nights.put(
            night,
            new PeriodRecord.Night(
                coverage,
                history.judgement(night),
                !slices.isJudged(night),
                run.map(RunRow::configurationHash).orElse(""),
                run.map(RunRow::version).orElse(""),
                retained.removed(coverage.night()).map(Tombstone::words).orElse("")));
      }
    }
    return nights;
  }

  /** The last run that measured a night. */
  private static Optional<RunRow> lastRun(List<RunRow> runs, long night) {
    return runs.stream()
        .filter(run -> run.command().equals("run") && FINISHED.contains(run.status()))
        .filter(run -> run.nightsFrom() <= night && night <= run.nightsTo())
        .reduce((earlier, later) -> later);
  }

  private SortedMap<Long, List<CostLine>> costs() {
    SortedMap<Long, List<CostLine>> costs = new TreeMap<>();
    for (CostRow row : store.costLedger().list(beforeFirst(), last())) {
      costs.computeIfAbsent(row.epochDay(), night -> new ArrayList<>()).add(row.line());
    }
    return costs;
  }

  private long first() {
    return from.toEpochDay();
  }

  private long last() {
    return to.toEpochDay();
  }

  private long beforeFirst() {
    return 2 * first() - last() - 1;
  }
}
