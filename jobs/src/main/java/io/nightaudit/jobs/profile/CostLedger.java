package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.archive.InteractionSchema;
import io.nightaudit.jobs.metric.Column;
import io.nightaudit.jobs.metric.Slice;
import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.PricedUsage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The running cost ledger of a task: exact sums of tokens and money by who caused them. */
final class CostLedger {
  private static final List<Column> KEYS =
      List.of(
          Column.APP_NAME,
          Column.TENANT,
          Column.TEAM_ID,
          Column.PROJECT_ID,
          Column.COST_CENTER,
          Column.PROVIDER,
          Column.REQUEST_MODEL,
          Column.RESPONSE_MODEL,
          Column.SERVICE_TIER,
          Column.PROMPT_VERSION);

  private static final double PICO = 1e12;

  private final List<Column> keys;
  private final boolean countsPeople;
  private final Map<List<String>, LedgerCell> cells = new HashMap<>();

  /**
   * A ledger.
   *
   * @param countsPeople whether the users behind each key are counted, where they are known
   */
  CostLedger(InteractionSchema schema, boolean countsPeople) {
    this.keys = KEYS.stream().filter(column -> schema.position(column) >= 0).toList();
    this.countsPeople = countsPeople && schema.position(Column.USER_ID_HASH) >= 0;
  }

  /** Whether some of the dimensions are columns of the ledger. */
  static boolean tellsApart(Collection<String> dimensions) {
    return KEYS.stream().map(Column::id).anyMatch(dimensions::contains);
  }

  void add(RowObservation row) {
    LedgerCell cell = cells.computeIfAbsent(key(row), key -> new LedgerCell());
    cell.addRow();
    if (countsPeople && row.has(Column.USER_ID_HASH)) {
      cell.addPerson(row.identifierHash(Column.USER_ID_HASH));
    }
    Pricing pricing = row.pricing();
    if (pricing.usesBook()) {
      addMeters(cell, row, pricing.priced());
    } else if (pricing.unpricedReason().isEmpty()) {
      long pico = Math.round(pricing.reported() * PICO);
      cell.add(LedgerCell.REPORTED, tokens(row), pico);
    } else {
      cell.addUnpriced(tokens(row));
    }
  }

  private static void addMeters(LedgerCell cell, RowObservation row, PricedUsage priced) {
    long cached = count(row, Column.CACHE_READ_TOKENS);
    long written = count(row, Column.CACHE_WRITE_TOKENS);
    long reasoning = count(row, Column.REASONING_TOKENS);
    long hour = count(row, Column.CACHE_WRITE_1H_TOKENS);
    cell.add(Meter.INPUT, count(row, Column.INPUT_TOKENS) - cached - written, priced);
    cell.add(Meter.OUTPUT, count(row, Column.OUTPUT_TOKENS) - reasoning, priced);
    cell.add(Meter.CACHE_READ, cached, priced);
    cell.add(Meter.CACHE_WRITE, written - hour, priced);
    cell.add(Meter.CACHE_WRITE_1H, hour, priced);
    cell.add(Meter.REASONING, reasoning, priced);
  }

  private static long tokens(RowObservation row) {
    return count(row, Column.INPUT_TOKENS) + count(row, Column.OUTPUT_TOKENS);
  }

  private static long count(RowObservation row, Column column) {
    return row.has(column) ? (long) row.number(column) : 0;
  }

  private List<String> key(RowObservation row) {
    return keys.stream()
        .map(column -> Objects.requireNonNullElse(row.category(column), Slice.UNKNOWN))
        .toList();
  }

  int size() {
    return cells.size();
  }

  void forEach(BiConsumer<Slice, LedgerCell> action) {
    cells.forEach((values, cell) -> action.accept(slice(values), cell));
  }

  void clear() {
    cells.clear();
  }

  private Slice slice(List<String> values) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      dimensions.put(keys.get(i).id(), values.get(i));
    }
    return new Slice(dimensions);
  }
}
