package io.nightaudit.jobs.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The same with what another check found. */
  public Verified with(List<Difference> more, List<String> moreNotes) {
    return new Verified(
        head,
        manifests,
        files,
        Stream.concat(differences.stream(), more.stream()).sorted().toList(),
        Stream.concat(notes.stream(), moreNotes.stream()).toList(),
        outside);
  }

  /** Whether everything is as it was sealed. */
  public boolean holds() {
    return differences.isEmpty();
  }
}
