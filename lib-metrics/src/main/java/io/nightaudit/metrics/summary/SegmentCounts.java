package io.nightaudit.metrics.summary;

/** How many segments were counted and were missing, and the sums of the counts of those counted. */
record SegmentCounts(long count, long missing, CountVector sums) {
  static SegmentCounts none(int size) {
    return new SegmentCounts(0, 0, CountVector.zeros(size));
  }

  /** One segment; fails if a count is negative. */
  static SegmentCounts ofOne(long[] counts) {
    return new SegmentCounts(1, 0, CountVector.of(counts, "a count"));
  }

  SegmentCounts plusMissing() {
    return new SegmentCounts(count, Require.sum(missing, 1, "missing values"), sums);
  }

  SegmentCounts plus(SegmentCounts other) {
    return new SegmentCounts(
        Require.sum(count, other.count, "segments"),
        Require.sum(missing, other.missing, "missing values"),
        sums.plus(other.sums));
  }

  SegmentCounts minus(SegmentCounts other) {
    return new SegmentCounts(
        Require.remainder(count, other.count, "segments"),
        Require.remainder(missing, other.missing, "missing segments"),
        sums.minus(other.sums, "n-grams"));
  }

  /** Whether there are no n-grams without a segment. */
  boolean isPossible() {
    return count > 0 || sums.isZero();
  }

  byte[] toBytes(ByteWriter writer) {
    sums.write(writer.number(count).number(missing));
    return writer.toBytes();
  }

  static SegmentCounts read(ByteReader reader, int size) {
    return new SegmentCounts(
        reader.count("segments"),
        reader.count("missing"),
        CountVector.read(reader, size, "n-grams"));
  }

  String toString(String name) {
    return "%s[count=%s, missing=%s, counts=%s]".formatted(name, count, missing, sums);
  }
}
