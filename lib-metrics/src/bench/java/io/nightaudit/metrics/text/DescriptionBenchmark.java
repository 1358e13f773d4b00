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
  private final HashingEmbedding embedding = new HashingEmbedding();
  private final int[] components = new int[HashingEmbedding.DEFAULT_DIMENSION];

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

  /** The same and the embedding of the terms that the pass found. */
  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public long descriptorsTermsAndEmbedding() {
    long sum = 0;
    for (byte[] text : texts) {
      description.describe(text, 0, text.length);
      embedding.embed(description.termHashes(), description.termCount(), components);
      sum += components[0];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public long personalData() {
    long sum = 0;
    for (byte[] text : texts) {
      sum += PersonalDataCounts.of(text, 0, text.length).total();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public long language() {
    long sum = 0;
    for (byte[] text : texts) {
      sum += LanguageDetector.identify(text, 0, text.length).length();
    }
    return sum;
  }
}
