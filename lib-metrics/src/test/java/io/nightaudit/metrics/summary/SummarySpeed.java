package io.nightaudit.metrics.summary;

import java.util.Locale;
import java.util.Random;

/** Prints the nanoseconds per value of the hot paths; a program to run by hand, not a test. */
final class SummarySpeed {
  private static final int VALUES = 1 << 20;

  private SummarySpeed() {}

  public static void main(String[] arguments) {
    Random random = new Random(1);
    double[] values = new double[VALUES];
    long[] units = new long[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = Math.rint(Math.exp(6 + 1.1 * random.nextGaussian()));
      units[i] = LogHistogram.unitsOf(values[i], 0);
    }
    int[][] documents = new int[1_000][];
    for (int i = 0; i < documents.length; i++) {
      documents[i] = random.ints(300).toArray();
    }
    for (int round = 0; round < 5; round++) {
      measure("bucketOf", VALUES, () -> buckets(units));
      measure("unitsOf, bucketOf, one accumulator", VALUES, () -> oneHistogram(values));
      measure("known bucket, 10,000 accumulators", VALUES, () -> manyHistograms(units));
      measure("term of 300, 4,096 buckets", 300_000, () -> terms(documents, 4_096));
      measure("term of 300, 65,536 buckets", 300_000, () -> terms(documents, 65_536));
    }
  }

  private static void measure(String name, int operations, java.util.function.LongSupplier work) {
    long start = System.nanoTime();
    long result = work.getAsLong();
    double nanoseconds = (double) (System.nanoTime() - start) / operations;
    System.out.printf(Locale.ROOT, "%-40s %6.1f ns (%d)%n", name, nanoseconds, result);
  }

  private static long buckets(long[] units) {
    long sum = 0;
    for (long unit : units) {
      sum += LogHistogram.bucketOf(unit);
    }
    return sum;
  }

  private static long oneHistogram(double[] values) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(0);
    for (double value : values) {
      accumulator.add(value);
    }
    return accumulator.build().count();
  }

  private static long manyHistograms(long[] units) {
    LogHistogram.Accumulator[] accumulators = new LogHistogram.Accumulator[10_000];
    for (int i = 0; i < accumulators.length; i++) {
      accumulators[i] = new LogHistogram.Accumulator(0);
    }
    int slice = 0;
    for (long unit : units) {
      accumulators[slice].add(LogHistogram.bucketOf(unit), unit);
      slice = (slice + 7_919) % accumulators.length;
    }
    long bytes = 0;
    for (LogHistogram.Accumulator accumulator : accumulators) {
      bytes += accumulator.retainedBytes();
    }
    return bytes;
  }

  private static long terms(int[][] documents, int buckets) {
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(buckets);
    for (int[] hashes : documents) {
      accumulator.addDocument(hashes, hashes.length);
    }
    return accumulator.retainedBytes();
  }
}
