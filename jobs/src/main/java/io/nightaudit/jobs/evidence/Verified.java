package io.nightaudit.jobs.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What a check of a store found.
 *
 * @param head the last manifest of the chain
 * @param manifests how many manifests were read
 * @param files how many files were compared by hash
 * @param differences what is not as it was sealed, by path
 * @param notes what a reader must know besides, in sentences
 * @param outside files that no manifest speaks for, by path
 */
public record Verified(
    Optional<ChainLink> head,
    int manifests,
    int files,
    List<Difference> differences,
    List<String> notes,
    List<String> outside) {
  public Verified {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
    outside = List.copyOf(outside);
  }

  /** Whether everything is as it was sealed. */
  public boolean holds() {
    return differences.isEmpty();
  }
}
