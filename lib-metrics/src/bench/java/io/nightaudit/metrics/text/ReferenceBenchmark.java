package io.nightaudit.metrics.text;

import io.nightaudit.metrics.Measured;
import io.nightaudit.metrics.BenchTexts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Nanoseconds per character of comparing answers of 300 characters with their references. */
public class ReferenceBenchmark extends Measured {
  private static final int TEXTS = 200;
  private static final int SIZE = 300;
  private static final int CHARACTERS = (TEXTS - 1) * SIZE;

  private final List<String> texts =
      Arrays.stream(BenchTexts.of(TEXTS, SIZE))
          .map(text -> new String(text, StandardCharsets.UTF_8))
          .toList();

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public double bleu() {
    double sum = 0;
    for (int i = 1; i < TEXTS; i++) {
      sum += Bleu.withDefaults().counts(texts.get(i), List.of(texts.get(i - 1))).score();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public double chrf() {
    double sum = 0;
    for (int i = 1; i < TEXTS; i++) {
      sum += Chrf.withDefaults().counts(texts.get(i), List.of(texts.get(i - 1))).score();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public double rougeL() {
    double sum = 0;
    for (int i = 1; i < TEXTS; i++) {
      sum += RougeL.of(texts.get(i), texts.get(i - 1)).f();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(CHARACTERS)
  public double groundedness() {
    double sum = 0;
    for (int i = 1; i < TEXTS; i++) {
      sum += Groundedness.withDefaults().of(texts.get(i), List.of(texts.get(i - 1))).ngrams();
    }
    return sum;
  }
}
