package io.nightaudit.metrics.summary;

import java.util.Arrays;

/**
 * Exact sums in a fixed order, kept as longs; more than 2^63 − 1 is an error, never a wrong sum.
 */
final class LongSums {
  private final long[] values;

  private LongSums(long[] values) {
    this.values = values;
  }

  static LongSums of(long... values) {
    return new LongSums(values.clone());
  }

  static LongSums zero(int size) {
    return new LongSums(new long[size]);
  }

  long at(int index) {
    return values[index];
  }

  long[] toArray() {
    return values.clone();
  }

  boolean allZero() {
    return Arrays.stream(values).allMatch(value -> value == 0);
  }

  LongSums plus(LongSums other) {
    long[] sum = new long[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = plus(values[i], other.values[i]);
    }
    return new LongSums(sum);
  }

  private static long plus(long sum, long more) {
    long total = sum + more;
    if (((sum ^ total) & (more ^ total)) < 0) {
      throw new ArithmeticException(
          "a sum of %s and %s more are beyond the limits of ±(2^63 - 1): summarize fewer rows together"
              .formatted(sum, more));
    }
    return total;
  }

  LongSums minus(LongSums other) {
    long[] rest = new long[values.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] - other.values[i];
      boolean overflows = ((values[i] ^ other.values[i]) & (values[i] ^ rest[i])) < 0;
      Require.contained(!overflows, "sums");
    }
    return new LongSums(rest);
  }

  ByteWriter write(ByteWriter writer) {
    for (long value : values) {
      writer.signed(value);
    }
    return writer;
  }

  static LongSums read(ByteReader reader, int size, String name) {
    reader.requireLeft(size, name);
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      values[i] = reader.signed(name);
    }
    return new LongSums(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LongSums that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
