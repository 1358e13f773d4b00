package io.nightaudit.metrics.summary;

/**
 * An immutable, exact summary of a group of values.
 *
 * <p>Laws, to the byte: {@code plus} is associative and commutative, an empty summary of the same
 * definition is its neutral element, and the summary of a whole is the sum of the summaries of its
 * parts.
 */
public sealed interface Summary
    permits Rate, LogHistogram, CategoryCounts, TermCounts, DistinctCount, BleuCounts, ChrfCounts {

  /** Number of values seen, without the missing ones; at least 0. */
  long count();

  /** Number of rows whose value was missing; at least 0. */
  long missing();

  /**
   * Kind and parameters in words; only summaries of equal definition can be added or subtracted.
   */
  String definition();

  /**
   * The summary of both groups together.
   *
   * @throws IllegalArgumentException if the definitions differ
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  Summary plus(Summary other);

  /**
   * The summary of this group without the other, which must be part of it.
   *
   * @throws IllegalArgumentException if the definitions differ or a count would become negative
   * @throws UnsupportedOperationException if the kind cannot subtract ({@link DistinctCount})
   */
  Summary minus(Summary other);

  /** The canonical binary form: equal summaries have equal bytes. */
  byte[] toBytes();

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws IllegalArgumentException if kind or version is unknown, or bytes are damaged, cut off
   *     or left over
   */
  static Summary fromBytes(byte[] bytes) {
    ByteReader reader = new ByteReader(bytes);
    try {
      Summary summary = Kind.read(reader);
      reader.requireEnd();
      return summary;
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException("Damaged summary: its counts exceed 2^63 - 1", overflow);
    }
  }
}
