package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.PricedUsage;
import io.nightaudit.metrics.summary.DistinctCount;
import io.nightaudit.metrics.summary.Summary;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Exact sums of one key of the cost ledger, by meter. */
final class LedgerCell {
  /** Stands after the meters of a price book: cost as the archive reports it. */
  static final int REPORTED = Meter.values().length;

  /** Stands last: tokens whose cost is not known. */
  private static final int UNPRICED = REPORTED + 1;

  private static final int SIZE = UNPRICED + 1;

  private final long[] interactions = new long[SIZE];
  private final long[] tokens = new long[SIZE];
  private final long[] pico = new long[SIZE];
  private long rows;

  /** The users, where they are counted. */
  private DistinctCount.Accumulator people;

  void addRow() {
    rows = Math.addExact(rows, 1);
  }

  void addPerson(long hash) {
    if (people == null) {
      people = new DistinctCount.Accumulator();
    }
    people.add(hash);
  }

  void add(Meter meter, long count, PricedUsage priced) {
    if (count > 0) {
      add(meter.ordinal(), count, priced.picoDollars(meter));
    }
  }

  void add(int position, long count, long picoDollars) {
    interactions[position] = Math.addExact(interactions[position], 1);
    tokens[position] = Math.addExact(tokens[position], count);
    pico[position] = Math.addExact(pico[position], picoDollars);
  }

  void addUnpriced(long count) {
    add(UNPRICED, count, 0);
  }

  void add(LedgerCell other) {
    for (int i = 0; i < SIZE; i++) {
      interactions[i] = Math.addExact(interactions[i], other.interactions[i]);
      tokens[i] = Math.addExact(tokens[i], other.tokens[i]);
      pico[i] = Math.addExact(pico[i], other.pico[i]);
    }
    rows = Math.addExact(rows, other.rows);
    if (other.people != null) {
      addPeople(other.people.build());
    }
  }

  private void addPeople(Summary more) {
    if (people == null) {
      people = new DistinctCount.Accumulator();
    }
    people.add(more);
  }

  /** The cell with its key, and a line for each meter that was used. */
  CostCell of(io.nightaudit.jobs.metric.Slice key) {
    long counted = people == null ? rows : Math.round(people.build().estimate());
    return new CostCell(key, counted, rows, lines(key));
  }

  private List<CostLine> lines(io.nightaudit.jobs.metric.Slice key) {
    List<CostLine> lines = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      if (interactions[i] > 0) {
        lines.add(new CostLine(key, meter(i), interactions[i], tokens[i], pico[i], i != UNPRICED));
      }
    }
    return lines;
  }

  private static String meter(int position) {
    if (position == REPORTED) {
      return "reported";
    }
    return position == UNPRICED ? "unpriced" : Meter.values()[position].id();
  }

  byte[] toBytes() {
    byte[] counted = people == null ? new byte[0] : people.build().toBytes();
    ByteBuffer buffer = ByteBuffer.allocate((3 * SIZE + 1) * Long.BYTES + counted.length);
    for (int i = 0; i < SIZE; i++) {
      buffer.putLong(interactions[i]).putLong(tokens[i]).putLong(pico[i]);
    }
    return buffer.putLong(rows).put(counted).array();
  }

  static LedgerCell fromBytes(byte[] bytes) {
    LedgerCell cell = new LedgerCell();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < SIZE; i++) {
      cell.interactions[i] = buffer.getLong();
      cell.tokens[i] = buffer.getLong();
      cell.pico[i] = buffer.getLong();
    }
    cell.rows = buffer.getLong();
    if (buffer.hasRemaining()) {
      byte[] counted = new byte[buffer.remaining()];
      buffer.get(counted);
      cell.addPeople(Summary.fromBytes(counted));
    }
    return cell;
  }
}
