package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.ReleaseChange;
import io.nightaudit.jobs.finding.RouteReleases;
import io.nightaudit.jobs.policy.ExcludedNights;
import io.nightaudit.jobs.report.FullForm.ChangeEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Lists what changed within the nights of the baseline and tonight, the latest first. */
final class ChangeComposer {
  private static final String UNKNOWN = "unknown";
  private static final String MODIFICATION =
      "Is it a substantial modification (Art. 3(23)), or was it determined and assessed beforehand (Art. 43(4))? A person answers.";

  private final NightRecord record;
  private final long first;

  ChangeComposer(NightRecord record) {
    this.record = record;
    this.first = record.epochDay() - record.configuration().policy().baselineNights();
  }

  List<ChangeEntry> compose() {
    List<ChangeEntry> changes = new ArrayList<>();
    record.routes().forEach(route -> changes.addAll(releases(route)));
    changes.addAll(new DefinitionChanges(record, first).compose());
    DecisionComposer.compose(record).stream()
        .filter(decision -> decision.effectiveNight().compareTo(Identifiers.date(first)) >= 0)
        .map(ChangeComposer::decided)
        .forEach(changes::add);
    record.configuration().policy().calendar().forEach(nights -> changes.addAll(excluded(nights)));
    changes.sort(
        Comparator.comparing(ChangeEntry::night)
            .reversed()
            .thenComparing(ChangeEntry::kind)
            .thenComparing(ChangeEntry::subject)
            .thenComparing(ChangeEntry::what));
    return changes;
  }

  private List<ChangeEntry> releases(RouteReleases route) {
    List<ChangeEntry> changes = new ArrayList<>();
    for (long night = first; night <= record.epochDay(); night++) {
      route.changes(night, night).stream().map(ChangeComposer::released).forEach(changes::add);
      returned(route, night).ifPresent(changes::add);
    }
    return changes;
  }

  private static ChangeEntry released(ReleaseChange change) {
    return new ChangeEntry(
        Identifiers.date(change.epochDay()),
        change.silent() ? "SILENT_PROVIDER_CHANGE" : "RELEASE",
        "`%s` began to answer; before, `%s` did".formatted(change.to(), change.from()),
        change.route().title(),
        RegisterComposer.NOT_RECORDED,
        UNKNOWN,
        MODIFICATION);
  }

  /** A release that has answered before, and answers most again. */
  private static Optional<ChangeEntry> returned(RouteReleases route, long night) {
    var earlier = route.nights().headMap(night);
    if (earlier.isEmpty() || route.on(night).isEmpty()) {
      return Optional.empty();
    }
    String before = route.dominant(earlier.lastKey()).orElseThrow();
    String now = route.dominant(night).orElseThrow();
    boolean known = route.firstNight(now) < route.firstNight(before);
    return now.equals(before) || !known
        ? Optional.empty()
        : Optional.of(
            new ChangeEntry(
                Identifiers.date(night),
                "RETURN",
                "the earlier release `%s` answers most again; before, `%s` did"
                    .formatted(now, before),
                route.route().title(),
                RegisterComposer.NOT_RECORDED,
                UNKNOWN,
                "Was it a rollback, and was its target assessed? A person answers."));
  }

  private static ChangeEntry decided(DecisionEntry decision) {
    return new ChangeEntry(
        decision.effectiveNight(),
        "DECISION",
        "decision %s: %s".formatted(decision.id(), decision.answer()),
        decision.title(),
        decision.by(),
        UNKNOWN,
        "");
  }

  private List<ChangeEntry> excluded(ExcludedNights nights) {
    return LongStream.rangeClosed(first, record.epochDay())
        .filter(nights::holds)
        .limit(1)
        .mapToObj(night -> excluded(nights, LocalDate.ofEpochDay(night)))
        .toList();
  }

  private static ChangeEntry excluded(ExcludedNights nights, LocalDate night) {
    return new ChangeEntry(
        night.toString(),
        "EXCLUSION",
        "the calendar excludes %s to %s from the daily score: %s"
            .formatted(nights.from(), nights.to(), nights.reason()),
        "all traffic",
        "the policy",
        UNKNOWN,
        "");
  }
}
