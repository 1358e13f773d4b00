package io.nightaudit.metrics.pricing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression that gives up on a name rather than run for ever on it. */
final class BoundedPattern {
  /** A usual pattern reads a usual name a few times over: some hundred steps. */
  static final int STEPS = 100_000;

  /** Matching a repeated group calls itself for each character, and the stack is finite. */
  static final int LONGEST_NAME = 512;

  private static final ConcurrentHashMap<String, BoundedPattern> KNOWN = new ConcurrentHashMap<>();

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The compiled expression; compiled once, as price books hold few.
   *
   * @throws IllegalArgumentException if it is no regular expression
   */
  static BoundedPattern of(String expression) {
    return KNOWN.computeIfAbsent(expression, BoundedPattern::compiled);
  }

  private static BoundedPattern compiled(String expression) {
    try {
      return new BoundedPattern(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "Not a regular expression: %s. Provided: %s".formatted(e.getDescription(), expression),
          e);
    }
  }

  /** Whether it is found; in a name of more than 512 characters nothing is. */
  boolean found(String name) {
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    try {
      return pattern.matcher(new Metered(name, new int[] {STEPS})).find();
    } catch (OutOfSteps e) {
      return false;
    }
  }

  /** Counts the characters that are read. */
  private record Metered(CharSequence text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (left[0]-- <= 0) {
        throw new OutOfSteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Metered(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfSteps() {
      super("out of steps", null, false, false);
    }
  }
}
