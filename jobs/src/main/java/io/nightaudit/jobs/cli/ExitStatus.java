package io.nightaudit.jobs.cli;

import java.util.Collection;
import java.util.Comparator;

/** What a command says to the shell and to a scheduler, from the mildest to the most severe. */
public enum ExitStatus {
  /** Done, including findings and INCONCLUSIVE. */
  DONE(0),
  /** The gate: a candidate does not pass. */
  NOT_PASSED(5),
  /** Verification: something is not as it was sealed. */
  DIFFERS(6),
  /** The input is missing or late: worth another try. */
  INPUT_MISSING(3),
  /** The data breaks the contract beyond what the policy tolerates. */
  CONTRACT_BROKEN(4),
  /** The program or the machine failed, out of memory included. */
  FAILURE(1),
  /** Usage or configuration: nothing was written. */
  USAGE(2);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }

  /** The most severe of the nights of a range: 1, 4, 3, 0; DONE of none. */
  public static ExitStatus mostSevere(Collection<ExitStatus> statuses) {
    return statuses.stream().max(Comparator.naturalOrder()).orElse(DONE);
  }
}
