package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.profile.review.ReviewSampler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * The pass over one partition: every text read once, every slice's summaries in memory; when they
 * outgrow their bound they are handed on and begun again, which merging makes free.
 */
final class PartitionProfiler implements Iterator<Tuple2<String, byte[]>> {
  static final String SLICE = "s:";
  static final String COST = "c:";
  static final String REVIEW = "r:";

  private static final int ROWS_BETWEEN_CHECKS = 8_192;
  private static final int SLICES_BETWEEN_CHECKS = 256;

  /** A check visits every summary, so with more slices it has to be rarer. */
  private static final int SHARE_OF_SLICES_BETWEEN_CHECKS = 8;

  private static final int LARGEST_LEDGER = 50_000;

  private final Iterator<InternalRow> rows;
  private final long memoryBound;
  private final Reading[] readings;
  private final RowObservation observation;
  private final LevelSlices[] levels;
  private final CostLedger ledger;
  private final InteractionKeys keys;
  private final ReviewSampler review;
  private final Deque<Supplier<Tuple2<String, byte[]>>> ready = new ArrayDeque<>();
  private int slicesAtNextCheck = SLICES_BETWEEN_CHECKS;

  PartitionProfiler(ProfileTask task, Iterator<InternalRow> rows) {
    this.rows = rows;
    this.memoryBound = task.memoryBound();
    MeasurePlan plan = task.plan();
    this.readings =
        plan.measures().stream().map(plan::extraction).map(Readings::of).toArray(Reading[]::new);
    this.observation =
        new RowObservation(
            plan.schema(), new Pricing(task.prices()), new Releases(plan.schema(), task.release()));
    this.levels =
        task.levels().stream()
            .map(level -> new LevelSlices(level, plan.schema()))
            .toArray(LevelSlices[]::new);
    this.ledger = new CostLedger(plan.schema(), task.countsPeople());
    this.keys = new InteractionKeys(observation, plan.schema(), task.keys());
    this.review = task.review().sampler();
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && rows.hasNext()) {
      readUntilFull();
      handOn();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<String, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the partition is profiled");
    }
    return ready.poll().get();
  }

  private void readUntilFull() {
    int untilCheck = ROWS_BETWEEN_CHECKS;
    while (rows.hasNext()) {
      add(rows.next());
      if (--untilCheck == 0 || slices() > slicesAtNextCheck) {
        if (isFull()) {
          return;
        }
        untilCheck = ROWS_BETWEEN_CHECKS;
      }
    }
  }

  private void add(InternalRow row) {
    observation.stand(row);
    for (Reading reading : readings) {
      reading.take(observation);
    }
    for (LevelSlices level : levels) {
      level.of(observation, readings).add(readings);
    }
    ledger.add(observation);
    review.add(observation, keys);
  }

  private int slices() {
    int slices = 0;
    for (LevelSlices level : levels) {
      slices += level.size();
    }
    return slices;
  }

  private boolean isFull() {
    int slices = slices();
    slicesAtNextCheck =
        slices + Math.max(SLICES_BETWEEN_CHECKS, slices / SHARE_OF_SLICES_BETWEEN_CHECKS);
    long bytes = 0;
    for (LevelSlices level : levels) {
      bytes += level.retainedBytes();
    }
    return bytes > memoryBound || ledger.size() > LARGEST_LEDGER;
  }

  private void handOn() {
    for (LevelSlices level : levels) {
      level.forEach(
          (slice, accumulator) ->
              ready.add(() -> new Tuple2<>(SLICE + slice.key(), accumulator.toBytes())));
      level.clear();
    }
    ledger.forEach((key, cell) -> ready.add(() -> new Tuple2<>(COST + key.key(), cell.toBytes())));
    ledger.clear();
    slicesAtNextCheck = SLICES_BETWEEN_CHECKS;
    if (!rows.hasNext()) {
      review.forEach(
          (stratum, sample) -> ready.add(() -> new Tuple2<>(REVIEW + stratum, sample.toBytes())));
    }
  }
}
