package io.nightaudit.jobs.profile;

import io.nightaudit.jobs.profile.review.StratumSample;
import io.nightaudit.metrics.summary.Summary;
import java.util.Iterator;
import java.util.SortedMap;
import scala.Tuple2;

/** Merges neighbours of one key, one key in memory at a time; the parts come sorted by key. */
final class MergedSlices implements Iterator<Tuple2<String, byte[]>> {
  private final Iterator<Tuple2<String, byte[]>> parts;
  private Tuple2<String, byte[]> ahead;

  MergedSlices(Iterator<Tuple2<String, byte[]>> parts) {
    this.parts = parts;
    this.ahead = parts.hasNext() ? parts.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Tuple2<String, byte[]> next() {
    Tuple2<String, byte[]> first = ahead;
    ahead = parts.hasNext() ? parts.next() : null;
    if (ahead == null || !ahead._1().equals(first._1())) {
      return first;
    }
    if (first._1().startsWith(PartitionProfiler.REVIEW)) {
      return mergedSample(first);
    }
    return first._1().startsWith(PartitionProfiler.COST) ? mergedCell(first) : mergedSlice(first);
  }

  private Tuple2<String, byte[]> mergedSample(Tuple2<String, byte[]> first) {
    byte[] sample = first._2();
    while (continues(first)) {
      sample = StratumSample.merged(sample, step()._2());
    }
    return new Tuple2<>(first._1(), sample);
  }

  private Tuple2<String, byte[]> mergedCell(Tuple2<String, byte[]> first) {
    LedgerCell cell = LedgerCell.fromBytes(first._2());
    while (continues(first)) {
      cell.add(LedgerCell.fromBytes(step()._2()));
    }
    return new Tuple2<>(first._1(), cell.toBytes());
  }

  private Tuple2<String, byte[]> mergedSlice(Tuple2<String, byte[]> first) {
    SortedMap<Integer, Summary> summaries = SliceSummaries.read(first._2());
    while (continues(first)) {
      SliceSummaries.merge(summaries, SliceSummaries.read(step()._2()));
    }
    return new Tuple2<>(first._1(), SliceSummaries.toBytes(summaries));
  }

  private boolean continues(Tuple2<String, byte[]> first) {
    return ahead != null && ahead._1().equals(first._1());
  }

  private Tuple2<String, byte[]> step() {
    Tuple2<String, byte[]> part = ahead;
    ahead = parts.hasNext() ? parts.next() : null;
    return part;
  }
}
