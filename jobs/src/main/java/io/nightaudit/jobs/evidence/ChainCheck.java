package io.nightaudit.jobs.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Follows a chain from its end to its beginning. An entry is relied on if its file is whole and the
 * entry after it, or an anchor elsewhere, names its digest; so a bad entry blames itself alone.
 */
final class ChainCheck {
  /**
   * One file of a chain.
   *
   * @param path where it lies
   * @param file what it says
   * @param readable whether it has the form of an entry of this chain
   */
  record ChainFile(String path, SealedJson file, boolean readable) {
    long sequence() {
      return file.content().path("sequence").asLong();
    }

    Optional<ChainLink> previous() {
      return ChainLink.of(file.content().path("previous"));
    }

    Optional<String> fault() {
      return file.fault().isPresent() || (readable && sequence() > 0)
          ? file.fault()
          : Optional.of("it is no entry of this chain");
    }
  }

  /**
   * An entry that something outside the chain names.
   *
   * @param link the entry
   * @param by what names it
   */
  record Anchor(ChainLink link, String by) {}

  private final String chain;
  private final Comparison comparison;
  private final Function<ChainLink, String> place;
  private final SortedMap<Long, List<ChainFile>> sound = new TreeMap<>();
  private final Set<String> paths = new HashSet<>();
  private final Set<String> faulty = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final List<Long> unplaced = new ArrayList<>();
  private final SortedMap<Long, ChainLink> followed = new TreeMap<>();

  /**
   * A check.
   *
   * @param chain what the chain is of, for sentences
   * @param place where an entry that another one names must lie now
   */
  ChainCheck(String chain, Comparison comparison, Function<ChainLink, String> place) {
    this.chain = chain;
    this.comparison = comparison;
    this.place = place;
  }

  /** Follows the chain of some files. */
  void follow(List<ChainFile> files, List<Anchor> anchors) {
    files.forEach(this::sort);
    Map<Long, Anchor> anchored = new TreeMap<>();
    anchors.forEach(anchor -> anchored.putIfAbsent(anchor.link().sequence(), anchor));
    Optional<Anchor> expected = Optional.empty();
    for (long sequence = last(anchored); sequence > 0; sequence--) {
      Optional<Anchor> named =
          expected.isPresent() ? expected : Optional.ofNullable(anchored.get(sequence));
      expected = step(sequence, sound.getOrDefault(sequence, List.of()), named);
    }
    Set<String> unexplained = new HashSet<>(faulty);
    unexplained.removeAll(broken);
    unplaced.stream().sorted().skip(unexplained.size()).forEach(this::missesUnplaced);
    broken.addAll(faulty);
  }

  private void sort(ChainFile file) {
    comparison.know(file.path());
    paths.add(file.path());
    Optional<String> fault = file.fault();
    if (fault.isPresent()) {
      faulty.add(file.path());
      comparison.differs(Difference.Kind.CHANGED, file.path(), fault.get());
    } else {
      sound.computeIfAbsent(file.sequence(), key -> new ArrayList<>()).add(file);
    }
  }

  private long last(Map<Long, Anchor> anchored) {
    long anchor = anchored.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    return Math.max(anchor, sound.isEmpty() ? 0 : sound.lastKey());
  }

  /** One entry; what it says of the one before it, if it can be relied on. */
  private Optional<Anchor> step(long sequence, List<ChainFile> found, Optional<Anchor> named) {
    if (found.isEmpty()) {
      misses(sequence, named);
      return Optional.empty();
    }
    ChainFile file = chosen(found, named);
    found.stream()
        .filter(other -> !other.file().digest().equals(file.file().digest()))
        .forEach(other -> outOfOrder(other, "there is another entry " + sequence));
    if (named.isPresent() && !named.get().link().digest().equals(file.file().digest())) {
      outOfOrder(
          file, "it is not the entry %s that %s names".formatted(sequence, named.get().by()));
      return Optional.empty();
    }
    followed.put(sequence, new ChainLink(sequence, file.path(), file.file().digest()));
    return before(sequence, file);
  }

  private static ChainFile chosen(List<ChainFile> found, Optional<Anchor> named) {
    return found.stream()
        .filter(file -> named.isPresent() && isNamed(file, named.get()))
        .findFirst()
        .orElse(found.get(0));
  }

  private static boolean isNamed(ChainFile file, Anchor named) {
    return file.file().digest().equals(named.link().digest());
  }

  private Optional<Anchor> before(long sequence, ChainFile file) {
    Optional<ChainLink> previous = file.previous();
    if (previous.map(ChainLink::sequence).orElse(0L) != sequence - 1) {
      outOfOrder(file, "entry %s does not name the one before it".formatted(sequence));
      return Optional.empty();
    }
    return previous.map(link -> new Anchor(link, file.path()));
  }

  private void outOfOrder(ChainFile file, String text) {
    broken.add(file.path());
    comparison.differs(Difference.Kind.OUT_OF_ORDER, file.path(), text);
  }

  private void misses(long sequence, Optional<Anchor> named) {
    if (named.isEmpty()) {
      unplaced.add(sequence);
      return;
    }
    String path = place.apply(named.get().link());
    broken.add(path);
    if (!faulty.contains(path)) {
      comparison.differs(
          Difference.Kind.MISSING,
          path,
          "entry %s of %s is gone, which %s names%s"
              .formatted(
                  sequence,
                  chain,
                  named.get().by(),
                  paths.contains(path) ? "; another one lies in its place" : ""));
    }
  }

  private void missesUnplaced(long sequence) {
    String name = "entry %s of %s".formatted(sequence, chain);
    broken.add(name);
    comparison.differs(Difference.Kind.MISSING, name, "nothing says where it lay");
  }

  /** The last entry that can be relied on. */
  Optional<ChainLink> head() {
    return followed.isEmpty() ? Optional.empty() : Optional.of(followed.get(followed.lastKey()));
  }

  /** The entry of a digest, where the chain has one. */
  Optional<ChainLink> ofDigest(String digest) {
    return followed.values().stream().filter(link -> link.digest().equals(digest)).findFirst();
  }

  /** Paths at which an entry is missing, is not whole or is another one. */
  Set<String> broken() {
    return broken;
  }

  /** Whether every entry is there and can be relied on. */
  boolean isWhole() {
    return broken.isEmpty();
  }
}
