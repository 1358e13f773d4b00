package io.nightaudit.metrics.summary;

import io.nightaudit.metrics.BenchValues;
import io.nightaudit.metrics.Measured;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Nanoseconds per value added; a new accumulator for 16,384 values, as in a slice of a task. */
public class SummaryBenchmark extends Measured {
  private static final int VALUES = 1 << 14;
  private static final int DOCUMENTS = 64;
  private static final int TERMS = 256;

  private final double[] values = BenchValues.tokens(1, VALUES);
  private final long[] units = new long[VALUES];
  private final int[] buckets = new int[VALUES];
  private final String[] categories = new String[VALUES];
  private final long[] hashes = new long[VALUES];
  private final int[][] documents = new int[DOCUMENTS][];
  private final int[][] vectors = new int[DOCUMENTS][];

  public SummaryBenchmark() {
    Random random = new Random(1);
    for (int i = 0; i < VALUES; i++) {
      units[i] = LogHistogram.unitsOf(values[i], 0);
      buckets[i] = LogHistogram.bucketOf(units[i]);
      categories[i] = "model-" + random.nextInt(40);
      hashes[i] = random.nextLong();
    }
    for (int i = 0; i < DOCUMENTS; i++) {
      documents[i] = random.ints(TERMS).toArray();
      vectors[i] = random.ints(64, -8_192, 8_192).toArray();
    }
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Summary rate() {
    Rate.Accumulator accumulator = new Rate.Accumulator();
    for (long unit : units) {
      accumulator.add((unit & 1) == 0);
    }
    return accumulator.build();
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Summary logHistogram() {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    for (double value : values) {
      accumulator.add(value);
    }
    return accumulator.build();
  }

  /** With the bucket found once for all slices of a row, as the nightly pass does. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Summary logHistogramOfKnownBucket() {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    for (int i = 0; i < VALUES; i++) {
      accumulator.add(buckets[i], units[i]);
    }
    return accumulator.build();
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Summary categoryCounts() {
    CategoryCounts.Accumulator accumulator = new CategoryCounts.Accumulator();
    for (String category : categories) {
      accumulator.add(category);
    }
    return accumulator.build();
  }

  @Benchmark
  @OperationsPerInvocation(VALUES)
  public Summary distinctCount() {
    DistinctCount.Accumulator accumulator = new DistinctCount.Accumulator();
    for (long hash : hashes) {
      accumulator.add(hash);
    }
    return accumulator.build();
  }

  @Benchmark
  @OperationsPerInvocation(DOCUMENTS * TERMS)
  public Summary termCountsOf4096() {
    return terms(4_096);
  }

  @Benchmark
  @OperationsPerInvocation(DOCUMENTS * TERMS)
  public Summary termCountsOf65536() {
    return terms(65_536);
  }

  /** Of 64 components: 64 sums and 2,080 products a vector. */
  @Benchmark
  @OperationsPerInvocation(DOCUMENTS)
  public Summary embeddingMoments() {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(64);
    for (int[] vector : vectors) {
      accumulator.add(vector);
    }
    return accumulator.build();
  }

  private Summary terms(int size) {
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(size);
    for (int[] document : documents) {
      accumulator.addDocument(document, document.length);
    }
    return accumulator.build();
  }
}
