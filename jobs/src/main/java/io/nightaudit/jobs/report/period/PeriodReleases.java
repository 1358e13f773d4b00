package io.nightaudit.jobs.report.period;

import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.report.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the releases of a period with their shares of the traffic of their routes. */
final class PeriodReleases {
  private final PeriodRecord record;

  PeriodReleases(PeriodRecord record) {
    this.record = record;
  }

  /** By route, the one that served most first. */
  List<PeriodReport.ReleaseEntry> compose() {
    SortedMap<Slice, SortedMap<String, List<ReleaseNight>>> routes = new TreeMap<>();
    for (ReleaseNight row : record.releases()) {
      routes
          .computeIfAbsent(row.route(), route -> new TreeMap<>())
          .computeIfAbsent(row.release(), release -> new ArrayList<>())
          .add(row);
    }
    List<PeriodReport.ReleaseEntry> entries = new ArrayList<>();
    routes.forEach((route, releases) -> entries.addAll(of(route, releases)));
    return entries;
  }

  private List<PeriodReport.ReleaseEntry> of(
      Slice route, SortedMap<String, List<ReleaseNight>> releases) {
    long all = releases.values().stream().mapToLong(PeriodReleases::interactions).sum();
    return releases.values().stream()
        .filter(rows -> interactions(rows) > 0)
        .map(rows -> entry(route, rows, all))
        .sorted(
            Comparator.comparing(PeriodReport.ReleaseEntry::interactions)
                .reversed()
                .thenComparing(PeriodReport.ReleaseEntry::release))
        .toList();
  }

  private static long interactions(List<ReleaseNight> rows) {
    return rows.stream().mapToLong(ReleaseNight::interactions).sum();
  }

  private PeriodReport.ReleaseEntry entry(Slice route, List<ReleaseNight> rows, long all) {
    ReleaseNight last =
        rows.stream().max(Comparator.comparingLong(ReleaseNight::epochDay)).orElseThrow();
    long served = interactions(rows);
    return new PeriodReport.ReleaseEntry(
        route.asMap(),
        route.title(),
        last.release(),
        served,
        all == 0 ? Optional.empty() : Optional.of((double) served / all),
        (int) rows.stream().filter(row -> row.interactions() > 0).count(),
        Identifiers.date(last.firstNight()),
        Identifiers.date(
            rows.stream()
                .filter(row -> row.interactions() > 0)
                .mapToLong(ReleaseNight::epochDay)
                .max()
                .orElseThrow()),
        last.state().name(),
        last.verdict().name(),
        last.firstNight() >= record.first());
  }
}
