package io.nightaudit.metrics.distance;

import io.nightaudit.metrics.BenchValues;
import io.nightaudit.metrics.Measured;
import io.nightaudit.metrics.summary.LogHistogram;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Microseconds per distance: 20 bins, a log histogram of about 300, 65,536 buckets of terms. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DistanceBenchmark extends Measured {
  private static final int BINS = 20;
  private static final int ROWS = 10_000;
  private static final int BUCKETS = 65_536;

  private final long[] reference = counts(1);
  private final long[] current = counts(2);
  private final LogHistogram earlier = BenchValues.histogram(1, ROWS);
  private final LogHistogram tonight = BenchValues.histogram(2, ROWS);
  private final int[] buckets = IntStream.range(0, BUCKETS).toArray();
  private final long[] earlierDocuments = documents(1);
  private final long[] documents = documents(2);

  @Benchmark
  public double populationStabilityIndex() {
    return BinnedDistance.POPULATION_STABILITY_INDEX.between(reference, current);
  }

  @Benchmark
  public double jensenShannon() {
    return BinnedDistance.JENSEN_SHANNON.between(reference, current);
  }

  @Benchmark
  public double kolmogorovSmirnovOfLogHistograms() {
    long[][] counts = LogHistogram.align(earlier, tonight);
    double[] values = LogHistogram.alignedValues(earlier, tonight);
    return OrderedDistance.KOLMOGOROV_SMIRNOV.between(values, counts[0], counts[1]);
  }

  @Benchmark
  public double wassersteinOfLogHistograms() {
    long[][] counts = LogHistogram.align(earlier, tonight);
    double[] values = LogHistogram.alignedValues(earlier, tonight);
    return OrderedDistance.WASSERSTEIN.between(values, counts[0], counts[1]);
  }

  @Benchmark
  public Object termShift() {
    return TermShift.between(buckets, earlierDocuments, ROWS, documents, ROWS);
  }

  private static long[] counts(long seed) {
    return new Random(seed).longs(BINS, 0, 1_000).toArray();
  }


  /** How many documents of a night hold the term of each bucket, frequent terms first. */
  private static long[] documents(long seed) {
    Random random = new Random(seed);
    long[] documents = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      documents[i] = Math.min(ROWS, random.nextInt(20) + ROWS / (i + 1));
    }
    return documents;
  }
}
