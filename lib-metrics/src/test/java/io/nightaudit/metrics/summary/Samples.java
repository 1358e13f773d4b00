package io.nightaudit.metrics.summary;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Seeded random values for each kind of summary. */
enum Samples {
  RATE(
      Rate.Accumulator::new,
      (random, target) -> ((Rate.Accumulator) target).add(random.nextInt(5) == 0)),
  LOG_HISTOGRAM_COUNTS(
      () -> new LogHistogram.Accumulator(0),
      (random, target) ->
          ((LogHistogram.Accumulator) target).add(Math.exp(6 + 1.1 * random.nextGaussian()))),
  LOG_HISTOGRAM_SIGNED(
      () -> new LogHistogram.Accumulator(4),
      (random, target) -> ((LogHistogram.Accumulator) target).add(random.nextGaussian() * 0.01)),
  LOG_HISTOGRAM_EXTREME(
      () -> new LogHistogram.Accumulator(12),
      (random, target) -> ((LogHistogram.Accumulator) target).add(extreme(random))),
  CATEGORY_COUNTS(
      CategoryCounts.Accumulator::new,
      (random, target) -> ((CategoryCounts.Accumulator) target).add(category(random))),
  TERM_COUNTS_SPARSE(
      () -> new TermCounts.Accumulator(65_536),
      (random, target) -> addDocument(random, (TermCounts.Accumulator) target)),
  TERM_COUNTS_DENSE(
      () -> new TermCounts.Accumulator(128),
      (random, target) -> addDocument(random, (TermCounts.Accumulator) target)),
  DISTINCT_COUNT(
      DistinctCount.Accumulator::new,
      (random, target) -> addText(random, (DistinctCount.Accumulator) target)),
  EMBEDDING_MOMENTS(
      () -> new EmbeddingMoments.Accumulator(8),
      (random, target) ->
          ((EmbeddingMoments.Accumulator) target).add(random.ints(8, -32_768, 32_769).toArray())),
  JUDGE_SUMS(
      () -> new JudgeSums.Accumulator(6),
      (random, target) -> addJudged(random, (JudgeSums.Accumulator) target)),
  COINCIDENCE_MATRIX(
      CoincidenceMatrix.Accumulator::new,
      (random, target) ->
          ((CoincidenceMatrix.Accumulator) target)
              .add(Stream.generate(() -> category(random)).limit(2 + random.nextInt(4)).toList())),
  BLEU_COUNTS(BleuCounts.Accumulator::new, (random, target) -> target.add(bleu(random))),
  CHRF_COUNTS(() -> new ChrfCounts.Accumulator(0), (random, target) -> target.add(chrf(random, 6))),
  CHRF_COUNTS_WORDS(
      () -> new ChrfCounts.Accumulator(2), (random, target) -> target.add(chrf(random, 8)));

  private static final double[] EXTREMES = {
    0,
    -0.0,
    1e300,
    -1e300,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Double.MIN_VALUE,
    1e-12,
    -1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    9_223_372.036854775807
  };
  private static final String[] CATEGORIES = {
    "", "a", "b", "Z", "é", "日本", "\uD83D\uDE00", "\uFFFD", "\uD83D", "a\u0000b", "\uFF5E"
  };

  private final Supplier<Accumulator> factory;
  private final BiConsumer<Random, Accumulator> value;

  Samples(Supplier<Accumulator> factory, BiConsumer<Random, Accumulator> value) {
    this.factory = factory;
    this.value = value;
  }

  Accumulator accumulator() {
    return factory.get();
  }

  Summary empty() {
    return accumulator().build();
  }

  /** Adds the value of this number, always the same for one number. */
  void add(Accumulator target, int number) {
    Random random = new Random(number * 31L + 7);
    random.nextLong();
    if (random.nextInt(10) == 0) {
      target.addMissing();
    } else {
      value.accept(random, target);
    }
  }

  /** The summary of the values with numbers from (inclusive) to end (exclusive). */
  Summary of(int from, int end) {
    Accumulator accumulator = accumulator();
    for (int number = from; number < end; number++) {
      add(accumulator, number);
    }
    return accumulator.build();
  }

  private static void addJudged(Random random, JudgeSums.Accumulator target) {
    double score = random.nextGaussian() * Math.pow(10, random.nextInt(12));
    if (random.nextInt(3) == 0) {
      target.add(random.nextInt(2), score);
    } else {
      target.add(score);
    }
  }

  private static BleuCounts bleu(Random random) {
    int length = random.nextInt(30);
    long[] correct = new long[BleuCounts.ORDERS];
    long[] total = new long[BleuCounts.ORDERS];
    for (int order = 0; order < total.length; order++) {
      total[order] = Math.max(0, length - order);
      correct[order] = random.nextInt((int) total[order] + 1);
    }
    return BleuCounts.ofSegment(length, random.nextInt(30), correct, total);
  }

  private static ChrfCounts chrf(Random random, int orders) {
    long[] hypothesis = random.ints(orders, 0, 200).asLongStream().toArray();
    long[] reference = random.ints(orders, 0, 200).asLongStream().toArray();
    long[] match = new long[orders];
    for (int order = 0; order < orders; order++) {
      match[order] = random.nextInt((int) Math.min(hypothesis[order], reference[order]) + 1);
    }
    return ChrfCounts.ofSegment(hypothesis, reference, match);
  }

  private static double extreme(Random random) {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  private static String category(Random random) {
    return CATEGORIES[random.nextInt(CATEGORIES.length)];
  }

  private static void addDocument(Random random, TermCounts.Accumulator target) {
    int[] hashes = random.ints(40).toArray();
    target.addDocument(hashes, random.nextInt(41));
  }

  private static void addText(Random random, DistinctCount.Accumulator target) {
    byte[] bytes = ("user-" + random.nextInt(1_000_000)).getBytes(StandardCharsets.UTF_8);
    target.add(bytes, 0, bytes.length);
  }
}
