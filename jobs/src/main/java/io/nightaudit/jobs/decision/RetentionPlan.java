package io.nightaudit.jobs.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which nights of a store are older than it keeps them, and which of those stay all the same.
 *
 * @param cutOff the first night that is not too old
 * @param goes nights that go, the first first, without a night between that must stay
 * @param stays nights that are too old and stay, the first first
 */
public record RetentionPlan(LocalDate cutOff, List<Run> goes, List<Stay> stays) {
  public RetentionPlan {
    goes = List.copyOf(goes);
    stays = List.copyOf(stays);
  }

  /** Nights that one tombstone can name by the first and the last of them. */
  public record Run(List<LocalDate> nights) {
    public Run {
      nights = List.copyOf(nights);
    }

    public LocalDate from() {
      return nights.get(0);
    }

    public LocalDate to() {
      return nights.get(nights.size() - 1);
    }
  }

  /**
   * A night that stays.
   *
   * @param holds the legal holds on it; none where nights to come are judged with it
   */
  public record Stay(LocalDate night, List<Hold> holds) {
    public Stay {
      holds = List.copyOf(holds);
    }
  }

  /**
   * A plan.
   *
   * @param nights nights of which there is anything to remove
   * @param cutOff nights before it are too old
   * @param firstNeeded the first night that the next one is judged with
   */
  public static RetentionPlan of(
      Collection<LocalDate> nights, LocalDate cutOff, LocalDate firstNeeded, LegalHolds holds) {
    List<Run> goes = new ArrayList<>();
    List<Stay> stays = new ArrayList<>();
    List<LocalDate> run = new ArrayList<>();
    for (LocalDate night : new TreeSet<>(nights).headSet(cutOff)) {
      List<Hold> held = holds.on(night.toEpochDay());
      if (!held.isEmpty() || !night.isBefore(firstNeeded)) {
        stays.add(new Stay(night, held));
      } else {
        if (!run.isEmpty() && isHeldBetween(run.get(run.size() - 1), night, holds)) {
          goes.add(new Run(run));
          run = new ArrayList<>();
        }
        run.add(night);
      }
    }
    if (!run.isEmpty()) {
      goes.add(new Run(run));
    }
    return new RetentionPlan(cutOff, goes, stays);
  }

  private static boolean isHeldBetween(LocalDate first, LocalDate last, LegalHolds holds) {
    return first.plusDays(1).datesUntil(last).anyMatch(day -> holds.isHeld(day.toEpochDay()));
  }

  /** Every night that goes. */
  public List<LocalDate> nights() {
    return goes.stream().flatMap(run -> run.nights().stream()).toList();
  }
}
