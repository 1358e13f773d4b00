package io.nightaudit.metrics.text;

import io.nightaudit.metrics.summary.Rate;

/**
 * How much of an answer its context supports, in counts that add up over answers.
 *
 * @param supported n-grams of the answer that the context holds
 * @param ngrams n-grams of the answer
 * @param unsupportedNumbers numbers of the answer that the context does not hold
 * @param numbers numbers of the answer
 */
public record Grounding(long supported, long ngrams, long unsupportedNumbers, long numbers) {

  /** Nothing to judge: no answer, or no context to judge it by. */
  public static final Grounding NONE = new Grounding(0, 0, 0, 0);

  /** Checks 0 ≤ supported ≤ ngrams and 0 ≤ unsupportedNumbers ≤ numbers. */
  public Grounding {
    if (supported < 0 || supported > ngrams) {
      throw new IllegalArgumentException(
          "supported must be 0 to ngrams, but is %s of %s".formatted(supported, ngrams));
    }
    if (unsupportedNumbers < 0 || unsupportedNumbers > numbers) {
      throw new IllegalArgumentException(
          "unsupportedNumbers must be 0 to numbers, but is %s of %s"
              .formatted(unsupportedNumbers, numbers));
    }
  }

  /** Supported n-grams of all, higher is better; its value is NaN if there are none. */
  public Rate support() {
    return new Rate(supported, ngrams, 0);
  }

  /** Unsupported numbers of all, higher is worse; its value is NaN if there are none. */
  public Rate unsupportedNumberRate() {
    return new Rate(unsupportedNumbers, numbers, 0);
  }

  /**
   * The counts of both answers together.
   *
   * @throws ArithmeticException if a count would exceed 2^63 - 1
   */
  public Grounding plus(Grounding other) {
    return new Grounding(
        Math.addExact(supported, other.supported),
        Math.addExact(ngrams, other.ngrams),
        Math.addExact(unsupportedNumbers, other.unsupportedNumbers),
        Math.addExact(numbers, other.numbers));
  }
}
