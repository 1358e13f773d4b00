package io.nightaudit.jobs.gate;

/** What the evidence says of a candidate, or of one metric of it. */
public enum Outcome {
  /** Harm of material size is ruled out. */
  PASSES,
  /** There is harm, of material size. */
  FAILS,
  /** The evidence decides nothing; the reason says why. */
  UNDECIDED;

  /** Of several: one that fails is enough to fail, one without a decision to have none. */
  Outcome and(Outcome other) {
    if (this == FAILS || other == FAILS) {
      return FAILS;
    }
    return this == UNDECIDED ? UNDECIDED : other;
  }
}
