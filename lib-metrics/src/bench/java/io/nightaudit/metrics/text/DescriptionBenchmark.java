package io.nightaudit.metrics.text;

import io.nightaudit.metrics.BenchTexts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds per character of what is done to every text of a night. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DescriptionBenchmark {
  private static final int TEXTS = 500;
  private static final int SIZE = 1_700;
  private static final int CHARACTERS = TEXTS * SIZE;

  private final byte[][] texts = BenchTexts.of(TEXTS, SIZE);
  private final TextDescription description = new TextDescription();

  /** Descriptors, terms and refusal phrases in their one pass. */
  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public long descriptorsAndTerms() {
    long terms = 0;
    for (byte[] text : texts) {
      description.describe(text, 0, text.length);
      terms += description.termCount();
    }
    return terms;
  }
}
