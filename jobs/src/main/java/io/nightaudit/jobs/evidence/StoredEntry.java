package io.nightaudit.jobs.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the chain of an append-only table as it lies in a store.
 *
 * @param path where, relative to the store
 * @param file what it says
 * @param entry the same as an entry, where it can be read as one; to be relied on only where the
 *     file has no fault
 */
public record StoredEntry(String path, SealedJson file, Optional<ChainEntry> entry) {
  private static final Pattern NAME = Pattern.compile("\\d{8,}\\.json");

  /** Every entry of a chain, in the order of their names. */
  public static List<StoredEntry> all(EvidenceFiles files, String chain) throws IOException {
    List<StoredEntry> found = new ArrayList<>();
    for (String name : files.files(chain)) {
      if (isEntry(name)) {
        String path = chain + "/" + name;
        found.add(of(path, chain, files.read(path)));
      }
    }
    return found;
  }

  static boolean isEntry(String name) {
    return NAME.matcher(name).matches();
  }

  private static StoredEntry of(String path, String chain, byte[] bytes) {
    SealedJson file = SealedJson.open(bytes);
    return new StoredEntry(path, file, entry(file, chain));
  }

  private static Optional<ChainEntry> entry(SealedJson file, String chain) {
    if (!file.content().path("schema").asText().equals(ChainEntry.SCHEMA)
        || !file.content().path("chain").asText().equals(chain)) {
      return Optional.empty();
    }
    return Optional.of(ChainEntry.of(file.content()));
  }

  /** The entry, if the file is whole and what it says is what was written. */
  public Optional<ChainEntry> sound() {
    return file.fault().isEmpty() ? entry : Optional.empty();
  }
}
