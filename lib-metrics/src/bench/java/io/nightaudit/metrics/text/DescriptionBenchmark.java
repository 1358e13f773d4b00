package io.nightaudit.metrics.text;

import io.nightaudit.metrics.Measured;
import io.nightaudit.metrics.BenchTexts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Nanoseconds per character of what is done to every text of a night. */
public class DescriptionBenchmark extends Measured {
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
