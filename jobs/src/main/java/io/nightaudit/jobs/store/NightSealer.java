package io.nightaudit.jobs.store;

import io.nightaudit.jobs.evidence.ChainHead;
import io.nightaudit.jobs.evidence.ChainLink;
import io.nightaudit.jobs.evidence.Manifest;
import io.nightaudit.jobs.evidence.NamedFile;
import io.nightaudit.jobs.evidence.TableSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Seals the nights of a run by manifests, once all that they name is written. A night that is as it
 * was sealed before keeps its manifest; any other gets one that supersedes it.
 */
public final class NightSealer {
  private final StoreContext store;
  private final List<NightTable<?>> tables;
  private final List<RowChain> chains;

  NightSealer(StoreContext store, List<NightTable<?>> tables, List<RowChain> chains) {
    this.store = store;
    this.tables = tables;
    this.chains = chains;
  }

  /**
   * Nights that an earlier run wrote and did not seal, in days since 1970-01-01; none in a store
   * that has no manifest yet.
   */
  public SortedSet<Long> unfinished() {
    try {
      return new UnfinishedNights(store, tables).find();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for nights that were not sealed", e);
    }
  }

  /**
   * Seals nights, the first first.
   *
   * @param nights what was read of each
   * @param made what they were audited with
   * @param audited every night that was audited
   */
  public void seal(
      SortedMap<Long, Manifest.Inputs> nights, Manifest.MadeWith made, SortedSet<Long> audited) {
    store.lock().requireHeld();
    try {
      SortedMap<String, ChainLink> ends = ends();
      SealedChain chain = SealedChain.read(store.sealed().evidence());
      SealedTables sealed = SealedTables.of(store.sealed(), tables, chain, nights.keySet());
      List<Manifest> drafts = new ArrayList<>();
      nights.forEach(
          (night, inputs) ->
              drafts.add(
                  new Manifest(
                      1,
                      LocalDate.ofEpochDay(night),
                      Optional.empty(),
                      missed(night, audited),
                      Optional.empty(),
                      inputs,
                      made,
                      sealed.of(night),
                      store.sealed().outputs(night),
                      ends)));
      write(drafts, sealed, chain.head());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot seal the nights of this run", e);
    }
  }

  /**
   * Nights that a run wrote and did not seal: what it committed must be sealed by a run, and not
   * with what is removed.
   */
  public SortedSet<Long> leftByRuns(SortedSet<Long> audited) {
    try {
      return new UnfinishedNights(store, tables).findBut(lastSealed(audited));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for nights that were not sealed", e);
    }
  }

  /**
   * Names what was committed since the last manifest, and the ends of the other chains, in a
   * manifest of the last sealed night that otherwise says what the one before it said.
   *
   * @param anew whether to write one even where no table has such a commit
   * @return that night, in days since 1970-01-01; none where no night is sealed
   */
  public Optional<Long> sealAgain(SortedSet<Long> audited, boolean anew) {
    store.lock().requireHeld();
    Optional<Manifest> last = lastSealed(audited);
    try {
      if (last.isPresent()) {
        sealAgain(last.get(), anew);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot seal what was removed; try again", e);
    }
    return last.map(manifest -> manifest.night().toEpochDay());
  }

  private void sealAgain(Manifest before, boolean anew) throws IOException {
    long night = before.night().toEpochDay();
    Optional<ChainHead> noted = ChainHead.read(store.sealed().evidence());
    SealedChain chain = SealedChain.read(store.sealed().evidence());
    SealedTables sealed = SealedTables.of(store.sealed(), tables, chain, List.of(night));
    if (anew || sealed.hasLog() || noted.filter(head -> !head.writing()).isEmpty()) {
      Manifest draft = before.with(sealed.of(night), ends());
      ChainLink link = write(draft, chain.head(), sealed.withLog(draft));
      store.sealed().write(new ChainHead(Optional.of(link), false));
    }
  }

  private Optional<Manifest> lastSealed(SortedSet<Long> audited) {
    return audited.stream()
        .sorted(Comparator.reverseOrder())
        .flatMap(night -> store.sealed().manifest(night).stream())
        .findFirst();
  }

  private SortedMap<String, ChainLink> ends() {
    SortedMap<String, ChainLink> ends = new TreeMap<>();
    chains.forEach(chain -> chain.complete().ifPresent(link -> ends.put(chain.table(), link)));
    return ends;
  }

  /** Nights between the latest one audited before a night and that night. */
  private static List<LocalDate> missed(long night, SortedSet<Long> audited) {
    SortedSet<Long> before = audited.headSet(night);
    return before.isEmpty()
        ? List.of()
        : LocalDate.ofEpochDay(before.last() + 1).datesUntil(LocalDate.ofEpochDay(night)).toList();
  }

  private void write(List<Manifest> drafts, SealedTables sealed, Optional<ChainLink> head)
      throws IOException {
    List<Manifest> changed = new ArrayList<>();
    for (Manifest draft : drafts) {
      Optional<Manifest> before = before(draft);
      if (before.filter(draft::sameResults).isPresent()) {
        earlier(before.get()).discard();
      } else {
        changed.add(draft);
      }
    }
    if (changed.isEmpty() && sealed.hasLog()) {
      changed.add(drafts.get(drafts.size() - 1));
    }
    Optional<ChainLink> last = head;
    for (Manifest draft : changed) {
      boolean isLast = draft == changed.get(changed.size() - 1);
      last = Optional.of(write(draft, last, isLast ? sealed.withLog(draft) : draft.tables()));
    }
    ChainHead end = new ChainHead(last, false);
    if (!ChainHead.read(store.sealed().evidence()).equals(Optional.of(end))) {
      store.sealed().write(end);
    }
  }

  private Optional<Manifest> before(Manifest draft) {
    return store.sealed().manifest(draft.night().toEpochDay());
  }

  private EarlierReport earlier(Manifest manifest) {
    return new EarlierReport(store.files(), store.path(), manifest);
  }

  private ChainLink write(
      Manifest draft, Optional<ChainLink> last, SortedMap<String, TableSeal> tables)
      throws IOException {
    store.lock().requireHeld();
    store.sealed().beginWriting();
    Optional<Manifest> before = before(draft);
    if (before.isPresent()) {
      store.sealed().keep(draft.night().toEpochDay());
      clear(before.get(), draft);
    } else {
      store.sealed().keepUnsound(draft.night());
    }
    Manifest manifest =
        new Manifest(
            ChainLink.after(last),
            draft.night(),
            last,
            draft.missed(),
            before.map(this::superseded),
            draft.inputs(),
            draft.made(),
            tables,
            draft.outputs(),
            draft.chains());
    store.sealed().write(manifest);
    return manifest.link();
  }

  private Manifest.Superseded superseded(Manifest before) {
    return new Manifest.Superseded(
        before.sequence(), before.link().digest(), earlier(before).folder());
  }

  private void clear(Manifest before, Manifest after) throws IOException {
    EarlierReport earlier = earlier(before);
    earlier.clearSideFiles();
    List<String> names = after.outputs().stream().map(NamedFile::path).toList();
    for (NamedFile output : before.outputs()) {
      if (!names.contains(output.path())) {
        earlier.clear(output);
      }
    }
  }
}
