package io.nightaudit.jobs.decision;

import io.nightaudit.jobs.finding.Decision;
import io.nightaudit.jobs.finding.DecisionDetails.Held;
import io.nightaudit.jobs.finding.DecisionDetails.Released;
import io.nightaudit.jobs.finding.FindingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The legal holds of a store. A hold binds from the moment that it is written: who removes anything
 * asks with all decisions, and not only with those that act on some night.
 */
public final class LegalHolds {
  private final Map<String, Hold> holds = new LinkedHashMap<>();

  private LegalHolds() {}

  /** The holds of decisions, whatever else these decide. */
  public static LegalHolds of(Collection<Decision> decisions) {
    LegalHolds found = new LegalHolds();
    decisions.stream().sorted(Comparator.comparingLong(Decision::sequence)).forEach(found::add);
    return found;
  }

  private void add(Decision decision) {
    String id = decision.subject();
    decision
        .details(Held.class)
        .ifPresent(nights -> holds.put(id, new Hold(id, nights, decision, Optional.empty())));
    decision
        .details(Released.class)
        .ifPresent(
            end ->
                holds.computeIfPresent(
                    id,
                    (same, hold) ->
                        new Hold(id, hold.nights(), hold.placed(), Optional.of(decision))));
  }

  /** The id of a hold: equal holds from the same night on have equal ids. */
  public static String id(Held nights, String by, String reason, long effectiveNight) {
    List<String> content = new ArrayList<>(List.of("HOLD", by, reason));
    content.addAll(nights.content());
    content.add(LocalDate.ofEpochDay(effectiveNight).toString());
    return "H-" + FindingId.hash(String.join("\n", content));
  }

  /** Whether what is stored of a night must stay. */
  public boolean isHeld(long night) {
    return !on(night).isEmpty();
  }

  /** The open holds that are about a night, the first first. */
  public List<Hold> on(long night) {
    return open().stream().filter(hold -> hold.nights().covers(night)).toList();
  }

  /** The open holds, the first first. */
  public List<Hold> open() {
    return holds.values().stream().filter(Hold::isOpen).toList();
  }

  /** All holds, ended ones too, the first first. */
  public List<Hold> all() {
    return List.copyOf(holds.values());
  }

  /** A hold by its id, open or not. */
  public Optional<Hold> of(String id) {
    return Optional.ofNullable(holds.get(id));
  }
}
