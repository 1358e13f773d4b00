package io.nightaudit.jobs.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the audit of one night read, used and wrote, by hash, and the manifest that was written
 * before it.
 *
 * @param sequence its number, from 1, in the order in which audits finished
 * @param night the date
 * @param previous the manifest of the number before; none for the first
 * @param missed nights between the latest night audited before this one and this one
 * @param supersedes the night's manifest before; none where this is its first
 * @param inputs what was read
 * @param made what it was made with
 * @param tables the night's rows in each table, by name of the table
 * @param outputs the report's files, by name
 * @param chains the last entry of each other chain, such as that of decisions
 */
public record Manifest(
    long sequence,
    LocalDate night,
    Optional<ChainLink> previous,
    List<LocalDate> missed,
    Optional<Superseded> supersedes,
    Inputs inputs,
    MadeWith made,
    SortedMap<String, TableSeal> tables,
    List<NamedFile> outputs,
    SortedMap<String, ChainLink> chains) {

  /**
   * The manifest that another one takes the place of.
   *
   * @param sequence its number
   * @param digest its digest
   * @param folder where its files lie now, relative to the store
   */
  public record Superseded(long sequence, String digest, String folder) {}

  /**
   * What was read of the archive.
   *
   * @param status READ, MISSING or UNREADABLE
   * @param files every file, without its name
   */
  public record Inputs(String status, List<Input> files) {
    public Inputs {
      files = List.copyOf(files);
    }
  }

  /** One file of the archive: its hash, size and rows. */
  public record Input(String sha256, long bytes, long rows) {}

  /**
   * What a night was audited with.
   *
   * @param configuration hash of the configuration
   * @param policyVersion the policy's version, as the configuration names it
   * @param policy hash of the policy
   * @param prices hash of the price book
   * @param version version of the program
   * @param code hash of the program's own jars or classes
   */
  public record MadeWith(
      String configuration,
      String policyVersion,
      String policy,
      String prices,
      String version,
      String code) {}

  public Manifest {
    missed = List.copyOf(missed);
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    outputs = outputs.stream().sorted().toList();
    chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
  }

  /** Whether another one says the same of tables and outputs. */
  public boolean sameResults(Manifest other) {
    return outputs.equals(other.outputs)
        && tables.keySet().equals(other.tables.keySet())
        && tables.entrySet().stream()
            .allMatch(table -> table.getValue().sameRows(other.tables.get(table.getKey())));
  }

  /** The same of the night with other tables and ends of chains, without a place in the chain. */
  public Manifest with(
      SortedMap<String, TableSeal> otherTables, SortedMap<String, ChainLink> otherChains) {
    return new Manifest(
        1,
        night,
        Optional.empty(),
        missed,
        Optional.empty(),
        inputs,
        made,
        otherTables,
        outputs,
        otherChains);
  }

  /** The manifest as it is written. */
  public SealedJson sealed() {
    return SealedJson.seal(ManifestJson.of(this));
  }

  /** How other entries name it. */
  public ChainLink link() {
    return new ChainLink(sequence, ManifestPaths.manifest(night), sealed().digest());
  }
}
