package io.nightaudit.jobs.evidence;

import io.nightaudit.jobs.evidence.ChainCheck.Anchor;
import io.nightaudit.jobs.evidence.ChainCheck.ChainFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a store against its manifests and chains: the chains wholly, the files of the nights asked
 * for. It needs the store's files and nothing else.
 */
public final class Verification {
  private final EvidenceFiles files;
  private final Request request;
  private final Comparison comparison;

  /**
   * What to check.
   *
   * @param from the first night whose files are compared; all from the beginning where absent
   * @param to the last one; all to the end where absent
   * @param head the digest of a manifest that must be in the chain
   * @param signatures how manifests of the nights are signed, where that is to be checked
   */
  public record Request(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<String> head,
      Optional<SignatureCheck> signatures) {
    /** The whole store. */
    public static final Request ALL =
        new Request(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    boolean isOf(LocalDate night) {
      return from.filter(night::isBefore).isEmpty() && to.filter(night::isAfter).isEmpty();
    }

    boolean isOfAll() {
      return from.isEmpty() && to.isEmpty();
    }
  }

  public Verification(EvidenceFiles files, Request request) {
    this.files = files;
    this.request = request;
    this.comparison = new Comparison(files);
  }

  /** Checks, and says what was found. */
  public Verified verify() throws IOException {
    SealedReports reports = new SealedReports(StoredManifest.all(files));
    ChainCheck chain = new ChainCheck("the chain of manifests", comparison, reports::place);
    chain.follow(reports.stored().stream().map(Verification::file).toList(), anchors());
    head(chain);
    expected(chain);
    Removals removals = new Removals(comparison, Tombstones.read(files));
    SortedSet<String> unsealed = nights(reports, removals, chain.broken());
    tables(reports, removals, chain, unsealed);
    removals.tell();
    for (Map.Entry<String, List<Anchor>> table : chains(reports).entrySet()) {
      new AppendCheck(table.getKey(), comparison).check(table.getValue());
    }
    signatures(reports);
    if (!unsealed.isEmpty()) {
      comparison.note("not yet sealed: " + String.join(", ", unsealed));
    }
    return new Verified(
        chain.head(),
        reports.stored().size(),
        comparison.compared(),
        comparison.differences(),
        comparison.notes(),
        request.isOfAll() ? new OutsideFiles(comparison).list() : List.of());
  }

  private static ChainFile file(StoredManifest stored) {
    return new ChainFile(stored.path(), stored.file(), stored.manifest().isPresent());
  }

  /** The end of the chain as the store noted it down, if that is whole. */
  private List<Anchor> anchors() throws IOException {
    return ChainHead.read(files)
        .flatMap(ChainHead::last)
        .map(link -> List.of(new Anchor(link, ChainHead.NAME)))
        .orElse(List.of());
  }

  private void head(ChainCheck chain) throws IOException {
    if (!files.exists(ChainHead.NAME)) {
      if (chain.head().isPresent()) {
        comparison.differs(
            Difference.Kind.MISSING, ChainHead.NAME, "it says where the chain of manifests ends");
      }
      return;
    }
    comparison.know(ChainHead.NAME);
    Optional<ChainHead> head = ChainHead.read(files);
    if (head.isEmpty()) {
      comparison.differs(
          Difference.Kind.CHANGED, ChainHead.NAME, "its content is not what a run wrote");
    } else if (head.get().writing()) {
      comparison.note("a run is writing, or was stopped while it wrote; run the night again");
    } else if (chain.isWhole() && !sequence(head.get().last()).equals(sequence(chain.head()))) {
      comparison.differs(
          Difference.Kind.OUT_OF_ORDER,
          ChainHead.NAME,
          "it says that manifest %s is the last one, and that is manifest %s"
              .formatted(sequence(head.get().last()), sequence(chain.head())));
    }
  }

  private static Long sequence(Optional<ChainLink> link) {
    return link.map(ChainLink::sequence).orElse(0L);
  }

  private void expected(ChainCheck chain) {
    if (request.head().isEmpty()) {
      return;
    }
    Optional<ChainLink> found = chain.ofDigest(request.head().get());
    if (found.isEmpty()) {
      comparison.differs(
          Difference.Kind.MISSING,
          "the expected head",
          "no manifest that can be relied on has the digest %s: the last ones are missing, or the"
                  .formatted(request.head().get())
              + " chain was written anew");
    } else {
      long later = sequence(chain.head()) - found.get().sequence();
      comparison.note(
          "the expected head is manifest %s; %s came after it"
              .formatted(found.get().sequence(), later));
    }
  }

  /** The nights asked for; those that have a report and no manifest are returned. */
  private SortedSet<String> nights(SealedReports reports, Removals removals, Set<String> broken)
      throws IOException {
    SortedSet<LocalDate> nights = reports.nights();
    nights.addAll(NightCheck.folders(files));
    SortedSet<String> unsealed = new TreeSet<>();
    for (LocalDate night : nights) {
      boolean isBroken = broken.contains(ManifestPaths.manifest(night));
      if (request.isOf(night)) {
        new NightCheck(comparison, removals, reports, night, broken).check();
      }
      if (!isBroken && reports.last(night).isEmpty()) {
        unsealed.add(night.toString());
      }
    }
    if (nights.stream().filter(request::isOf).allMatch(night -> unsealed.contains(night + ""))) {
      comparison.differs(
          Difference.Kind.MISSING, ManifestPaths.REPORTS, "none of these nights is sealed");
    }
    return unsealed;
  }

  private void tables(
      SealedReports reports, Removals removals, ChainCheck chain, SortedSet<String> unsealed)
      throws IOException {
    SortedMap<String, LogCheck> logs = new TreeMap<>();
    List<Manifest> manifests = reports.manifests();
    for (Manifest manifest : manifests) {
      for (Map.Entry<String, TableSeal> table : manifest.tables().entrySet()) {
        logs.computeIfAbsent(
                table.getKey(), name -> new LogCheck(comparison, name, chain.isWhole()))
            .name(
                table.getValue().log(),
                "manifest " + manifest.sequence(),
                request.isOf(manifest.night()));
      }
    }
    for (Map.Entry<String, LogCheck> log : logs.entrySet()) {
      LiveCheck live = new LiveCheck(comparison, removals, reports, chain, log.getKey(), unsealed);
      log.getValue().check(live::check);
    }
  }

  /** Each append-only table that has a chain, with what manifests say of its end. */
  private SortedMap<String, List<Anchor>> chains(SealedReports reports) throws IOException {
    SortedMap<String, List<Anchor>> chains = new TreeMap<>();
    for (Manifest manifest : reports.manifests()) {
      manifest
          .chains()
          .forEach(
              (name, link) ->
                  chains
                      .computeIfAbsent(name, key -> new ArrayList<>())
                      .add(new Anchor(link, "manifest " + manifest.sequence())));
    }
    for (String folder : files.folders("")) {
      if (files.files(folder).stream().anyMatch(StoredEntry::isEntry)) {
        chains.computeIfAbsent(folder, key -> new ArrayList<>());
      }
    }
    return chains;
  }

  private void signatures(SealedReports reports) throws IOException {
    if (request.signatures().isEmpty()) {
      return;
    }
    for (LocalDate night : reports.nights()) {
      if (request.isOf(night)) {
        for (StoredManifest stored : reports.of(night)) {
          comparison.differences(request.signatures().get().check(stored, files));
        }
      }
    }
  }
}
