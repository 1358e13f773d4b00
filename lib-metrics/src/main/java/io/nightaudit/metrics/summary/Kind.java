package io.nightaudit.metrics.summary;

import java.util.Arrays;
import java.util.function.Function;

/** The kinds of summaries with their code in the binary form; codes are never reused. */
enum Kind {
  RATE(1, Rate::read),
  LOG_HISTOGRAM(2, LogHistogram::read),
  CATEGORY_COUNTS(3, CategoryCounts::read),
  TERM_COUNTS(4, TermCounts::read),
  DISTINCT_COUNT(5, DistinctCount::read),
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

  private static Kind of(int code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown summary kind %s: known are 1 to %s".formatted(code, values().length)));
  }
}
