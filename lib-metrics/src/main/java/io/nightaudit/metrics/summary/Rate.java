package io.nightaudit.metrics.summary;

/**
 * How often something happened: successes among trials.
 *
 * <p>{@link #value} = successes / trials, from 0 to 1, without unit; rows of unknown outcome are no
 * trials.
 *
 * <ul>
 *   <li>No trials: NaN. One trial: 0 or 1.
 *   <li>Negative counts or more successes than trials: refused.
 *   <li>Subtracting successes, failures or missing rows that were not added: refused.
 *   <li>A sum beyond 2^63 − 1: an ArithmeticException.
 * </ul>
 *
 * <p>Source: the relative frequency; counts merge exactly.
 *
 * @param successes trials with the property, 0 to {@code trials}
 * @param trials rows where the property was known
 * @param missing rows where it was not known
 */
public record Rate(long successes, long trials, long missing) implements Summary {

  /** The rate of no rows. */
  public static final Rate EMPTY = new Rate(0, 0, 0);

  /** Checks 0 ≤ successes ≤ trials and 0 ≤ missing. */
  public Rate {
    Require.nonNegative(successes, "successes");
    Require.nonNegative(missing, "missing");
    if (successes > trials) {
      throw new IllegalArgumentException(
          "successes must be at most trials, but are %s of %s".formatted(successes, trials));
    }
  }

  /** Successes / trials, 0 to 1; NaN without trials. */
  public double value() {
    return (double) successes / trials;
  }

  @Override
  public long count() {
    return trials;
  }

  @Override
  public String definition() {
    return "rate";
  }

  @Override
  public Rate plus(Summary other) {
    Require.sameDefinition(this, other);
    Rate that = (Rate) other;
    return new Rate(
        Require.sum(successes, that.successes, "successes"),
        Require.sum(trials, that.trials, "trials"),
        Require.sum(missing, that.missing, "missing values"));
  }

  @Override
  public Rate minus(Summary other) {
    Require.sameDefinition(this, other);
    Rate that = (Rate) other;
    long failures = Require.remainder(trials - successes, that.trials - that.successes, "failures");
    long rest = Require.remainder(successes, that.successes, "successes");
    return new Rate(
        rest, rest + failures, Require.remainder(missing, that.missing, "missing values"));
  }

  @Override
  public byte[] toBytes() {
    return Kind.RATE.writer().number(successes).number(trials).number(missing).toBytes();
  }

  static Rate read(ByteReader reader) {
    return new Rate(reader.count("successes"), reader.count("trials"), reader.count("missing"));
  }

  /** Counts successes and trials. */
  public static final class Accumulator implements io.nightaudit.metrics.summary.Accumulator {
    private long successes;
    private long trials;
    private long missing;

    /** Counts one trial. */
    public void add(boolean success) {
      trials = Require.sum(trials, 1, "trials");
      if (success) {
        successes++;
      }
    }

    @Override
    public void addMissing() {
      missing = Require.sum(missing, 1, "missing values");
    }

    @Override
    public void add(Summary summary) {
      Rate sum = build().plus(summary);
      successes = sum.successes;
      trials = sum.trials;
      missing = sum.missing;
    }

    @Override
    public Rate build() {
      return new Rate(successes, trials, missing);
    }

    @Override
    public long retainedBytes() {
      return 40;
    }
  }
}
