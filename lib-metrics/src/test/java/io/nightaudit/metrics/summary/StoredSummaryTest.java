package io.nightaudit.metrics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Summaries that were stored in hexadecimal when their format was made: stores keep such bytes for
 * months, so every later program must read them. Never write these files anew; a new format gets a
 * folder of its own beside them.
 */
class StoredSummaryTest {

  /** What was stored, and the same values summarized now. */
  enum Stored {
    RATE(new Rate(3, 4, 2)),
    LOG_HISTOGRAM(logHistogram(1.5, 2.25, -3, 0, 100, Double.NaN)),
    CATEGORY_COUNTS(categories("", "a", "a", "日本", "日本", "日本", "b", null).bounded(3)),
    TERM_COUNTS(terms(new int[] {1, 65, 7}, new int[] {7, 63}, new int[0])),
    DISTINCT_COUNT_FEW(distinct(3)),
    DISTINCT_COUNT_MANY(distinct(2_000)),
    EMBEDDING_MOMENTS(
        embeddings(
            new double[] {1, 0, 0},
            new double[] {0, .5, -.5},
            new double[] {-.25, .75, .5},
            new double[] {.125, -.625, .25})),
    JUDGE_SUMS(judged()),
    COINCIDENCE_MATRIX_NAMES(CoincidenceMatrixTest.ofNames(CoincidenceMatrixTest.NAMES)),
    COINCIDENCE_MATRIX_NUMBERS(
        CoincidenceMatrixTest.ofNumbers(1, CoincidenceMatrixTest.FOUR_OBSERVERS)),
    BLEU_COUNTS(BleuCounts.ofSegment(17, 18, new long[] {14, 7, 5, 3}, new long[] {17, 14, 11, 8})),
    CHRF_COUNTS(
        ChrfCounts.ofSegment(
            new long[] {20, 19, 18, 17, 16, 15},
            new long[] {21, 20, 19, 18, 17, 16},
            new long[] {17, 12, 9, 6, 3, 0}));

    private final Summary summary;

    Stored(Summary summary) {
      this.summary = summary;
    }

    byte[] bytes() {
      String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".hex";
      try (InputStream stream = Stored.class.getResourceAsStream("version-1/" + file)) {
        String hex = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        return HexFormat.of().parseHex(hex.replace("\n", ""));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fromBytes_stored_equalsSummaryOfNow(Stored stored) {
    assertThat(Summary.fromBytes(stored.bytes())).isEqualTo(stored.summary);
  }

  @ParameterizedTest
  @EnumSource
  void toBytes_storedAndRead_areTheSame(Stored stored) {
    assertThat(Summary.fromBytes(stored.bytes()).toBytes()).isEqualTo(stored.bytes());
    assertThat(stored.summary.toBytes()).isEqualTo(stored.bytes());
  }

  /** The code of a kind is the first byte. */
  @Test
  void stored_all_coverEveryKind() {
    Set<Byte> codes =
        Arrays.stream(Stored.values()).map(each -> each.bytes()[0]).collect(Collectors.toSet());
    assertThat(codes).hasSameSizeAs(Kind.values());
  }

  /** Expected values that were worked out without this library. */
  @Test
  void fromBytes_stored_haveKnownValues() {
    assertThat(read(Stored.RATE, Rate.class).value()).isEqualTo(0.75);
    LogHistogram histogram = read(Stored.LOG_HISTOGRAM, LogHistogram.class);
    assertThat(histogram.mean()).isEqualTo(20.15);
    assertThat(histogram.variance()).isEqualTo(1996.55);
    assertThat(histogram.max()).isEqualTo(100);
    assertThat(histogram.missing()).isEqualTo(1);
    CategoryCounts categories = read(Stored.CATEGORY_COUNTS, CategoryCounts.class);
    assertThat(categories.counts()).isEqualTo(Map.of("", 1L, "a", 2L, "日本", 3L));
    assertThat(categories.other()).isEqualTo(1);
    TermCounts terms = read(Stored.TERM_COUNTS, TermCounts.class);
    assertThat(terms.count()).isEqualTo(3);
    assertThat(terms.documents(7)).isEqualTo(2);
    assertThat(terms.documents(1)).isEqualTo(1);
    assertThat(read(Stored.DISTINCT_COUNT_FEW, DistinctCount.class).estimate())
        .isBetween(2.99, 3.01);
    assertThat(read(Stored.DISTINCT_COUNT_MANY, DistinctCount.class).estimate())
        .isBetween(1_900.0, 2_100.0);
    assertThat(read(Stored.EMBEDDING_MOMENTS, EmbeddingMoments.class).mean())
        .containsExactly(0.21875, 0.15625, 0.0625);
    assertThat(read(Stored.JUDGE_SUMS, JudgeSums.class).covariance()).isEqualTo(5.7);
    assertThat(
            read(Stored.COINCIDENCE_MATRIX_NUMBERS, CoincidenceMatrix.class)
                .alpha(CoincidenceMatrix.Metric.NOMINAL))
        .isBetween(0.743421, 0.743422);
    assertThat(read(Stored.BLEU_COUNTS, BleuCounts.class).score()).isBetween(48.53082, 48.53083);
    assertThat(read(Stored.CHRF_COUNTS, ChrfCounts.class).count()).isEqualTo(1);
  }

  private static <T> T read(Stored stored, Class<T> kind) {
    return kind.cast(Summary.fromBytes(stored.bytes()));
  }

  private static LogHistogram logHistogram(double... values) {
    LogHistogram.Accumulator accumulator = new LogHistogram.Accumulator(2);
    Arrays.stream(values).forEach(accumulator::add);
    return accumulator.build();
  }

  private static CategoryCounts categories(String... values) {
    CategoryCounts.Accumulator accumulator = new CategoryCounts.Accumulator();
    Arrays.stream(values).forEach(accumulator::add);
    return accumulator.build();
  }

  private static TermCounts terms(int[]... documents) {
    TermCounts.Accumulator accumulator = new TermCounts.Accumulator(64);
    Arrays.stream(documents).forEach(hashes -> accumulator.addDocument(hashes, hashes.length));
    accumulator.addMissing();
    return accumulator.build();
  }

  private static DistinctCount distinct(int size) {
    DistinctCount.Accumulator accumulator = new DistinctCount.Accumulator();
    for (int i = 0; i < size; i++) {
      byte[] bytes = ("text " + i).getBytes(StandardCharsets.UTF_8);
      accumulator.add(bytes, 0, bytes.length);
    }
    accumulator.addMissing();
    return accumulator.build();
  }

  private static EmbeddingMoments embeddings(double[]... vectors) {
    EmbeddingMoments.Accumulator accumulator = new EmbeddingMoments.Accumulator(3);
    Arrays.stream(vectors).map(EmbeddingMoments::unitsOf).forEach(accumulator::add);
    accumulator.addMissing();
    return accumulator.build();
  }

  private static JudgeSums judged() {
    double[][] rows = {{1.5, 1.25}, {2.25, 2.5}, {-3, -2}, {0, .5}, {4, 3.75}};
    JudgeSums.Accumulator accumulator = new JudgeSums.Accumulator(2);
    Arrays.stream(rows).forEach(row -> accumulator.add(row[0], row[1]));
    Arrays.stream(new double[] {.75, 1, -1.5, 2.25}).forEach(accumulator::add);
    accumulator.addMissing();
    return accumulator.build();
  }
}
