package io.nightaudit.jobs.report;

import io.nightaudit.jobs.comparison.ComparedStream;
import io.nightaudit.jobs.comparison.Evidence;
import io.nightaudit.jobs.comparison.ReleaseComparison;
import io.nightaudit.jobs.finding.JudgedSlice;
import io.nightaudit.jobs.finding.ReleaseNight;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.metric.Measure;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the section on releases: when each served, and how it compares with the one before. */
final class ReleaseComposer {
  private final NightRecord record;
  private final int window;

  ReleaseComposer(NightRecord record) {
    this.record = record;
    this.window = record.configuration().policy().baselineNights();
  }

  List<Report.ReleaseEntry> compose() {
    List<Report.ReleaseEntry> entries = new ArrayList<>();
    for (RouteReleases route : record.routes()) {
      SortedMap<Long, SortedMap<String, Long>> nights =
          route.nights().subMap(record.epochDay() - window, record.epochDay() + 1);
      SortedSet<String> releases = new TreeSet<>();
      nights.values().forEach(night -> releases.addAll(night.keySet()));
      releases.forEach(release -> entries.add(entry(route, nights, release)));
    }
    return entries;
  }

  private Report.ReleaseEntry entry(
      RouteReleases route, SortedMap<Long, SortedMap<String, Long>> nights, String release) {
    List<Long> served =
        nights.keySet().stream().filter(night -> nights.get(night).containsKey(release)).toList();
    long first = route.firstNight(release);
    Optional<String> previous = previous(route, release);
    Optional<ReleaseNight> row = row(route.route(), release);
    return new Report.ReleaseEntry(
        route.route().asMap(),
        route.route().title(),
        release,
        Identifiers.date(first),
        Identifiers.date(served.get(served.size() - 1)),
        served.size(),
        served.stream().mapToLong(night -> nights.get(night).get(release)).sum(),
        nights.getOrDefault(record.epochDay(), new java.util.TreeMap<>()).getOrDefault(release, 0L),
        previous.orElse(""),
        previous.map(before -> comparison(route.route(), release, before)).orElse(List.of()),
        row.map(r -> r.state().name()).orElse("GONE"),
        row.map(r -> r.verdict().name()).orElse(""),
        row.flatMap(ReleaseNight::lastKnownGood).orElse(""));
  }

  private Optional<ReleaseNight> row(Slice route, String release) {
    return record.ledger().stream()
        .filter(row -> row.route().equals(route) && row.release().equals(release))
        .findFirst();
  }

  private Optional<String> previous(RouteReleases route, String release) {
    return route.changes(record.epochDay() - window, record.epochDay()).stream()
        .filter(change -> change.to().equals(release))
        .map(change -> change.from())
        .findFirst();
  }

  private List<Report.ReleaseFigure> comparison(Slice route, String release, String before) {
    Optional<JudgedSlice> now = slice(route.with(Level.RELEASE, release));
    Optional<JudgedSlice> earlier = slice(route.with(Level.RELEASE, before));
    if (now.isEmpty() || earlier.isEmpty()) {
      return List.of();
    }
    List<Report.ReleaseFigure> figures = new ArrayList<>();
    for (ComparedStream stream : now.get().compared().streams().values()) {
      if (Headlines.contains(stream.measure().metric())) {
        Optional.ofNullable(earlier.get().compared().streams().get(stream.measure()))
            .flatMap(old -> figure(stream, old))
            .ifPresent(figures::add);
      }
    }
    return figures;
  }

  private Optional<JudgedSlice> slice(Slice slice) {
    return record.byRelease().stream().filter(s -> s.slice().equals(slice)).findFirst();
  }

  private Optional<Report.ReleaseFigure> figure(ComparedStream now, ComparedStream earlier) {
    long tonight = record.epochDay();
    Measure measure = now.measure();
    return ReleaseComparison.of(
            now.moments().subMap(tonight - window, tonight + 1),
            earlier.moments().subMap(tonight - window, tonight + 1),
            isShare(now))
        .flatMap(
            c ->
                FigureComposer.change(c.change())
                    .map(
                        change ->
                            new Report.ReleaseFigure(
                                measure.name(),
                                measure.title(),
                                isShare(now) ? "share" : measure.metric().unit(),
                                c.now().mean(),
                                c.now().n(),
                                c.before().mean(),
                                c.before().n(),
                                change)));
  }

  private static boolean isShare(ComparedStream stream) {
    return stream.evidence().values().stream().map(Evidence::numerator).anyMatch(n -> n >= 0);
  }
}
