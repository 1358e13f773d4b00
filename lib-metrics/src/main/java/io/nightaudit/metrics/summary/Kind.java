package io.nightaudit.metrics.summary;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of summaries with their code in the binary form; codes are never reused. */
enum Kind {
  RATE(1, Rate::read),
  LOG_HISTOGRAM(2, LogHistogram::read),
  CATEGORY_COUNTS(3, CategoryCounts::read),
  TERM_COUNTS(4, TermCounts::read),
  DISTINCT_COUNT(5, DistinctCount::read),
  EMBEDDING_MOMENTS(6, EmbeddingMoments::read),
  JUDGE_SUMS(7, JudgeSums::read),
  COINCIDENCE_MATRIX(8, CoincidenceMatrix::read),
  BLEU_COUNTS(9, BleuCounts::read),
  CHRF_COUNTS(10, ChrfCounts::read);

  private static final int VERSION = 1;

  private final int code;
  private final Function<ByteReader, Summary> body;

  Kind(int code, Function<ByteReader, Summary> body) {
    this.code = code;
    this.body = body;
  }

  ByteWriter writer() {
    return new ByteWriter().octet(code).octet(VERSION);
  }

  static Summary read(ByteReader reader) {
    Kind kind = of(reader.octet("the kind"));
    int version = reader.octet("the version");
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "Unknown version %s of summary kind %s: this program reads version %s; use the program that wrote it"
              .formatted(version, kind, VERSION));
    }
    return kind.body.apply(reader);
  }

  private static String known() {
    return Arrays.stream(values())
        .map(kind -> String.valueOf(kind.code))
        .collect(Collectors.joining(", "));
  }

  private static Kind of(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown summary kind %s: known are %s; use a newer program"
                        .formatted(code, known())));
  }
}
