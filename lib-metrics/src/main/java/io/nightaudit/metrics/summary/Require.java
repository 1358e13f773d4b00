package io.nightaudit.metrics.summary;

/** Checks shared by the summaries. */
final class Require {
  private Require() {}

  static void sameDefinition(Summary first, Summary second) {
    if (!first.definition().equals(second.definition())) {
      throw new IllegalArgumentException(
          "Cannot combine %s with %s: summaries must have the same kind and definition"
              .formatted(first.definition(), second.definition()));
    }
  }

  static long nonNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException("%s must be at least 0, but is %s".formatted(name, value));
    }
    return value;
  }

  /** Adds up two counts of at least 0. */
  static long sum(long count, long more, String name) {
    long sum = count + more;
    if (sum < 0) {
      throw new ArithmeticException(
          "%s %s and %s more are beyond the limit of 2^63 - 1: summarize fewer rows together"
              .formatted(count, name, more));
    }
    return sum;
  }

  /** Subtracts a part from a whole. */
  static long remainder(long whole, long part, String name) {
    if (part > whole) {
      throw new IllegalArgumentException(
          "Cannot subtract %s from %s (%s): the subtracted summary must be part of this one"
              .formatted(part, whole, name));
    }
    return whole - part;
  }

  static void contained(boolean condition, String name) {
    if (!condition) {
      throw new IllegalArgumentException(
          "Cannot subtract: the remaining %s would be impossible; the subtracted summary must be part of this one"
              .formatted(name));
    }
  }
}
