package io.nightaudit.jobs;

import io.nightaudit.jobs.archive.Coverage;
import io.nightaudit.jobs.cli.Version;
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

  private final AuditStore store;
  private final AuditConfiguration configuration;
  private final LocalDate from;
  private final LocalDate to;

  StoredPeriod(AuditStore store, AuditConfiguration configuration, LocalDate from, LocalDate to) {
    this.store = store;
    this.configuration = configuration;
    this.from = from;
    this.to = to;
  }

  PeriodRecord record() {
    PeriodSlices slices = PeriodSlices.read(store, configuration, beforeFirst(), first(), last());
    SortedSet<Long> known = store.nights();
    return new PeriodRecord(
        configuration,
        ConfigurationHash.of(configuration),
        Version.number(),
        from,
        to,
        known.isEmpty() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(known.last())),
        nights(slices),
        slices.figures(),
        slices.withheld(),
        store.findings().list(first(), last()),
        recommendations(slices),
        store.decisionLines(),
        releases(slices),
        costs());
  }

  private SortedMap<Long, PeriodRecord.Night> nights(PeriodSlices slices) {
    List<Coverage> coverages =
        store.coverage().list(first() - configuration.policy().baselineNights(), last());
    CoverageHistory history = new CoverageHistory(configuration, coverages);
    List<RunRow> runs = store.runs().list();
    SortedMap<Long, PeriodRecord.Night> nights = new TreeMap<>();
    for (Coverage coverage : coverages) {
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
                run.map(RunRow::version).orElse("")));
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

  private List<Recommendation> recommendations(PeriodSlices slices) {
    return store.recommendations().list(first(), last()).stream()
        .filter(row -> slices.mayShow(row.route()))
        .toList();
  }

  private List<ReleaseNight> releases(PeriodSlices slices) {
    return store.releases().list(first(), last()).stream()
        .filter(row -> slices.mayShow(row.route()))
        .toList();
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
