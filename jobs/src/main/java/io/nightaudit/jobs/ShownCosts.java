package io.nightaudit.jobs;

import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.jobs.profile.CostCell;
import io.nightaudit.jobs.profile.CostLine;
import io.nightaudit.jobs.suppression.Cell;
import io.nightaudit.jobs.suppression.WithheldNights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cost ledger as it is shown: keys that are withheld are one key, so that the totals still add
 * up. Within what is not personal, such as a model, they are one key for each, unless that alone
 * would say too much.
 */
final class ShownCosts {
  /** What stands for the values of a key that is withheld. */
  static final String WITHHELD = "(withheld)";

  /** Tells keys of the ledger from slices over the same dimensions, whose small ones are folded. */
  private static final String LEDGER = "(cost ledger)";

  private final List<String> personal;
  private final SortedMap<Long, List<CostCell>> nights;

  ShownCosts(List<String> personal, SortedMap<Long, List<CostCell>> nights) {
    this.personal = personal;
    this.nights = nights;
  }

  /** Whether a cell is a key of the ledger. */
  static boolean isKey(Slice cell) {
    return cell.dimensions().containsKey(LEDGER);
  }

  private static Slice key(Slice of) {
    return of.with(LEDGER, "key");
  }

  private Slice impersonal(Slice key) {
    List<String> names = new ArrayList<>(key.level());
    names.removeAll(personal);
    return key.over(names);
  }

  /**
   * The cells of a night whose figures the ledger shows: its keys, and what they are folded into.
   */
  List<Cell> cells(long night) {
    List<Cell> cells = new ArrayList<>();
    SortedMap<Slice, Long> folds = new TreeMap<>();
    for (CostCell cell : of(night)) {
      cells.add(new Cell(key(cell.key()), cell.people(), cell.interactions()));
      folds.merge(impersonal(cell.key()), cell.interactions(), Long::sum);
    }
    folds.forEach(
        (key, interactions) -> {
          if (!key.isAll()) {
            cells.add(new Cell(key(key), interactions, interactions));
          }
        });
    return cells;
  }

  private List<CostCell> of(long night) {
    return nights.getOrDefault(night, List.of());
  }

  /** The lines of a night, by key and meter. */
  List<CostLine> lines(long night, WithheldNights withheld) {
    Map<Slice, Map<String, CostLine>> lines = new TreeMap<>();
    for (CostCell cell : of(night)) {
      Slice shown = shown(cell.key(), night, withheld);
      cell.lines()
          .forEach(
              line ->
                  lines
                      .computeIfAbsent(shown, key -> new LinkedHashMap<>())
                      .merge(line.meter(), line.of(shown), CostLine::plus));
    }
    return lines.values().stream()
        .flatMap(byMeter -> new TreeMap<>(byMeter).values().stream())
        .toList();
  }

  /** How many lines of a night were folded into others. */
  long foldedLines(long night, WithheldNights withheld) {
    return of(night).stream()
        .filter(cell -> withheld.isWithheld(key(cell.key()), night))
        .mapToLong(cell -> cell.lines().size())
        .sum();
  }

  private Slice shown(Slice key, long night, WithheldNights withheld) {
    if (!withheld.isWithheld(key(key), night)) {
      return key;
    }
    boolean whole = withheld.isWithheld(key(impersonal(key)), night);
    SortedMap<String, String> values = new TreeMap<>(key.dimensions());
    values.replaceAll((name, value) -> whole || personal.contains(name) ? WITHHELD : value);
    return new Slice(values);
  }
}
