package io.nightaudit.metrics.summary;

import java.util.Arrays;

/** A fixed number of counts, each at least 0, that add and subtract one by one. */
final class CountVector {
  private final long[] values;

  private CountVector(long[] values) {
    this.values = values;
  }

  static CountVector zeros(int size) {
    return new CountVector(new long[size]);
  }

  static CountVector of(long[] values, String name) {
    long[] copy = values.clone();
    for (long value : copy) {
      Require.nonNegative(value, name);
    }
    return new CountVector(copy);
  }

  static CountVector read(ByteReader reader, int size, String name) {
    long[] values = new long[size];
    for (int index = 0; index < size; index++) {
      values[index] = reader.count(name);
    }
    return new CountVector(values);
  }

  void write(ByteWriter writer) {
    for (long value : values) {
      writer.number(value);
    }
  }

  int size() {
    return values.length;
  }

  long at(int index) {
    return values[index];
  }

  /** The counts from one position (inclusive) to another (exclusive). */
  long[] range(int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  boolean isZero() {
    return Arrays.stream(values).allMatch(value -> value == 0);
  }

  CountVector plus(CountVector other) {
    long[] sums = new long[values.length];
    for (int index = 0; index < sums.length; index++) {
      sums[index] = Math.addExact(values[index], other.values[index]);
    }
    return new CountVector(sums);
  }

  CountVector minus(CountVector other, String name) {
    long[] rest = new long[values.length];
    for (int index = 0; index < rest.length; index++) {
      rest[index] = Require.remainder(values[index], other.values[index], name);
    }
    return new CountVector(rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
