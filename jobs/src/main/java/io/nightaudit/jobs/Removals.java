package io.nightaudit.jobs;

import io.nightaudit.jobs.decision.Hold;
import io.nightaudit.jobs.decision.LegalHolds;
import io.nightaudit.jobs.decision.RetentionPlan;
import io.nightaudit.jobs.evidence.Tombstone;
import io.nightaudit.jobs.evidence.Tombstones;
import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Scope;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.policy.RetentionPolicy;
import io.nightaudit.jobs.store.AuditStore;
import io.nightaudit.jobs.store.NightRemoval;
import io.nightaudit.jobs.store.PeriodFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What retention removes of a store, and what stays although it is too old.
 *
 * @param asOf the day from which months are counted back
 * @param firstNeeded the first night that the next one is judged with
 * @param limits how long each is kept
 * @param goes what goes
 * @param stays what stays
 * @param warnings what a person must know besides
 */
record Removals(
    LocalDate asOf,
    LocalDate firstNeeded,
    Map<Scope, Limit> limits,
    List<Removal> goes,
    List<Stay> stays,
    List<String> warnings) {

  /** Months that are kept, and the first day that is not too old. */
  record Limit(int months, LocalDate cutOff) {}

  /**
   * Nights that go.
   *
   * @param items how many nights or periods
   * @param paths the files
   * @param begun whether an earlier removal that was stopped told of them already
   * @param tombstone what tells of them now
   */
  record Removal(
      Scope scope,
      LocalDate from,
      LocalDate to,
      Set<LocalDate> nights,
      List<String> paths,
      boolean begun,
      Optional<Decision> tombstone) {
    Removal with(Decision decision) {
      return new Removal(scope, from, to, nights, paths, begun, Optional.of(decision));
    }
  }

  /** Nights that stay: under holds, or where there are none as nights to come need them. */
  record Stay(Scope scope, LocalDate from, LocalDate to, List<Hold> holds) {}

  static Removals of(
      AuditStore store, DecisionBook book, Policy policy, Optional<LocalDate> until) {
    LocalDate last = LocalDate.ofEpochDay(book.nights().last());
    LocalDate asOf = until.orElse(last);
    LocalDate firstNeeded =
        last.minusDays(Math.max(policy.baselineNights(), policy.historyNights()));
    Removals found =
        new Removals(
            asOf,
            firstNeeded,
            limits(policy.retention(), asOf),
            new ArrayList<>(),
            new ArrayList<>(),
            List.of());
    LegalHolds holds = LegalHolds.of(book.decisions());
    found.addNights(Scope.TABLES, store, holds);
    found.addNights(Scope.REPORTS, store, holds);
    found.addPeriods(store.periods().list(), holds);
    return found;
  }

  private static Map<Scope, Limit> limits(RetentionPolicy policy, LocalDate asOf) {
    Limit reports = limit(policy.reportsMonths(), asOf);
    return Map.of(
        Scope.TABLES,
        limit(policy.tablesMonths(), asOf),
        Scope.REPORTS,
        reports,
        Scope.PERIODS,
        reports);
  }

  private static Limit limit(int months, LocalDate asOf) {
    return new Limit(months, asOf.minusMonths(months));
  }

  private void addNights(Scope scope, AuditStore store, LegalHolds holds) {
    NightRemoval removal = store.removal();
    Tombstone.Scope what = Tombstone.Scope.valueOf(scope.name());
    SortedMap<LocalDate, List<String>> old =
        removal.nights(what).headMap(limits.get(scope).cutOff());
    Tombstones tombstones = store.tombstones();
    Set<LocalDate> begun = removal.begun(old.keySet(), what, tombstones);
    Set<LocalDate> fresh = new TreeSet<>(old.keySet());
    fresh.removeAll(begun);
    add(scope, plan(scope, begun, holds), old, true);
    add(scope, plan(scope, fresh, holds), old, false);
  }

  private RetentionPlan plan(Scope scope, Collection<LocalDate> nights, LegalHolds holds) {
    return RetentionPlan.of(nights, limits.get(scope).cutOff(), firstNeeded, holds);
  }

  private void add(
      Scope scope, RetentionPlan plan, SortedMap<LocalDate, List<String>> files, boolean begun) {
    for (RetentionPlan.Run run : plan.goes()) {
      goes.add(
          new Removal(
              scope,
              run.from(),
              run.to(),
              new TreeSet<>(run.nights()),
              run.nights().stream().flatMap(night -> files.get(night).stream()).sorted().toList(),
              begun,
              Optional.empty()));
    }
    for (RetentionPlan.Stay stay : plan.stays()) {
      Stay one = new Stay(scope, stay.night(), stay.night(), stay.holds());
      int last = stays.size() - 1;
      if (last >= 0 && continues(stays.get(last), one)) {
        stays.set(last, new Stay(scope, stays.get(last).from(), one.to(), one.holds()));
      } else {
        stays.add(one);
      }
    }
  }

  private static boolean continues(Stay before, Stay next) {
    return before.scope() == next.scope()
        && before.holds().equals(next.holds())
        && before.to().plusDays(1).equals(next.from());
  }

  /** A period goes when its last night is too old, and none of its nights is held. */
  private void addPeriods(List<PeriodFiles.Stored> periods, LegalHolds holds) {
    List<PeriodFiles.Stored> old =
        periods.stream()
            .filter(period -> period.to().isBefore(limits.get(Scope.PERIODS).cutOff()))
            .toList();
    for (PeriodFiles.Stored period : old) {
      Set<Hold> held = new LinkedHashSet<>();
      days(period).forEach(day -> held.addAll(holds.on(day.toEpochDay())));
      if (held.isEmpty()) {
        goes.add(
            new Removal(
                Scope.PERIODS,
                period.from(),
                period.to(),
                Set.of(),
                period.paths(),
                false,
                Optional.empty()));
      } else {
        stays.add(new Stay(Scope.PERIODS, period.from(), period.to(), List.copyOf(held)));
      }
    }
  }

  private static Stream<LocalDate> days(PeriodFiles.Stored period) {
    return period.from().datesUntil(period.to().plusDays(1));
  }

  /** Every night of which something goes. */
  Set<LocalDate> nightsOf(Scope scope) {
    Set<LocalDate> nights = new TreeSet<>();
    of(scope).forEach(removal -> nights.addAll(removal.nights()));
    return nights;
  }

  /** Every file that goes. */
  List<String> pathsOf(Scope scope) {
    return of(scope).flatMap(removal -> removal.paths().stream()).toList();
  }

  private Stream<Removal> of(Scope scope) {
    return goes.stream().filter(removal -> removal.scope() == scope);
  }

  Removals with(List<String> moreWarnings) {
    return with(goes, moreWarnings);
  }

  Removals with(List<Removal> told, List<String> moreWarnings) {
    return new Removals(asOf, firstNeeded, limits, told, stays, moreWarnings);
  }
}
