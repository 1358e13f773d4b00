package io.nightaudit.metrics.summary;

import io.nightaudit.metrics.BenchValues;
import io.nightaudit.metrics.Measured;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Microseconds to add two nights of a slice of 10,000 interactions, and to write and read one. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MergeBenchmark extends Measured {
  private static final int ROWS = 10_000;
  private static final int TERMS_OF_A_ROW = 60;
  private static final int VOCABULARY = 20_000;

  private final Summary[] histograms = {BenchValues.histogram(1, ROWS), BenchValues.histogram(2, ROWS)};
  private final Summary[] categories = {categories(1), categories(2)};
  private final Summary[] terms = {terms(1), terms(2)};
  private final Summary[] distinct = {distinct(1), distinct(2)};
  private final byte[] histogramBytes = histograms[0].toBytes();
  private final byte[] termBytes = terms[0].toBytes();

  @Benchmark
  public Summary addLogHistograms() {
    return histograms[0].plus(histograms[1]);
  }

  @Benchmark
  public Summary subtractLogHistograms() {
    return histograms[0].minus(histograms[0]);
  }

  @Benchmark
  public Summary addCategoryCounts() {
    return categories[0].plus(categories[1]);
  }

  @Benchmark
  public Summary addTermCounts() {
    return terms[0].plus(terms[1]);
  }

  @Benchmark
  public Summary addDistinctCounts() {
    return distinct[0].plus(distinct[1]);
  }

  @Benchmark
  public byte[] writeLogHistogram() {
    return histograms[0].toBytes();
  }

  @Benchmark
  public Summary readLogHistogram() {
    return Summary.fromBytes(histogramBytes);
  }

  @Benchmark
  public byte[] writeTermCounts() {
    return terms[0].toBytes();
  }

  @Benchmark
  public Summary readTermCounts() {
    return Summary.fromBytes(termBytes);
  }


  private static Summary categories(long seed) {
    Random random = new Random(seed);
    CategoryCounts.Accumulator accumulator = new CategoryCounts.Accumulator();
    for (int i = 0; i < ROWS; i++) {
      accumulator.add("model-" + random.nextInt(40));
    }
    return accumulator.build();
  }

  /** Frequent terms more often, as words are. */
  private static Summary terms(long seed) {
    Random random = new Random(seed);
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(65_536);
    int[] hashes = new int[TERMS_OF_A_ROW];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < hashes.length; i++) {
        hashes[i] = (int) Math.pow(VOCABULARY, random.nextDouble()) * 0x9E3779B1;
      }
      accumulator.addDocument(hashes, hashes.length);
    }
    return accumulator.build();
  }

  private static Summary distinct(long seed) {
    Random random = new Random(seed);
    DistinctCount.Accumulator accumulator = new DistinctCount.Accumulator();
    for (int i = 0; i < ROWS; i++) {
      accumulator.add(random.nextLong());
    }
    return accumulator.build();
  }
}
