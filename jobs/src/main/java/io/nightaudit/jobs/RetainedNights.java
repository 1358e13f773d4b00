package io.nightaudit.jobs;

import io.nightaudit.jobs.evidence.Tombstone;
import io.nightaudit.jobs.evidence.Tombstones;
import io.nightaudit.jobs.policy.Policy;
import io.nightaudit.jobs.store.AuditStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which nights can be judged again as they were judged. Where retention removed nights that they
 * were judged with, another judgement would differ though nothing happened: they keep the reports
 * that they have, unless they are asked for by name.
 */
final class RetainedNights {
  private static final Tombstone.Scope ROWS = Tombstone.Scope.TABLES;

  private final AuditStore store;
  private final Tombstones tombstones;
  private final int window;

  RetainedNights(AuditStore store, Policy policy) {
    this.store = store;
    this.tombstones = store.tombstones();
    this.window = Math.max(policy.baselineNights(), policy.historyNights());
  }

  /** What removed the rows of a night, if anything did and it was not audited again since. */
  Optional<Tombstone> removed(LocalDate night) {
    return tombstones.about(night, ROWS).filter(tombstone -> !removed(List.of(night)).isEmpty());
  }

  private Set<Long> removed(List<LocalDate> nights) {
    return store.removal().begun(nights, ROWS, tombstones).stream()
        .map(LocalDate::toEpochDay)
        .collect(Collectors.toSet());
  }

  /** The nights to judge where some are asked for and more are known. */
  SortedSet<Long> judgedAgain(SortedSet<Long> asked, SortedSet<Long> known) {
    Optional<LocalDate> last = tombstones.last(ROWS);
    if (last.isEmpty() || asked.first() > last.get().toEpochDay() + window) {
      return new TreeSet<>(known.tailSet(asked.first()));
    }
    SortedSet<Long> judged = new TreeSet<>(known.subSet(asked.first(), asked.last() + 1));
    Set<Long> gone =
        removed(
            judged.stream()
                .filter(night -> !asked.contains(night))
                .map(LocalDate::ofEpochDay)
                .toList());
    judged.removeAll(gone);
    return judged;
  }

  /** Why nights after the last one asked for are not judged again. */
  String keepTheirReports(long last) {
    return "nights after %s keep the reports that they have: retention removed nights up to %s, and what is judged now has less history than the policy says"
        .formatted(LocalDate.ofEpochDay(last), tombstones.last(ROWS).orElseThrow());
  }
}
