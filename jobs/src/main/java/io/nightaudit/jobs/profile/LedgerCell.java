package io.nightaudit.jobs.profile;

import io.nightaudit.metrics.pricing.Meter;
import io.nightaudit.metrics.pricing.PricedUsage;
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
  }

  /** One line for each meter that was used. */
  List<CostLine> lines(io.nightaudit.jobs.metric.Slice key) {
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
    ByteBuffer buffer = ByteBuffer.allocate(3 * SIZE * Long.BYTES);
    for (int i = 0; i < SIZE; i++) {
      buffer.putLong(interactions[i]).putLong(tokens[i]).putLong(pico[i]);
    }
    return buffer.array();
  }

  static LedgerCell fromBytes(byte[] bytes) {
    LedgerCell cell = new LedgerCell();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < SIZE; i++) {
      cell.interactions[i] = buffer.getLong();
      cell.tokens[i] = buffer.getLong();
      cell.pico[i] = buffer.getLong();
    }
    return cell;
  }
}
