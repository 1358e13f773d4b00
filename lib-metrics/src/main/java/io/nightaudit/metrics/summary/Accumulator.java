package io.nightaudit.metrics.summary;

/** Collects values of one group into a {@link Summary}; not safe for use by several threads. */
public interface Accumulator {

  /** Counts one row whose value is missing. */
  void addMissing();

  /**
   * Adds a summary of the same definition, as if its values had been added one by one.
   *
   * @throws IllegalArgumentException if the definitions differ
   */
  void add(Summary summary);

  /** The summary of everything added so far; the accumulator can be used further. */
  Summary build();

  /** Estimated heap bytes held by this accumulator. */
  long retainedBytes();
}
